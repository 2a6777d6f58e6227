import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { oweFee, payByGateway, rejectPaid } from '../../../../test/gateway-money.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { hire } from '../../../../test/staff.ts';
import { addCustomer, expectOk, openStall, orderOf, type Stall } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';
import { balancesOf } from '../../ledger/index.ts';

let app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  app = await startTestApp({ pool_size: 12 });
});
afterAll(() => app.close());
beforeEach(async () => {
  shop = await app.openShop();
  stall = await openStall(shop);
});

interface Rejected {
  order_id: number;
  po_number: number;
}
/** An order of a customer that was paid and rejected. */
async function rejected(
  amount_idr: number,
  by_gateway = true,
  subject_id = stall.customer_id,
): Promise<Rejected> {
  const { order_id, po_number } = expectOk(await shop.call('POST', '/api/open/order', orderOf(stall))).body
    .data;
  if (by_gateway) await payByGateway(shop.context(), order_id, amount_idr);
  await rejectPaid(shop.context(), { order_id, subject_id, amount_idr });
  return { order_id, po_number };
}
const listed = async (query: object = {}) =>
  expectOk(await shop.call('GET', '/api/open/payment/refund', query)).body.data;
const settle = (input: object, customer_id = stall.customer_id) =>
  shop.call('POST', `/api/open/payment/refund/${customer_id}/settle`, input);
async function amounts(subject_id = stall.customer_id) {
  const [due, balance, funds, available, fees] = await balancesOf(shop.context(), [
    { kind: 'REFUNDS_DUE', subject_id },
    { kind: 'CUSTOMER_BALANCE', subject_id },
    { kind: 'CUSTOMER_FUNDS', subject_id },
    { kind: 'ORDERPAY_AVAILABLE' },
    { kind: 'FEES_DUE' },
  ]);
  const of = (one: typeof due) => one?.balance_idr;
  return { due: of(due), balance: of(balance), funds: of(funds), available: of(available), fees: of(fees) };
}
async function expectSound(): Promise<void> {
  expect((await diagnose(app.services.db)).flatMap(({ differences }) => differences)).toEqual([]);
}

describe('the list of refunds', () => {
  test('has each customer with what is due, for which orders, and nothing that was settled', async () => {
    const first = await rejected(100_000);
    const second = await rejected(50_000, false);
    const [row] = await listed();
    expect(row).toEqual({
      customer: { id: stall.customer_id, name: 'Siti', phone: '6281234567890' },
      nominal: 150_000,
      orders: [
        { ...second, nominal: 50_000 },
        { ...first, nominal: 100_000 },
      ],
      due_since: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    });
    expectOk(await settle({ method: 'BALANCE' }));
    expect(await listed()).toEqual([]);
    const third = await rejected(20_000);
    expect(await listed()).toMatchObject([{ nominal: 20_000, orders: [{ ...third, nominal: 20_000 }] }]);
  });

  test('takes two statements, for one customer and for many', async () => {
    await rejected(10_000);
    const count = () => countStatements(app, () => listed());
    const of_one = await count();
    for (let n = 0; n < 4; n += 1)
      await rejected(10_000, true, await addCustomer(shop, 'N', `Pembeli ${n}`, `0812000000${n}`));
    expect([of_one, await count(), (await listed()).length]).toEqual([2, 2, 5]);
  });
});

describe('settling a refund', () => {
  test('as balance leaves what the platform holds with the customer', async () => {
    await rejected(100_000);
    await rejected(50_000, false);
    const answer = expectOk(await settle({ method: 'balance', note: 'Disetujui pembeli' }));
    expect(answer.body.data).toEqual({
      customer_id: stall.customer_id,
      method: 'BALANCE',
      nominal: 150_000,
    });
    expect(await amounts()).toEqual({ due: 0, balance: 150_000, funds: 100_000, available: 0, fees: 0 });
    await expectSound();
  });

  test('as transferred makes available what the platform holds of it, and nothing of the customer’s balance', async () => {
    await rejected(100_000);
    expectOk(await settle({ method: 'BALANCE' }));
    await rejected(70_000);
    await rejected(30_000, false);
    expectOk(await settle({ method: 'TRANSFERRED', note: 'BCA 123', nominal: 100_000 }));
    expect(await amounts()).toEqual({ due: 0, balance: 100_000, funds: 100_000, available: 70_000, fees: 0 });
    await expectSound();
    const { rows } = await app.database.pool.query(
      `select payload from outbox_events where shop_id = $1 and name = 'refund.settled' order by id`,
      [shop.shop_id],
    );
    expect(rows.map(({ payload }) => payload)).toEqual([
      { nominal_idr: 100_000, method: 'BALANCE', note: '' },
      { nominal_idr: 100_000, method: 'TRANSFERRED', note: 'BCA 123' },
    ]);
  });

  test('pays the fees that are due first', async () => {
    await rejected(100_000);
    await oweFee(shop.context(), 5_500);
    expectOk(await settle({ method: 'TRANSFERRED' }));
    expect(await amounts()).toMatchObject({ due: 0, funds: 0, available: 94_500, fees: 0 });
    await expectSound();
  });

  test('is refused where nothing is due, another amount than was read, or the customer is not the shop’s', async () => {
    expect((await settle({ method: 'BALANCE' })).body.code).toBe('refund_none');
    await rejected(100_000);
    const other = await settle({ method: 'BALANCE', nominal: 90_000 });
    expect([other.status, other.body.message.nominal[0]]).toEqual([
      422,
      expect.stringContaining('Rp100.000'),
    ]);
    expect((await settle({ method: 'CASH' })).status).toBe(422);
    expect((await settle({ method: 'BALANCE' }, 987_654_321)).status).toBe(404);
    expect((await amounts()).due).toBe(100_000);
  });

  test('many times at once settles it once', async () => {
    for (const method of ['BALANCE', 'TRANSFERRED']) {
      await rejected(100_000);
      const answers = await Promise.all(Array.from({ length: 6 }, () => settle({ method })));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const { status, body } of answers) expect([200, 422].includes(status), body.code).toBe(true);
    }
    expect(await amounts()).toEqual({
      due: 0,
      balance: 100_000,
      funds: 100_000,
      available: 100_000,
      fees: 0,
    });
    await expectSound();
  });

  test('is not for who works in a warehouse, nor for a key, nor without the password of the last ten minutes', async () => {
    await rejected(100_000);
    const path = `/api/open/payment/refund/${stall.customer_id}/settle`;
    const warehouse = await hire(app, shop, 'warehouse');
    expect((await warehouse.call('POST', path, { method: 'BALANCE' })).status).toBe(403);
    expect((await warehouse.call('GET', '/api/open/payment/refund')).status).toBe(403);
    await app.database.pool.query(
      `update sessions set password_confirmed_at = now() - interval '11 minutes' where shop_id = $1`,
      [shop.shop_id],
    );
    expect((await settle({ method: 'BALANCE' })).status).toBe(403);
    expectOk(await settle({ method: 'BALANCE', current_password: shop.password }));
  });
});
