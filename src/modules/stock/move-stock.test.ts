import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { moveStock, type StockMovement } from './index.ts';
import { findStockDifferences } from './stock-differences.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ pool_size: 20 });
});
afterAll(() => app.close());

interface Goods {
  shop: TestShop;
  variation_ids: number[];
  /** A second warehouse beside 0. */
  warehouse_id: number;
}

/** A shop with variations that have nothing in stock yet. */
async function openGoods(count: number): Promise<Goods> {
  const shop = await app.openShop();
  const created = await shop.call('POST', '/api/open/product', {
    name: 'Sepatu',
    product_type: 'S',
    has_variation: count > 1 ? 'Y' : 'N',
    variations: Array.from({ length: count }, (_, index) => ({ size: String(index), stock_quantity: 0 })),
  });
  expect(created.status).toBe(200);
  const warehouse = await app.database.db
    .insertInto('warehouses')
    .values({ shop_id: shop.shop_id, name: 'Gudang Malang', created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { shop, variation_ids: created.body.data.product_meta_id, warehouse_id: warehouse.id };
}

function movement(variation_id: number, warehouse_id: number, delta: number): StockMovement {
  return { variation_id, warehouse_id, delta, reason: 'ADJUSTMENT', description: 'Hitung ulang' };
}

async function levelsOf({ shop }: Goods): Promise<Record<string, number>> {
  const rows = await app.database.db
    .selectFrom('stock_levels')
    .select(['variation_id', 'warehouse_id', 'quantity'])
    .where('shop_id', '=', shop.shop_id)
    .execute();
  return Object.fromEntries(rows.map((row) => [`${row.variation_id}/${row.warehouse_id}`, row.quantity]));
}

async function ledgerOf({ shop }: Goods) {
  return app.database.db
    .selectFrom('stock_ledger')
    .selectAll()
    .where('shop_id', '=', shop.shop_id)
    .orderBy('id')
    .execute();
}

async function differences(): Promise<unknown[]> {
  return findStockDifferences(app.database.db.withoutPlugins());
}

describe('moveStock', () => {
  test('creates a missing level, gives the balances, and writes who did it and why', async () => {
    const goods = await openGoods(1);
    const [variation_id = 0] = goods.variation_ids;
    const moved = await moveStock(goods.shop.context(), [movement(variation_id, 0, 5)]);
    expect(moved).toEqual({ balances: [{ variation_id, warehouse_id: 0, balance: 5 }] });
    expect(await ledgerOf(goods)).toMatchObject([
      {
        variation_id,
        warehouse_id: 0,
        quantity_in: 5,
        quantity_out: 0,
        balance_after: 5,
        reason: 'ADJUSTMENT',
        description: 'Hitung ulang',
        order_id: null,
        user_id: goods.shop.user_id,
      },
    ]);
  });

  test('changes nothing at all when one level is short, and says what is left and what was wanted', async () => {
    const goods = await openGoods(3);
    const [first = 0, second = 0, third = 0] = goods.variation_ids;
    const context = goods.shop.context();
    await moveStock(context, [movement(first, 0, 5), movement(second, 0, 2)]);
    const refused = await moveStock(context, [
      movement(first, 0, -5),
      movement(second, 0, -3),
      movement(third, goods.warehouse_id, -1),
      movement(third, 0, 7),
    ]);
    expect(refused).toEqual({
      short: [
        { variation_id: second, warehouse_id: 0, left: 2, wanted: 3 },
        { variation_id: third, warehouse_id: goods.warehouse_id, left: 0, wanted: 1 },
      ],
    });
    expect(await levelsOf(goods)).toEqual({ [`${first}/0`]: 5, [`${second}/0`]: 2 });
    expect(await ledgerOf(goods)).toHaveLength(2);
  });

  test('several movements of a level count by their sum, with no balance below 0 in between', async () => {
    const goods = await openGoods(1);
    const [variation_id = 0] = goods.variation_ids;
    const context = goods.shop.context();
    const out = { ...movement(variation_id, 0, -4), description: 'Keluar' };
    const moved = await moveStock(context, [out, movement(variation_id, 0, 3), movement(variation_id, 0, 2)]);
    expect(moved).toEqual({ balances: [{ variation_id, warehouse_id: 0, balance: 1 }] });
    const rows = await ledgerOf(goods);
    expect(rows.map((row) => [row.quantity_in, row.quantity_out, row.balance_after])).toEqual([
      [5, 0, 5],
      [0, 4, 1],
    ]);
  });

  test('a level is never below 0 when 100 want what 30 can have', async () => {
    const goods = await openGoods(1);
    const [variation_id = 0] = goods.variation_ids;
    const context = goods.shop.context();
    await moveStock(context, [movement(variation_id, 0, 30)]);
    const results = await Promise.all(
      Array.from({ length: 100 }, () => moveStock(context, [movement(variation_id, 0, -1)])),
    );
    expect(results.filter((result) => 'balances' in result)).toHaveLength(30);
    expect(await levelsOf(goods)).toEqual({ [`${variation_id}/0`]: 0 });
    expect(await ledgerOf(goods)).toHaveLength(31);
  });

  test('200 calls at once that move the same levels in opposite orders end without a deadlock', async () => {
    const goods = await openGoods(10);
    const context = goods.shop.context();
    await moveStock(
      context,
      goods.variation_ids.map((id) => movement(id, 0, 150)),
    );
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, index) => {
        const movements = goods.variation_ids.map((id) => movement(id, 0, -1));
        return moveStock(context, index % 2 === 0 ? movements : movements.toReversed());
      }),
    );
    expect(results.filter((result) => 'balances' in result)).toHaveLength(150);
    expect(new Set(Object.values(await levelsOf(goods)))).toEqual(new Set([0]));
    expect(await differences()).toEqual([]);
  });

  test('a level that is missing is created once, however many calls add to it at once', async () => {
    const goods = await openGoods(5);
    const context = goods.shop.context();
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const movements = goods.variation_ids.map((id) => movement(id, goods.warehouse_id, 1));
        return moveStock(context, index % 2 === 0 ? movements : movements.toReversed());
      }),
    );
    expect(Object.values(await levelsOf(goods))).toEqual([60, 60, 60, 60, 60]);
    expect(await differences()).toEqual([]);
  });

  test('is undone with the transaction around it', async () => {
    const goods = await openGoods(1);
    const [variation_id = 0] = goods.variation_ids;
    const attempt = goods.shop.context().transaction(async (inner) => {
      await moveStock(inner, [movement(variation_id, 0, 5)]);
      throw new Error('something later went wrong');
    });
    await expect(attempt).rejects.toThrow('something later went wrong');
    expect(await levelsOf(goods)).toEqual({});
  });

  test("another shop's levels are not touched", async () => {
    const goods = await openGoods(1);
    const [variation_id = 0] = goods.variation_ids;
    await moveStock(goods.shop.context(), [movement(variation_id, 0, 5)]);
    const stranger = await app.openShop();
    const refused = await moveStock(stranger.context(), [movement(variation_id, 0, -1)]);
    expect(refused).toEqual({ short: [{ variation_id, warehouse_id: 0, left: 0, wanted: 1 }] });
    await expect(moveStock(stranger.context(), [movement(variation_id, 0, 1)])).rejects.toThrow(
      /foreign key/,
    );
    expect(await levelsOf(goods)).toEqual({ [`${variation_id}/0`]: 5 });
  });

  test('property: whatever is moved, levels are the sums of the ledger, and each balance follows from the one before', async () => {
    const goods = await openGoods(3);
    const context = goods.shop.context();
    const expected = new Map<string, number>();
    const moves = fc.array(
      fc.record({
        variation: fc.constantFrom(...goods.variation_ids),
        warehouse: fc.constantFrom(0, goods.warehouse_id),
        delta: fc.integer({ min: -20, max: 20 }).filter((delta) => delta !== 0),
        description: fc.constantFrom('a', 'b'),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (entries) => {
        const result = await moveStock(
          context,
          entries.map(({ variation, warehouse, delta, description }) => ({
            ...movement(variation, warehouse, delta),
            description,
          })),
        );
        const sums = new Map<string, number>();
        for (const { variation, warehouse, delta } of entries) {
          const key = `${variation}/${warehouse}`;
          sums.set(key, (sums.get(key) ?? expected.get(key) ?? 0) + delta);
        }
        const possible = [...sums.values()].every((quantity) => quantity >= 0);
        expect('balances' in result).toBe(possible);
        if (possible) for (const [key, quantity] of sums) expected.set(key, quantity);
      }),
      { numRuns: 120 },
    );
    const levels = await levelsOf(goods);
    for (const [key, quantity] of expected) expect(levels[key] ?? 0).toBe(quantity);
    const balances = new Map<string, number>();
    for (const row of await ledgerOf(goods)) {
      const key = `${row.variation_id}/${row.warehouse_id}`;
      const balance = (balances.get(key) ?? 0) + row.quantity_in - row.quantity_out;
      expect(row.balance_after).toBe(balance);
      balances.set(key, balance);
    }
    expect(await differences()).toEqual([]);
  });
});

describe('findStockDifferences', () => {
  test('tells of a level that somebody changed behind the ledger', async () => {
    const goods = await openGoods(1);
    const [variation_id = 0] = goods.variation_ids;
    await moveStock(goods.shop.context(), [movement(variation_id, 0, 5)]);
    const set = (quantity: number) =>
      app.database.db
        .updateTable('stock_levels')
        .set({ quantity })
        .where('shop_id', '=', goods.shop.shop_id)
        .where('variation_id', '=', variation_id)
        .execute();
    await set(6);
    expect(await differences()).toEqual([
      { shop_id: goods.shop.shop_id, variation_id, warehouse_id: 0, level: 6, ledger: 5 },
    ]);
    await set(5);
    expect(await differences()).toEqual([]);
  });
});
