import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from '../../../test/count-statements.ts';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { expectOk, openStall, orderOf, type Stall } from '../../../test/stall.ts';
import { diagnose } from '../../doctor.ts';
import { balanceOf, credit, debit, holdOf, transfer } from '../ledger/index.ts';
import { moveBalance, payWithBalance } from './index.ts';

let app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  app = await startTestApp({ pool_size: 12 });
});
afterAll(() => app.close());

async function open(): Promise<void> {
  shop = await app.openShop();
  stall = await openStall(shop);
}
const place = async (): Promise<number> =>
  expectOk(await shop.call('POST', '/api/open/order', orderOf(stall))).body.data.order_id;
const of_customer = () => ({ subject_id: stall.customer_id });
const move = (order_id: number, amount_idr: number) =>
  moveBalance(shop.context(), {
    customer_id: stall.customer_id,
    order_id,
    amount_idr,
    reason: amount_idr > 0 ? 'ORDER CANCELED' : 'ORDER REACTIVATED',
  });
const onHold = async (order_id: number) => (await holdOf(shop.context(), order_id)).on_hold_idr;
async function amounts() {
  const context = shop.context();
  const [balance, funds] = await Promise.all([
    balanceOf(context, { kind: 'CUSTOMER_BALANCE', ...of_customer() }),
    balanceOf(context, { kind: 'CUSTOMER_FUNDS', ...of_customer() }),
  ]);
  return { balance: balance.balance_idr, funds: funds.balance_idr };
}
async function expectSound(): Promise<void> {
  expect((await diagnose(app.services.db)).flatMap(({ differences }) => differences)).toEqual([]);
}

/** The gateway of the platform has received what an order costs. */
async function payByGateway(order_id: number, amount_idr: number): Promise<void> {
  const legs = [debit('ORDERPAY_ON_HOLD', amount_idr), credit('ORDERS', amount_idr)];
  await transfer(shop.context(), { cause: `charge:${order_id}:paid`, kind: 'CHARGE_PAID', order_id, legs });
}

test('each entry adds to the one before, whatever the clock of its process says', async () => {
  await open();
  const order_id = await place();
  const { customer_id } = stall;
  const add = (amount_idr: number, moment: string) =>
    shop.context().transaction((inner) =>
      moveBalance(
        { ...inner, clock: fixedClock(moment) },
        {
          customer_id,
          order_id,
          amount_idr,
          reason: amount_idr > 0 ? 'ORDER CANCELED' : 'ORDER REACTIVATED',
        },
      ),
    );
  expect(await add(50_000, '2026-03-01T10:00:00Z')).toBe(true);
  expect(await add(20_000, '2026-03-01T09:00:00Z')).toBe(true);
  expect(await add(-60_000, '2026-03-01T09:30:00Z')).toBe(true);
  expect(await add(-20_000, '2026-03-01T12:00:00Z')).toBe(false);
  const { rows } = await app.database.pool.query(
    `select t.cause, t.kind, -e.amount_idr as amount, t.created_at, t.user_id from ledger_entries e
     join ledger_transfers t on t.shop_id = e.shop_id and t.id = e.transfer_id
     where e.shop_id = $1 and e.kind = 'CUSTOMER_BALANCE' order by t.created_at, t.id`,
    [shop.shop_id],
  );
  const [canceled, reactivated] = ['ORDER_CANCELED', 'ORDER_REACTIVATED'];
  const common = { created_at: new Date('2026-03-01T10:00:00Z'), user_id: shop.user_id };
  expect(rows).toEqual([
    { cause: `order:${order_id}:canceled:1`, kind: canceled, amount: 50_000, ...common },
    { cause: `order:${order_id}:canceled:2`, kind: canceled, amount: 20_000, ...common },
    { cause: `order:${order_id}:reactivated:3`, kind: reactivated, amount: -60_000, ...common },
  ]);
  const listed = expectOk(await shop.call('GET', '/api/open/customer')).body.data;
  expect(listed).toMatchObject([{ balance_idr: 10_000 }]);
  await expectSound();
});

