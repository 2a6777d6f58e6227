import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { mutationErrors } from '../errors.ts';

/**
 * Locks a mutation until the transaction ends. It is locked before buyers' payments, and these before orders.
 * @throws Refusal 404 if the shop has no such mutation
 */
export async function lockMutation({ db, shop }: Context, id: number) {
  const mutation = await db
    .selectFrom('bank_mutations')
    .select(['id', 'state', 'direction', 'amount_idr', 'matched_idr', 'day', 'reason'])
    .select(['bank_account_id', 'account_key'])
    .select(sql<Date>`coalesce(at, day::timestamp at time zone 'Asia/Jakarta')`.as('received_at'))
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (mutation === undefined) throw kernelErrors.refuse('not_found');
  return mutation;
}

export type LockedMutation = Awaited<ReturnType<typeof lockMutation>>;

/** The matches of a mutation; those that were undone too, as it is asked again for what was done. */
export async function matchesOf({ db, shop }: Context, mutation_id: number) {
  return db
    .selectFrom('mutation_matches')
    .select(['id', 'order_id', 'payment_id', 'buyer_payment_id', 'cause', 'amount_idr', 'undone_at'])
    .where('shop_id', '=', shop.id)
    .where('mutation_id', '=', mutation_id)
    .orderBy('id')
    .execute();
}

export type MutationMatch = Awaited<ReturnType<typeof matchesOf>>[number];

/** @throws Refusal 422 for money that went out; 409 if nothing of the mutation waits: somebody was faster, perhaps */
export function needWaiting({ state }: LockedMutation): void {
  if (state === 'OUTGOING') throw mutationErrors.refuse('mutation_outgoing');
  if (state !== 'NEW' && state !== 'QUEUED') throw mutationErrors.refuse('mutation_decided', { state });
}
