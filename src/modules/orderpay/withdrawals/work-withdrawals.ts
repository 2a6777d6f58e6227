import pLimit from 'p-limit';
import { GatewayError, GatewayPaused, type GatewayAccount } from '../../../integrations/gateway/port.ts';
import { mustBeOutside, type Context, type Services } from '../../../kernel/context.ts';
import { contextOfShop } from '../../../kernel/jobs/in-name-of.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import type { ScheduledJob } from '../../../kernel/jobs/queue.ts';
import { orderpayLimits } from '../limits.ts';
import {
  putOff,
  storeFailed,
  storePayout,
  storeWaiting,
  type FailureProblem,
  type Withdrawal,
} from './store-outcome.ts';
import { WITHDRAWAL_WORK } from './withdrawal-work.ts';

/**
 * How long a withdrawal is left to the process that works it. Longer than a gateway may take with all its requests, each
 * tried twice, so that no two work it at once. What a process that ended has left is worked again then.
 */
const LEASE_MS = 10 * 60_000;

/** How long the withdrawals of a shop are worked before other shops have their turn; what is left is due still. */
const TURN_MS = 45_000;
/** Shops that are worked at once by the clock. */
const SHOPS_TOGETHER = 10;

/** What the log calls it. */
const REQUEST_ID = 'withdrawals';

/** Works the withdrawals of the shop that are due, one after the other for each of some workers. */
export const withdrawalJob = defineJob({
  ...WITHDRAWAL_WORK,
  run: async (context) => ({ withdrawals: await workWithdrawals(context, TURN_MS) }),
});

/** Looks every minute for what is due in any shop: what waits for another try, and what nobody was woken for. */
export function withdrawalClock(services: Services, turn_ms = TURN_MS): ScheduledJob {
  return {
    name: REQUEST_ID,
    cron: '* * * * *',
    async run() {
      const due = await services.db
        .withoutPlugins()
        .selectFrom('withdrawals as w')
        .innerJoin('shops', 'shops.id', 'w.shop_id')
        .select(['shops.id', 'shops.time_zone'])
        .where('w.next_try_at', '<=', services.clock.now())
        .groupBy('shops.id')
        .orderBy(({ fn }) => fn.min('w.next_try_at'))
        .limit(orderpayLimits.withdrawal_shops_at_once)
        .execute();
      const together = pLimit(SHOPS_TOGETHER);
      const work = (shop: Context['shop']) =>
        workWithdrawals(contextOfShop(services, REQUEST_ID, shop), turn_ms);
      await together.map(due, work);
    },
  };
}

/** @returns how many were worked */
async function workWithdrawals(context: Context, turn_ms: number): Promise<number> {
  mustBeOutside(context, 'paying withdrawals');
  const until_ms = performance.now() + turn_ms;
  let worked = 0;
  const work = async () => {
    while (performance.now() < until_ms) {
      const withdrawal = await claim(context);
      if (withdrawal === undefined) return;
      worked += 1;
      await workOrLog(context, withdrawal);
    }
  };
  await Promise.all(Array.from({ length: orderpayLimits.withdrawals_at_once }, work));
  return worked;
}

/** One that fails by a fault of ours keeps no other from its turn; it is worked again when its lease has ended. */
async function workOrLog(context: Context, withdrawal: Withdrawal): Promise<void> {
  try {
    // In the name of who requested it.
    await work(contextOfShop(context, REQUEST_ID, context.shop, withdrawal.user_id), withdrawal);
  } catch (error) {
    context.log.error(
      { shop_id: context.shop.id, withdrawal: withdrawal.id, err: error },
      'a withdrawal was not worked',
    );
  }
}

/** Takes the next due withdrawal for this process. */
async function claim(context: Context): Promise<Withdrawal | undefined> {
  const now = context.clock.now();
  const due = context.db
    .selectFrom('withdrawals')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('next_try_at', '<=', now)
    .orderBy('next_try_at')
    .limit(1)
    .forUpdate()
    .skipLocked();
  return context.db
    .updateTable('withdrawals')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      next_try_at: new Date(now.getTime() + LEASE_MS),
    }))
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', due)
    .returningAll()
    .executeTakeFirst();
}

