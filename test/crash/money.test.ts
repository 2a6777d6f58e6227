import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { send } from '../attack/attack.ts';
import { postmasterOf } from '../database-processes.ts';
import {
  openXenditVendor,
  XENDIT_TEST_KEY,
  XENDIT_TEST_TOKEN,
  type XenditLoopback,
} from '../integrations/xendit-vendor.ts';
import { makeDataDir, startServerProcess, type ServerProcess } from '../server-process.ts';
import { expectOk, openStall, type Stall } from '../stall.ts';
import type { TestShop } from '../harness.ts';
import { ask, openShop, PERSON, until } from './crashed-shop.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** A part of what the product is held to; all of it: `KILLS=50 npx vitest run` with this file. */
const KILLS = Number(process.env['KILLS'] ?? 2);
const STOCK = 100_000;
/** What a withdrawal takes beside its amount. */
const FEE_IDR = 1_000;
const WITHDRAWN_IDR = 10_000;
/** How often a server looks for what has expired. */
const EXPIRY_MS = 10_000;

/** What was sent, and what of it was acknowledged. */
interface Journal {
  transfers: Map<string, any>;
  withdrawals: Map<string, boolean>;
  charges: any[];
  callbacks: Set<number>;
}

interface Scene {
  server: ServerProcess;
  shop: TestShop;
  stall: Stall;
  vendor: XenditLoopback;
  journal: Journal;
  data_dir: string;
}

let buyers = 0;
let visits = 0;

/** Each visitor has an address of its own: no address may have more than 60 open checkouts. */
function addressOfVisitor(): string {
  visits += 1;
  return `10.${(visits >> 16) & 255}.${(visits >> 8) & 255}.${visits & 255}`;
}

function checkoutOf({ stall }: Scene, payment: object, qty = 1): object {
  buyers += 1;
  return {
    name: 'Rina Wati',
    phone: `0857${String(10_000_000 + buyers)}`,
    address: 'Jl. Kenanga 7',
    district_id: 317101,
    products: [{ id: stall.variation_ids[0], qty }],
    expedition: { id: 1 },
    payment,
  };
}

/** The answer of a request, or undefined where none came, as when the server dies. */
async function tried(scene: Scene, path: string, body: object, key?: string, token?: string) {
  const headers = {
    'x-forwarded-for': addressOfVisitor(),
    ...(key !== undefined && { 'idempotency-key': key }),
  };
  const options = { body, headers, ...(token !== undefined && { token }) };
  const answer = await send(scene.server, 'POST', path, options).catch(() => undefined);
  return answer !== undefined && answer.status < 300 ? answer.body : undefined;
}

const CHECKOUT = '/api/store/toko/checkout';

async function transfer(scene: Scene, key: string, body: object): Promise<void> {
  scene.journal.transfers.set(key, scene.journal.transfers.get(key) ?? { body });
  const answer = await tried(scene, CHECKOUT, body, key);
  if (answer !== undefined) scene.journal.transfers.set(key, { body, done: answer.data });
}

/** Its charge is opened at once; without a key, it is not known of a lost answer what became of it. */
async function charge(scene: Scene): Promise<void> {
  const answer = await tried(scene, CHECKOUT, checkoutOf(scene, { method: 'GATEWAY', channel: 'VA_BNI' }));
  if (answer !== undefined) scene.journal.charges.push(answer.data);
}

/** The same amount to the same account at once is refused. */
const accountOf = (key: string) => String(1_000_000_000 + Number.parseInt(key.slice(0, 7), 16));

async function withdraw(scene: Scene, key: string): Promise<void> {
  const { withdrawals } = scene.journal;
  withdrawals.set(key, withdrawals.get(key) ?? false);
  const body = {
    xendit_bank_id: 19,
    nominal: WITHDRAWN_IDR,
    holder_name: 'Budi',
    account_number: accountOf(key),
  };
  const token = scene.shop.token;
  const answer = await tried(
    scene,
    '/api/open/payment/withdraw',
    { ...body, password: PERSON.password },
    key,
    token,
  );
  if (answer !== undefined) withdrawals.set(key, true);
}

/** Buyers and banks do what they do, and the vendor calls with all that was not taken yet, each twice. */
async function callBack({ server, vendor, journal }: Scene): Promise<void> {
  for (const { key, status, kind } of vendor.charges)
    if (kind === 'VA' && status === 'ACTIVE') vendor.pay(key);
  for (const { key, status } of vendor.payouts) if (status === 'ACCEPTED') vendor.settle(key, 'SUCCEEDED');
  for (const [number, body] of vendor.callbacks.entries()) {
    if (journal.callbacks.has(number)) continue;
    const headers = { 'x-callback-token': XENDIT_TEST_TOKEN };
    for (let times = 0; times < 2; times += 1) {
      const answer = await send(server, 'POST', '/api/hooks/gateway', { body, headers }).catch(
        () => undefined,
      );
      if (answer?.status === 200) journal.callbacks.add(number);
    }
  }
}

