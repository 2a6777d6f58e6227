import { sql } from 'kysely';
import type { Database } from '../../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../../kernel/module.ts';

/** Withdrawals whose transfer is not in the state that is theirs, or moves another amount, and transfers without one. */
export async function findWithdrawalDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select coalesce(w.shop_id, t.shop_id) as shop_id, w.id as withdrawal_id, w.state, t.id as transfer_id,
      t.state as transfer_state, w.nominal_idr + w.fee_idr as amount_idr, t.orderpay_idr
    from withdrawals as w
    full join (select shop_id, id, cause, state, orderpay_idr from ledger_transfers where kind = 'WITHDRAWAL') as t
      on t.shop_id = w.shop_id and t.cause = 'withdrawal:' || w.key
    left join ledger_transfers as returned
      on returned.shop_id = w.shop_id and returned.cause = 'withdrawal-returned:' || w.key
    where w.id is null or t.id is null or t.orderpay_idr <> -(w.nominal_idr + w.fee_idr)
      or t.state <> case when w.state in ('REQUESTED', 'SENT') then 'PENDING'
        when w.state = 'PAID' or returned.id is not null then 'POSTED' else 'VOIDED' end
      or (returned.id is not null and (w.state <> 'FAILED' or returned.orderpay_idr <> w.nominal_idr + w.fee_idr))
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
