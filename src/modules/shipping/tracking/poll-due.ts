import { sql } from 'kysely';
import pLimit from 'p-limit';
import type { Context, Services } from '../../../kernel/context.ts';
import { contextOfShop } from '../../../kernel/jobs/in-name-of.ts';
import type { ScheduledJob } from '../../../kernel/jobs/queue.ts';
import { shippingLimits } from '../limits.ts';
import { openVendorAccounts } from '../vendor-accounts.ts';
import { pollParcel, type ParcelKey, type PollRound } from './poll-parcel.ts';

/** How long a parcel is left to the process that asks of it: longer than a vendor may take for all that it took. */
const LEASE_MS = 15 * 60_000;

/** What is put off is due in the next run: of a vendor that is left alone for a while, or of a shop that had its share. */
const PUT_OFF_MS = 4 * 60_000;

/** A run ends then, so that the next one begins anew; what is left is due still. */
const RUN_MS = 4 * 60_000;

/** What a run has for one shop, so that one whose vendor hangs keeps no other from its turn. */
const SHOP_MS = 60_000;

/** Asks vendors every five minutes of the parcels that are due, some shops at a time. */
export function trackingClock(
  services: Services,
  {
    shop_ms = SHOP_MS,
    most_shops = shippingLimits.tracked_shops,
  }: { shop_ms?: number; most_shops?: number } = {},
): ScheduledJob {
  const now = () => services.clock.now().getTime();
  return {
    name: 'track-parcels',
    cron: '*/5 * * * *',
    async run() {
      const until = now() + RUN_MS;
      const atOnce = pLimit(shippingLimits.tracked_shops_at_once);
      await atOnce.map(await shopsWithVendors(services, most_shops), async ({ user_id, ...shop }) => {
        if (now() > until) return;
        await pollShop(contextOfShop(services, 'track-parcels', shop, user_id), now() + shop_ms);
      });
    },
  };
}

/**
 * Each with who connected it first, in whose name its parcels are tracked. Those whose parcels are due for the longest come
 * first; of the others, which may have new parcels, any.
 */
async function shopsWithVendors({ db, clock }: Services, most: number) {
  const { rows } = await sql<Context['shop'] & { user_id: number }>`
    select shops.id, shops.time_zone, min(c.user_id) as user_id
    from courier_connections c join shops on shops.id = c.shop_id
    group by shops.id
    order by least(${clock.now()}::timestamptz,
      (select min(p.next_poll_at) from tracking_polls p where p.shop_id = shops.id)), random()
    limit ${most}`.execute(db.withoutPlugins());
  return rows;
}

/** Polls what is due of a shop, several at a time, until a moment; what is left then is put off. */
async function pollShop(context: Context, until: number): Promise<void> {
  const accounts = await openVendorAccounts(context);
  if (!accounts.some(({ can }) => can.tracking)) return;
  await enrolParcels(context);
  const atOnce = pLimit(shippingLimits.tracked_at_once);
  const round: PollRound = { paused: new Set(), put_off: [] };
  await atOnce.map(await claimDue(context), async (key) => {
    if (context.clock.now().getTime() <= until) await pollOrLog(context, key, round);
    else round.put_off.push(key);
  });
  if (round.put_off.length > 0) await putOff(context, round.put_off);
}

/** A parcel that fails by a fault of ours keeps no other from its turn. */
async function pollOrLog(context: Context, key: ParcelKey, round: PollRound): Promise<void> {
  try {
    await pollParcel(context, key, round);
  } catch (error) {
    context.log.error({ shop_id: context.shop.id, ...key, err: error }, 'a parcel could not be tracked');
  }
}

/** Parcels with an AWB number that are with a courier, or are requested, are tracked from now on. */
async function enrolParcels({ db, shop, clock }: Context): Promise<void> {
  const now = clock.now();
  await sql`
    insert into tracking_polls (shop_id, order_id, number, next_poll_at, started_at)
    select ${shop.id}, s.order_id, s.number, ${now}::timestamptz, ${now}::timestamptz
    from shipments s
    where s.shop_id = ${shop.id} and s.awb_number is not null
      and s.list_status in ('PICKUP_REQUEST', 'DROPOFF', 'UNPICK', 'ON_PROCESS', 'SHIPMENT_PROBLEM')
      and not exists (select 1 from tracking_polls p
        where p.shop_id = ${shop.id} and p.order_id = s.order_id and p.number = s.number)
    limit ${shippingLimits.tracked_parcels}
    on conflict do nothing`.execute(db);
}

/** Takes what is due for this process: another one skips it. */
async function claimDue({ db, shop, clock }: Context): Promise<ParcelKey[]> {
  const now = clock.now();
  const { rows } = await sql<ParcelKey>`
    update tracking_polls p set next_poll_at = ${new Date(now.getTime() + LEASE_MS)}
    from (select due.order_id, due.number from (
      select order_id, number from tracking_polls as waiting
      where waiting.shop_id = ${shop.id} and waiting.next_poll_at <= ${now}
      order by waiting.next_poll_at limit ${shippingLimits.tracked_parcels} for update skip locked) as due) as taken
    where p.shop_id = ${shop.id} and p.order_id = taken.order_id and p.number = taken.number
    returning p.order_id, p.number`.execute(db);
  return rows;
}

async function putOff({ db, shop, clock }: Context, keys: readonly ParcelKey[]): Promise<void> {
  await sql`
    update tracking_polls p set next_poll_at = ${new Date(clock.now().getTime() + PUT_OFF_MS)}::timestamptz
    from unnest(${keys.map(({ order_id }) => order_id)}::bigint[], ${keys.map(({ number }) => number)}::smallint[])
      as put_off (order_id, number)
    where p.shop_id = ${shop.id} and p.order_id = put_off.order_id and p.number = put_off.number`.execute(db);
}
