import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnose } from '../src/doctor.ts';
import { startTestApp, type Answered, type TestApp, type TestShop } from './harness.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from './stall.ts';

/** Sequences that are tried; STOCK_RUNS=500 for a long one. */
const RUNS = Number(process.env['STOCK_RUNS'] ?? 25);

let test_app: TestApp;
let shop: TestShop;
/** Whom each sequence sells to; goods and branch are its own. */
let seller: Stall;

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
  seller = await openStall(shop);
});
afterAll(() => test_app.close());

const KINDS = [
  'create',
  'order',
  'order anywhere',
  'add',
  'take',
  'move',
  'count',
  'sync',
  'edit',
  'transfer',
  'delete',
  'archive',
  'close',
] as const;

/** One thing that a seller does; `which` chooses among what there is or was. */
const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  which: fc.nat({ max: 11 }),
  there: fc.boolean(),
  pieces: fc.integer({ min: 1, max: 12 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Item {
  id: number;
  product_id: number;
  is_archived: boolean;
  main: number;
  branch: number;
}

/** What each variation holds in the main warehouse and in a branch, and what of all that is still there. */
class Model {
  readonly items: Item[] = [];
  #is_branch_open = true;

  create(product: { product_id: number; variation_ids: number[] }, stocks: number[]): void {
    for (const [index, id] of product.variation_ids.entries())
      this.items.push({
        id,
        product_id: product.product_id,
        is_archived: false,
        main: stocks[index] ?? 0,
        branch: 0,
      });
  }

  /** @returns whether it is done, and then it is done; else all stays as it is */
  apply({ kind, there, pieces }: Step, item: Item): boolean {
    if (kind === 'close') return this.#close();
    if (kind === 'archive') return this.#archive(item.product_id);
    if (kind === 'create' || item.is_archived) return false;
    // The last one goes with its product.
    if (kind === 'delete') return (item.is_archived = true);
    const next = this.#levelsAfter(kind, there, pieces, item);
    if (next === undefined || next.main < 0 || next.branch < 0) return false;
    Object.assign(item, next);
    return true;
  }

  #archive(product_id: number): boolean {
    const there = this.items.filter((item) => item.product_id === product_id && !item.is_archived);
    for (const item of there) item.is_archived = true;
    return there.length > 0;
  }

  /** An archived variation's goods are still in their warehouse. */
  #close(): boolean {
    if (!this.#is_branch_open || this.items.some(({ branch }) => branch > 0)) return false;
    this.#is_branch_open = false;
    return true;
  }

  #levelsAfter(
    kind: Exclude<Step['kind'], 'create' | 'close' | 'archive' | 'delete'>,
    there: boolean,
    pieces: number,
    { main, branch }: Item,
  ) {
    const into = (place: boolean, change: number) =>
      place ? { main, branch: branch + change } : { main: main + change, branch };
    const needs_branch = kind === 'move' || kind === 'transfer' || (there && !ONLY_MAIN.has(kind));
    if (needs_branch && !this.#is_branch_open) return undefined;
    switch (kind) {
      case 'order':
      case 'take':
        return into(there, -pieces);
      case 'order anywhere':
        return into(main < pieces && branch >= pieces, -pieces);
      case 'add':
        return into(there, pieces);
      case 'move':
      case 'transfer':
        return there
          ? { main: main + pieces, branch: branch - pieces }
          : { main: main - pieces, branch: branch + pieces };
      case 'count':
        return there ? { main, branch: pieces } : { main: pieces, branch };
      case 'sync':
        return { main: pieces - branch, branch };
      case 'edit':
        return { main: pieces, branch };
    }
  }
}

/** What takes no notice of `there`. */
const ONLY_MAIN = new Set(['order anywhere', 'sync', 'edit']);

/** A warehouse beside the main one. A sequence each would be more than a shop may open. */
async function openBranch(): Promise<number> {
  const { rows } = await test_app.database.pool.query<{ id: number }>(
    'insert into warehouses (shop_id, name, created_at) values ($1, $2, now()) returning id',
    [shop.shop_id, `Cabang ${randomUUID()}`],
  );
  return rows[0]?.id ?? 0;
}

test('property: whatever is created, ordered, counted, moved, synced, edited, deleted and closed, after every step stock is what a plain model says and the sum of its ledger', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
      const branch_id = await openBranch();
      const model = new Model();
      model.create(await addProduct(shop, { stocks: [10, 20] }), [10, 20]);
      for (const next of steps) {
        await takeStep(branch_id, model, next);
        expectLevels(await levels(), branch_id, model);
      }
      for (const check of await diagnose(test_app.services.db))
        expect(check.differences, check.title).toEqual([]);
    }),
    { numRuns: RUNS },
  );
}, 240_000);

