import { z } from 'zod';
import { oneOf, optional, pageFields, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';

export const ListPaymentsInput = z
  .object({
    payment_type: withDefault(oneOf(['ORDER_PAY', 'PAYMENT_GATEWAY']), 'ORDER_PAY').describe(
      'ORDER_PAY: the OrderPay balance; PAYMENT_GATEWAY: the Xendit account of the shop.',
    ),
    funds: optional(oneOf(['OUTGOING', 'INCOMING'])).describe('Only what went out, or what came in.'),
    ...periodFields({
      start_date: 'First day of the period. Default: the first day of the month.',
      end_date: 'Last day of the period. Default: today.',
    }),
    ...pageFields(),
  })
  .superRefine(refuseEarlyEnd);

export const ListedPayment = named('ShopPayment', {
  id: z.int(),
  transaction_number: z.string(),
  type: z.object({
    id: z.string().describe('1 payment, 2 withdrawal, 3 fee, 4 refund'),
    status: z.enum(['+', '-']),
  }),
  date: z.string(),
  title: z.string(),
  description: z.string(),
  nominal: z.int(),
});

export const OrderPayBalance = named('OrderPayBalance', {
  total: z.int(),
  withdrawal_allowed: z.int(),
  onhold_total: z.int(),
  balance_onhold: z.int().describe('Paid for orders that have not been delivered.'),
  withdrawal_onhold: z.int().describe('Of withdrawals that have not been paid.'),
});

export const XenditBalance = named('XenditBalance', { balance: z.int() });

export const Nothing = z.object({});
