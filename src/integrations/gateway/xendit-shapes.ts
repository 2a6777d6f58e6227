import { z } from 'zod';
import { momentOf, textOf } from '../json-client.ts';

const text = z.unknown().optional().transform(textOf);
/** By which Xendit, or we, know something: it is looked for in an index, which holds no longer ones. */
const id = z.string().min(1).max(200);
/** Whole rupiah, however they are written: `150000.0`. */
const rupiah = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const moment = z.string().transform((value, context) => {
  const found = momentOf(value);
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: 'no moment' });
  return z.NEVER;
});

export const Balance = z.object({ balance: z.number() });

export const Banks = z.array(z.object({ code: z.string(), is_activated: z.boolean().nullish() }));

export const VirtualAccount = z.object({
  id,
  external_id: id,
  account_number: z.string().regex(/^\d{6,30}$/),
  status: z.string(),
  expiration_date: moment,
});

export const Invoice = z.object({
  id,
  external_id: id,
  status: z.string(),
  amount: rupiah,
  paid_amount: rupiah.nullish(),
  paid_at: moment.nullish().catch(null),
  updated: moment.nullish().catch(null),
  expiry_date: moment.nullish().catch(null),
  invoice_url: z.string().max(2_000).nullish(),
});
export type Invoice = z.output<typeof Invoice>;
export const Invoices = z.array(Invoice);

export const Transactions = z.object({
  data: z.array(z.object({ reference_id: z.string(), amount: rupiah, created: moment })),
});

export const Payout = z.object({
  id,
  reference_id: id,
  status: z.string(),
  amount: rupiah,
  failure_code: text,
  updated: moment.nullish().catch(null),
  created: moment.nullish().catch(null),
});
export type Payout = z.output<typeof Payout>;
export const Payouts = z.union([
  z.array(Payout),
  z.object({ data: z.array(Payout) }).transform(({ data }) => data),
]);

export const PayoutCallback = z.object({
  event: z.string(),
  created: moment.nullish().catch(null),
  data: Payout,
});

export const VirtualAccountPayment = z.object({
  callback_virtual_account_id: id,
  payment_id: id,
  external_id: id,
  amount: rupiah,
  transaction_timestamp: moment,
});

/** Callbacks of things that happen to a virtual account, but for a payment. */
export const VirtualAccountNews = z.object({
  external_id: id,
  bank_code: z.string(),
  account_number: z.string(),
  status: z.string(),
});

export const InvoiceCallback = Invoice.extend({ merchant_name: z.string() });
