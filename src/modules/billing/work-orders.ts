import pLimit from 'p-limit';
import {
  GatewayError,
  type Charge,
  type ChargeReference,
  type FoundCharge,
  type GatewayAccount,
} from '../../integrations/gateway/port.ts';
import { mustBeOutside, type Context, type Services } from '../../kernel/context.ts';
import { contextOfShop } from '../../kernel/jobs/in-name-of.ts';
import { defineJob } from '../../kernel/jobs/job.ts';
import type { ScheduledJob } from '../../kernel/jobs/queue.ts';
import { emit } from '../../kernel/outbox.ts';
import { priceListOf } from '../packages/index.ts';
import { billingNumber, type BillingOrder } from './billing-order.ts';
import { BILLING_WORK } from './billing-work.ts';
import { billingLimits } from './limits.ts';
import { settleOrder } from './settle-order.ts';

/** What the log calls it. */
const REQUEST_ID = 'billing';
const EVERY_SECONDS = 15;
/** Invoices that are read at once; the next run goes on. */
const BATCH = 100;
/** How long an invoice is left to the process that works it: longer than its requests may take. */
const LEASE_MS = 120_000;
const DAY_MS = 86_400_000;
/** So long after its end it is looked whether money came late. */
const LATE_MS = 7 * DAY_MS;

/** Gets the payment page of an invoice as soon as it is ordered. */
export const billingJob = defineJob({
  ...BILLING_WORK,
  async run(context, { id }) {
    await workOrder(context, id);
    return {};
  },
});

/**
 * Every few seconds: gets the pages that could not be got before, asks the gateway what was paid, whatever callbacks were lost,
 * and ends what was not paid in time. Several processes take different invoices.
 */
export function billingClock(services: Services): ScheduledJob {
  return { name: REQUEST_ID, every_seconds: EVERY_SECONDS, run: () => workDue(services) };
}

export async function workDue(services: Services): Promise<void> {
  if (services.ports.gateways.platform === undefined) return;
  const due = await services.db
    .withoutPlugins()
    .selectFrom('billing_orders as b')
    .innerJoin('shops', 'shops.id', 'b.shop_id')
    .select(['b.shop_id', 'b.id', 'b.user_id', 'shops.time_zone'])
    .where('b.next_check_at', '<=', services.clock.now())
    .orderBy('b.next_check_at')
    .limit(BATCH)
    .execute();
  await pLimit(billingLimits.billing_checked_at_once).map(
    due,
    async ({ shop_id, time_zone, id, user_id }) => {
      const context = contextOfShop(services, REQUEST_ID, { id: shop_id, time_zone }, user_id);
      await workOrder(context, id).catch((error: unknown) => {
        services.log.error(
          { shop_id, billing_order_id: id, err: error },
          'an invoice for packages was not worked',
        );
      });
    },
  );
}

type Claimed = BillingOrder & { tries: number };

/** Does what is due of an invoice; nothing where it is not due, or another process has it. */
export async function workOrder(context: Context, id: number): Promise<void> {
  mustBeOutside(context, 'asking the gateway');
  const gateway = context.ports.gateways.platform;
  if (gateway === undefined) return;
  const order = await claim(context, id);
  if (order === undefined) return;
  try {
    if (order.state === 'WAITING' && order.expires_at > context.clock.now())
      await openCharge(context, gateway, order);
    else await lookAtCharge(context, gateway, order);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const { problem, detail } = error;
    context.log.warn({ billing_order_id: id, problem, detail }, 'the gateway did not answer for an invoice');
    await checkAgain(context, id, error.retry_after_ms ?? backOffMs(order.tries));
  }
}

async function claim({ db, shop, clock }: Context, id: number): Promise<Claimed | undefined> {
  const now = clock.now();
  return db
    .updateTable('billing_orders')
    .set((eb) => ({ next_check_at: new Date(now.getTime() + LEASE_MS), tries: eb('tries', '+', 1) }))
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .where('next_check_at', '<=', now)
    .returningAll()
    .executeTakeFirst();
}

