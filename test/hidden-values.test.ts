import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isForSignedIn, type Route } from '../src/kernel/http/route.ts';
import { may, type Role } from '../src/kernel/permissions.ts';
import { routes } from '../src/modules.ts';
import { ROUTE_IDS, type World } from './route-ids.ts';
import { startTestApp, type TestApp, type TestShop } from './harness.ts';
import { changeCosts, changeOthers } from './hidden-changes.ts';
import { IMPORT, sheetOf } from './import-sheets.ts';
import { openWorld } from './open-world.ts';
import { urlOf, withField } from './route-input.ts';
import { addWarehouse, hire, layIn } from './staff.ts';
import { addProduct, expectOk, orderOf } from './stall.ts';
import { startTwins } from './twins.ts';
import { formWithFile } from './upload.ts';

/*
 * Two copies of one database that differ in nothing but what a role may not see: whatever that role asks, by every
 * route that it may call, it gets the same answer of both, byte for byte. Then no refusal, count, order or file tells
 * anything of it.
 */

interface Asker {
  role: Role;
  authorization: string;
}

let world: World;
let other_warehouse: number;
let askers: Record<'owner' | 'admin' | 'warehouse', Asker>;
let origin: TestApp;
let twins: [TestApp, TestApp];
let close = async (): Promise<void> => undefined;

beforeAll(async () => {
  origin = await startTestApp();
  world = await openWorld(origin);
  const { shop, stall, ids } = world;
  other_warehouse = await addWarehouse(shop, stall.supplier_id, 'Gudang Lain');
  const [variation_id = 0] = stall.variation_ids;
  await layIn(shop, variation_id, ids.warehouse, 50);
  await layIn(shop, variation_id, other_warehouse, 20);
  ids.order = await placeOrders(shop, ids.warehouse);
  const { rows: returns } = await origin.database.pool.query<{ id: number }>(
    `insert into parcel_returns (shop_id, order_id, shipment, state, source, reason, courier_id, announced_at)
     values ($1, $2, 1, 'ANNOUNCED', 'STAFF', 'Ditolak', 1, now()) returning id`,
    [shop.shop_id, ids.order],
  );
  ids.parcel_return = Number(returns[0]?.id);
  await stockPapers(shop, variation_id);
  await imports(origin);
  const worker = await hire(origin, shop, 'warehouse', [ids.warehouse]);
  const admin = await hire(origin, shop, 'admin');
  askers = {
    owner: { role: 'owner', authorization: `Bearer ${shop.token}` },
    admin: { role: 'admin', ...admin },
    warehouse: { role: 'warehouse', ...worker },
  };
});
afterAll(() => origin.close());

/** Two fresh copies, of which the second differs. */
async function differ(...changes: ((app: TestApp) => Promise<void>)[]): Promise<void> {
  ({ twins, close } = await startTwins(origin, new Date()));
  for (const change of changes) await change(twins[1]);
}
afterEach(() => close());

/** Orders from the worker's warehouse, from another one, and from both; of supplier's goods; and a cancelled one. */
async function placeOrders(shop: TestShop, warehouse_id: number): Promise<number> {
  const { stall } = world;
  const [first, second] = stall.variation_ids;
  const payment = { status: 'INSTALLMENT', amount: 2_000, date: '2026-01-05', bank_id: stall.bank_id };
  const place = async (change: object): Promise<number> =>
    expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { payment, ...change }))).body.data
      .order_id;
  const line = (id: number | undefined, from: number) => ({
    id,
    qty: 1,
    product_status: 'S',
    warehouse_id: from,
  });
  const own = await place({ products: [line(first, warehouse_id)], awb_number: 'JP1' });
  await place({ products: [line(first, warehouse_id), line(second, 0)] });
  const cancelled = await place({ products: [line(first, warehouse_id)] });
  expectOk(await shop.call('POST', '/api/open/order/cancel', { id: cancelled }));
  const goods = await addProduct(shop, { stocks: [0], product: { product_type: 'R' } });
  const products = [{ id: goods.variation_ids[0], qty: 1, product_status: 'R' }];
  await place({ products, payment: { status: 'UNPAID', cost_of_goods_sales: 70_000 } });
  return own;
}