/** The time of what waits for its money is over, but for the newest. */
const makeDue = (scene: Scene) =>
  ask(
    scene.data_dir,
    `update buyer_payments set expires_at = now() - interval '1 s' where state = 'WAITING'
       and id < (select max(id) - 12 from buyer_payments)`,
  );

/** All that happens to money at once, until the server is dead. */
async function live(scene: Scene, alive: () => boolean): Promise<void> {
  const again = async (work: () => Promise<void>) => {
    while (alive()) {
      await work();
      await pause(20);
    }
  };
  await Promise.all([
    again(() => transfer(scene, randomUUID(), checkoutOf(scene, { method: 'TRANSFER' }))),
    again(() => charge(scene)),
    again(() => callBack(scene)),
    again(async () => {
      if (scene.journal.withdrawals.size < 40 * (1 + KILLS / 10)) await withdraw(scene, randomUUID());
      await pause(100);
    }),
  ]);
}

async function kill(scene: Scene, with_database: boolean): Promise<void> {
  const postmaster = with_database ? await postmasterOf(scene.data_dir) : undefined;
  process.kill(scene.server.process_id, 'SIGKILL');
  if (postmaster !== undefined) process.kill(postmaster, 'SIGKILL');
}

/** What has no answer is sent again under its key. */
async function sendAgain(scene: Scene): Promise<void> {
  for (const [key, { body, done }] of scene.journal.transfers)
    if (done === undefined) await transfer(scene, key, body);
  for (const [key, is_done] of scene.journal.withdrawals) if (!is_done) await withdraw(scene, key);
}

/** Money to withdraw: a large order that was paid through the gateway, and delivered. */
async function earn(scene: Scene): Promise<void> {
  const { shop, vendor } = scene;
  const body = checkoutOf(scene, { method: 'GATEWAY', channel: 'VA_BNI' }, 90);
  const { data } = (await send(scene.server, 'POST', CHECKOUT, { body })).body;
  scene.journal.charges.push(data);
  vendor.balance.idr = 1_000_000_000;
  await callBack(scene);
  const [{ order_id: id }] = data.orders;
  const isPaid = async () =>
    (await ask(scene.data_dir, `select 1 from buyer_payments where state = 'PAID'`)).length === 1;
  await until(isPaid);
  await shop.call('PATCH', '/api/open/order/confirm', {
    id: data.payment_id,
    orders: [{ id, action: 'ACCEPT' }],
  });
  await shop.call('PATCH', '/api/open/order/shipping-status', { id, status: 'DELIVERED' });
  await until(
    async () =>
      (await shop.call('GET', '/api/open/payment/orderpay-balance', {})).body.data.withdrawal_allowed >
      8_000_000,
  );
}

/** Nothing is left to be done, whoever has died meanwhile. */
async function settle(scene: Scene): Promise<void> {
  await makeDue(scene);
  await ask(scene.data_dir, `update withdrawals set next_try_at = now() where next_try_at is not null`);
  await ask(scene.data_dir, `update gateway_charges set next_try_at = now() where next_try_at is not null`);
  let left: any[] = [];
  const isDone = async () => {
    await sendAgain(scene);
    await callBack(scene);
    left = await ask(
      scene.data_dir,
      `select 'withdrawal' as what, to_jsonb(w) as row from withdrawals w where state in ('REQUESTED', 'SENT')
       union all select 'job', to_jsonb(j) from shop_jobs j where status in ('QUEUED', 'RUNNING')
       union all select 'payment', to_jsonb(p) from buyer_payments p where state = 'WAITING' and expires_at < now()
       union all select 'charge', to_jsonb(c) from gateway_charges c where state = 'REQUESTED'`,
    );
    const { transfers, withdrawals, callbacks } = scene.journal;
    for (const [key, { done }] of transfers) if (done === undefined) left.push({ what: 'transfer', key });
    for (const [key, is_done] of withdrawals) if (!is_done) left.push({ what: 'withdrawal sent', key });
    for (const number of scene.vendor.callbacks.keys())
      if (!callbacks.has(number)) left.push({ what: 'callback', number });
    return left.length === 0;
  };
  await until(isDone).catch((cause: unknown) => {
    throw new Error(`${left.length} are left: ${JSON.stringify(left.slice(0, 5))}`, { cause });
  });
}

