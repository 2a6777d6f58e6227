import { sql } from 'kysely';
import {
  GatewayError,
  GatewayPaused,
  type Charge,
  type GatewayAccount,
  type GatewayChannel,
} from '../../integrations/gateway/port.ts';
import { mustBeOutside, type Context } from '../../kernel/context.ts';
import { openGatewayOf, waitForGateway } from '../payments/index.ts';
import type { GatewayCharge } from './charges.ts';

/**
 * How long a charge is left to the process that works it: longer than a vendor may take for all that it is asked, each
 * request twice.
 */
export const LEASE_MS = 120_000;
/** How long a buyer waits for the instructions; after that they come later. */
const BUYER_WAITS_MS = 4_000;

const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 600_000;
/** Longer and longer after each try. */
export const pauseAfter = (attempts: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1));

/** How soon an open charge is looked at for the first time: a callback is sooner, unless it is lost. */
export const FIRST_LOOK_MS = 15 * 60_000;

/**
 * Opens the charge of a payment at once, for the buyer who waits for it, outside of transactions. A gateway that is slow or
 * down keeps nobody waiting for long: the clock goes on.
 */
export async function openChargeNow(context: Context, payment_id: number): Promise<void> {
  mustBeOutside(context, 'opening a charge');
  const now = context.clock.now();
  const charge = await context.db
    .updateTable('gateway_charges')
    .set((is) => ({ attempts: is('attempts', '+', 1), next_try_at: new Date(now.getTime() + LEASE_MS) }))
    .where('shop_id', '=', context.shop.id)
    .where('payment_id', '=', payment_id)
    .where('state', '=', 'REQUESTED')
    .where('next_try_at', '<=', now)
    .returningAll()
    .executeTakeFirst();
  if (charge !== undefined) await openCharge(context, charge, AbortSignal.timeout(BUYER_WAITS_MS));
}

/** Opens a charge that this process has claimed. What fails is stored; nothing of it is thrown. */
export async function openCharge(
  context: Context,
  charge: GatewayCharge,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const account = await openGatewayOf(context, charge.owner);
    if (account === undefined) return await storeProblem(context, charge, { problem: 'key_refused' });
    // From now on there may be one, whatever the answer.
    const begun = await context.db
      .updateTable('gateway_charges')
      .set({ may_exist: true })
      .where('shop_id', '=', context.shop.id)
      .where('id', '=', charge.id)
      .where('state', '=', 'REQUESTED')
      .returning('id')
      .executeTakeFirst();
    // Ended meanwhile, while the vendor knew nothing of it.
    if (begun === undefined) return;
    const opened = await waitForGateway(context, () => create(context, account, charge, signal));
    await storeOpened(context, charge, opened);
  } catch (error) {
    if (signal?.aborted === true)
      return storeProblem(context, charge, { problem: 'unavailable', soon: true });
    if (!(error instanceof GatewayError)) throw error;
    await storeGatewayError(context, charge, error);
  }
}

async function create(
  { db, shop }: Context,
  account: GatewayAccount,
  charge: GatewayCharge,
  signal: AbortSignal | undefined,
): Promise<Charge> {
  const payment = await db
    .selectFrom('buyer_payments as p')
    .innerJoin('shops', (join) => join.on('shops.id', '=', shop.id))
    .select(['p.customer_name', 'p.customer_phone', 'shops.name'])
    .where('p.shop_id', '=', shop.id)
    .where('p.id', '=', charge.payment_id)
    .executeTakeFirstOrThrow();
  const request = {
    key: charge.key,
    channel: charge.channel as GatewayChannel,
    amount_idr: charge.amount_idr,
    expires_at: charge.expires_at,
    payer: { name: payment.customer_name, phone: payment.customer_phone },
    description: `Pembayaran #${charge.payment_id} di ${payment.name}`,
    merchant_name: payment.name,
    may_exist: charge.may_exist,
  };
  return account.createCharge(request, signal);
}

/** The buyer can pay. What was ended meanwhile is known now, so that the vendor can be told. */
async function storeOpened(
  { db, shop, clock }: Context,
  { id }: GatewayCharge,
  opened: Charge,
): Promise<void> {
  const now = clock.now();
  const first_look = new Date(now.getTime() + FIRST_LOOK_MS);
  const { vendor_charge_id, va_number, invoice_url } = opened;
  await db
    .updateTable('gateway_charges')
    .set({
      vendor_charge_id,
      va_number,
      invoice_url,
      problem: null,
      attempts: 0,
      state: sql<GatewayCharge['state']>`case when state = 'REQUESTED' then 'OPEN' else state end`,
      next_try_at: sql<Date>`case when state = 'REQUESTED' then ${first_look}::timestamptz else ${now}::timestamptz end`,
      updated_at: now,
    })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .where('state', 'in', ['REQUESTED', 'ENDING'])
    .execute();
}

/** What may be better in a while is tried again; what is refused is not. */
export async function storeGatewayError(
  context: Context,
  charge: GatewayCharge,
  error: GatewayError,
): Promise<void> {
  const { gateway, problem, detail } = error;
  context.log.warn(
    { shop_id: context.shop.id, charge: charge.id, gateway, problem, detail },
    'the payment gateway did not do what a shop wants',
  );
  if (error instanceof GatewayPaused)
    return storeProblem(context, charge, { problem, pause_ms: error.pause_ms });
  const wait = { problem, pause_ms: Math.max(pauseAfter(charge.attempts), error.retry_after_ms ?? 0) };
  // What is looked at or ended is, until that is done; only what is to be made can be refused for good.
  const is_final = error.is_refused && charge.state === 'REQUESTED';
  await storeProblem(context, charge, is_final ? { problem } : wait);
}

/** @param failure.pause_ms how long until the next try; missing: there is none, and the charge has failed */
async function storeProblem(
  { db, shop, clock }: Context,
  { id, state, attempts }: GatewayCharge,
  { problem, pause_ms, soon = false }: { problem: string; pause_ms?: number; soon?: boolean },
): Promise<void> {
  const now = clock.now();
  const wait_ms = soon ? pauseAfter(attempts) : pause_ms;
  const next =
    wait_ms === undefined
      ? { state: 'FAILED' as const, next_try_at: null }
      : { next_try_at: new Date(now.getTime() + wait_ms) };
  await db
    .updateTable('gateway_charges')
    .set({ problem, updated_at: now, ...next })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .where('state', '=', state)
    .execute();
}
