import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isForSignedIn, type Route } from '../src/kernel/http/route.ts';
import { may } from '../src/kernel/permissions.ts';
import { routes } from '../src/modules.ts';
import { ROUTE_IDS, type World } from './route-ids.ts';
import { startTestApp, type Answered, type TestApp } from './harness.ts';
import { openWorld } from './open-world.ts';
import { fieldPaths, urlOf, withField } from './route-input.ts';
import { addWarehouse, hire, layIn, type Staff } from './staff.ts';
import { expectOk } from './stall.ts';
import { formWithFile } from './upload.ts';

/** An id that no warehouse has. */
const MISSING = 987_654_321;

/** What the other warehouses hold: numbers that stand nowhere else. */
const HELD = { main: 7_654_321, other: 8_765_432 };

let app: TestApp;
let world: World;
let worker: Staff;
let nobody: Staff;
let other_warehouse: number;

beforeAll(async () => {
  app = await startTestApp();
  world = await openWorld(app);
  const { shop, stall, ids } = world;
  other_warehouse = await addWarehouse(shop, stall.supplier_id, 'Gudang Lain');
  await layIn(shop, ids.variation, ids.warehouse, 50);
  await layIn(shop, ids.variation, other_warehouse, 1);
  worker = await hire(app, shop, 'warehouse', [ids.warehouse]);
  nobody = await hire(app, shop, 'warehouse');
  await app.database.pool.query(
    `update stock_levels set quantity = case warehouse_id when 0 then $3::bigint else $4 end
     where shop_id = $1 and warehouse_id <> $2`,
    [shop.shop_id, ids.warehouse, HELD.main, HELD.other],
  );
});
afterAll(() => app.close());

const writes = routes.filter(
  (route) =>
    route.method !== 'GET' && isForSignedIn(route.access) && may('warehouse', route.access.permission),
);

const request = (who: Staff, route: Route, input: Record<string, unknown>): Promise<Answered> => {
  const { url, rest } = urlOf(route, input);
  return who.call(route.method, url, rest);
};

/** All that is in, or moves in, other warehouses than the worker's. */
async function elsewhere(own: number): Promise<unknown[]> {
  const tables = ['stock_levels', 'stock_ledger', 'stock_opnames'].map(
    (table) => `
    select to_jsonb(t) as row from ${table} t where t.shop_id = $1 and t.warehouse_id <> $2`,
  );
  const { rows } = await app.database.pool.query(
    `${tables.join(' union all ')} union all select to_jsonb(t) from stock_transfers t
     where t.shop_id = $1 and ($2 <> t.origin_warehouse_id or $2 <> t.destination_warehouse_id)
     union all select to_jsonb(w) from warehouses w where w.shop_id = $1 order by 1`,
    [world.shop.shop_id, own],
  );
  return rows.map(({ row }) => row);
}

const answered = (answer: Answered) =>
  `${answer.status} ${answer.text.replace(answer.body?.request_id ?? '', '')}`;

function expectNoLevel(answer: Answered): void {
  for (const level of [HELD.main, HELD.other])
    for (const near of [level, level - 1, level + 1, level + 50, HELD.main + HELD.other])
      expect(answer.text).not.toContain(String(near));
}

let before: unknown[];
beforeEach(async () => {
  before = await elsewhere(world.ids.warehouse);
});

const named = writes.flatMap((route) =>
  Object.entries(ROUTE_IDS[route.operation]?.names ?? {}).flatMap(([path, kind]) =>
    kind === 'warehouse' ? [{ route, operation: route.operation, path }] : [],
  ),
);

test('every field of a route for who works in a warehouse that names one is tried below', () => {
  const fields = writes.flatMap((route) =>
    fieldPaths(route.input)
      .filter((path) => /warehouse_id/.test(path))
      .map((path) => `${route.operation} ${path}`),
  );
  expect(named.map(({ operation, path }) => `${operation} ${path}`)).toEqual(expect.arrayContaining(fields));
  expect(fields.length).toBeGreaterThan(3);
});

/** What is not seen is not found at all; returns.test.ts has a return that the worker sees. */
const REFUSED: Record<string, number> = { receiveReturn: 404 };

