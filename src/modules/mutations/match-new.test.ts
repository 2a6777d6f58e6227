import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp } from '../../../test/harness.ts';
import { connectHook } from '../../../test/mutation-hook.ts';
import { IMPORT, statementOf, type Row } from '../../../test/mutation-scene.ts';
import { expectOk } from '../../../test/stall.ts';
import { openStore, type StoreScene } from '../../../test/store-scene.ts';
import { formWithFile } from '../../../test/upload.ts';
import { diagnose } from '../../doctor.ts';
import { expiryClock } from '../checkout/expire/expire-due.ts';
import { matchAllNew } from './match-new.ts';
import { paymentThatIsMeant } from './payments-of-mutation.ts';

const clock = fixedClock('2026-03-02T03:00:00Z');
const HOUR_MS = 3_600_000;
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(async () => {
  const differences = (await diagnose(app.database.db)).filter((check) => check.differences.length > 0);
  await app.close();
  expect(differences).toEqual([]);
});

const checkedOut = async (store: StoreScene) =>
  expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data;

async function imported(store: StoreScene, rows: readonly Row[], bank_id = store.stall.bank_id) {
  const form = await formWithFile(statementOf(rows), 'mutasi.csv', { bank_id: String(bank_id) });
  const { id } = expectOk(await store.shop.call('POST', IMPORT, form.body, form.headers)).body.data;
  expectOk(await store.shop.call('POST', `${IMPORT}/${id}/apply`));
}

const mutationsOf = async ({ shop }: StoreScene) =>
  (
    await app.database.pool.query(
      `select state, fault from bank_mutations where shop_id = $1 and direction = 'CREDIT' order by id`,
      [shop.shop_id],
    )
  ).rows;

const paymentOf = async ({ shop }: StoreScene, id: number) =>
  (
    await app.database.pool.query(
      `select p.state, p.received_idr::int, (select count(*)::int from payment_receipts r
         where r.shop_id = p.shop_id and r.payment_id = p.id) as receipts
       from buyer_payments p where p.shop_id = $1 and p.id = $2`,
      [shop.shop_id, id],
    )
  ).rows[0];

const transferOf = ({ nominal_transfer }: { nominal_transfer: number }, day = '02/03/2026'): Row => [
  day,
  'TRSF E-BANKING CR RINA WATI',
  nominal_transfer,
];

describe('a mutation of exactly the amount of a payment', () => {
  test('pays it by itself, once, whoever shows it again', async () => {
    const store = await openStore(app);
    const hook = await connectHook({ app, ...store });
    const checkout = await checkedOut(store);
    await imported(store, [transferOf(checkout)]);
    await app.runJobs();
    const paid = { state: 'PAID', received_idr: checkout.nominal_transfer, receipts: 1 };
    expect(await paymentOf(store, checkout.payment_id)).toEqual(paid);
    await imported(store, [transferOf(checkout), ['02/03/2026', 'BIAYA ADM', -5000]]);
    await hook.report({
      mutation_id: 'M1',
      date: '2026-03-02 10:05:00',
      amount: checkout.nominal_transfer,
      description: 'TRSF E-BANKING CR RINA WATI',
    });
    expect(await paymentOf(store, checkout.payment_id)).toEqual(paid);
    expect(await mutationsOf(store)).toEqual([{ state: 'MATCHED', fault: null }]);
  });

  test('is told by a service as well', async () => {
    const store = await openStore(app);
    const hook = await connectHook({ app, ...store });
    const checkout = await checkedOut(store);
    await hook.report({
      mutation_id: 'M1',
      date: '2026-03-02 10:05:00',
      amount: checkout.nominal_transfer,
      description: 'BI-FAST',
    });
    expect(await paymentOf(store, checkout.payment_id)).toMatchObject({ state: 'PAID', receipts: 1 });
  });

  test('pays once while several match it and the seller accepts its orders', async () => {
    const store = await openStore(app);
    const checkouts = [await checkedOut(store), await checkedOut(store), await checkedOut(store)];
    // Each transferred twice: one of the two pays.
    await imported(
      store,
      checkouts.flatMap((checkout) => [transferOf(checkout), transferOf(checkout)]),
    );
    await app.database.pool.query(
      `update bank_mutations set state = 'NEW', fault = null where shop_id = $1`,
      [store.shop.shop_id],
    );
    const match = () => matchAllNew(store.shop.context(), { progress: async () => {} });
    await Promise.all([
      match(),
      match(),
      match(),
      ...checkouts.map(({ payment_id, orders }) =>
        store.shop.call('PATCH', '/api/open/order/confirm', {
          id: payment_id,
          orders: orders.map(({ order_id: id }: { order_id: number }) => ({ id, action: 'accept' })),
        }),
      ),
    ]);
    await match();
    for (const { payment_id, nominal_transfer } of checkouts)
      expect(await paymentOf(store, payment_id)).toEqual({
        state: 'CLOSED',
        received_idr: nominal_transfer,
        receipts: 1,
      });
    const states = (await mutationsOf(store)).map(({ state, fault }) => `${state} ${fault}`);
    expect(states.toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => 'MATCHED null'),
      ...Array.from({ length: 3 }, () => 'QUEUED PAID_ALREADY'),
    ]);
  });

  test('that came in a day after the payment expired revives it; later it waits in the queue', async () => {
    const store = await openStore(app);
    const [soon, late] = [await checkedOut(store), await checkedOut(store)];
    clock.advance(25 * HOUR_MS);
    await expiryClock(app.services).run();
    clock.advance(72 * HOUR_MS);
    await imported(store, [transferOf(soon, '03/03/2026'), transferOf(late, '06/03/2026')]);
    await app.runJobs();
    expect(await paymentOf(store, soon.payment_id)).toMatchObject({ state: 'PAID', receipts: 1 });
    expect(await paymentOf(store, late.payment_id)).toMatchObject({ state: 'EXPIRED', receipts: 0 });
    expect(await mutationsOf(store)).toEqual(
      expect.arrayContaining([
        { state: 'MATCHED', fault: null },
        { state: 'QUEUED', fault: 'LATE' },
      ]),
    );
  });
});

