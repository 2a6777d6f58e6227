import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { readBatches } from './read-batches.ts';

let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp();
});
beforeEach(async () => {
  shop = await test_app.openShop();
  await test_app.database.pool.query(
    `insert into product_categories (shop_id, name, created_at)
     select $1, 'Kategori ' || n, now() from generate_series(1, 25) n`,
    [shop.shop_id],
  );
});
afterAll(() => test_app.close());

const categories = () =>
  test_app.services.db
    .selectFrom('product_categories')
    .select(['id', 'name'])
    .where('shop_id', '=', shop.shop_id)
    .orderBy('id');

test('what others write meanwhile is neither missed nor read twice', async () => {
  const names: string[] = [];
  let batches = 0;
  for await (const { rows, db } of readBatches(test_app.services.db, categories(), 10)) {
    names.push(...rows.map((row) => row.name));
    batches += 1;
    await test_app.database.pool.query(`delete from product_categories where shop_id = $1`, [shop.shop_id]);
    const seen = await db
      .selectFrom('product_categories')
      .select((eb) => eb.fn.countAll().as('count'))
      .where('shop_id', '=', shop.shop_id)
      .executeTakeFirst();
    expect(Number(seen?.count)).toBe(25);
  }
  expect(batches).toBe(3);
  expect(names).toEqual(Array.from({ length: 25 }, (_, index) => `Kategori ${index + 1}`));
});

test('the connection is free again, also when the reader stops early or fails', async () => {
  const { pool } = test_app.database;
  for (let round = 0; round < 20; round += 1)
    for await (const _batch of readBatches(test_app.services.db, categories(), 1)) break;
  expect(pool.idleCount).toBe(pool.totalCount);
});

test('a query that names no shop is refused', async () => {
  const query = test_app.services.db.selectFrom('product_categories').select('id');
  await expect(readBatches(test_app.services.db, query, 10).next()).rejects.toThrow('shop_id');
});
