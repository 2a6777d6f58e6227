import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { notificationLimits } from './limits.ts';
import type { UnreadCounts } from './schemas.ts';
import { amongNewest, unreadBy, unreadNewsBy, visibleTo } from './visible-notifications.ts';

const SHOWN_MOST = 99;

/** How many the user has not read, in one statement. */
export async function countUnread({ db, shop, actor }: Context): Promise<z.input<typeof UnreadCounts>> {
  const { rows } = await sql<{ activity: number; news: number }>`
    select
      (select count(*)::int from notifications as n
        where n.shop_id = ${shop.id} and ${amongNewest(shop.id)} and ${unreadBy(shop.id)} and ${visibleTo(shop.id)}) as activity,
      (select count(*)::int from (select * from news order by number desc limit ${sql.lit(notificationLimits.news_items)}) as n
        where ${unreadNewsBy(shop.id)}) as news
    from users as u where u.shop_id = ${shop.id} and u.id = ${actor.user_id}`.execute(db);
  const { activity, news } = rows[0] ?? { activity: 0, news: 0 };
  return { activity, news, activity_display: shown(activity), news_display: shown(news) };
}

function shown(count: number): string {
  return count > SHOWN_MOST ? `${SHOWN_MOST}+` : String(count);
}
