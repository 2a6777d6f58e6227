import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk, openStall, orderOf, type Stall } from '../../../../test/stall.ts';
import { credit, debit, transfer, type Leg } from '../../ledger/index.ts';
import type { TransferKind } from '../../ledger/transfer-kinds.ts';

let app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  app = await startTestApp({ clock: fixedClock('2026-03-24T06:32:24Z'), zone: 'Asia/Jakarta' });
});
afterAll(() => app.close());
beforeEach(async () => {
  shop = await app.openShop();
  stall = await openStall(shop);
});

const list = async (query: object = {}) => expectOk(await shop.call('GET', '/api/open/payment', query)).body;
const place = async (): Promise<{ order_id: number; po_number: number }> =>
  expectOk(await shop.call('POST', '/api/open/order', orderOf(stall))).body.data;

let causes = 0;
async function move(
  kind: TransferKind,
  legs: Leg[],
  { at = '2026-03-24T06:32:24Z', is_pending = false } = {},
): Promise<void> {
  const context = { ...shop.context(), clock: fixedClock(at) };
  await transfer(context, { cause: `test:${(causes += 1)}`, kind, legs, is_pending });
}
const charge = (amount_idr: number, orders: number[], at?: string) =>
  move(
    'CHARGE_PAID',
    [
      ...orders.map((order_id) => debit('ORDERPAY_ON_HOLD', amount_idr, { order_id })),
      credit('ORDERS', amount_idr * orders.length),
    ],
    at === undefined ? {} : { at },
  );

test('a payment has the number, sign, title and description of the reference, with the numbers of its orders', async () => {
  const [first, second] = [await place(), await place()];
  await charge(167_000, [first.order_id, second.order_id]);
  const { data, meta } = await list();
  expect(data).toEqual([
    {
      id: expect.any(Number),
      transaction_number: `#INV${data[0].id}`,
      type: { id: '1', status: '+' },
      date: '2026-03-24 13:32:24',
      title: 'Pembayaran Order',
      description: `Pembayaran order #${first.po_number}, #${second.po_number} melalui payment gateway`,
      nominal: 334_000,
    },
  ]);
  expect(meta.pagination).toMatchObject({ total: 1, count: 1, current_page: 1 });
});

test('what only moves within OrderPay is not listed, what waits says so, and what failed is gone', async () => {
  const { order_id } = await place();
  await charge(500_000, [order_id]);
  await move('ORDER_DELIVERED', [
    credit('ORDERPAY_ON_HOLD', 500_000, { order_id }),
    debit('ORDERPAY_AVAILABLE', 500_000),
  ]);
  await move('WITHDRAWAL', [debit('OUTSIDE', 60_000), credit('ORDERPAY_AVAILABLE', 60_000)], {
    is_pending: true,
  });
  await move('REFUND_FEE', [debit('FEES', 5_500), credit('ORDERPAY_AVAILABLE', 5_500)]);
  const { data } = await list();
  expect(data.map(({ type, nominal, title }: any) => [type.id, type.status, nominal, title])).toEqual([
    ['3', '-', 5_500, 'Biaya Refund'],
    ['2', '-', 60_000, 'Penarikan Saldo'],
    ['1', '+', 500_000, 'Pembayaran Order'],
  ]);
  expect(data[1].description).toContain('(sedang diproses)');
  await app.database.pool.query(
    `update ledger_transfers set state = 'VOIDED', decided_at = now() where shop_id = $1 and state = 'PENDING'`,
    [shop.shop_id],
  );
  expect((await list()).data).toHaveLength(2);
});

test('money of the shop’s own gateway account is a list of its own', async () => {
  const { order_id } = await place();
  await move('CHARGE_PAID', [debit('GATEWAY_CLEARING', 90_000, { order_id }), credit('ORDERS', 90_000)]);
  expect((await list()).data).toEqual([]);
  expect((await list({ payment_type: 'payment_gateway' })).data).toMatchObject([
    { type: { status: '+' }, nominal: 90_000 },
  ]);
});

test('funds, period and pages choose; the period is this month where none is named', async () => {
  const { order_id } = await place();
  await charge(10_000, [order_id], '2026-02-28T16:59:59Z');
  await charge(20_000, [order_id], '2026-02-28T17:00:00Z');
  await charge(30_000, [order_id], '2026-03-10T03:00:00Z');
  await move('REFUND_FEE', [debit('FEES', 1), credit('ORDERPAY_ON_HOLD', 1)]);
  const nominals = async (query: object = {}) =>
    (await list(query)).data.map(({ nominal }: { nominal: number }) => nominal);
  expect(await nominals()).toEqual([1, 30_000, 20_000]);
  expect(await nominals({ funds: 'outgoing' })).toEqual([1]);
  expect(await nominals({ funds: 'INCOMING' })).toEqual([30_000, 20_000]);
  expect(await nominals({ start_date: '2026-02-01', end_date: '2026-02-28' })).toEqual([10_000]);
  // Before this month, the month of its end.
  expect(await nominals({ end_date: '2026-02-28' })).toEqual([10_000]);
  expect(await nominals({ start_date: '2026-02-01' })).toHaveLength(4);
  const page = await list({ start_date: '2026-02-01', per_page: '2', pagination_offset: '2' });
  expect([page.data.map(({ nominal }: any) => nominal), page.meta.pagination.total_pages]).toEqual([
    [20_000, 10_000],
    2,
  ]);
  const early = await shop.call('GET', '/api/open/payment', {
    start_date: '2026-03-02',
    end_date: '2026-03-01',
  });
  expect([early.status, Object.keys(early.body.message)]).toEqual([422, ['end_date']]);
});

test('a page takes two statements, whatever it holds', async () => {
  const { order_id } = await place();
  for (let n = 0; n < 12; n += 1) await charge(10_000, [order_id]);
  const counts = [];
  for (const per_page of ['1', '10', '50']) counts.push(await countStatements(app, () => list({ per_page })));
  expect(counts).toEqual([2, 2, 2]);
  expect(await countStatements(app, () => shop.call('GET', '/api/open/payment/orderpay-balance'))).toBe(1);
});

test('the balance is what the accounts hold; of a new shop it is nothing', async () => {
  const balance = async () =>
    expectOk(await shop.call('GET', '/api/open/payment/orderpay-balance')).body.data;
  const nothing = {
    total: 0,
    withdrawal_allowed: 0,
    onhold_total: 0,
    balance_onhold: 0,
    withdrawal_onhold: 0,
  };
  expect(await balance()).toEqual(nothing);
  const { order_id } = await place();
  await charge(70_000, [order_id]);
  expect(await balance()).toEqual({
    ...nothing,
    total: 70_000,
    onhold_total: 70_000,
    balance_onhold: 70_000,
  });
});