/** A count and a transfer of each kind: of the worker's warehouse, of others, and between them. */
async function stockPapers(shop: TestShop, variation_id: number): Promise<void> {
  const { ids } = world;
  for (const warehouse_id of [0, ids.warehouse, other_warehouse]) {
    const stock_adjustment = [{ variation_id, warehouse_stock: 30 }];
    const count = { warehouse_id, description: 'Hitung', stock_adjustment };
    expectOk(await shop.call('POST', '/api/open/stock-opname', count));
  }
  expectOk(await shop.call('PATCH', '/api/open/product/sync-stock', { variation_id, amount: 100 }));
  for (const [origin_warehouse_id, destination_warehouse_id] of [
    [0, other_warehouse],
    [0, ids.warehouse],
  ]) {
    const stock_adjustment = [{ variation_id, transfer_stock: 1 }];
    const move = { origin_warehouse_id, destination_warehouse_id, description: 'Pindah', stock_adjustment };
    expectOk(await shop.call('POST', '/api/open/stock-transfer', move));
  }
}

/** The owner's sheet of purchase prices. */
async function imports(app: TestApp): Promise<void> {
  const { shop } = world;
  const sheet = await sheetOf([{ 'Nama produk': 'Baru', SKU: 'LAMA-1', 'Harga beli': 5_000, Harga: 9_000 }]);
  expectOk(await upload(app, `Bearer ${shop.token}`, sheet));
}

async function upload(app: TestApp, authorization: string, sheet: Buffer) {
  const { body, headers } = await formWithFile(sheet, 'produk.xlsx');
  return app.call('POST', IMPORT, body, { authorization, ...headers });
}

interface Question {
  route: Route;
  input: Record<string, unknown>;
}

/** What a route can be asked: with all that it can name, with little, and with each word that it knows. */
function questionsOf(route: Route): Question[] {
  const { names = {}, input = () => ({}) } = ROUTE_IDS[route.operation] ?? {};
  const plain = input(world);
  const named = Object.entries(names).reduce<Record<string, unknown>>(
    (sent, [path, kind]) => withField(sent, path, world.ids[kind]) as Record<string, unknown>,
    plain,
  );
  const needed = Object.fromEntries(
    Object.entries(named).filter(([field]) => route.path.includes(`:${field}`) || field in plain),
  );
  const base = Object.keys(needed).length > 0 || Object.keys(names).length === 0 ? needed : named;
  const words = route.method === 'GET' ? wordsOf(route) : [];
  return [
    plain,
    base,
    named,
    ...Object.entries(named).map(([field, value]) => ({ ...base, [field]: value })),
    ...words.map(([field, value]) => ({ ...base, [field]: value })),
    ...(PROBES[route.operation]?.() ?? []),
  ].map((sent) => ({ route, input: sent }));
}

/** The words of each field that has some, and true for those that are yes or no. */
function wordsOf(route: Route): [field: string, value: string][] {
  const schema = z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' });
  return Object.entries(schema.properties ?? {}).flatMap(([field, property]) => {
    const {
      enum: values,
      anyOf,
      type,
    } = property as {
      enum?: string[];
      anyOf?: { enum?: string[] }[];
      type?: string;
    };
    const words = values ?? anyOf?.flatMap((one) => one.enum ?? []) ?? (type === 'boolean' ? ['true'] : []);
    return words.map((word): [string, string] => [field, word]);
  });
}

/** Reading routes that answer nothing that is asked here, each with the reason. */
const REFUSED: Record<string, string> = {
  generateProductSkus: 'takes a list, and reads nothing hidden',
  getJob: "the job is not the worker's",
  getAwbImport: "the import is not the worker's",
  listAwbImportRows: "the import is not the worker's",
};

/** Of the routes that write, those that must do what they are asked at least once: they read what is hidden. */
const ANSWERED: Partial<Record<Role, string[]>> = {
  admin: [
    'createProduct',
    'updateProduct',
    'createOrder',
    'updateOrder',
    'previewOrderEdit',
    'quoteOrder',
    'addAwbNumber',
    'printLabels',
    'createTransfer',
    'createOpname',
    'updateStock',
    'updateWarehouse',
  ],
  warehouse: ['createOpname', 'updateStock', 'addAwbNumber', 'setShippingStatus', 'printLabels'],
};

