import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';

/** A subject of an endpoint. */
export interface Lane {
  endpoint_id: number;
  subject: string;
}

/**
 * Locks endpoints for whoever is about to write deliveries or lanes of them, so that one does it at a time: before anything
 * else, in the transaction that writes.
 */
export async function lockQueues({ db, shop }: Context, endpoint_ids: readonly number[]): Promise<void> {
  await db
    .selectFrom('webhook_queues')
    .select('endpoint_id')
    .where('shop_id', '=', shop.id)
    .where('endpoint_id', '=', sql<number>`any(${endpoint_ids}::bigint[])`)
    .orderBy('endpoint_id')
    .forUpdate()
    .execute();
}

/**
 * Says that something waits in these lanes, of endpoints that are locked.
 * @param hurry what waits for another attempt there is due now, also of an endpoint that is left alone; or even before all
 *   others
 */
export async function openLanes(
  { db, shop, clock }: Context,
  lanes: readonly Lane[],
  hurry?: 'NOW' | 'FIRST',
): Promise<void> {
  const now = clock.now();
  const due_at = hurry === 'FIRST' ? new Date(0) : now;
  const endpoints = [...new Set(lanes.map(({ endpoint_id }) => endpoint_id))];
  const hurries = hurry !== undefined;
  await sql`insert into webhook_lanes as lane (shop_id, endpoint_id, subject, due_at, touched_at)
    select distinct ${shop.id}::bigint, opened.endpoint_id, opened.subject, ${due_at}::timestamptz, ${now}::timestamptz
    from unnest(${lanes.map(({ endpoint_id }) => endpoint_id)}::bigint[], ${lanes.map(({ subject }) => subject)}::text[])
      as opened (endpoint_id, subject)
    on conflict (shop_id, endpoint_id, subject) do update set touched_at = excluded.touched_at,
      due_at = case when ${hurries} and not lane.is_sending then least(lane.due_at, excluded.due_at)
        else lane.due_at end`.execute(db);
  await db
    .updateTable('webhook_queues')
    .set({
      due_at: sql<Date>`case when is_resting and not ${hurries} then coalesce(due_at, ${now}::timestamptz)
        else least(due_at, ${now}::timestamptz) end`,
    })
    .where('shop_id', '=', shop.id)
    .where('endpoint_id', '=', sql<number>`any(${endpoints}::bigint[])`)
    .execute();
}
