import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnose } from '../src/doctor.ts';
import { startTestApp, type Answered, type TestApp, type TestShop } from './harness.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from './stall.ts';

/** Sequences that are tried; STOCK_RUNS=500 for a long one. */
const RUNS = Number(process.env['STOCK_RUNS'] ?? 12);

let test_app: TestApp;
let shop: TestShop;
/** Whom each sequence sells to; the goods are its own. */
let seller: Stall;
/** A warehouse beside the main one. */
let branch: number;

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
  seller = await openStall(shop);
  const { rows } = await test_app.database.pool.query<{ id: number }>(
    `insert into warehouses (shop_id, name, created_at) values ($1, 'Cabang', now()) returning id`,
    [shop.shop_id],
  );
  branch = rows[0]?.id ?? 0;
});
afterAll(() => test_app.close());

/** One thing that a seller does; `which` chooses among what there is. */
const step = fc.record({
  kind: fc.constantFrom('order', 'add', 'take', 'move', 'count', 'sync', 'edit', 'transfer', 'delete'),
  which: fc.nat({ max: 1 }),
  there: fc.boolean(),
  pieces: fc.integer({ min: 1, max: 12 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The model: what each variation holds in the main warehouse and in the branch; gone where it was deleted. */
class Model {
  readonly levels = new Map<number, [main: number, branch: number]>();

  apply({ kind, there, pieces }: Step, id: number): boolean {
    const level = this.levels.get(id);
    if (level === undefined) return false;
    const [main, branch] = level;
    const set = (next: [number, number]) => {
      if (next.some((held) => held < 0)) return false;
      this.levels.set(id, next);
      return true;
    };
    switch (kind) {
      case 'order':
      case 'take':
        return set(there ? [main, branch - pieces] : [main - pieces, branch]);
      case 'add':
        return set(there ? [main, branch + pieces] : [main + pieces, branch]);
      case 'move':
      case 'transfer':
        return set(there ? [main + pieces, branch - pieces] : [main - pieces, branch + pieces]);
      case 'count':
        return set(there ? [main, pieces] : [pieces, branch]);
      case 'sync':
        return set([pieces - branch, branch]);
      case 'edit':
        return set([pieces, branch]);
      case 'delete':
        // The last one goes with its product.
        return this.levels.delete(id);
    }
  }
}

test('property: whatever is ordered, counted, moved, edited and deleted, stock is what a plain model says, and the sum of its ledger', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const stall = { ...seller, ...(await addProduct(shop, { stocks: [10, 20] })) };
      const model = new Model();
      stall.variation_ids.forEach((id, index) => model.levels.set(id, [index === 0 ? 10 : 20, 0]));
      for (const next of steps) {
        const id = stall.variation_ids[next.which] ?? 0;
        const answer = await perform(stall, next, id);
        const accepted = model.apply(next, id);
        expect(answer.status === 200, `${JSON.stringify(next)}: ${answer.text}`).toBe(accepted);
        expect(answer.status).toBeLessThan(500);
        await expectLevels(model);
      }
      for (const check of await diagnose(test_app.services.db))
        expect(check.differences, check.title).toEqual([]);
    }),
    { numRuns: RUNS },
  );
}, 240_000);

async function perform(stall: Stall, next: Step, id: number): Promise<Answered> {
  const { call } = shop;
  const { kind, there, pieces } = next;
  const warehouse_id = there ? branch : 0;
  const other_id = there ? 0 : branch;
  const description = kind;
  const update = (stock: object[], move_warehouse_stock = false) =>
    call('PATCH', '/api/open/product/update-stock', {
      variation_id: id,
      stock,
      description,
      move_warehouse_stock,
    });
  switch (kind) {
    case 'order':
      return call(
        'POST',
        '/api/open/order',
        orderOf(stall, { products: [{ id, qty: pieces, product_status: 'S', warehouse_id }] }),
      );
    case 'add':
      return update([{ amount: pieces, status: 'ADD', warehouse_id }]);
    case 'take':
      return update([{ amount: pieces, status: 'SUB', warehouse_id }]);
    case 'move':
      return update(
        [
          { amount: pieces, status: 'SUB', warehouse_id },
          { amount: pieces, status: 'ADD', warehouse_id: other_id },
        ],
        true,
      );
    case 'transfer':
      return call('POST', '/api/open/stock-transfer', {
        origin_warehouse_id: warehouse_id,
        destination_warehouse_id: other_id,
        description,
        stock_adjustment: [{ variation_id: id, transfer_stock: pieces }],
      });
    case 'count':
      return call('POST', '/api/open/stock-opname', {
        warehouse_id,
        description,
        stock_adjustment: [{ variation_id: id, warehouse_stock: pieces }],
      });
    case 'sync':
      return call('PATCH', '/api/open/product/sync-stock', { variation_id: id, amount: pieces });
    case 'edit':
      return edit(stall, id, pieces);
    case 'delete':
      return call('DELETE', '/api/open/product/variation', { id: [id] });
  }
}

/** Sends the product back as it was read, with another stock of one variation. */
async function edit(stall: Stall, id: number, stock_quantity: number): Promise<Answered> {
  const { data } = expectOk(await shop.call('GET', `/api/open/product/${stall.product_id}/detail`)).body;
  const variation = data.variations.find((item: { id: number }) => item.id === id) ?? { id };
  return shop.call('PATCH', '/api/open/product', { ...data, variations: [{ ...variation, stock_quantity }] });
}

async function expectLevels(model: Model): Promise<void> {
  const { rows } = await test_app.database.pool.query<{
    variation_id: number;
    warehouse_id: number;
    quantity: number;
  }>('select variation_id, warehouse_id, quantity from stock_levels where shop_id = $1', [shop.shop_id]);
  for (const [id, [main, held]] of model.levels) {
    const of = (warehouse_id: number) =>
      rows.find((row) => row.variation_id === id && row.warehouse_id === warehouse_id)?.quantity ?? 0;
    expect([of(0), of(branch)]).toEqual([main, held]);
  }
}
