import { contextOfShop } from '../../../kernel/jobs/in-name-of.ts';
import type { ScheduledJob } from '../../../kernel/jobs/queue.ts';
import type { Services } from '../../../kernel/context.ts';
import { queueNewsPushes } from './queue-pushes.ts';

/** Shops that are looked up at once. */
const BATCH = 500;

/** Every minute: queues news that was published since, for the devices of all shops, shop by shop. */
export function newsPushClock(services: Services): ScheduledJob {
  return { name: 'push-news', cron: '* * * * *', run: () => pushNews(services) };
}

export async function pushNews(services: Services): Promise<void> {
  const db = services.db.withoutPlugins();
  const due = await db
    .selectFrom('news')
    .select('number')
    .where('queued_at', 'is', null)
    .orderBy('number')
    .limit(BATCH)
    .execute();
  for (const { number } of due) {
    for (let after = 0; ;) {
      const shops = await db
        .selectFrom('push_devices')
        .select('shop_id')
        .distinct()
        .where('shop_id', '>', after)
        .orderBy('shop_id')
        .limit(BATCH)
        .execute();
      for (const { shop_id } of shops) {
        const context = contextOfShop(services, 'push-news', { id: shop_id, time_zone: 'Asia/Jakarta' });
        await context.transaction((inner) => queueNewsPushes(inner, shop_id, number));
      }
      const last = shops.at(-1);
      if (last === undefined || shops.length < BATCH) break;
      after = last.shop_id;
    }
    // Interrupted before, it is begun anew: what waits for a device already is not queued twice.
    await db
      .updateTable('news')
      .set({ queued_at: services.clock.now() })
      .where('number', '=', number)
      .execute();
  }
}