/** Does it for real and in the model, which must agree on whether it can be done. */
async function takeStep(branch_id: number, model: Model, next: Step): Promise<void> {
  if (next.kind === 'create') {
    const stocks = [next.pieces, 0];
    return model.create(await addProduct(shop, { stocks }), stocks);
  }
  const item = model.items[next.which % model.items.length] as Item;
  const before = piecesOf(await levels(), item);
  const answer = await perform(branch_id, next, item);
  const accepted = model.apply(next, item);
  expect(answer.status === 200, `${JSON.stringify(next)}: ${answer.text}`).toBe(accepted);
  expect([200, 404, 422], answer.text).toContain(answer.status);
  const moves = next.kind === 'move' || next.kind === 'transfer';
  expect(moves && piecesOf(await levels(), item) !== before, 'a transfer conserves the sum').toBe(false);
}

async function perform(branch_id: number, next: Step, item: Item): Promise<Answered> {
  const { call } = shop;
  const { kind, there, pieces } = next;
  const { id } = item;
  const warehouse_id = there ? branch_id : 0;
  const other_id = there ? 0 : branch_id;
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
    case 'order anywhere':
      return call(
        'POST',
        '/api/open/order',
        orderOf(seller, {
          products: [{ id, qty: pieces, product_status: 'S', ...(kind === 'order' && { warehouse_id }) }],
        }),
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
      return edit(item, pieces);
    case 'delete':
      return call('DELETE', '/api/open/product/variation', { id: [id] });
    case 'archive':
      return call('DELETE', '/api/open/product', { id: [item.product_id] });
    case 'close':
      return call('DELETE', `/api/open/warehouse/${branch_id}`);
    case 'create':
      throw new Error('made without a variation');
  }
}

/** Sends the product back as it was read, with another stock of one variation. */
async function edit({ id, product_id }: Item, stock_quantity: number): Promise<Answered> {
  const { data } = expectOk(await shop.call('GET', `/api/open/product/${product_id}/detail`)).body;
  const variation = data.variations.find((item: { id: number }) => item.id === id) ?? { id };
  return shop.call('PATCH', '/api/open/product', { ...data, variations: [{ ...variation, stock_quantity }] });
}

interface Level {
  variation_id: number;
  warehouse_id: number;
  level: number;
  ledger: number;
}

/** Every level of the shop, and what its ledger adds up to. */
async function levels(): Promise<Level[]> {
  const { rows } = await test_app.database.pool.query<Level>(
    `select variation_id, warehouse_id, coalesce(quantity, 0) as level, coalesce(booked, 0) as ledger
    from (select * from stock_levels where shop_id = $1) as level
    full join (
      select variation_id, warehouse_id, sum(quantity_in - quantity_out)::bigint as booked
      from stock_ledger where shop_id = $1 group by variation_id, warehouse_id
    ) as entry using (variation_id, warehouse_id)`,
    [shop.shop_id],
  );
  return rows;
}

function piecesOf(all: readonly Level[], { id }: Item): number {
  return all.reduce((total, { variation_id, level }) => total + (variation_id === id ? level : 0), 0);
}

function expectLevels(all: readonly Level[], branch_id: number, model: Model): void {
  expect(all.filter(({ level, ledger }) => level !== ledger || level < 0)).toEqual([]);
  for (const { id, main, branch } of model.items) {
    const of = (warehouse_id: number) =>
      all.find((level) => level.variation_id === id && level.warehouse_id === warehouse_id)?.level ?? 0;
    expect([of(0), of(branch_id)]).toEqual([main, branch]);
  }
}
