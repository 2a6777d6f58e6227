import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { installFunctions, shopFunction } from '../../kernel/database/shop-function.ts';
import { takeStockSql } from './index.ts';
import { findStockDifferences } from './stock-differences.ts';

let app: TestApp;

interface Taking {
  shop_id: number;
  user_id: number;
  api_key_id: number | null;
  now: Date;
  variation_ids: readonly number[];
  warehouse_ids: readonly number[];
  quantities: readonly number[];
}
interface Short {
  variation_id: number;
  warehouse_id: number;
  left: number;
}

/** A function around the statements as the one that stores an order, without the order. */
const take = shopFunction<{ short: Short[] | null }, Taking>(
  'test_take_stock',
  {
    takes: {
      shop_id: 'bigint',
      user_id: 'bigint',
      api_key_id: 'bigint',
      now: 'timestamptz',
      variation_ids: 'bigint[]',
      warehouse_ids: 'bigint[]',
      quantities: 'bigint[]',
    },
    returns: { short: 'json' },
  },
  (given, { short }) => {
    const stock = takeStockSql({
      ...given,
      order_id: 'null',
      description: "'Order PO#7'",
      created_at: given.now,
    });
    return `begin
      ${stock.lock}
      select json_agg(short order by variation_id) into ${short} from (${stock.short}) as short;
      if ${short} is null then ${stock.take} end if;
    end`;
  },
);

beforeAll(async () => {
  app = await startTestApp({ pool_size: 20 });
  await installFunctions(app.database.pool, [take]);
});
afterAll(() => app.close());

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

async function takeEach(shop: TestShop, ids: readonly number[], quantity = 1, now = new Date()) {
  const { short } = await take.call(app.database.db, {
    shop_id: shop.shop_id,
    user_id: shop.user_id,
    api_key_id: null,
    now,
    variation_ids: ids,
    warehouse_ids: ids.map(() => 0),
    quantities: ids.map(() => quantity),
  });
  return short;
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
  expect(await takeEach(shop, [first, second, first], 2)).toBeNull();
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
  expect(refused).toEqual([{ variation_id: first, warehouse_id: 0, left: 2 }]);
  expect(await quantitiesOf(shop)).toEqual([2, 5]);
});

test("takes nothing of another shop's variation: it holds 0", async () => {
  const { shop, ids } = await openGoods(2, 5);
  const stranger = await app.openShop();
  expect(await takeEach(stranger, ids)).toMatchObject([{ left: 0 }, { left: 0 }]);
  expect(await quantitiesOf(shop)).toEqual([5, 5]);
});

test('200 calls at once in opposite orders take what there is, to the piece, without a deadlock', async () => {
  const { shop, ids } = await openGoods(10, 120);
  const taken = await Promise.all(
    Array.from({ length: 200 }, (_, index) => takeEach(shop, index % 2 === 0 ? ids : ids.toReversed())),
  );
  expect(taken.filter((short) => short === null)).toHaveLength(120);
  expect(taken.filter((short) => short !== null)).toHaveLength(80);
  expect(await quantitiesOf(shop)).toEqual(ids.map(() => 0));
  expect(await findStockDifferences(app.database.db.withoutPlugins())).toEqual([]);
});

test('what is taken is not earlier than the movement before of its level, however early it began', async () => {
  const { shop, ids } = await openGoods(1, 5);
  const later = new Date(Date.now() + 60_000);
  await takeEach(shop, ids, 1, later);
  await takeEach(shop, ids, 1, new Date(0));
  const rows = await app.database.db
    .selectFrom('stock_ledger')
    .select(['balance_after', 'created_at'])
    .where('shop_id', '=', shop.shop_id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  expect(rows.map(({ balance_after }) => balance_after)).toEqual([3, 4, 5]);
  expect(rows[0]?.created_at).toEqual(later);
});
