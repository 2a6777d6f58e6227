import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';

/** Broadcasts of which nothing is left to be sent have ended. */
export async function endBroadcasts({ db, shop, clock }: Context): Promise<void> {
  await sql`update message_broadcasts b set state = 'DONE', ended_at = ${clock.now()}
    where b.shop_id = ${shop.id} and b.ended_at is null and b.state = 'RUNNING' and b.prepared_at is not null
      and not exists (select 1 from messages m where m.shop_id = ${shop.id} and m.broadcast_id = b.id
        and m.state in ('WAITING', 'HELD', 'SENDING'))`.execute(db);
}