async function openCharge(context: Context, gateway: GatewayAccount, order: Claimed): Promise<void> {
  const { db, shop } = context;
  const payer = await db
    .selectFrom('users')
    .innerJoin('shops', (join) => join.on('shops.id', '=', shop.id))
    .select(['users.email', 'shops.name'])
    .where('users.shop_id', '=', shop.id)
    .where('users.id', '=', order.user_id)
    .executeTakeFirstOrThrow();
  const charge: Charge = await gateway.createCharge({
    key: order.key,
    channel: 'INVOICE',
    amount_idr: order.amount_idr,
    expires_at: order.expires_at,
    payer: { name: payer.name, email: payer.email },
    description: billingNumber(shop.id, order),
    merchant_name: priceListOf(context.config).issuer.name,
    may_exist: order.tries > 1,
  });
  await db
    .updateTable('billing_orders')
    .set({
      state: 'OPEN',
      charge_id: charge.vendor_charge_id,
      payment_url: charge.invoice_url,
      tries: 0,
      next_check_at: nextLook(context, order),
    })
    .where('shop_id', '=', shop.id)
    .where('id', '=', order.id)
    .where('state', '=', 'WAITING')
    .execute();
}

async function lookAtCharge(context: Context, gateway: GatewayAccount, order: Claimed): Promise<void> {
  const { clock } = context;
  const reference: ChargeReference = {
    key: order.key,
    channel: 'INVOICE',
    vendor_charge_id: order.charge_id,
  };
  let found: FoundCharge | undefined = await gateway.findCharge(reference);
  const is_late = order.expires_at <= clock.now();
  // It may have been paid in this moment: what it is after it was ended counts.
  if (is_late && found?.state === 'OPEN') found = await gateway.endCharge(reference);
  // A page that was ended at the gateway takes no money any more, however much time there was left.
  const is_over = is_late || found?.state === 'ENDED';
  const is_paid = await settleOrder(context, order.id, found?.payments ?? []);
  if (is_paid) return order.state === 'PAID' ? checkNoMore(context, order.id) : undefined;
  if (order.state !== 'EXPIRED' && is_over) await expire(context, order.id);
  const until = order.expires_at.getTime() + LATE_MS;
  if (clock.now().getTime() >= until) return checkNoMore(context, order.id);
  const pause_ms = is_over ? DAY_MS : nextLook(context, order).getTime() - clock.now().getTime();
  await checkAgain(context, order.id, pause_ms);
}

/** Soon after it was ordered somebody waits for it; later nobody does. */
function nextLook({ clock }: Context, { created_at, expires_at }: BillingOrder): Date {
  const now_ms = clock.now().getTime();
  const age_ms = now_ms - created_at.getTime();
  const pause_ms = age_ms < 15 * 60_000 ? 15_000 : age_ms < 3_600_000 ? 60_000 : 300_000;
  return new Date(Math.max(now_ms, Math.min(now_ms + pause_ms, expires_at.getTime())));
}

const backOffMs = (tries: number): number => Math.min(600_000, 15_000 * 2 ** Math.min(tries, 6));

async function expire(context: Context, id: number): Promise<void> {
  await context.transaction(async (inner) => {
    const ended = await inner.db
      .updateTable('billing_orders')
      .set({ state: 'EXPIRED' })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .where('state', 'in', ['WAITING', 'OPEN'])
      .returning('id')
      .executeTakeFirst();
    if (ended !== undefined) await emit(inner, 'billing.expired', id);
  });
}

async function checkAgain({ db, shop, clock }: Context, id: number, pause_ms: number): Promise<void> {
  await setNextCheck({ db, shop }, id, new Date(clock.now().getTime() + pause_ms));
}

async function checkNoMore(context: Context, id: number): Promise<void> {
  await setNextCheck(context, id, null);
}

async function setNextCheck(
  { db, shop }: Pick<Context, 'db' | 'shop'>,
  id: number,
  next_check_at: Date | null,
): Promise<void> {
  await db
    .updateTable('billing_orders')
    .set({ next_check_at })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
}