describe('a mutation that is no payment for sure', () => {
  test('waits in the queue, with why', async () => {
    const store = await openStore(app);
    const other = expectOk(
      await store.shop.call('POST', '/api/open/bank/create', {
        bank_type: 'BCA',
        account_number: '7700112233',
        holder_name: 'Rina',
        branch: 'Malang',
      }),
    ).body.data;
    const day = clock.now().toLocaleDateString('en-GB', { timeZone: 'Asia/Jakarta' });
    const early = await checkedOut(store);
    const asked = await checkedOut(store);
    const elsewhere = await checkedOut(store);
    await imported(store, [
      transferOf(early, '01/03/2026'),
      transferOf({ nominal_transfer: asked.nominal_transfer + 1000 }, day),
    ]);
    await imported(store, [transferOf(elsewhere, day)], other.bank_id);
    await app.runJobs();
    const faults = (await mutationsOf(store)).map(({ state, fault }) => `${state} ${fault}`);
    expect(faults.toSorted()).toEqual(['QUEUED EARLY', 'QUEUED OTHER_BANK', 'QUEUED UNKNOWN']);
    for (const { payment_id } of [early, asked, elsewhere])
      expect(await paymentOf(store, payment_id)).toMatchObject({ state: 'WAITING', receipts: 0 });
  });

  test('is for somebody to look at where two payments have its amount', () => {
    const of = (
      payment_id: number,
      fault: 'LATE' | 'PAID_ALREADY' | 'ENDED' | null,
      has_just_ended = false,
    ) => ({ mutation_id: 1, payment_id, fault, has_just_ended });
    expect(paymentThatIsMeant([of(1, null), of(2, null)])).toEqual({ fault: 'SEVERAL' });
    expect(paymentThatIsMeant([of(1, 'LATE'), of(2, null)])).toEqual({ payment_id: 2 });
    expect(paymentThatIsMeant([of(1, 'LATE'), of(2, 'PAID_ALREADY')])).toEqual({ fault: 'PAID_ALREADY' });
    expect(paymentThatIsMeant([of(1, 'ENDED', true), of(2, null)])).toEqual({ fault: 'SEVERAL' });
    expect(paymentThatIsMeant([of(1, 'ENDED'), of(2, null)])).toEqual({ payment_id: 2 });
    expect(paymentThatIsMeant([of(1, 'ENDED', true)])).toEqual({ fault: 'ENDED' });
    expect(paymentThatIsMeant([])).toEqual({ fault: 'UNKNOWN' });
  });
});
