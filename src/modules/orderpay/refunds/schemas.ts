import { z } from 'zod';
import { id, oneOf, optional, pageFields, rupiah, text, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { freshLogin } from '../../accounts/index.ts';

export const ListRefundsInput = z.object({ ...pageFields() });

export const RefundDue = named('RefundDue', {
  customer: z.object({ id: z.int(), name: z.string(), phone: z.string() }),
  nominal: z.int(),
  orders: z
    .array(z.object({ order_id: z.int().nullable(), po_number: z.int().nullable(), nominal: z.int() }))
    .describe('The rejected orders that it is due for, newest first, at most 20.'),
  due_since: z.string(),
});

const METHODS = ['BALANCE', 'TRANSFERRED'] as const;

export const SettleRefundInput = z.object({
  customer_id: id().describe('Customer ID from the list of refunds.'),
  method: oneOf(METHODS).describe(
    'BALANCE: it is added to the balance of the customer; TRANSFERRED: the shop has paid it to the customer.',
  ),
  nominal: optional(rupiah({ min: 1 })).describe(
    'What is due, as it was read: refused if it has changed since. Default: whatever is due.',
  ),
  note: withDefault(text({ max: 500 }), '').describe('For example the reference of the transfer.'),
  ...freshLogin(),
});

export const SettledRefund = named('SettledRefund', {
  customer_id: z.int(),
  method: z.enum(METHODS),
  nominal: z.int(),
});