/** What somebody would try who wants to know. */
const PROBES: Record<string, () => Record<string, unknown>[]> = {
  getPriceAccess: () => [{ customer_category_code: 'N' }],
  quoteOrder: () =>
    [1, 1_000_000].map((qty) => ({
      ...orderOf(world.stall),
      products: [{ id: world.ids.variation, qty, product_status: 'S' }],
    })),
  searchProducts: () => ['5', '47', '40000'].map((keyword) => ({ keyword })),
  listProducts: () => ['5', '47', '40000'].map((keyword) => ({ keyword })),
  searchOpnameStock: () => [world.ids.warehouse, other_warehouse].map((warehouse_id) => ({ warehouse_id })),
  searchTransferStock: () => [world.ids.warehouse, other_warehouse].map((warehouse_id) => ({ warehouse_id })),
  getOpnameTemplate: () => [world.ids.warehouse, other_warehouse].map((warehouse_id) => ({ warehouse_id })),
  getExpeditionCost: () => [{ origin_id: 357_302, destination_id: 357_304, weight: 900, price: 50_000 }],
  getPickList: () => [{ order_ids: world.ids.order }],
  listOrders: () => [
    { bank_id: world.stall.bank_id },
    { bank_id: 1 },
    { warehouse_id: other_warehouse },
    { warehouse_id: 0 },
    { exact_total: true },
    { order_by: 'PROFIT' },
    { profit_min: 1 },
    { profit_max: 0 },
  ],
  listTransfers: () => [{ origin_warehouse_id: 0 }, { destination_warehouse_id: other_warehouse }],
  listOpnames: () => [{ warehouse_id: 0 }, { warehouse_id: other_warehouse }],
  listStockHistory: () =>
    [0, other_warehouse, world.ids.warehouse].map((warehouse_id) => ({
      id: world.ids.variation,
      warehouse_id,
    })),
  updateStock: () =>
    [
      [{ amount: 1, status: 'ADD', warehouse_id: world.ids.warehouse }],
      [{ amount: 90_000_000, status: 'ADD', warehouse_id: world.ids.warehouse }],
      [
        { amount: 1, status: 'ADD', warehouse_id: world.ids.warehouse },
        { amount: 1, status: 'SUB', warehouse_id: other_warehouse },
      ],
    ].flatMap((stock) =>
      [true, false].map((move_warehouse_stock) => ({
        variation_id: world.ids.variation,
        stock,
        move_warehouse_stock,
        description: 'Coba',
      })),
    ),
  syncStock: () =>
    [0, 50, 10_000, 99_000_000].map((amount) => ({ variation_id: world.ids.variation, amount })),
  updatePayment: () => [
    {
      id: world.ids.order,
      payment: { status: 'PAID', date: '2026-01-05', bank_id: world.stall.bank_id, cost_of_goods_sales: 1 },
    },
  ],
};

/** The same question to both; undefined where the answers are the same. */
async function difference(
  asker: Asker,
  { route, input }: Question,
  answered?: Set<string>,
): Promise<string | undefined> {
  const { url, rest } = urlOf(route, input);
  const sent = route.method === 'GET' ? queryOf(rest) : rest;
  const [first, second] = await Promise.all(
    twins.map(async (twin) => {
      const answer = await twin.call(route.method, url, sent, { authorization: asker.authorization });
      if (answer.status < 300) answered?.add(route.operation);
      return `${answer.status} ${answer.text.replace(answer.body?.request_id ?? '', '')}`;
    }),
  );
  if (first === second) return undefined;
  return `${route.operation} ${JSON.stringify(input)}: ${around(first ?? '', second ?? '')}`;
}

function queryOf(input: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined && typeof value !== 'object'),
  );
}

