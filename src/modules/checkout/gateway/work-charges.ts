import pLimit from 'p-limit';
import { GatewayError, type FoundCharge, type GatewayChannel } from '../../../integrations/gateway/port.ts';
import type { Context, Services } from '../../../kernel/context.ts';
import { contextOfShop } from '../../../kernel/jobs/in-name-of.ts';
import type { ScheduledJob } from '../../../kernel/jobs/queue.ts';
import { openGatewayOf, waitForGateway } from '../../payments/index.ts';
import type { GatewayCharge } from '../charges.ts';
import { checkoutLimits } from '../limits.ts';
import { FIRST_LOOK_MS, LEASE_MS, openCharge, pauseAfter, storeGatewayError } from '../open-charge.ts';
import { receivePayments } from './receive-payment.ts';

/** What the log calls it. */
const REQUEST_ID = 'gateway-charges';
const EVERY_SECONDS = 10;
/** How long a run works; what is left is due still. */
const TURN_MS = 45_000;
/** Charges that are worked at once: one that a vendor lets wait keeps few others waiting. */
const TOGETHER = 8;
/** So long before its end a charge is read, so that what was paid is known before its goods are free. */
const BEFORE_END_MS = 120_000;
/** So long after its end it is read once more: a bank may tell it late. */
const AFTER_END_MS = 24 * 3_600_000;

/** Works all charges that are due: to be opened, to be looked at, to be ended. */
export function chargeClock(services: Services): ScheduledJob {
  return { name: REQUEST_ID, every_seconds: EVERY_SECONDS, run: () => workDue(services) };
}

async function workDue(services: Services): Promise<void> {
  const until_ms = performance.now() + TURN_MS;
  const together = pLimit(TOGETHER);
  while (performance.now() < until_ms) {
    const due = await findDue(services);
    if (due.length === 0) return;
    const worked = await together.map(due, ({ id, shop_id, time_zone }) =>
      workOne(contextOfShop(services, REQUEST_ID, { id: shop_id, time_zone }), id),
    );
    // Others have taken them all.
    if (!worked.includes(true)) return;
  }
}

function findDue({ db, clock }: Services) {
  return db
    .withoutPlugins()
    .selectFrom('gateway_charges as c')
    .innerJoin('shops', 'shops.id', 'c.shop_id')
    .select(['c.id', 'c.shop_id', 'shops.time_zone'])
    .where('c.next_try_at', '<=', clock.now())
    .orderBy('c.next_try_at')
    .limit(checkoutLimits.charges_at_once)
    .execute();
}

/** @returns whether it was this process's to work */
async function workOne(context: Context, id: number): Promise<boolean> {
  const charge = await claim(context, id);
  if (charge === undefined) return false;
  try {
    if (charge.state === 'REQUESTED') await openCharge(context, charge);
    else await lookAt(context, charge);
  } catch (error) {
    // By a fault of ours: it is worked again when its lease has ended, and keeps no other from its turn.
    context.log.error({ shop_id: context.shop.id, charge: id, err: error }, 'a charge was not worked');
  }
  return true;
}

function claim({ db, shop, clock }: Context, id: number): Promise<GatewayCharge | undefined> {
  const now = clock.now();
  return db
    .updateTable('gateway_charges')
    .set((is) => ({ attempts: is('attempts', '+', 1), next_try_at: new Date(now.getTime() + LEASE_MS) }))
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .where('next_try_at', '<=', now)
    .returningAll()
    .executeTakeFirst();
}

/** Reads what the vendor has of a charge, and ends it where it is to end: no lost callback loses money. */
async function lookAt(context: Context, charge: GatewayCharge): Promise<void> {
  try {
    const account = await openGatewayOf(context, charge.owner);
    // The shop has removed its key: there is nobody to ask.
    if (account === undefined) return await storeLook(context, charge, undefined);
    const reference = { ...charge, channel: charge.channel as GatewayChannel };
    const found = await waitForGateway(context, () =>
      charge.state === 'ENDING' ? account.endCharge(reference) : account.findCharge(reference),
    );
    await receivePayments(context, charge, found?.payments ?? []);
    await storeLook(context, charge, found);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    await storeGatewayError(context, charge, error);
  }
}

async function storeLook(
  { db, shop, clock }: Context,
  charge: GatewayCharge,
  found: FoundCharge | undefined,
): Promise<void> {
  const now = clock.now();
  await db
    .updateTable('gateway_charges')
    .set({ problem: null, ...nextOf(charge, found, now), updated_at: now })
    .where('shop_id', '=', shop.id)
    .where('id', '=', charge.id)
    // What was paid or ended meanwhile is not as it was read.
    .where('state', '=', charge.state)
    .execute();
}

function nextOf({ state, expires_at, attempts }: GatewayCharge, found: FoundCharge | undefined, now: Date) {
  const end = expires_at.getTime();
  const last_look = end + AFTER_END_MS;
  if (state === 'OPEN' && found?.state !== 'ENDED') {
    const in_a_while = now.getTime() + Math.max(FIRST_LOOK_MS, pauseAfter(attempts));
    const before_end = end - BEFORE_END_MS;
    const next =
      now.getTime() < before_end ? Math.min(in_a_while, before_end) : Math.max(end, now.getTime() + 60_000);
    return { state: 'OPEN' as const, next_try_at: new Date(next) };
  }
  // The vendor has refused to end it: it may be paid as long as its time is not over.
  if (state === 'ENDING' && found?.state === 'OPEN' && now.getTime() < end) {
    const next = Math.min(end, now.getTime() + pauseAfter(attempts));
    return { state: 'ENDING' as const, next_try_at: new Date(next), problem: 'still_open' };
  }
  const is_last = now.getTime() >= last_look || state === 'ENDED';
  return { state: 'ENDED' as const, next_try_at: is_last ? null : new Date(last_look) };
}
