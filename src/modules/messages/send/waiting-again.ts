import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../../kernel/context.ts';

/** Has nobody pause or stop broadcasts before the open transaction has put their messages back. */
export async function lockBroadcasts({ db, shop }: Context, ids: readonly number[]): Promise<void> {
  await db
    .selectFrom('message_broadcasts')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('id')
    .forShare()
    .execute();
}

/**
 * The state of a message that a process had and does not send now: it waits, unless its broadcast was paused or stopped meanwhile.
 * @param broadcast_id SQL of its broadcast, which is locked
 */
export function waitingSql({ shop }: Context, broadcast_id: RawBuilder<unknown>) {
  return sql<
    'WAITING' | 'HELD' | 'STOPPED'
  >`coalesce((select case b.state when 'PAUSED' then 'HELD' when 'STOPPED' then 'STOPPED' end
    from message_broadcasts b where b.shop_id = ${shop.id} and b.id = ${broadcast_id}), 'WAITING')`;
}
