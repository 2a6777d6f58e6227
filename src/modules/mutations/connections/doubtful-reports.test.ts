import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixedClock, startTestApp, type TestApp } from '../../../../test/harness.ts';
import { connectHook, HOOK_SECRET, type MootaMutation } from '../../../../test/mutation-hook.ts';
import { MUTATION } from '../../../../test/mutation-scene.ts';
import { expectOk } from '../../../../test/stall.ts';
import { openStore, type StoreScene } from '../../../../test/store-scene.ts';
import { diagnose } from '../../../doctor.ts';

/** Ten o'clock in Jakarta. */
const clock = fixedClock('2026-03-02T03:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(async () => {
  const differences = (await diagnose(app.database.db)).filter((check) => check.differences.length > 0);
  await app.close();
  expect(differences).toEqual([]);
});

const ONE = { date: '2026-03-02 10:05:00', description: 'TRSF RINA', amount: 55_555, mutation_id: 'i1' };

/** A store that a service reads, with a buyer who is to pay. */
async function open(provider?: string) {
  const store = await openStore(app);
  const hook = await connectHook({ app, ...store }, provider === undefined ? {} : { provider });
  const { payment_id, nominal_transfer } = expectOk(await store.visit('POST', '/checkout', store.checkout()))
    .body.data as { payment_id: number; nominal_transfer: number };
  const state = async () =>
    (
      await app.database.pool.query<{ state: string }>(
        'select state from buyer_payments where shop_id = $1 and id = $2',
        [store.shop.shop_id, payment_id],
      )
    ).rows[0]?.state;
  return { store, hook, nominal_transfer, state };
}

const recorded = async ({ shop }: StoreScene) =>
  (
    await app.database.pool.query(
      `select id::int, day::text, direction, amount_idr::int, state, fault, provider_ref from bank_mutations
       where shop_id = $1 order by id`,
      [shop.shop_id],
    )
  ).rows;

const lastJob = async ({ shop }: StoreScene) =>
  (
    await app.database.pool.query<{ status: string; result: unknown }>(
      `select status, result from shop_jobs where shop_id = $1 and name = 'receive-mutations' order by id desc limit 1`,
      [shop.shop_id],
    )
  ).rows[0];

describe('money that is taken back', () => {
  test('as CR or DB with a minus is money that went out, and pays nothing', async () => {
    const { store, hook, nominal_transfer, state } = await open();
    await hook.report(
      { ...ONE, mutation_id: 'n1', amount: `-${nominal_transfer}.00`, type: 'CR' },
      { ...ONE, mutation_id: 'n2', amount: -nominal_transfer, type: 'DB' },
    );
    expect(await recorded(store)).toMatchObject([
      { direction: 'DEBIT', amount_idr: nominal_transfer, state: 'OUTGOING' },
      { direction: 'DEBIT', amount_idr: nominal_transfer, state: 'OUTGOING' },
    ]);
    expect(await state()).toBe('WAITING');
  });
});

