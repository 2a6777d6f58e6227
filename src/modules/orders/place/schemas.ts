import { z } from 'zod';
import { boolean, date, id, list, oneOf, optional, text, withDefault } from '../../../kernel/http/input.ts';
import { orderLimits } from '../limits.ts';
import {
  checkLineDiscount,
  ExpeditionInput,
  isCodInput,
  lineFields,
  OrderCostInput,
  OrderPaymentInput,
} from '../schemas.ts';

export const OrderLineInput = z.object(lineFields).superRefine(checkLineDiscount);

export const CreateOrderInput = z.object({
  customer_sender_id: id().describe(
    'Customer who places the order. The customer category determines the prices.',
  ),
  customer_receiver_id: id().describe(
    'Customer who receives the order. If it is not the sender, the order is a dropship order.',
  ),
  supplier_id: id().describe('Supplier from whose address the order is shipped.'),
  order_date: date(),
  order_source_id: optional(id()),
  note: withDefault(text({ max: orderLimits.order_note_characters, multiline: true }), ''),
  is_print: withDefault(boolean(), false),
  products: list(OrderLineInput, { min: 1, max: orderLimits.order_lines }),
  expedition: ExpeditionInput,
  payment: OrderPaymentInput,
  is_cod: isCodInput(),
  coupon_code: optional(text({ max: 50 })).describe('Coupon code, in any letter case.'),
  order_cost: withDefault(list(OrderCostInput, { max: orderLimits.order_charges }), []),
  awb_number: optional(text({ max: 100 })),
  send_sms: withDefault(boolean(), false),
  marketplace_awb: optional(text({ max: 100 })),
  source: withDefault(oneOf(['MOBILE', 'WEB']), 'WEB'),
});
