import { fieldOf, jsonOfCallback } from '../json-client.ts';
import type { GatewayNews, Payout, PayoutFailure } from './port.ts';
import * as shapes from './xendit-shapes.ts';
import { PAYOUT_FAILURES } from './xendit-words.ts';

/** What a callback of Xendit tells: see `GatewayAccount.readCallback`. */
export function newsOf(body: Buffer): GatewayNews | 'unimportant' | undefined {
  const said = jsonOfCallback(body);
  if (fieldOf(said, 'event') !== undefined) return newsOfPayout(said);
  const payment = shapes.VirtualAccountPayment.safeParse(said).data;
  if (payment !== undefined) {
    const { payment_id, external_id: key, amount: amount_idr, transaction_timestamp: happened_at } = payment;
    return { kind: 'charge_paid', event_id: `va ${payment_id}`, key, payment_id, amount_idr, happened_at };
  }
  const invoice = shapes.InvoiceCallback.safeParse(said).data;
  if (invoice !== undefined) return newsOfInvoice(invoice);
  const is_of_account = shapes.VirtualAccountNews.safeParse(said).success;
  return is_of_account && fieldOf(said, 'amount') === undefined ? 'unimportant' : undefined;
}

/** Whether it was paid: settled is what has reached the account since. */
export const isPaid = ({ status }: Pick<shapes.Invoice, 'status'>): boolean =>
  status === 'PAID' || status === 'SETTLED';

export function stateOf(status: string): Payout['state'] {
  if (status === 'SUCCEEDED') return 'PAID';
  return ENDED_PAYOUTS.has(status) ? 'FAILED' : 'PENDING';
}
const ENDED_PAYOUTS: ReadonlySet<string> = new Set(['FAILED', 'CANCELLED', 'REVERSED']);

function failureOf({ status, failure_code }: shapes.Payout): PayoutFailure | null {
  if (stateOf(status) !== 'FAILED') return null;
  if (status === 'REVERSED') return 'returned';
  return PAYOUT_FAILURES[failure_code ?? ''] ?? 'unknown';
}

export function payoutOf(payout: shapes.Payout): Payout {
  const { id: vendor_payout_id, reference_id: key, status } = payout;
  return { key, vendor_payout_id, state: stateOf(status), failure: failureOf(payout) };
}

function newsOfPayout(said: unknown): GatewayNews | 'unimportant' | undefined {
  const callback = shapes.PayoutCallback.safeParse(said).data;
  if (callback === undefined) return undefined;
  const { event, data, created } = callback;
  const happened_at = data.updated ?? created ?? data.created;
  if (!event.startsWith('payout.') || !happened_at) return undefined;
  const state = stateOf(data.status);
  if (state === 'PENDING') return 'unimportant';
  return {
    kind: state === 'PAID' ? 'payout_paid' : 'payout_failed',
    event_id: `payout ${data.id} ${data.status}`,
    key: data.reference_id,
    amount_idr: data.amount,
    happened_at,
    failure: failureOf(data),
  };
}

function newsOfInvoice(invoice: shapes.Invoice): GatewayNews | 'unimportant' | undefined {
  const { id, external_id: key, amount, paid_amount, paid_at, updated, status } = invoice;
  const happened_at = paid_at ?? updated;
  if (!happened_at) return undefined;
  if (isPaid(invoice))
    return {
      kind: 'charge_paid',
      event_id: `invoice ${id} PAID`,
      key,
      payment_id: id,
      amount_idr: paid_amount ?? amount,
      happened_at,
    };
  if (status !== 'EXPIRED') return 'unimportant';
  return { kind: 'charge_expired', event_id: `invoice ${id} EXPIRED`, key, amount_idr: amount, happened_at };
}
