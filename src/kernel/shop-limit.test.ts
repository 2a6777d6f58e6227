import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../test/harness.ts';
import { catalogLimits } from '../modules/catalog/limits.ts';

let test_app: TestApp;
beforeAll(async () => {
  test_app = await startTestApp();
});
afterAll(() => test_app.close());

test('a shop never has more of a kind than its limit, however many add at once', async () => {
  const shop = await test_app.openShop();
  const { db } = test_app.services;
  await sql`insert into product_categories (shop_id, name, created_at)
    select ${shop.shop_id}, 'Kategori ' || n, now()
    from generate_series(1, ${catalogLimits.product_categories - 2}) as n`.execute(db);
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      shop.call('POST', '/api/open/product-category', { name: `Baru ${n}` }, { 'accept-language': 'id' }),
    ),
  );
  const refused = answers.filter((answer) => answer.status === 422);
  expect(answers.filter((answer) => answer.status < 300)).toHaveLength(2);
  expect(refused).toHaveLength(4);
  expect(refused[0]?.body).toMatchObject({
    code: 'limit_reached',
    message: expect.stringContaining('1000'),
  });
});

test("another shop's rows do not count", async () => {
  const shop = await test_app.openShop();
  const answer = await shop.call('POST', '/api/open/product-category', { name: 'Baru' });
  expect(answer.status).toBeLessThan(300);
});