/** Where two answers begin to differ. */
function around(first: string, second: string): string {
  let at = 0;
  while (first[at] === second[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `${first.slice(from, at + 60)} ≠ ${second.slice(from, at + 60)}`;
}

/** Those after which nothing more could be asked, or run. */
const ENDS = new Set(['logout', 'endSession', 'removeUser', 'updateProfile', 'changeUser', 'retryJob']);
/** Reading first, as writing changes what is read; taking away last. */
const questions = (role: Role) =>
  routes
    .filter((route) => isForSignedIn(route.access) && may(role, route.access.permission))
    .filter((route) => !ENDS.has(route.operation))
    .toSorted((a, b) => turnOf(a) - turnOf(b));

const turnOf = ({ method, operation }: Route): number => {
  if (method === 'GET') return 0;
  return method === 'DELETE' || /^(delete|remove|cancel|change)/.test(operation) ? 2 : 1;
};

async function differences(asker: Asker): Promise<string[]> {
  const revealed: string[] = [];
  const answered = new Set<string>();
  for (const route of questions(asker.role))
    for (const question of questionsOf(route)) {
      const found = await difference(asker, question, answered);
      if (found !== undefined) revealed.push(found);
    }
  // Something was to be told: a question that is refused for another reason tries nothing.
  const needed = [
    ...questions(asker.role).flatMap(({ method, operation }) =>
      method === 'GET' && !(operation in REFUSED) ? [operation] : [],
    ),
    ...(ANSWERED[asker.role] ?? []),
  ];
  expect(needed.filter((operation) => !answered.has(operation))).toEqual([]);
  return revealed;
}

/** Files that a job makes and a mail tells of. */
async function mailedFiles(asker: Asker, paths: readonly string[]): Promise<string[][]> {
  return Promise.all(
    twins.map(async (twin) => {
      const { authorization } = asker;
      for (const path of paths) expectOk(await twin.call('GET', path, {}, { authorization }));
      await twin.runJobs();
      const mails = expectOk(await twin.call('GET', '/api/account/outbox', {}, { authorization })).body.data;
      const links = mails.flatMap(
        ({ body }: { body: string }) => /\/api\/download\/\S+/.exec(body)?.[0] ?? [],
      );
      expect(links.length).toBeGreaterThanOrEqual(paths.length);
      return Promise.all(links.map(async (link: string) => expectOk(await twin.call('GET', link)).text));
    }),
  );
}

describe('what goods cost', () => {
  beforeEach(() => differ(changeCosts));

  test('is told to the owner, so that the copies differ', async () => {
    const revealed = await difference(askers.owner, {
      route: routes.find(({ operation }) => operation === 'searchProducts') as Route,
      input: {},
    });
    expect(revealed).toContain('price_buy');
  });

  test('decides no file that a job makes for an admin', async () => {
    const [first, second] = await mailedFiles(askers.admin, [
      '/api/open/product/download',
      '/api/open/order/download',
    ]);
    expect(first).toEqual(second);
  });

  test.each(['admin', 'warehouse'] as const)(
    'decides no answer to the role %s',
    { timeout: 240_000 },
    async (role) => {
      expect(await differences(askers[role])).toEqual([]);
    },
  );

  test.each([70_000 + 3 * 40_000, 40_000, 1])(
    'is not told by what a sheet of an admin that says %i would do',
    async (price) => {
      const { authorization } = askers.admin;
      const [existing] = expectOk(
        await twins[0].call('GET', '/api/open/product/search', {}, { authorization }),
      ).body.data;
      const [{ sku }] = existing.variations;
      const sheet = await sheetOf([{ 'Nama produk': existing.name, SKU: sku, 'Harga beli': price }]);
      const revealed = await Promise.all(
        twins.map(async (twin) => {
          const { request_id: _, ...body } = expectOk(await upload(twin, authorization, sheet)).body;
          const rows = await twin.call('GET', `${IMPORT}/${body.data.id}/rows`, {}, { authorization });
          return [body, rows.body.data];
        }),
      );
      expect(revealed[0]).toEqual(revealed[1]);
    },
  );
});

describe('what other warehouses hold, count and move, and what was paid', () => {
  beforeEach(() => differ((app) => changeOthers(app, world, other_warehouse)));

  test('is told to the owner, so that the copies differ', async () => {
    for (const operation of [
      'listOpnames',
      'listTransfers',
      'listOrders',
      'listStockHistory',
      'getOrderHistory',
    ]) {
      const route = routes.find((known) => known.operation === operation) as Route;
      const input =
        operation === 'listStockHistory'
          ? { id: world.ids.variation }
          : operation === 'getOrderHistory'
            ? { id: world.ids.order }
            : {};
      expect([operation, await difference(askers.owner, { route, input })]).not.toEqual([
        operation,
        undefined,
      ]);
    }
  });

  test('decides no file that a job makes for who works in a warehouse', async () => {
    const [first, second] = await mailedFiles(askers.warehouse, ['/api/open/product/download']);
    expect(first).toEqual(second);
  });

  test('decides no answer to who works in a warehouse', { timeout: 240_000 }, async () => {
    expect(await differences(askers.warehouse)).toEqual([]);
  });
});
