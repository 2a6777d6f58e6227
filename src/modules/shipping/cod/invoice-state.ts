import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';

/** A trip of a parcel. */
export interface TripKey {
  order_id: number;
  trip: number;
}

/**
 * Completes the invoices that these trips stand on where nothing of their parcels is open any more, and opens those again
 * of which something is. The caller has written the trips before.
 */
export async function refreshInvoices(context: Context, trips: readonly TripKey[]): Promise<void> {
  if (trips.length === 0) return;
  const order_ids = [...new Set(trips.map(({ order_id }) => order_id))];
  await refresh(
    context,
    sql`i.id in (select e.invoice_id from cod_entries as e where e.shop_id = ${context.shop.id}
      and e.order_id = any(${order_ids}::bigint[]) and e.invoice_id is not null)`,
  );
}

/** The same for one invoice. */
export async function refreshInvoice(context: Context, id: string): Promise<void> {
  await refresh(context, sql`i.id = ${id}`);
}

async function refresh(context: Context, which: ReturnType<typeof sql>): Promise<void> {
  await sql`
    update cod_invoices as i set completed_at = case when is_open then null else ${context.clock.now()}::timestamptz end
    from (
      select i.id, exists (
        select 1 from cod_entries as e
        join cod_parcels as p on p.shop_id = ${context.shop.id} and p.order_id = e.order_id and p.trip = e.trip
        where e.shop_id = ${context.shop.id} and e.invoice_id = i.id and p.open_idr <> 0) as is_open
      from cod_invoices as i
      where i.shop_id = ${context.shop.id} and ${which}
      order by i.id for no key update
    ) as state
    where i.shop_id = ${context.shop.id} and i.id = state.id and (i.completed_at is null) <> state.is_open`.execute(
    context.db,
  );
}
