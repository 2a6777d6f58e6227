import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { lockQueues, openLanes } from '../lanes.ts';

/**
 * Has deliveries of a webhook sent again, at once and with all their attempts before them: those that have ended, and those that
 * wait for another attempt. Each keeps its place among the deliveries of its subject.
 */
export async function requeueDeliveries(
  context: Context,
  endpoint_id: number,
  ids: readonly number[],
): Promise<void> {
  const { db, shop, clock } = context;
  await lockQueues(context, [endpoint_id]);
  const rows = await db
    .updateTable('webhook_deliveries')
    .set({ state: 'WAITING', tries: 0, retry_at: null, ended_at: null, queued_at: clock.now() })
    .where('shop_id', '=', shop.id)
    .where('endpoint_id', '=', endpoint_id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .returning(['endpoint_id', 'subject'])
    .execute();
  if (rows.length > 0) await openLanes(context, rows, 'NOW');
}
