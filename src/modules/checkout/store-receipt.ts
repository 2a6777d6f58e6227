import type { Context } from '../../kernel/context.ts';
import type { Rupiah } from '../../kernel/money.ts';
import type { PaymentState } from './payment-states.ts';

interface Received {
  payment_id: number;
  cause: string;
  source: 'GATEWAY' | 'MUTATION' | 'BALANCE';
  amount_idr: Rupiah;
  received_at: Date;
  /** What the payment was before, to be that again if it was no money of it. */
  state_before?: PaymentState;
}

/** Stores that money came in, and what became of it. The same cause is stored once: a second one is an error. */
export async function storeReceipt(
  { db, shop, clock }: Context,
  { payment_id, cause, source, amount_idr, received_at, state_before }: Received,
  outcome: 'PAID' | 'REVIVED' | 'BALANCE',
): Promise<void> {
  await db
    .insertInto('payment_receipts')
    .values({
      shop_id: shop.id,
      payment_id,
      cause,
      source,
      amount_idr,
      outcome,
      state_before: state_before ?? null,
      received_at,
      created_at: clock.now(),
    })
    .execute();
}