async function work(context: Context, withdrawal: Withdrawal): Promise<void> {
  const { may_be_sent } = withdrawal;
  const account = context.ports.gateways.platform;
  if (account === undefined) return storeWaiting(context, withdrawal, 'withdrawal_off', { may_be_sent });
  try {
    if (withdrawal.state === 'REQUESTED') await send(context, account, withdrawal);
    else await readAgain(context, account, withdrawal);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    if (error instanceof GatewayPaused) return putOff(context, withdrawal, error.pause_ms);
    context.log.warn(
      {
        shop_id: context.shop.id,
        withdrawal: withdrawal.id,
        gateway: error.gateway,
        problem: error.problem,
        detail: error.detail,
      },
      'a payment gateway did not pay a withdrawal',
    );
    await storeProblem(context, withdrawal, error);
  }
}

/** What may have been sent under a lost answer is looked for first; sent again under the same key, it is the same payout. */
async function send(context: Context, account: GatewayAccount, withdrawal: Withdrawal): Promise<void> {
  const { key, bank_code, account_number, holder_name, nominal_idr } = withdrawal;
  if (withdrawal.may_be_sent) {
    const before = await account.findPayout(key);
    if (before !== undefined) return storePayout(context, withdrawal, before);
  } else {
    await context.db
      .updateTable('withdrawals')
      .set({ may_be_sent: true })
      .where('shop_id', '=', context.shop.id)
      .where('id', '=', withdrawal.id)
      .execute();
  }
  const payout = await account.createPayout({
    key,
    bank_code,
    account_number,
    holder_name,
    amount_idr: nominal_idr,
    description: 'Penarikan OrderPay',
  });
  await storePayout(context, withdrawal, payout);
}

async function readAgain(context: Context, account: GatewayAccount, withdrawal: Withdrawal): Promise<void> {
  const payout = await account.findPayout(withdrawal.key);
  if (payout === undefined)
    return storeWaiting(context, withdrawal, 'withdrawal_waits', { may_be_sent: true });
  await storePayout(context, withdrawal, payout);
}

/** What no later try makes better. */
const HOPELESS: ReadonlyMap<GatewayError['problem'], FailureProblem> = new Map([
  ['account_refused', 'withdrawal_account'],
  ['amount_refused', 'withdrawal_refused'],
  ['channel_refused', 'withdrawal_refused'],
  ['request_refused', 'withdrawal_refused'],
]);

/**
 * The gateway has refused, or did not answer. Money becomes available again only where it is certain that it is not paid:
 * where the gateway has refused for good, or after some tries in which it did not know the payout. An answer that does not
 * come is waited for, however long.
 */
async function storeProblem(context: Context, withdrawal: Withdrawal, error: GatewayError): Promise<void> {
  const { state, attempts } = withdrawal;
  // With a key that is not taken, nothing could be looked for: it is what it was before this try.
  const is_unsure = error.is_transient || (error.problem === 'key_refused' && withdrawal.may_be_sent);
  if (state === 'REQUESTED' && !is_unsure) {
    const hopeless = HOPELESS.get(error.problem);
    if (hopeless !== undefined) return storeFailed(context, withdrawal, hopeless, 'REQUEST');
    if (attempts >= orderpayLimits.withdrawal_tries)
      return storeFailed(context, withdrawal, 'withdrawal_bank_failed', 'REQUEST');
  }
  const problem = error.problem === 'balance_too_low' ? 'withdrawal_funds' : 'withdrawal_waits';
  await storeWaiting(context, withdrawal, problem, {
    may_be_sent: withdrawal.may_be_sent || is_unsure || error.problem === 'refusal_unknown',
    pause_ms: error.retry_after_ms,
  });
}
