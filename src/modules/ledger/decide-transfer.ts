import type { Context } from '../../kernel/context.ts';
import { shopFunction } from '../../kernel/database/shop-function.ts';
import { addedSql } from './account-kinds.ts';

/** What became of a decision; OTHERWISE: it was decided the other way before, and stays so. */
export type Decision = 'DONE' | 'KNOWN' | 'OTHERWISE' | 'NOT_FOUND';

interface DecisionValues {
  shop_id: number;
  now: Date;
  cause: string;
  state: 'POSTED' | 'VOIDED';
}

/** The transfer is locked before its accounts, and these in key order: whoever writes transfers waits for none of them. */
export const decideTransferFunction = shopFunction<{ decision: Decision }, DecisionValues>(
  'decide_transfer',
  {
    takes: { shop_id: 'bigint', now: 'timestamptz', cause: 'text', state: 'text' },
    returns: { decision: 'text' },
  },
  (given, result) => {
    const change = `(
    select entry.kind, entry.subject_id, sum(${addedSql('entry')})::bigint as added,
      sum(greatest(-(${addedSql('entry')}), 0))::bigint as reserved
    from ledger_entries as entry
    where entry.shop_id = ${given.shop_id} and entry.transfer_id = decided.id
    group by entry.kind, entry.subject_id
    order by entry.kind, entry.subject_id
  ) as change`;
    return `declare
  decided record;
  moment timestamptz;
begin
  select transfer.id, transfer.state into decided
  from ledger_transfers as transfer
  where transfer.shop_id = ${given.shop_id} and transfer.cause = ${given.cause}
  for no key update;
  if not found then
    ${result.decision} := 'NOT_FOUND';
    return;
  end if;
  if decided.state <> 'PENDING' then
    ${result.decision} := case when decided.state = ${given.state} then 'KNOWN' else 'OTHERWISE' end;
    return;
  end if;

  select max(held.moved_at) into moment
  from ${change} cross join lateral (
    select account.moved_at from ledger_accounts as account
    where account.shop_id = ${given.shop_id} and account.kind = change.kind and account.subject_id = change.subject_id
    for no key update
  ) as held;
  moment := greatest(moment, ${given.now});

  update ledger_accounts as account
  set balance_idr = account.balance_idr + case when ${given.state} = 'POSTED' then change.added else 0 end,
    reserved_idr = account.reserved_idr - change.reserved, moved_at = moment
  from ${change}
  where account.shop_id = ${given.shop_id} and account.kind = change.kind and account.subject_id = change.subject_id;

  update ledger_transfers set state = ${given.state}, decided_at = moment
  where shop_id = ${given.shop_id} and id = decided.id;
  ${result.decision} := 'DONE';
end`;
  },
);

/**
 * Posts a pending transfer, which then moves what it reserved, or voids it, which gives that free. Decided once, however
 * often and by however many it is called.
 */
export async function decideTransfer(
  context: Context,
  cause: string,
  state: 'POSTED' | 'VOIDED',
): Promise<Decision> {
  const { decision } = await decideTransferFunction.call(context.db, {
    shop_id: context.shop.id,
    now: context.clock.now(),
    cause,
    state,
  });
  return decision;
}
