import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import type { Feed, ReadNotificationsInput } from './schemas.ts';
import { visibleTo } from './visible-notifications.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Marks one notification as read, or all of a type. Nobody else's state changes.
 * @throws Refusal 404 if the user has no such notification
 */
export async function readNotifications(
  context: Context,
  { id, type }: z.output<typeof ReadNotificationsInput>,
): Promise<object> {
  if (id === undefined) {
    await readAll(context, type);
    return {};
  }
  const found = UUID.test(id) ? await find(context, id) : undefined;
  if (found === undefined) throw kernelErrors.refuse('not_found');
  const { db, shop, actor, clock } = context;
  await sql`insert into notification_read_marks (shop_id, user_id, feed, number, read_at)
    select ${shop.id}::bigint, ${actor.user_id}::bigint, ${found.feed}, ${found.number}::bigint, ${clock.now()}::timestamptz
    where not exists (select 1 from notification_reads as r where r.shop_id = ${shop.id}
      and r.user_id = ${actor.user_id} and r.feed = ${found.feed} and r.read_to >= ${found.number})
    on conflict (shop_id, user_id, feed, number) do nothing`.execute(db);
  return {};
}

/** Whatever the type: an ID is of one of them. */
async function find({ db, shop, actor }: Context, id: string) {
  const { rows } = await sql<{ feed: Feed; number: number }>`
    select 'ACTIVITY' as feed, n.number from notifications as n
    join users as u on u.shop_id = ${shop.id} and u.id = ${actor.user_id}
    where n.shop_id = ${shop.id} and n.id = ${id}::uuid and ${visibleTo(shop.id)}
    union all
    select 'NEWS', news.number from news where news.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** However many there are: two statements, of which the second removes what the first makes needless. */
function readAll(context: Context, feed: Feed): Promise<void> {
  return context.transaction(async ({ db, shop, actor }) => {
    const newest =
      feed === 'NEWS'
        ? sql`select coalesce(max(number), 0) from news`
        : sql`select coalesce(max(c.last_number), 0) from notification_counters as c where c.shop_id = ${shop.id}`;
    const { rows } = await sql<{ read_to: number }>`
      insert into notification_reads as r (shop_id, user_id, feed, read_to)
      select ${shop.id}::bigint, ${actor.user_id}::bigint, ${feed}, (${newest})
      on conflict (shop_id, user_id, feed) do update set read_to = greatest(r.read_to, excluded.read_to)
      returning read_to`.execute(db);
    await db
      .deleteFrom('notification_read_marks')
      .where('shop_id', '=', shop.id)
      .where('user_id', '=', actor.user_id)
      .where('feed', '=', feed)
      .where('number', '<=', rows[0]?.read_to ?? 0)
      .execute();
  });
}
