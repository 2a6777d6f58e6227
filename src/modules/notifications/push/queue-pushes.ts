import { sql } from 'kysely';
import type { PublicContext } from '../../../kernel/context.ts';
import { KINDS } from '../kinds.ts';
import { visibleTo } from '../visible-notifications.ts';

const GROUP_OF_KIND = JSON.stringify(
  Object.fromEntries(Object.entries(KINDS).map(([kind, { group }]) => [kind, group])),
);

/** Queues notifications for the devices of all who may see them and have not muted them, in the open transaction. */
export async function queuePushes(
  context: PublicContext,
  shop_id: number,
  { first_number, last_number }: { first_number: number; last_number: number },
): Promise<void> {
  const { rows } = await sql<{ device_id: number }>`
    insert into push_sends (shop_id, device_id, feed, number, created_at)
    select ${shop_id}::bigint, d.id, 'ACTIVITY', n.number, ${context.clock.now()}::timestamptz
    from push_devices as d
    join users as u on u.shop_id = ${shop_id} and u.id = d.user_id and u.status = 'ACTIVE'
    join notifications as n on n.shop_id = ${shop_id} and n.number between ${first_number} and ${last_number}
    where d.shop_id = ${shop_id} and ${visibleTo(shop_id)}
      and not exists (select 1 from push_settings as s where s.shop_id = ${shop_id} and s.user_id = u.id
        and (${GROUP_OF_KIND}::jsonb ->> n.kind) = any(s.muted))
    on conflict do nothing
    returning device_id`.execute(context.db);
  await wakeDevices(context, shop_id, rows);
}

/** The same of news of the platform. */
export async function queueNewsPushes(
  context: PublicContext,
  shop_id: number,
  number: number,
): Promise<void> {
  const { rows } = await sql<{ device_id: number }>`
    insert into push_sends (shop_id, device_id, feed, number, created_at)
    select ${shop_id}::bigint, d.id, 'NEWS', ${number}::bigint, ${context.clock.now()}::timestamptz
    from push_devices as d
    join users as u on u.shop_id = ${shop_id} and u.id = d.user_id and u.status = 'ACTIVE'
    where d.shop_id = ${shop_id}
      and not exists (select 1 from push_settings as s where s.shop_id = ${shop_id} and s.user_id = u.id
        and 'NEWS' = any(s.muted))
    on conflict do nothing
    returning device_id`.execute(context.db);
  await wakeDevices(context, shop_id, rows);
}

async function wakeDevices(
  context: PublicContext,
  shop_id: number,
  rows: readonly { device_id: number }[],
): Promise<void> {
  const ids = new Set(rows.map(({ device_id }) => device_id));
  for (const id of ids) await context.queue.send(context.platform, 'push', { shop_id, id });
  if (ids.size > 0) await context.afterCommit(() => context.queue.wake('push'));
}
