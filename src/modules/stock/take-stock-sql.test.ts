import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { statement } from '../../kernel/database/connection.ts';
import { lockStockSql, stockLedgerSql, takeStockSql } from './index.ts';
import { findStockDifferences } from './stock-differences.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ pool_size: 20 });
});
afterAll(() => app.close());

/** A statement around the fragments as the one that keeps an order, without the order. */
const take = statement<{
  moved: number;
  short: { variation_id: number; left: number; wanted: number }[] | null;
}>(
  'test_take_stock',
  `with wanted as (
    select * from unnest($2::bigint[], $3::bigint[], $4::bigint[]) as w (variation_id, warehouse_id, quantity)
  ),
  ${lockStockSql('$1')},
  ${takeStockSql('$1', 'true')},
  kept as (select null::bigint as id, 7 as po_number where not exists (select 1 from short)),
  ledger as (
    ${stockLedgerSql({ shop_id: '$1', user_id: '$5', created_at: '$6', description: "'Order PO#' || kept.po_number" })}
  )
  select (select count(*) from moved) as moved, (select json_agg(short order by variation_id) from short) as short`,
);

async function openGoods(count: number, stock_quantity: number): Promise<{ shop: TestShop; ids: number[] }> {
  const shop = await app.openShop();
  const created = await shop.call('POST', '/api/open/product', {
    name: 'Sepatu',
    product_type: 'S',
    has_variation: 'Y',
    variations: Array.from({ length: count }, (_, index) => ({ size: String(index), stock_quantity })),
  });
  return { shop, ids: created.body.data.product_meta_id };
}

async function takeEach(shop: TestShop, ids: readonly number[], quantity = 1) {
  const [taken] = await take.run(app.database.db, [
    shop.shop_id,
    ids,
    ids.map(() => 0),
    ids.map(() => quantity),
    shop.user_id,
    new Date(),
  ]);
  return taken;
}

async function quantitiesOf(shop: TestShop): Promise<number[]> {
  const rows = await app.database.db
    .selectFrom('stock_levels')
    .select('quantity')
    .where('shop_id', '=', shop.shop_id)
    .orderBy('quantity')
    .execute();
  return rows.map((row) => row.quantity);
}

test('takes from every level and writes the ledger; several lines of one level count together', async () => {
  const { shop, ids } = await openGoods(2, 5);
  const [first = 0, second = 0] = ids;
  expect(await takeEach(shop, [first, second, first], 2)).toEqual({ moved: 2, short: null });
  expect(await quantitiesOf(shop)).toEqual([1, 3]);
  const row = await app.database.db
    .selectFrom('stock_ledger')
    .selectAll()
    .where('shop_id', '=', shop.shop_id)
    .where('variation_id', '=', first)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    quantity_in: 0,
    quantity_out: 4,
    balance_after: 1,
    reason: 'ORDER',
    description: 'Order PO#7',
    user_id: shop.user_id,
  });
});

test('takes nothing where one level is short, and names what is left', async () => {
  const { shop, ids } = await openGoods(2, 5);
  const [first = 0, second = 0] = ids;
  await takeEach(shop, [first], 3);
  const refused = await takeEach(shop, [second, first], 3);
  expect(refused).toMatchObject({ moved: 0, short: [{ variation_id: first, left: 2, wanted: 3 }] });
  expect(await quantitiesOf(shop)).toEqual([2, 5]);
});

test("takes nothing of another shop's variation: it holds 0", async () => {
  const { shop, ids } = await openGoods(2, 5);
  const stranger = await app.openShop();
  expect(await takeEach(stranger, ids)).toMatchObject({ moved: 0, short: [{ left: 0 }, { left: 0 }] });
  expect(await quantitiesOf(shop)).toEqual([5, 5]);
});

test('200 statements at once in opposite orders take what there is, to the piece, without a deadlock', async () => {
  const { shop, ids } = await openGoods(10, 120);
  const taken = await Promise.all(
    Array.from({ length: 200 }, (_, index) => takeEach(shop, index % 2 === 0 ? ids : ids.toReversed())),
  );
  expect(taken.filter((result) => result?.moved === 10)).toHaveLength(120);
  expect(taken.filter((result) => result?.moved === 0)).toHaveLength(80);
  expect(await quantitiesOf(shop)).toEqual(ids.map(() => 0));
  expect(await findStockDifferences(app.database.db.withoutPlugins())).toEqual([]);
});