describe('an ID that a service gives twice', () => {
  test('keeps nothing else from being recorded; what contradicts waits, is recorded once, and can be decided', async () => {
    const { store, hook, nominal_transfer, state } = await open();
    await hook.report(ONE);
    const pays: MootaMutation = { ...ONE, mutation_id: 'i9', amount: nominal_transfer };
    for (let round = 0; round < 3; round += 1) {
      await hook.report({ ...ONE, amount: 66_666, description: `TRSF RINA ${round}` }, pays);
      expect(await lastJob(store)).toMatchObject({ status: 'SUCCESS' });
      expect(await recorded(store)).toMatchObject([
        { amount_idr: 55_555, state: 'QUEUED', fault: 'UNKNOWN', provider_ref: 'i1' },
        { amount_idr: 66_666, state: 'QUEUED', fault: 'SAME_ID' },
        { amount_idr: nominal_transfer, state: 'MATCHED', provider_ref: 'i9' },
      ]);
    }
    expect(await state()).toBe('PAID');
    const [, doubtful] = await recorded(store);
    const shown = expectOk(await store.shop.call('GET', `${MUTATION}/${doubtful.id}`)).body.data;
    expect(shown.waits_because).toEqual({ code: 'mutation_waits_same_id', text: expect.any(String) });
    expectOk(await store.shop.call('POST', `${MUTATION}/${doubtful.id}/ignore`, { reason: 'salah lapor' }));
  });

  test('for what would pay does not let it pay by itself', async () => {
    const { store, hook, nominal_transfer, state } = await open();
    await hook.report(ONE, { ...ONE, amount: nominal_transfer }, ONE);
    expect(await recorded(store)).toMatchObject([
      { amount_idr: 55_555 },
      { amount_idr: nominal_transfer, state: 'QUEUED', fault: 'SAME_ID' },
    ]);
    expect(await state()).toBe('WAITING');
  });

  test('in one call for the same mutation is one; of another day, direction or account it is another', async () => {
    const { store, hook } = await open();
    await hook.report(ONE, ONE, { ...ONE, description: 'LAIN' });
    expect(await recorded(store)).toHaveLength(1);
    const others: MootaMutation[] = [
      { ...ONE, date: '2026-02-02 10:00:00' },
      { ...ONE, type: 'DB' },
      { ...ONE, account_number: '55555555' },
    ];
    await hook.report(...others, ...others);
    await hook.report(...others.toReversed());
    expect(await recorded(store)).toMatchObject([
      { day: '2026-03-02', direction: 'CREDIT' },
      { day: '2026-02-02', state: 'QUEUED', fault: 'SAME_ID' },
      { direction: 'DEBIT', state: 'OUTGOING', fault: null },
      { state: 'QUEUED', fault: 'SAME_ID' },
    ]);
  });

  test('by Mutasibank is treated alike', async () => {
    const { store, hook, nominal_transfer, state } = await open('mutasibank');
    const call = async (...mutations: object[]) => {
      const body = JSON.stringify({ account_number: hook.account_number, data_mutasi: mutations });
      const signature = createHmac('sha256', HOOK_SECRET).update(body).digest('hex');
      expect((await hook.call(body, { 'x-mutasibank-signature': signature })).status).toBe(200);
      await app.runJobs();
    };
    const one = {
      id: 'i1',
      transaction_date: '2026-03-02 10:05:00',
      description: 'A',
      type: 'CR',
      amount: 55_555,
    };
    await call(one);
    await call({ ...one, amount: 66_666 }, { ...one, id: 'i9', amount: nominal_transfer });
    expect(await lastJob(store)).toMatchObject({ status: 'SUCCESS', result: { recorded: 2, known: 0 } });
    expect(await state()).toBe('PAID');
  });
});

describe('a mutation of a day that lies ahead', () => {
  test('waits for staff, as what a statement has of such a day is not recorded', async () => {
    const { store, hook, nominal_transfer, state } = await open();
    await hook.report({ ...ONE, date: '2030-01-01 10:00:00', amount: nominal_transfer });
    expect(await recorded(store)).toMatchObject([{ day: '2030-01-01', state: 'QUEUED', fault: 'AHEAD' }]);
    expect(await state()).toBe('WAITING');
    const [{ id }] = await recorded(store);
    const shown = expectOk(await store.shop.call('GET', `${MUTATION}/${id}`)).body.data;
    expect(shown.waits_because.code).toBe('mutation_waits_ahead');
  });

  test('in UTC alone, or by the clock of the bank, is of today', async () => {
    const { store, hook } = await open();
    clock.set('2026-03-02T16:58:00Z');
    await hook.report({ ...ONE, date: '2026-03-03T00:00:30+07:00' });
    clock.set('2026-03-02T17:10:00Z');
    await hook.report({ ...ONE, mutation_id: 'i2', date: '2026-03-02T17:05:00Z', amount: 77_777 });
    expect(await recorded(store)).toMatchObject([
      { day: '2026-03-03', fault: 'UNKNOWN' },
      { day: '2026-03-03', fault: 'UNKNOWN' },
    ]);
    clock.set('2026-03-02T03:00:00Z');
  });
});

test('what of a signed call cannot be read is logged with its reason and without its words, and the rest is recorded', async () => {
  const { store, hook, nominal_transfer, state } = await open();
  const warn = vi.spyOn(app.services.log, 'warn');
  await hook.report(
    { ...ONE, amount: 'rahasia' },
    { ...ONE, mutation_id: 'i2', date: 'kemarin' },
    { ...ONE, mutation_id: 'i3', date: 'lusa' },
    { ...ONE, mutation_id: 'i4', type: 'XX' as 'CR' },
    { ...ONE, mutation_id: 'i5', amount: '88.001,00' },
    { ...ONE, mutation_id: 'i9', amount: nominal_transfer },
  );
  const unread = { AMOUNT: 1, DATE: 2, TYPE: 1 };
  expect(warn.mock.calls).toEqual([
    [
      expect.objectContaining({ provider: 'moota', shop_id: store.shop.shop_id, unread }),
      expect.stringContaining('cannot be read'),
    ],
  ]);
  expect(JSON.stringify(warn.mock.calls)).not.toMatch(/rahasia|RINA/);
  warn.mockRestore();
  expect((await lastJob(store))?.result).toEqual({
    recorded: 2,
    known: 0,
    unread: 4,
    unread_because: unread,
  });
  expect(await recorded(store)).toMatchObject([{ amount_idr: 88_001 }, { amount_idr: nominal_transfer }]);
  expect(await state()).toBe('PAID');
});
