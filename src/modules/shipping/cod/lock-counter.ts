import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';

/**
 * Locks what a shop has of COD against all others that make invoices or settle payouts: they do so one after the other.
 * Take it before parcels and orders.
 * @returns how many invoices the shop has
 */
export async function lockCounter(context: Context): Promise<number> {
  const { rows } = await sql<{ invoices: number }>`
    insert into cod_counters as counter (shop_id) values (${context.shop.id})
    on conflict (shop_id) do update set invoices = counter.invoices returning invoices`.execute(context.db);
  return rows[0]?.invoices ?? 0;
}
