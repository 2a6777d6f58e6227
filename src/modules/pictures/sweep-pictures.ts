import { sql } from 'kysely';
import type { Services } from '../../kernel/context.ts';
import type { ScheduledJob } from '../../kernel/jobs/queue.ts';
import { FORMATS, pictureFile, thumbnailFile } from './address.ts';

const BATCH = 500;

/**
 * Removes, every day, the pictures that no product uses: one day after the upload or, once a product has used them,
 * within 30 days after the last one stopped. Pictures of deleted products stay, because old orders show them. A
 * picture of a product that is being stored at that moment is left for the next run.
 */
export function sweepPictures(services: Services): ScheduledJob {
  return {
    name: 'sweep-pictures',
    cron: '17 20 * * *',
    async run() {
      for (;;) {
        let looked_at = 0;
        for (const shop_id of await shopsWithDue(services)) looked_at += await sweepShop(services, shop_id);
        if (looked_at === 0) return;
      }
    },
  };
}

/** Shops of which pictures are due, those of the longest ago. */
async function shopsWithDue({ db, clock }: Services): Promise<Set<number>> {
  const { rows } = await sql<{ shop_id: number }>`
    select shop_id from product_pictures where check_at <= ${clock.now()} order by check_at limit ${BATCH}`.execute(
    db.withoutPlugins(),
  );
  return new Set(rows.map(({ shop_id }) => shop_id));
}

/** @returns how many pictures of the shop were looked at */
async function sweepShop(services: Services, shop_id: number): Promise<number> {
  const batch = await markUnused(services, shop_id);
  const unused = batch.filter(({ is_removed }) => is_removed).map(({ name }) => name);
  // The row of a file that cannot be removed stays, and it is tried again the next day.
  for (const name of unused)
    for (const format of FORMATS) {
      await services.files.remove(pictureFile(name, format));
      await services.files.remove(thumbnailFile(name, format));
    }
  await sql`delete from product_pictures where shop_id = ${shop_id} and name = any(${unused}::text[])`.execute(
    services.db,
  );
  return batch.length;
}

interface Checked {
  name: string;
  is_removed: boolean;
}

/** Checks pictures that are due. Those that it returns as removed cannot be assigned to a product any more. */
function markUnused(services: Services, shop_id: number): Promise<Checked[]> {
  const now = services.clock.now();
  return services.db.transaction().execute(async (db) => {
    const { rows: due } = await sql<{ name: string }>`
      select name from product_pictures where shop_id = ${shop_id} and check_at <= ${now}
      order by check_at limit ${BATCH} for update skip locked`.execute(db);
    if (due.length === 0) return [];
    // A separate statement, so that it sees products that were stored while it waited for the locks.
    const { rows } = await sql<Checked>`
      with used as (
        select distinct substring(address from '(\\d+/product/[0-9a-f]{32})\\.') as name
        from product_variations v cross join unnest(v.images) as address
        where v.shop_id = ${shop_id} and v.images <> '{}'
      )
      update product_pictures p
      set removed_at = case when used.name is null then coalesce(p.removed_at, ${now}) end,
        check_at = ${now}::timestamptz + case when used.name is null then interval '1 hour' else interval '30 days' end
      from unnest(${due.map(({ name }) => name)}::text[]) as due (name) left join used on used.name = due.name
      where p.shop_id = ${shop_id} and p.name = due.name
      returning p.name, p.removed_at is not null as is_removed`.execute(db);
    return rows;
  });
}