describe.each(named)('$operation with $path', ({ route, path }) => {
  const inputs = () => {
    // The other end of a transfer is the own one, so that this end alone is refused.
    const ends = ['origin_warehouse_id', 'destination_warehouse_id'].map((end) => [end, world.ids.warehouse]);
    const is_transfer = route.operation === 'createTransfer';
    const plain = {
      ...ROUTE_IDS[route.operation]?.input?.(world),
      ...(is_transfer && (Object.fromEntries(ends) as object)),
    };
    return 'stock' in plain
      ? [true, false].map((move) => ({ ...plain, move_warehouse_stock: move }))
      : [plain];
  };

  test.each(['the main one', 'another'])('of %s is answered as one that does not exist', async (which) => {
    for (const plain of inputs()) {
      const of = (id: number) =>
        request(worker, route, withField(plain, path, id) as Record<string, unknown>);
      const foreign = await of(which === 'another' ? other_warehouse : 0);
      expect(answered(foreign)).toBe(answered(await of(MISSING)));
      expect(foreign.status).toBe(REFUSED[route.operation] ?? 422);
      expectNoLevel(foreign);
    }
    expect(await elsewhere(world.ids.warehouse)).toEqual(before);
  });

  test('left out moves nothing elsewhere, and tells of no level there', async () => {
    for (const plain of inputs())
      expectNoLevel(
        await request(worker, route, withField(plain, path, undefined) as Record<string, unknown>),
      );
    expect(await elsewhere(world.ids.warehouse)).toEqual(before);
  });

  test('is no way for whoever was given no warehouse', async () => {
    for (const warehouse_id of [0, world.ids.warehouse, other_warehouse])
      for (const plain of inputs()) {
        const input = withField(plain, path, warehouse_id) as Record<string, unknown>;
        expect((await request(nobody, route, input)).status).toBe(REFUSED[route.operation] ?? 422);
      }
  });
});

describe('update-stock', () => {
  const change = (input: object) =>
    worker.call('PATCH', '/api/open/product/update-stock', {
      variation_id: world.ids.variation,
      description: 'Coba',
      ...input,
    });

  test('as a transfer that names no source takes nothing out of the main warehouse, and does not tell what it holds', async () => {
    for (const amount of [1, 99_000_000]) {
      const stock = [{ amount, status: 'ADD', warehouse_id: world.ids.warehouse }];
      const answer = await change({ stock, move_warehouse_stock: true });
      expect([answer.status, Object.keys(answer.body.message)]).toEqual([422, ['stock']]);
      expectNoLevel(answer);
    }
    expect(await elsewhere(world.ids.warehouse)).toEqual(before);
  });

  test('in the own warehouse tells what the own ones hold', async () => {
    const stock = [{ amount: 3, status: 'ADD', warehouse_id: world.ids.warehouse }];
    const { data } = expectOk(await change({ stock })).body;
    const { rows } = await app.database.pool.query(
      'select quantity from stock_levels where shop_id = $1 and variation_id = $2 and warehouse_id = $3',
      [world.shop.shop_id, world.ids.variation, world.ids.warehouse],
    );
    expect(data.total_stock).toBe(rows[0].quantity);
    expect(await elsewhere(world.ids.warehouse)).toEqual(before);
  });
});

test('sync-stock is not for whoever was not given the main warehouse; of others it counts theirs alone', async () => {
  const input = { variation_id: world.ids.variation, amount: 60 };
  expect((await worker.call('PATCH', '/api/open/product/sync-stock', input)).status).toBe(422);
  expect(await elsewhere(world.ids.warehouse)).toEqual(before);
  const keeper = await hire(app, world.shop, 'warehouse', [0]);
  expectOk(await keeper.call('PATCH', '/api/open/product/sync-stock', input));
  const history = await keeper.call('GET', '/api/open/product/history', { id: String(world.ids.variation) });
  expect(expectOk(history).body.data[0].stock.last).toBe(60);
  await app.database.pool.query(
    'update stock_levels set quantity = $2 where shop_id = $1 and warehouse_id = 0 and variation_id = $3',
    [world.shop.shop_id, HELD.main, world.ids.variation],
  );
});

test('a sheet of counts that names another warehouse, or none, counts nothing there', async () => {
  const sku = expectOk(await worker.call('GET', '/api/open/product/search')).body.data[0].variations[0].sku;
  const imported = async (warehouse: string) => {
    const sheet = `SKU;Gudang;Stok hasil hitung\n${sku};${warehouse};5\n`;
    const { body, headers } = await formWithFile(sheet, 'opname.csv');
    return worker.call('POST', '/api/open/stock-opname/import', body, headers);
  };
  const missing = answered(await imported('Tidak ada'));
  for (const warehouse of ['', '0', 'Gudang Utama', String(other_warehouse), 'Gudang Lain'])
    expect(answered(await imported(warehouse))).toBe(missing);
  expect(await elsewhere(world.ids.warehouse)).toEqual(before);
  expectOk(await imported(String(world.ids.warehouse)));
});

