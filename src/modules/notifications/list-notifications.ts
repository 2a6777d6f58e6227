import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { cutPage, pageOf } from '../../kernel/paging.ts';
import { notificationLimits } from './limits.ts';
import {
  NOTIFICATION_COLUMNS,
  presentNews,
  presentNotification,
  type Presented,
} from './present-notification.ts';
import type { ListNotificationsInput } from './schemas.ts';
import { amongNewest, unreadBy, unreadNewsBy, visibleTo } from './visible-notifications.ts';

type Listed = Page<Presented> & { head: { unread_count: number } };

/** The newest first, in two statements. */
export async function listNotifications(
  context: Context,
  input: z.output<typeof ListNotificationsInput>,
): Promise<Listed> {
  return input.type === 'NEWS' ? listNews(context, input) : listActivity(context, input);
}

interface Counts {
  total: number;
  unread: number;
}

async function listActivity(
  context: Context,
  input: z.output<typeof ListNotificationsInput>,
): Promise<Listed> {
  const { db, shop, actor } = context;
  const rows = await db
    .selectFrom('notifications as n')
    .innerJoin('users as u', (join) =>
      join.on('u.shop_id', '=', shop.id).on('u.id', '=', sql.val(actor.user_id)),
    )
    .select([...NOTIFICATION_COLUMNS, sql<boolean>`not ${unreadBy(shop.id)}`.as('is_read')])
    .where('n.shop_id', '=', shop.id)
    .where(amongNewest(shop.id))
    .where(visibleTo(shop.id))
    .orderBy('n.number', 'desc')
    .$call(cutPage(input))
    .execute();
  const { total, unread } = await countActivity(context);
  const items = rows.map((row) => presentNotification(row, context));
  return { ...pageOf(input, total, items), is_counted_whole: true, head: { unread_count: unread } };
}

/** Of `limits.notifications_per_shop` at most. */
async function countActivity({ db, shop, actor }: Context): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*)::int as total, count(*) filter (where ${unreadBy(shop.id)})::int as unread
    from notifications as n
    join users as u on u.shop_id = ${shop.id} and u.id = ${actor.user_id}
    where n.shop_id = ${shop.id} and ${amongNewest(shop.id)} and ${visibleTo(shop.id)}`.execute(db);
  return rows[0] ?? { total: 0, unread: 0 };
}

async function listNews(context: Context, input: z.output<typeof ListNotificationsInput>): Promise<Listed> {
  const { db, shop, actor } = context;
  const rows = await db
    .selectFrom('news as n')
    .innerJoin('users as u', (join) =>
      join.on('u.shop_id', '=', shop.id).on('u.id', '=', sql.val(actor.user_id)),
    )
    .select(['n.number', 'n.id', 'n.title', 'n.content', 'n.web_path', 'n.published_at'])
    .select(sql<boolean>`not ${unreadNewsBy(shop.id)}`.as('is_read'))
    .orderBy('n.number', 'desc')
    .$call(cutPage(input))
    .execute();
  const { rows: counted } = await sql<Counts>`
    select count(*)::int as total, count(*) filter (where ${unreadNewsBy(shop.id)})::int as unread
    from (select * from news order by number desc limit ${sql.lit(notificationLimits.news_items)}) as n
    join users as u on u.shop_id = ${shop.id} and u.id = ${actor.user_id}`.execute(db);
  const [{ total, unread } = { total: 0, unread: 0 }] = counted;
  const items = rows.map((row) => presentNews(row, context));
  return { ...pageOf(input, total, items), is_counted_whole: true, head: { unread_count: unread } };
}
