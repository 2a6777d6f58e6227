import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

/** Invoices for which another amount came in than they say: too little, too much, or twice. The operator has to give it back. */
export async function findAmountDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select shop_id, id, state, amount_idr, received_idr from billing_orders
    where received_idr <> case when state = 'PAID' then amount_idr else 0 end
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
