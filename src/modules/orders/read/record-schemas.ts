import { z } from 'zod';
import { date, oneOf, optional, pageFields } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { refuseEarlyCreation } from '../../../kernel/http/period.ts';
import { orderFields, originFields, personFields } from './schemas.ts';

export const ListDetailsInput = z
  .object({
    order_status: optional(
      oneOf(['ACCEPTED', 'ACCEPT', 'REJECTED', 'UNCONFIRMED', 'CANCELED', 'EXPIRED']),
    ).describe('ACCEPT is the same as ACCEPTED.'),
    payment_status: optional(
      oneOf([
        'UNPAID',
        'PAID',
        'INSTALLMENT',
        'FAIL',
        'WAITING_CONFIRMATION',
        'WAITING PAYMENT',
        'REFUND_REJECTED',
        'EXPIRED',
      ]),
    ),
    order_progress_status: optional(
      oneOf(['UNPAID', 'NO AWB', 'ON PROCESS', 'DELIVERED', 'UNPROCESSED', 'INSTALLMENT']),
    ),
    order_category: optional(
      oneOf(['APP', 'PRIVOR', 'SF_MEMBER', 'SF_GUEST', 'SHOPEE', 'QUICK_ORDER', 'UNCATEGORIZED']),
    ),
    create_from: optional(date()),
    create_to: optional(date()),
    ...pageFields(),
  })
  .superRefine(refuseEarlyCreation);

const CustomerOfRecord = z.object({
  ...personFields,
  type: z.string().describe('Customer category. For the sender: the category that determined the prices.'),
});

/** A moment as the reference's database writes it. */
const Moment = z.object({ $date: z.object({ $numberLong: z.string() }) });

const User = z.object({ id: z.int(), name: z.string(), email: z.string() });

export const OrderDetails = named('OrderRecord', {
  _id: z.string(),
  ...orderFields,
  customer: CustomerOfRecord,
  dropshipper: CustomerOfRecord.nullable().describe('The sender, if the order has a different receiver.'),
  receiver: CustomerOfRecord,
  shipping: z.object({ id: z.string(), rate_name: z.string(), logistic_name: z.string(), cost: z.int() }),
  weight: z.number().describe('Weight in kilograms.'),
  origin: z.object({ ...originFields, is_shipper_active: z.string() }),
  payment: z.object({
    payment_histoy: z.array(
      z.object({
        id: z.int(),
        payment_id: z.null(),
        order_id: z.int(),
        description: z.string(),
        nominal: z.int(),
        payment_fee: z.null(),
        bank: z.object({
          origin: z.object({
            id: z.null(),
            account_name: z.null(),
            account_number: z.null(),
            transfer_image: z.null(),
          }),
          destination: z.object({ id: z.int(), bank_name: z.string() }),
        }),
        note: z.null(),
        pg_provider: z.string(),
        va_no: z.null(),
        is_confirmed: z.int(),
        type: z.int(),
        is_installment_first: z.null(),
        created_by: z.int().nullable(),
        updated_by: z.null(),
        paid_at: Moment.describe('Start of the day on which the order was paid.'),
      }),
    ),
  }),
  cost_of_goods_sold: z.int().nullable(),
  order_source: z.string().nullable(),
  order_cost: z.array(
    z.object({
      category: z.string(),
      description: z.string(),
      nominal: z.int(),
      percentage: z.number(),
      is_percentage: z.boolean(),
    }),
  ),
  awb: z
    .object({ update_at: Moment.describe('When the AWB number was entered.'), number: z.string() })
    .nullable(),
  discount_amount: z.int(),
  order_cost_amount: z.int(),
  coupon: z
    .object({
      id: z.int(),
      name: z.string(),
      coupon_code: z.string(),
      nominal: z.int().describe('Amount taken off the order.'),
    })
    .nullable(),
  is_printed: z.boolean(),
  is_shipper_order: z.boolean(),
  is_note_print: z.boolean(),
  is_private_order: z.boolean(),
  products: z.array(
    z.object({
      product_meta_id: z.int(),
      name: z.string(),
      category: z.object({ id: z.int(), name: z.string() }),
      description: z.string(),
      product_status: z.string(),
      price: z.string(),
      cost_of_goods_sold: z.string().nullable(),
      quantity: z.string(),
      discount_nominal: z.string(),
      discount_percentage: z.number(),
      is_warehouse: z.boolean(),
    }),
  ),
  created_by: User.nullable(),
  updated_by: User.nullable(),
});