test('who was given no warehouse sees no stock, and none of the shop is there', async () => {
  const read = async (path: string, input: object = {}) =>
    expectOk(await nobody.call('GET', `/api/open/${path}`, input)).body.data;
  expect(await read('warehouse', { with_main_warehouse: 'true' })).toEqual([]);
  for (const path of ['stock-opname', 'stock-transfer', 'order', 'order-cancel', 'order/details'])
    expect(await read(path)).toEqual([]);
  for (const product of await read('product/search'))
    expect([product.total_stock, product.warehouse]).toEqual([0, []]);
  for (const row of await read('product/variation')) expect(row.stock_quantity).toBe(0);
  expect(await read('product/history', { id: String(world.ids.variation) })).toEqual([]);
  expect((await read('product/check-stock', { variation_id: String(world.ids.variation) })).stock).toBe(0);
});

test('who works where a transfer arrives sees it, with where it comes from', async () => {
  const rows = expectOk(await worker.call('GET', '/api/open/stock-transfer')).body.data;
  expect(rows.map(({ id }: { id: number }) => id)).toEqual([world.ids.transfer]);
  const by_origin = await worker.call('GET', '/api/open/stock-transfer', { origin_warehouse_id: '0' });
  expect(expectOk(by_origin).body.data).toEqual([]);
});

/**
 * Files that read levels, ledger, counts or transfers without asking who sees the warehouse, each with the reason.
 * Every other one goes by warehouse-access.ts.
 */
const SEES_ALL: Record<string, string> = {
  'kernel/database/schema.generated.ts': 'types',
  'modules/inventory/rows.ts': 'inserts lines',
  'modules/inventory/opnames/store-opname.ts': 'writes what create-opname and import-opname have checked',
  'modules/inventory/transfers/create-transfer.ts': 'checks its warehouses, and writes',
  'modules/inventory/transfers/move-transfer.ts': 'checks its warehouses, and writes',
  'modules/inventory/opnames/set-counted.ts': 'checks its warehouse, and writes',
  'modules/inventory/opnames/get-opname-template.ts': 'checks its warehouse',
  'modules/inventory/search-stock.ts': 'checks its warehouse',
  'modules/orders/place/load-order-facts.ts': 'for those who make orders, who see every warehouse',
  'modules/orders/cancel/delete-order.ts': 'for those who make orders, who see every warehouse',
  'modules/orders/edit/preview-edit.ts': 'for those who make orders, who see every warehouse',
  'modules/messages/care/list-running-out.ts': 'for those who write to customers, who see every warehouse',
  'modules/product-import/apply-import.ts': 'for those who change products, who see every warehouse',
  'modules/product-import/load-facts.ts': 'for those who change products, who see every warehouse',
  'modules/product-import/undo-import.ts': 'for those who change products, who see every warehouse',
  'modules/reports/summary/get-report.ts': 'for those who read reports, who see every warehouse',
  'modules/shipping/returns/return-differences.ts': 'recomputes for the operator',
  'modules/storefront/goods/store-product-sql.ts': 'for visitors of the store, whom what is sold is shown',
  'modules/stock/warehouses/delete-warehouse.ts': 'for those who change warehouses, who see every one',
  'modules/stock/move-stock.ts': 'writes what its callers have checked',
  'modules/stock/take-stock-sql.ts': 'writes what an order takes',
  'modules/stock/notify-emptied.ts': 'for the owner, who sees every warehouse',
  'modules/notifications/load-subjects.ts': 'tells each warehouse of its own: visible-notifications.ts',
  'modules/stock/stock-differences.ts': 'recomputes for the operator',
  'modules/webhooks/messages/event-facts.ts': 'for webhooks, which are the owner’s, who sees every warehouse',
  'modules/webhooks/messages/load-subjects.ts':
    'for webhooks, which are the owner’s, who sees every warehouse',
};

test('every file that reads what warehouses hold, count or move asks who sees them, or says why not', async () => {
  const source = join(import.meta.dirname, '../src');
  const files = (await readdir(source, { recursive: true })).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('module.ts'),
  );
  const wrong: string[] = [];
  for (const name of files) {
    const text = await readFile(join(source, name), 'utf8');
    const reads = /stock_(?:levels|ledger|opnames?|opname_lines|transfers?|transfer_lines)\b/.test(text);
    const is_visible = /visibleWarehouse|visibleSql|visibleOpname|visibleTransfer/.test(text);
    if (reads && !is_visible && !(name in SEES_ALL)) wrong.push(name);
    if (name in SEES_ALL && !reads) wrong.push(`${name} reads nothing of it any more`);
    if (/user_warehouses/.test(text) && !ASSIGNS.has(name)) wrong.push(`${name} has a rule of its own`);
  }
  expect(wrong).toEqual([]);
});

/** Those that give warehouses to users or take them, and the rule itself. */
const ASSIGNS = new Set([
  'kernel/database/schema.generated.ts',
  'modules/stock/warehouse-access.ts',
  'modules/stock/warehouses/warehouse-rows.ts',
  'modules/stock/warehouses/give-warehouse.ts',
  'modules/orders/visible-orders.ts',
]);
