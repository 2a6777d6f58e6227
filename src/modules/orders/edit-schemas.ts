import { z } from 'zod';
import { boolean, date, id, list, oneOf, optional, text } from '../../kernel/http/input.ts';
import { limits } from '../../kernel/limits.ts';
import {
  checkLineDiscount,
  CreateOrderInput,
  ExpeditionInput,
  lineFields,
  OrderCostInput,
  OrderPaymentInput,
} from './schemas.ts';

const { shape } = CreateOrderInput;

/** What may be left out stays as it is. */
export const UpdateOrderInput = z.object({
  order_id: id(),
  customer_sender_id: shape.customer_sender_id,
  customer_receiver_id: shape.customer_receiver_id,
  supplier_id: shape.supplier_id,
  order_date: optional(date()),
  order_source_id: optional(id()),
  note: optional(text({ max: 2_000, multiline: true })),
  is_print: optional(boolean()),
  products: list(
    z
      .object({
        ...lineFields,
        flag: optional(oneOf(['EDIT', 'NEW', 'DELETE'])).describe('DELETE takes the line off the order'),
      })
      .superRefine(checkLineDiscount),
    { min: 1, max: limits.order_lines },
  ).describe('All lines that the order is to have; those that are not here are taken off'),
  expedition: ExpeditionInput,
  payment: OrderPaymentInput.describe(
    'Payments that there are stay. What is still missing to `amount`, or with PAID to the total, is recorded as a new one',
  ),
  order_cost: optional(list(OrderCostInput, { max: limits.order_charges })),
  coupon_code: shape.coupon_code,
  awb_number: optional(text({ max: 100 })),
  send_sms: optional(boolean()),
  marketplace_awb: optional(text({ max: 100 })),
  source: optional(oneOf(['MOBILE', 'WEB'])),
});
