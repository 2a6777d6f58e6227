import type { Context, Services } from '../../../kernel/context.ts';
import { contextOfShop } from '../../../kernel/jobs/in-name-of.ts';
import type { ScheduledJob } from '../../../kernel/jobs/queue.ts';
import { endPayment } from '../end-payment.ts';
import { lockPayment } from '../lock-payment.ts';

/** What the log calls it. */
const REQUEST_ID = 'checkout-expiry';

/** Payments that are read at once. */
const BATCH = 200;

/** The states that end by themselves, as written in the partial index. */
const ENDING = ['WAITING', 'CLAIMED', 'COD'] as const;

/** How often it is looked: what a payment held is free within a minute of its end. */
const EVERY_SECONDS = 10;

/** How long a run works: the next one goes on. */
const TURN_MS = 15_000;

/**
 * Ends, every few seconds, all buyers' payments that were not paid in time, each in a transaction of its own, the longest due
 * first. What is paid or changed at that moment stays: the payment is locked, and looked at again.
 */
export function expiryClock(services: Services): ScheduledJob {
  return { name: REQUEST_ID, every_seconds: EVERY_SECONDS, run: () => expireDue(services) };
}

async function expireDue(services: Services): Promise<void> {
  const until_ms = performance.now() + TURN_MS;
  const failed = new Set<string>();
  while (performance.now() < until_ms) {
    const due = await findDue(services, BATCH + failed.size);
    const fresh = due.filter((payment) => !failed.has(keyOf(payment)));
    if (fresh.length === 0) return;
    for (const payment of fresh) {
      try {
        const { shop_id, time_zone, id } = payment;
        await expireOne(contextOfShop(services, REQUEST_ID, { id: shop_id, time_zone }), id);
      } catch (error) {
        // One that cannot be ended keeps none of the others waiting, and is tried again by the next run.
        failed.add(keyOf(payment));
        services.log.error(
          { shop_id: payment.shop_id, payment_id: payment.id, err: error },
          'a payment did not expire',
        );
      }
    }
  }
}

const keyOf = ({ shop_id, id }: { shop_id: number; id: number }) => `${shop_id} ${id}`;

function findDue({ db, clock }: Services, most: number) {
  return db
    .withoutPlugins()
    .selectFrom('buyer_payments as p')
    .innerJoin('shops', 'shops.id', 'p.shop_id')
    .select(['p.shop_id', 'p.id', 'shops.time_zone'])
    .where('p.state', 'in', ENDING)
    .where('p.expires_at', '<=', clock.now())
    .orderBy('p.expires_at')
    .limit(most)
    .execute();
}

/** Ends a payment whose time is over; one that was paid or changed meanwhile stays. */
async function expireOne(context: Context, id: number): Promise<void> {
  await context.transaction(async (inner) => {
    const payment = await lockPayment(inner, id);
    const { state, expires_at, received_idr } = payment;
    const is_due = expires_at !== null && expires_at <= inner.clock.now();
    if (!(ENDING as readonly string[]).includes(state) || !is_due || received_idr > 0) return;
    await endPayment(inner, payment, 'EXPIRED');
  });
}