async function expectSound(scene: Scene): Promise<void> {
  const { vendor, journal, data_dir } = scene;
  const payments = await ask(
    data_dir,
    'select id::int, state, nominal_transfer_idr::int as idr from buyer_payments',
  );
  const ids = new Map(payments.map(({ id, idr }) => [id, idr]));
  const acknowledged = [...journal.transfers.values()].map(({ done }) => done);
  for (const { payment_id, nominal_transfer } of [...acknowledged, ...journal.charges])
    expect(ids.get(payment_id)).toBe(nominal_transfer);
  const transfers = await ask(
    data_dir,
    `select count(*)::int as all from buyer_payments where method = 'TRANSFER'`,
  );
  expect(transfers[0].all).toBe(journal.transfers.size);
  const codes = await ask(
    data_dir,
    `select unique_code from buyer_payments where method = 'TRANSFER' and state = 'WAITING'
     group by bank_account_id, unique_code having count(*) > 1`,
  );
  expect(codes).toEqual([]);

  const lineOf = ({ key, amount_idr }: any) => `${key} ${amount_idr}`;
  const came_in = await ask(
    data_dir,
    `select c.key, g.amount_idr from gateway_payments g join gateway_charges c on c.shop_id = g.shop_id and c.id = g.charge_id`,
  );
  expect(came_in.map(lineOf).toSorted()).toEqual(vendor.payments.map(lineOf).toSorted());
  const went_out = await ask(data_dir, `select key, nominal_idr as amount_idr, state from withdrawals`);
  expect(went_out.map(lineOf).toSorted()).toEqual(vendor.payouts.map(lineOf).toSorted());
  expect(went_out.filter(({ state }) => state !== 'PAID')).toEqual([]);
  expect(went_out).toHaveLength(journal.withdrawals.size);
  const [money] = await ask(
    data_dir,
    `select sum(balance_idr)::bigint as idr from ledger_accounts
     where kind in ('ORDERPAY_AVAILABLE', 'ORDERPAY_ON_HOLD', 'CUSTOMER_FUNDS')`,
  );
  const received = vendor.payments.reduce((total, { amount_idr }) => total + amount_idr, 0);
  expect(Number(money.idr)).toBe(received - went_out.length * (WITHDRAWN_IDR + FEE_IDR));
  const [held] = await ask(
    data_dir,
    `select (select sum(quantity) from stock_levels where variation_id = $1)::int as left_over,
       (select sum(l.quantity) from order_lines l join orders o on o.shop_id = l.shop_id and o.id = l.order_id
        where o.order_status in ('UNCONFIRMED', 'ACCEPTED'))::int as sold`,
    [scene.stall.variation_ids[0]],
  );
  expect(held.left_over + held.sold).toBe(STOCK);
}

test(
  `kill -9 in ${KILLS} moments of checkouts, callbacks, expiry and withdrawals: nothing acknowledged is lost, nothing is doubled`,
  { timeout: 120_000 + KILLS * 40_000 },
  async () => {
    const data_dir = await makeDataDir();
    const vendor = await openXenditVendor();
    const start = () =>
      startServerProcess({
        DATA_DIR: data_dir,
        TRUST_PROXY: '1',
        GATEWAY: 'xendit',
        XENDIT_URL: vendor.url,
        XENDIT_KEY: XENDIT_TEST_KEY,
        XENDIT_CALLBACK_TOKEN: XENDIT_TEST_TOKEN,
        WITHDRAWAL_MIN_IDR: String(WITHDRAWN_IDR),
        WITHDRAWAL_FEE_IDR: String(FEE_IDR),
      });
    const journal: Journal = {
      transfers: new Map(),
      withdrawals: new Map(),
      charges: [],
      callbacks: new Set(),
    };
    const scene = { server: await start(), vendor, journal, data_dir } as Scene;
    onTestFinished(async () => {
      await scene.server.stop();
      vendor.close();
      await rm(data_dir, { recursive: true, force: true });
    });
    scene.shop = await openShop(() => scene.server);
    scene.stall = await openStall(scene.shop, { stocks: [STOCK] });
    await earn(scene);
    for (let number = 0; number < KILLS; number += 1) {
      const began = performance.now();
      await makeDue(scene);
      let alive = true;
      const living = live(scene, () => alive);
      // Every fourth dies while it looks for what has expired.
      const expiry_ms = number % 4 === 1 ? EXPIRY_MS - (performance.now() - began) : 0;
      await pause(Math.max(0, expiry_ms) + 50 + ((number * 137) % 700));
      await kill(scene, number % 2 === 1);
      alive = false;
      await living;
      scene.server = await start();
      await sendAgain(scene);
      await callBack(scene);
    }
    await settle(scene);
    await expectSound(scene);
    expect(await scene.server.command(['src/cli.ts', 'doctor'])).toContain('No differences.');
    console.log(
      `${KILLS} kills, ${Math.floor(KILLS / 2)} with the database: ${journal.transfers.size} transfers, ${journal.charges.length} charges, ` +
        `${vendor.payments.length} payments, ${journal.callbacks.size} callbacks, ${vendor.payouts.length} payouts`,
    );
    expectOk(await scene.shop.call('GET', '/api/open/payment/orderpay-balance', {}));
  },
);
