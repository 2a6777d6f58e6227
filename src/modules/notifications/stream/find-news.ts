import { sql } from 'kysely';
import type { Services } from '../../../kernel/context.ts';
import { notificationLimits } from '../limits.ts';
import type { NewsRow, NotificationRow } from '../present-notification.ts';
import { visibleTo } from '../visible-notifications.ts';
import type { StreamPosition } from './stream-client.ts';

/** The numbers of the newest, of these shops and of the platform, in one statement. */
export async function findNewest(
  { db }: Pick<Services, 'db'>,
  shop_ids: readonly number[],
): Promise<{ activity: Map<number, number>; news: number }> {
  const { rows } = await sql<{ shop_id: number; last_number: number }>`
    select c.shop_id, c.last_number from notification_counters as c where c.shop_id = any(${shop_ids}::bigint[])
    union all select 0, coalesce(max(number), 0) from news`.execute(db);
  const activity = new Map(rows.map(({ shop_id, last_number }) => [shop_id, last_number]));
  return { activity, news: activity.get(0) ?? 0 };
}

/** Up to where a shop has been told now. */
export async function currentPosition(
  { db }: Pick<Services, 'db'>,
  shop_id: number,
): Promise<StreamPosition> {
  const { rows } = await sql<StreamPosition>`
    select coalesce((select c.last_number from notification_counters as c where c.shop_id = ${shop_id}), 0) as activity,
      coalesce((select max(number) from news), 0) as news`.execute(db);
  return rows[0] ?? { activity: 0, news: 0 };
}

/** A notification, and who of those that were asked for may see it. */
export type ActivityForUsers = NotificationRow & { user_ids: number[] };

/** What the shop was told beyond one number and up to another, oldest first. Who may see it is decided now. */
export async function activityFor(
  { db }: Pick<Services, 'db'>,
  shop_id: number,
  user_ids: readonly number[],
  { after, to }: { after: number; to: number },
): Promise<ActivityForUsers[]> {
  const { rows } = await sql<ActivityForUsers>`
    select n.number, n.id, n.kind, n.details, n.created_at, false as is_read, array(
      select u.id from users as u where u.shop_id = ${shop_id} and u.id = any(${user_ids}::bigint[])
        and u.status = 'ACTIVE' and ${visibleTo(shop_id)}) as user_ids
    from notifications as n
    where n.shop_id = ${shop_id} and n.number > ${after} and n.number <= ${to}
    order by n.number limit ${sql.lit(notificationLimits.stream_catch_up)}`.execute(db);
  return rows;
}

export async function newsAfter(
  { db }: Pick<Services, 'db'>,
  { after, to }: { after: number; to: number },
): Promise<NewsRow[]> {
  return db
    .selectFrom('news')
    .select([
      'number',
      'id',
      'title',
      'content',
      'web_path',
      'published_at',
      sql<boolean>`false`.as('is_read'),
    ])
    .where('number', '>', after)
    .where('number', '<=', to)
    .orderBy('number')
    .limit(notificationLimits.stream_catch_up)
    .execute();
}