test('what OrderPay has on hold for a canceled order is kept for its customer, and is on hold again when it pays an order', async () => {
  await open();
  const [first, second, third] = [await place(), await place(), await place()];
  await payByGateway(first, 150_000);
  await move(first, 150_000);
  expect([await onHold(first), await amounts()]).toEqual([0, { balance: 150_000, funds: 150_000 }]);
  // Paid to the shop's bank: the platform holds none of it.
  await move(second, 60_000);
  expect(await amounts()).toEqual({ balance: 210_000, funds: 150_000 });
  // What the platform holds goes first.
  await move(third, -170_000);
  expect([await onHold(third), await amounts()]).toEqual([150_000, { balance: 40_000, funds: 0 }]);
  await expectSound();
});

test('an order can be canceled and reactivated again and again', async () => {
  await open();
  const order_id = await place();
  await payByGateway(order_id, 70_000);
  for (let round = 0; round < 3; round += 1) {
    expect(await move(order_id, 70_000)).toBe(true);
    expect([await onHold(order_id), await amounts()]).toEqual([0, { balance: 70_000, funds: 70_000 }]);
    expect(await move(order_id, -70_000)).toBe(true);
    expect([await onHold(order_id), await amounts()]).toEqual([70_000, { balance: 0, funds: 0 }]);
  }
  await expectSound();
});

test('a balance takes three statements, and pays several orders in one transfer', async () => {
  await open();
  const [first, second, third] = [await place(), await place(), await place()];
  expect(await countStatements(app, () => move(first, 100_000))).toBe(3);
  const pay = (cause: string, amount_idr: number) =>
    payWithBalance(shop.context(), {
      cause,
      kind: 'BALANCE_PAID',
      customer_id: stall.customer_id,
      orders: [
        { order_id: second, amount_idr },
        { order_id: third, amount_idr: 0 },
        { order_id: first, amount_idr: 1 },
      ],
    });
  expect(await pay('payment:1:balance', 299_999)).toBe('DONE');
  expect(await pay('payment:1:balance', 299_999)).toBe('KNOWN');
  expect(await pay('payment:2:balance', 5)).toBe('SHORT');
  expect((await amounts()).balance).toBe(0);
});

test('many who pay with the same balance at once spend it once', async () => {
  await open();
  const orders = await Promise.all(Array.from({ length: 12 }, place));
  await payByGateway(orders[0] ?? 0, 50_000);
  await move(orders[0] ?? 0, 50_000);
  await move(orders[1] ?? 0, 50_000);
  const outcomes = await Promise.all(
    orders.map((order_id) =>
      payWithBalance(shop.context(), {
        cause: `order:${order_id}:balance`,
        kind: 'BALANCE_PAID',
        customer_id: stall.customer_id,
        orders: [{ order_id, amount_idr: 15_000 }],
      }),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === 'DONE')).toHaveLength(6);
  expect(await amounts()).toEqual({ balance: 10_000, funds: 0 });
  await expectSound();
});

test('what a deleted order has moved stays with its number, and the balance with its customer', async () => {
  await open();
  const order_id = await place();
  expectOk(
    await shop.call('PATCH', '/api/open/order/quick-payment', {
      id: order_id,
      payment: { status: 'INSTALLMENT', amount: 30_000, date: '2026-01-05', bank_id: stall.bank_id },
    }),
  );
  expectOk(await shop.call('POST', '/api/open/order/cancel', { id: order_id }));
  expectOk(await shop.call('DELETE', `/api/open/order-cancel/${order_id}`));
  const { rows } = await app.database.pool.query(
    'select kind, order_id from ledger_transfers where shop_id = $1',
    [shop.shop_id],
  );
  expect(rows).toEqual([{ kind: 'ORDER_CANCELED', order_id }]);
  expect((await amounts()).balance).toBe(30_000);
  await expectSound();
});
