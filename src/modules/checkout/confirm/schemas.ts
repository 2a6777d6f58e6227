import { z } from 'zod';
import { id, keyword, list, oneOf, optional, pageFields, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { checkoutLimits } from '../limits.ts';

export const ListUnconfirmedInput = z.object({
  keyword: optional(keyword()).describe('A part of the name of the customer, or a PO number.'),
  customer_category: optional(oneOf(['MEMBER', 'GUEST'])).describe(
    'MEMBER: customers who are signed in; GUEST: all others.',
  ),
  payment_status: withDefault(oneOf(['UNPAID', 'CONFIRM', 'ALL']), 'CONFIRM').describe(
    'UNPAID: waits for its money; CONFIRM: paid, claimed to be paid, or COD: to be accepted or rejected.',
  ),
  ...pageFields({ per_page: checkoutLimits.unconfirmed_per_page }),
});

export const PaymentIdInput = z.object({ payment_id: id().describe('Payment ID.') });

export const ConfirmOrdersInput = z.object({
  id: id().describe('Payment ID.'),
  orders: list(z.object({ id: id().describe('Order ID.'), action: oneOf(['ACCEPT', 'REJECT']) }), {
    min: 1,
    max: checkoutLimits.checkout_receivers,
  }),
});

export const OrdersConfirmed = named('OrderConfirmation', {
  id: z.int(),
  orders: z.array(z.object({ id: z.int(), action: z.enum(['ACCEPT', 'REJECT']) })),
});

export const UnconfirmedPayment = named('UnconfirmedPayment', {
  payment_id: z.int(),
  shop_id: z.int(),
  nominal_invoice: z.int(),
  nominal_unique: z.int(),
  nominal_transfer: z.int().nullable(),
  is_installment: z.boolean(),
  payment_from: z.string(),
  payment_status: z.string(),
  payment_type: z.int(),
  payment_fee: z.int().nullable(),
  pg_provider: z.string().nullable(),
  xendit_id: z.string().nullable(),
  va_no: z.string().nullable(),
  created_by: z.int(),
  updated_by: z.int().nullable(),
  created_at: z.string(),
  updated_at: z.string().nullable(),
  confirmed_at: z.string().nullable(),
  expired_at: z.string().nullable(),
  old_payment_id: z.null(),
  description: z.string(),
  customer: z.object({ id: z.int(), name: z.string(), phone: z.string() }),
  bank: z.object({ id: z.string(), name: z.string() }).nullable().describe('null: cash on delivery.'),
  payment_status_code: z.int(),
  orders: z.array(z.object({ po_number: z.string(), order_id: z.string() })),
  products: z.array(
    z.object({
      name: z.string(),
      quantity: z.int(),
      product_meta_id: z.string(),
      product_id: z.string(),
    }),
  ),
});

export const UnconfirmedDetail = named('UnconfirmedPaymentDetail', {
  payment_id: z.int(),
  bill_total: z.int(),
  'unique_code ': z
    .int()
    .describe('The blank at the end of its name is in the reference. The same as `unique_code`.'),
  unique_code: z.int(),
  transfer_total: z.int(),
  payment_date: z.string().nullable(),
  holder_name: z.string().nullable(),
  pg_provider: z.string().nullable(),
  is_manual_payment: z.enum(['Y', 'N']),
  bank: z
    .object({
      id: z.int(),
      bank: z.string(),
      holder_name: z.string().nullable(),
      bank_number: z.string().nullable(),
      image: z.string(),
    })
    .nullable(),
  transfer_image: z.string().nullable(),
  note: z.string().nullable(),
  paid_at: z.string().nullable(),
  confirmation_status: z.boolean(),
  payment_status_code: z.int(),
  payment_status: z.string(),
  is_installment: z.boolean(),
  installment_transferred: z.null(),
  payment_fee: z.int(),
  virtual_account: z.string().nullable(),
  is_xendit_pay: z.boolean(),
  xendit_message: z.string().nullable(),
  orders: z.array(
    z.object({
      order_id: z.int(),
      po_number: z.int(),
      note: z.string(),
      reseller: z.string(),
      is_dropshipper: z.boolean(),
      dropshipper: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
      customer: z.object({ name: z.string(), address: z.string(), phone: z.string() }),
      products: z.array(z.string()),
      total_amount: z.int(),
      is_warehouse: z.boolean(),
      warehouse_name: z.string().nullable(),
      shipping_id: z.string(),
      shipping_rate: z.string(),
      shipping_logistic: z.string(),
      shipping_cost: z.int(),
      shipping_logo_url: z.string(),
      action: z.enum(['ACCEPT', 'REJECT']).nullable().describe('What the seller has decided.'),
    }),
  ),
});
