import { sql } from 'kysely';
import type { Database } from '../../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../../kernel/module.ts';
import { codChargesSql, refundFeeSql } from '../charges.ts';
import { CHARGING, orderCharges } from './enter-charges.ts';

/** Orders that say otherwise than the books what they were charged. What has not been read yet is no difference. */
export async function findChargeDifferences(db: Database): Promise<unknown[]> {
  const shop_id = sql<number>`o.shop_id`;
  const { rows } = await sql`
    select * from (
      select o.shop_id, o.id as order_id, o.cod_charges_idr, ${codChargesSql(shop_id)} as cod_entries_idr,
        o.refund_fee_idr, ${refundFeeSql(shop_id)} as ledger_idr
      from orders o
      where o.cod_charges_idr <> 0 or o.refund_fee_idr <> 0
        or (o.shop_id, o.id) in (select shop_id, order_id from cod_parcels)
        or (o.shop_id, o.id) in (select shop_id, order_id from ledger_entries where kind = 'FEES' and order_id is not null)
    ) as charged
    where (cod_charges_idr, refund_fee_idr) <> (cod_entries_idr, ledger_idr)
      and not exists (select 1 from outbox_events e
        where e.shop_id = charged.shop_id and e.subject_id = charged.order_id and e.name = any(${[...CHARGING]}::text[])
          and (e.position is null
            or e.position > (select position from event_readers where name = ${orderCharges.name})))
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
