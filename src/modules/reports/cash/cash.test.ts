import { afterAll, beforeAll, expect, test } from 'vitest';
import { codOrder, report } from '../../../../test/cod-scene.ts';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { fileOf } from '../../../../test/report-files.ts';
import { expectOk, today } from '../../../../test/stall.ts';
import { buyerWithBalance, openStore, type StoreScene } from '../../../../test/store-scene.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** What a seller relies on: what is told to have come in is what stands on the statement of the bank. */
let app: TestApp;
let store: StoreScene;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const call = (method: string, path: string, input?: object) =>
  store.shop.call(method, `/api/open/${path}`, input);
const get = async (path: string) => expectOk(await call('GET', path)).body.data;
const cash = async () => {
  const { money_in, now } = await get('report/statement/cash');
  expect(money_in.by_day.reduce((sum: number, { nominal }: any) => sum + nominal, 0)).toBe(money_in.total);
  expect(money_in.by_account.reduce((sum: number, { nominal }: any) => sum + nominal, 0)).toBe(
    money_in.total,
  );
  return { total: money_in.total, now };
};
/** Debits less credits of the journal, by account. */
async function journal(): Promise<Record<string, number>> {
  const csv = (await fileOf(app, store.shop, 'report/journal/download', {})).toString();
  const { data: accounts } = expectOk(await call('GET', 'setting/journal')).body;
  const names = new Map<string, string>(accounts.map(({ account, code }: any) => [code, account]));
  const sums: Record<string, number> = {};
  for (const line of csv.trim().split(/\r?\n/).slice(1)) {
    const cells = line.split(',');
    const name = cells.map((cell) => names.get(cell)).find((found) => found !== undefined) ?? '';
    const [debit = 0, credit = 0] = cells.slice(4, 6).map(Number);
    sums[name] = (sums[name] ?? 0) + debit - credit;
  }
  return sums;
}

test('of COD what the courier paid out comes in, and what it kept is a charge', async () => {
  store = await openStore(app);
  const order_id = await codOrder(store.shop, store.stall);
  expect((await cash()).now).toMatchObject({ receivable: 0, cod_not_sent: 110_000, cod_on_its_way: 0 });
  await report(store.shop, order_id, 'ON_PROCESS');
  await app.readEvents();
  expect((await cash()).now).toMatchObject({ cod_not_sent: 0, cod_on_its_way: 110_000 });
  await report(store.shop, order_id, 'DELIVERED');
  await app.readEvents();
  const paid = { bank_id: store.stall.bank_id, parcels: [{ order_id }] };
  expectOk(await call('POST', 'shipping/payout', paid));
  // Of 110,000 JNE keeps 10,000 for shipping and 5,000 of COD.
  expect(await cash()).toMatchObject({ total: 95_000, now: { cod_not_sent: 0, cod_to_come: 0 } });
  expect(await get('report/bank')).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: store.stall.bank_id, nominal: 95_000 })]),
  );
  expect(await journal()).toMatchObject({ BANK: 95_000, COURIER_CHARGES: 15_000, RECEIVABLE: 0 });
});

test('of an order that is cancelled stays what became the balance of its customer, and comes in once', async () => {
  store = await openStore(app);
  const buyer = await buyerWithBalance(app, store, 300_000);
  const before = (await cash()).total;
  const pay = async (paid_as: string) => {
    const order_id = await codOrder(store.shop, store.stall, {
      is_cod: false,
      payment: { status: 'PAID', date: today(), bank_id: store.stall.bank_id },
    });
    expect((await cash()).total).toBe(before + 110_000 * (paid_as === 'REFUNDED' ? 2 : 1));
    expectOk(await call('POST', 'order/cancel', { id: order_id, paid_as }));
    return order_id;
  };
  const as_balance = await pay('BALANCE');
  expect((await cash()).total).toBe(before + 110_000);
  await pay('REFUNDED');
  expect((await cash()).total).toBe(before + 110_000);
  const body = store.checkout({ payment: { method: 'ORDERPAY' } });
  const headers = { authorization: `Bearer ${buyer.token}` };
  const { data } = expectOk(await store.visit('POST', '/checkout', body, headers)).body;
  const orders = data.orders.map(({ order_id }: any) => ({ id: order_id, action: 'ACCEPT' }));
  expectOk(await call('PATCH', 'order/confirm', { id: data.payment_id, orders }));
  expect((await cash()).total).toBe(before + 110_000);
  expectOk(await call('DELETE', `order-cancel/${as_balance}`));
  expect((await cash()).total).toBe(before);
  await app.readEvents();
  expect((await cash()).total).toBe(before);
});

test('codes of accounts that several set at once are set', async () => {
  store = await openStore(app);
  const accounts = ['SALES', 'BANK', 'EXPENSE'].map((account) => ({ account, code: 'S1' }));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      call('PATCH', 'setting/journal', { accounts: n % 2 === 0 ? accounts : accounts.toReversed() }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
});
