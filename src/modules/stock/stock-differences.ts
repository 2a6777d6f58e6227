import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

export interface StockDifference {
  shop_id: number;
  variation_id: number;
  warehouse_id: number;
  /** What stands in stock_levels; null where the level is missing. */
  level: number | null;
  /** What the ledger adds up to. */
  ledger: number;
}

/**
 * Recomputes every stock level of all shops from the ledger and returns the differences, caused by a bug or by manual
 * changes in the database. Reads only.
 * @param db unguarded, because it reads all shops
 */
export async function findStockDifferences(db: Kysely<DB>): Promise<StockDifference[]> {
  const { rows } = await sql<StockDifference>`
    select shop_id, variation_id, warehouse_id, level.quantity as level, coalesce(ledger.quantity, 0) as ledger
    from stock_levels as level
    full join (
      select shop_id, variation_id, warehouse_id, sum(quantity_in - quantity_out)::bigint as quantity
      from stock_ledger
      group by shop_id, variation_id, warehouse_id
    ) as ledger using (shop_id, variation_id, warehouse_id)
    where level.quantity is distinct from coalesce(ledger.quantity, 0)
    order by shop_id, variation_id, warehouse_id
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
