import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';
import { addedSql } from './account-kinds.ts';

const added = sql.raw(addedSql('entry'));

/** Accounts whose balance is not the sum of their posted entries, or that reserve other than pending transfers will take. */
export async function findBalanceDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select shop_id, kind, subject_id, account.balance_idr, coalesce(entries.posted_idr, 0) as entries_idr,
      account.reserved_idr, coalesce(entries.pending_idr, 0) as pending_idr
    from ledger_accounts as account
    full join (
      select entry.shop_id, entry.kind, entry.subject_id,
        coalesce(sum(${added}) filter (where transfer.state = 'POSTED'), 0)::bigint as posted_idr,
        coalesce(sum(greatest(-(${added}), 0)) filter (where transfer.state = 'PENDING'), 0)::bigint as pending_idr
      from ledger_entries as entry
      join ledger_transfers as transfer on transfer.shop_id = entry.shop_id and transfer.id = entry.transfer_id
      group by entry.shop_id, entry.kind, entry.subject_id
    ) as entries using (shop_id, kind, subject_id)
    where account.balance_idr is distinct from coalesce(entries.posted_idr, 0)
      or account.reserved_idr is distinct from coalesce(entries.pending_idr, 0)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Transfers whose entries do not add up to 0, or that say other than their entries of what they move of OrderPay. */
export async function findTransferDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select transfer.shop_id, transfer.id as transfer_id, transfer.cause, entries.sum_idr, transfer.orderpay_idr,
      entries.orderpay_idr as orderpay_entries_idr, transfer.gateway_idr, entries.gateway_idr as gateway_entries_idr
    from ledger_transfers as transfer
    left join (
      select entry.shop_id, entry.transfer_id, sum(entry.amount_idr)::bigint as sum_idr,
        coalesce(sum(entry.amount_idr) filter (where entry.kind in ('ORDERPAY_AVAILABLE', 'ORDERPAY_ON_HOLD')), 0)::bigint
          as orderpay_idr,
        coalesce(sum(entry.amount_idr) filter (where entry.kind = 'GATEWAY_CLEARING'), 0)::bigint as gateway_idr
      from ledger_entries as entry group by entry.shop_id, entry.transfer_id
    ) as entries on entries.shop_id = transfer.shop_id and entries.transfer_id = transfer.id
    where entries.sum_idr is distinct from 0 or entries.orderpay_idr is distinct from transfer.orderpay_idr
      or entries.gateway_idr is distinct from transfer.gateway_idr
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Orders of which more was taken than was on hold. */
export async function findHoldDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select shop_id, order_id, sum(amount_idr)::bigint as on_hold_idr
    from ledger_entries where kind = 'ORDERPAY_ON_HOLD' and order_id is not null
    group by shop_id, order_id having sum(amount_idr) < 0
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
