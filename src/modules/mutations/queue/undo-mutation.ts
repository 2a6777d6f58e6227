import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { sum } from '../../../kernel/money.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import { emit, userIdOf } from '../../../kernel/outbox.ts';
import { takeMoneyBack } from '../../checkout/index.ts';
import { lockOrderFor, takeBackMutationPart } from '../../orders/index.ts';
import { mutationErrors } from '../errors.ts';
import {
  lockMutation,
  matchesOf,
  needWaiting,
  type LockedMutation,
  type MutationMatch,
} from './lock-mutation.ts';
import { viewMutation } from './read-mutations.ts';
import type { BankMutation, UndoMutationInput } from './schemas.ts';

/**
 * Undoes all matches of a mutation, or one, or that it is ignored: it waits again. Payments that were recorded with a match are
 * removed, buyers' payments are again what they were. Undone already, it stays as it is. All of it is undone, or nothing.
 * @throws Refusal 404 if the shop has no such mutation; 409 for a match of one that is ignored; 422 where the money cannot be
 *   taken back: an order is not active any more or was refunded, orders of the buyer's payment were decided, the balance was spent
 */
export async function undoMutation(
  context: Context,
  { id, match_id }: z.output<typeof UndoMutationInput>,
): Promise<z.input<typeof BankMutation>> {
  return context.transaction(async (inner) => {
    const mutation = await lockMutation(inner, id);
    const matches = await matchesOf(inner, id);
    if (match_id !== undefined)
      foundBy(
        'match_id',
        matches.find((match) => match.id === match_id),
      );
    const undone = matches.filter(
      (match) => match.undone_at === null && (match_id === undefined || match.id === match_id),
    );
    if (mutation.state === 'IGNORED' && match_id === undefined) await storeUndone(inner, mutation, []);
    else if (undone.length > 0) {
      if (mutation.state === 'IGNORED') needWaiting(mutation);
      await takeBack(inner, undone);
      await storeUndone(inner, mutation, undone);
    }
    return viewMutation(inner, id);
  });
}

async function takeBack(context: Context, matches: readonly MutationMatch[]): Promise<void> {
  await lockInOrder(context, matches);
  for (const { buyer_payment_id, cause } of matches)
    if (buyer_payment_id !== null && cause !== null)
      await takeMoneyBack(context, { payment_id: buyer_payment_id, cause });
  const of_orders = matches.flatMap(({ order_id, payment_id }) =>
    order_id === null || payment_id === null ? [] : [{ order_id, payment_id }],
  );
  await refuseGone(context, of_orders);
  for (const { order_id, payment_id } of of_orders.toSorted((a, b) => a.order_id - b.order_id)) {
    const order = await lockOrderFor(context, order_id, 'REMOVE_PAYMENT');
    await takeBackMutationPart(context, order, payment_id, 'id');
  }
}

/** Buyers' payments before orders, each in the order of their IDs, as all who lock several. */
async function lockInOrder({ db, shop }: Context, matches: readonly MutationMatch[]): Promise<void> {
  const payment_ids = matches.flatMap(({ buyer_payment_id }) => buyer_payment_id ?? []);
  const order_ids = matches.flatMap(({ order_id }) => order_id ?? []);
  await sql`select p.id from buyer_payments as p
    where p.shop_id = ${shop.id} and p.id = any(${payment_ids}::bigint[])
    order by p.id for update`.execute(db);
  await sql`select o.id from orders as o
    where o.shop_id = ${shop.id} and (o.id = any(${order_ids}::bigint[]) or o.id in (
      select of_payment.order_id from buyer_payment_orders as of_payment
      where of_payment.shop_id = ${shop.id} and of_payment.payment_id = any(${payment_ids}::bigint[])))
    order by o.id for update`.execute(db);
}

/** What has left again with its order, or with a refund of it, is not there to pay anything else. */
async function refuseGone(
  { db, shop }: Context,
  of_orders: readonly { order_id: number; payment_id: number }[],
): Promise<void> {
  if (of_orders.length === 0) return;
  const { rows } = await sql<{ order_id: number; is_paid: boolean }>`
    select o.id as order_id, exists (select 1 from order_payments as p
      where p.shop_id = ${shop.id} and p.order_id = o.id and p.id = matched.payment_id) as is_paid
    from unnest(${of_orders.map(({ order_id }) => order_id)}::bigint[],
      ${of_orders.map(({ payment_id }) => payment_id)}::bigint[]) as matched (order_id, payment_id)
    join orders as o on o.shop_id = ${shop.id} and o.id = matched.order_id`.execute(db);
  const left = new Map(rows.map(({ order_id, is_paid }) => [order_id, is_paid]));
  for (const { order_id: order } of of_orders) {
    if (!left.has(order)) throw mutationErrors.refuse('mutation_order_deleted', { order });
    if (left.get(order) === false) throw mutationErrors.refuse('mutation_order_refunded', { order });
  }
}

async function storeUndone(
  context: Context,
  mutation: LockedMutation,
  undone: readonly MutationMatch[],
): Promise<void> {
  const { db, shop, clock } = context;
  const now = clock.now();
  const by = userIdOf(context);
  if (undone.length > 0)
    await db
      .updateTable('mutation_matches')
      .set({ undone_by: by, undone_at: now })
      .where('shop_id', '=', shop.id)
      .where('mutation_id', '=', mutation.id)
      .where(
        'id',
        'in',
        undone.map(({ id }) => id),
      )
      .execute();
  const matched_idr = mutation.matched_idr - sum(undone.map(({ amount_idr }) => amount_idr));
  await db
    .updateTable('bank_mutations')
    .set({
      state: 'QUEUED',
      fault: matched_idr > 0 ? 'REST' : 'UNDONE',
      matched_idr,
      reason: null,
      resolved_by: by,
      resolved_at: now,
    })
    .where('shop_id', '=', shop.id)
    .where('id', '=', mutation.id)
    .execute();
  await emit(context, 'bank_mutation.undone', mutation.id, {
    payments: undone.flatMap(({ buyer_payment_id: payment_id, amount_idr: amount }) =>
      payment_id === null ? [] : [{ payment_id, amount }],
    ),
    orders: undone.flatMap(({ order_id, amount_idr: amount }) =>
      order_id === null ? [] : [{ order_id, amount }],
    ),
    rest: mutation.amount_idr - matched_idr,
  });
}
