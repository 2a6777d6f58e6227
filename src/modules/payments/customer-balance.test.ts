import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp } from '../../../test/harness.ts';
import { expectOk, openStall, orderOf } from '../../../test/stall.ts';
import { moveBalance } from './index.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('each entry adds to the one before, whatever the clock of its process says', async () => {
  const shop = await app.openShop();
  const stall = await openStall(shop);
  const { order_id } = expectOk(await shop.call('POST', '/api/open/order', orderOf(stall))).body.data;
  const { customer_id } = stall;
  const add = (amount_idr: number, moment: string) =>
    shop
      .context()
      .transaction((inner) =>
        moveBalance(
          { ...inner, clock: fixedClock(moment) },
          { customer_id, order_id, amount_idr, reason: 'ORDER CANCELED' },
        ),
      );
  expect(await add(50_000, '2026-03-01T10:00:00Z')).toBe(true);
  expect(await add(20_000, '2026-03-01T09:00:00Z')).toBe(true);
  expect(await add(-60_000, '2026-03-01T09:30:00Z')).toBe(true);
  expect(await add(-20_000, '2026-03-01T12:00:00Z')).toBe(false);
  const { rows } = await app.database.pool.query(
    `select balance_after_idr as balance, created_at from customer_balance_entries where shop_id = $1
     order by created_at, id`,
    [shop.shop_id],
  );
  const moment = new Date('2026-03-01T10:00:00Z');
  expect(rows).toEqual([50_000, 70_000, 10_000].map((balance) => ({ balance, created_at: moment })));
  const listed = expectOk(await shop.call('GET', '/api/open/customer')).body.data;
  expect(listed).toMatchObject([{ balance_idr: 10_000 }]);
});
