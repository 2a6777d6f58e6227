import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { chargeScene } from '../../../../test/charge-scene.ts';
import { FAULTS } from '../../../../test/integrations/fault-proxy.ts';
import { XENDIT_TEST_TOKEN } from '../../../../test/integrations/xendit-vendor.ts';
import { expectOk } from '../../../../test/stall.ts';
import { openStore } from '../../../../test/store-scene.ts';
import { diagnose } from '../../../doctor.ts';
import { expiryClock } from '../expire/expire-due.ts';

/** A part of what the product is held to; all of it: `GATEWAY_PAYMENTS=1000 npx vitest run` with this file. */
const PAYMENTS = Number(process.env['GATEWAY_PAYMENTS'] ?? 30);
/** Checkouts that wait for their money at once: less than one address may have. */
const TOGETHER = 30;
/** A vendor that fails too often is left alone for ten seconds, in which rounds pass at once. */
const PAUSE_MS = 200;
const MOST_ROUNDS = 200 + 2 * PAYMENTS;

const at = chargeScene();

const happens = (chance: number) => Math.random() < chance;
const shop_id = () => at.store.shop.shop_id;

interface Charge {
  id: number;
  payment_id: number;
  key: string;
  state: string;
  channel: string;
}

const openCharges = async (): Promise<Charge[]> =>
  (await at.charges()).filter(({ state }) => state === 'REQUESTED' || state === 'OPEN' || state === 'ENDING');

/** What happened to each charge at the vendor, so that it happens once. */
const fates = new Map<string, 'paid' | 'abandoned'>();
/** Of those, callbacks must come: nobody reads a charge again that was paid, or has ended. */
const must_come = new Set<string>();
let told = 0;

/** Buyers pay: rightly, another amount, twice, or not. */
function payWhatIsOpen(charges: readonly Charge[]): void {
  for (const { key, state, channel } of charges) {
    if (state !== 'OPEN' || fates.has(key) || happens(0.3)) continue;
    if (happens(0.08)) {
      fates.set(key, 'abandoned');
      continue;
    }
    fates.set(key, 'paid');
    at.xendit.pay(key, happens(0.06) ? 12_345 : undefined);
    // An invoice is paid once, at the vendor already.
    if (channel === 'INVOICE' || !happens(0.06)) continue;
    must_come.add(key);
    at.xendit.pay(key, undefined, true);
  }
}

/** Those who do not pay in time; some pay after it. */
async function endAbandoned(): Promise<void> {
  const abandoned = (await at.charges()).filter(({ key }) => fates.get(key) === 'abandoned');
  for (const { key, payment_id } of abandoned) {
    await at.query(
      `update buyer_payments set expires_at = now() - interval '1 minute' where id = $1 and state = 'WAITING'`,
      [payment_id],
    );
    fates.set(key, 'paid');
    if (!happens(0.5)) continue;
    must_come.add(key);
    at.xendit.pay(key, undefined, true);
  }
  // Who has paid another amount waits as well, until the time is over.
  await at.query(
    `update buyer_payments set expires_at = now() - interval '1 minute' where shop_id = $1 and state = 'WAITING'
       and id in (select payment_id from gateway_charges where shop_id = $1 and state = 'PAID')`,
    [shop_id()],
  );
  await expiryClock(at.app.services).run();
}

/** Callbacks come twice, the last first, or never. */
async function callBack(): Promise<void> {
  const fresh = at.xendit.callbacks.slice(told);
  told = at.xendit.callbacks.length;
  const sent = fresh.filter((body) => must_come.has(String(body['external_id'])) || !happens(0.25));
  const again = sent.filter(() => happens(0.3));
  const shuffled = [...sent, ...again].toSorted(() => Math.random() - 0.5);
  const token = { 'x-callback-token': XENDIT_TEST_TOKEN };
  const send = (body: object) => at.app.call('POST', '/api/hooks/gateway', body, token);
  while (shuffled.length > 0)
    for (const answer of await Promise.all(shuffled.splice(0, 4).map(send))) expectOk(answer);
  await at.app.runJobs();
}

/** What ours and theirs have in common: the key of a charge, and an amount that came in under it. */
const byLine = (rows: readonly { key: string; amount_idr: number }[]) =>
  rows.map(({ key, amount_idr }) => `${key} ${amount_idr}`).toSorted();

const sumOf = (rows: readonly { amount_idr: number }[]) =>
  rows.reduce((total, { amount_idr }) => total + amount_idr, 0);

test(
  `${PAYMENTS} payments through all faults, with callbacks that are lost, doubled and shuffled: the gateway's book is ours`,
  { timeout: 120_000 + PAYMENTS * 3_000 },
  async () => {
    at.store = await openStore(at.app, { stocks: [PAYMENTS + 10] });
    let [made, rounds] = [0, 0];
    for (; rounds < MOST_ROUNDS; rounds += 1) {
      const open = await openCharges();
      if (made === PAYMENTS && open.length === 0) break;
      const is_clear = made === PAYMENTS && rounds % 3 === 0;
      at.proxy.set(is_clear ? undefined : FAULTS[rounds % FAULTS.length], 6);
      const coming = Math.min(TOGETHER - open.length, PAYMENTS - made, 6);
      const channel = rounds % 2 === 0 ? 'VA_BNI' : 'INVOICE';
      await Promise.all(Array.from({ length: Math.max(0, coming) }, () => at.checkOut({ channel })));
      made += Math.max(0, coming);
      await Promise.all([at.work(), at.work()]);
      payWhatIsOpen(await openCharges());
      await callBack();
      await endAbandoned();
      if (coming <= 0) await sleep(PAUSE_MS);
    }
    at.proxy.set(undefined);
    await at.work();
    await callBack();

    const ours = await at.query(
      `select c.key, g.amount_idr, g.outcome from gateway_payments g
       join gateway_charges c on c.shop_id = g.shop_id and c.id = g.charge_id where g.shop_id = $1`,
      [shop_id()],
    );
    expect(byLine(ours)).toEqual(byLine(at.xendit.payments));
    const states = new Set((await at.charges()).map(({ state }) => state));
    expect([...states].filter((state) => state !== 'PAID' && state !== 'ENDED')).toEqual([]);
    expect(fates.size).toBe(PAYMENTS);
    const [books] = await at.query(
      `select sum(balance_idr)::bigint as total from ledger_accounts
       where shop_id = $1 and kind in ('ORDERPAY_ON_HOLD', 'CUSTOMER_FUNDS')`,
      [shop_id()],
    );
    const queued = ours.filter(({ outcome }) => outcome === 'WRONG_AMOUNT');
    expect(books.total + sumOf(queued)).toBe(sumOf(at.xendit.payments));
    for (const { title, differences } of await diagnose(at.app.services.db))
      expect(differences, title).toEqual([]);
    const counts = Object.entries(Object.groupBy(ours, ({ outcome }) => outcome))
      .map(([outcome, rows]) => `${rows?.length} ${outcome}`)
      .join(', ');
    console.log(
      `${PAYMENTS} checkouts, ${at.xendit.payments.length} payments of ${sumOf(at.xendit.payments)} rupiah: ${counts}; ` +
        `${at.xendit.requests.length} requests, ${rounds} rounds`,
    );
  },
);
