import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { sum } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import type { MoneyOutcome } from '../checkout/index.ts';

/** What of a mutation pays a buyer's payment. */
export interface PaymentMatch {
  buyer_payment_id: number;
  /** Of the receipt. */
  cause: string;
  outcome: 'PAID' | 'REVIVED' | 'BALANCE';
  amount_idr: number;
}

/** What of it pays an order. */
export interface OrderMatch {
  order_id: number;
  /** Of the order, as it was recorded. */
  payment_id: number;
  amount_idr: number;
}

/** A mutation that is locked. */
interface Matched {
  id: number;
  amount_idr: number;
  matched_idr: number;
}

/** Under which its next money for a buyer's payment is recorded: another each time that it is matched. */
export async function causeOfMatch({ db, shop }: Context, mutation_id: number): Promise<string> {
  const { before } = await db
    .selectFrom('mutation_matches')
    .select(sql<number>`count(*)`.as('before'))
    .where('shop_id', '=', shop.id)
    .where('mutation_id', '=', mutation_id)
    .where('kind', '=', 'PAYMENT')
    .executeTakeFirstOrThrow();
  return before === 0 ? `mutation:${mutation_id}` : `mutation:${mutation_id}:${before}`;
}

/** Whether money that came in is the payment's now, or its customer's. */
export function isTaken(outcome: MoneyOutcome): outcome is PaymentMatch['outcome'] {
  return outcome === 'PAID' || outcome === 'REVIVED' || outcome === 'BALANCE';
}

/**
 * Stores what a locked mutation pays; of what is left over the rest waits on.
 * @param by who has matched it; null: it was matched by itself
 */
export async function storeMatches(
  context: Context,
  mutation: Matched,
  matches: readonly (PaymentMatch | OrderMatch)[],
  by: number | null,
): Promise<void> {
  const { db, shop, clock } = context;
  const now = clock.now();
  await db
    .insertInto('mutation_matches')
    .values(
      matches.map((match) => ({
        shop_id: shop.id,
        mutation_id: mutation.id,
        kind: 'order_id' in match ? ('ORDER' as const) : ('PAYMENT' as const),
        ...match,
        created_by: by,
        created_at: now,
      })),
    )
    .execute();
  const matched_idr = mutation.matched_idr + sum(matches.map(({ amount_idr }) => amount_idr));
  const is_whole = matched_idr === mutation.amount_idr;
  await db
    .updateTable('bank_mutations')
    .set({
      state: is_whole ? ('MATCHED' as const) : ('QUEUED' as const),
      fault: is_whole ? null : 'REST',
      matched_idr,
      resolved_by: by,
      resolved_at: now,
    })
    .where('shop_id', '=', shop.id)
    .where('id', '=', mutation.id)
    .execute();
  await emit(context, 'bank_mutation.matched', mutation.id, {
    payments: matches.flatMap((match) =>
      'order_id' in match
        ? []
        : [{ payment_id: match.buyer_payment_id, amount: match.amount_idr, outcome: match.outcome }],
    ),
    orders: matches.flatMap((match) =>
      'order_id' in match ? [{ order_id: match.order_id, amount: match.amount_idr }] : [],
    ),
    rest: mutation.amount_idr - matched_idr,
  });
}
