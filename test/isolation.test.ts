import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { routes } from '../src/app.ts';
import type { Route } from '../src/kernel/http/route.ts';
import { startTestApp, type Answered, type TestApp, type TestShop } from './harness.ts';
import { shopRows } from './shop-rows.ts';
import { promoInput, selecting } from './promo-input.ts';
import { expectOk, openStall, orderOf, type Stall } from './stall.ts';

/** An id that no row of any shop has. */
const MISSING = 987_654_321;

/** Ids of one shop's rows, by what they are ids of. */
interface World {
  shop: TestShop;
  stall: Stall;
  ids: Record<Kind, number>;
}
type Kind =
  | 'api_key'
  | 'bank'
  | 'category'
  | 'customer'
  | 'job'
  | 'product_import'
  | 'order'
  | 'opname'
  | 'order_source'
  | 'payment'
  | 'product'
  | 'promo'
  | 'session'
  | 'supplier'
  | 'transfer'
  | 'user'
  | 'variation'
  | 'warehouse'
  | 'wholesale';

/** Numbers of the outside world that every shop shares. */
const PUBLIC = new Set(['district_id', 'corporate_id', 'expedition_id', 'expedition.id']);

interface Asking {
  /** Where the input names rows of the shop, as dotted paths. */
  names: Record<string, Kind>;
  /** An input of this shop's own that would be accepted. */
  input?: (world: World) => Record<string, unknown>;
}

const order = (world: World) => ({
  ...orderOf(world.stall),
  order_source_id: world.ids.order_source,
  products: [{ id: world.ids.variation, qty: 1, product_status: 'S', warehouse_id: 0 }],
  payment: { status: 'PAID', date: '2026-01-05', bank_id: world.ids.bank },
});

const promo = (world: World) =>
  promoInput({ start_date: '2090-01-01 00:00', end_date: '', ...selecting(world.ids.product) });

/** Every operation that takes ids. A route that is missing here fails below. */
const ASKING: Record<string, Asking> = {
  endSession: { names: { id: 'session' } },
  revokeApiKey: { names: { id: 'api_key' } },
  rotateApiKey: { names: { id: 'api_key' } },
  changeUser: { names: { id: 'user' }, input: () => ({ role: 'admin' }) },
  removeUser: { names: { id: 'user' } },
  listAudit: { names: { user_id: 'user', subject_id: 'product' } },
  getJob: { names: { id: 'job' } },
  retryJob: { names: { id: 'job' } },
  getProductCategory: { names: { id: 'category' } },
  updateProductCategory: { names: { id: 'category' }, input: () => ({ name: 'Dicuri' }) },
  deleteProductCategory: { names: { id: 'category' } },
  validateProductSku: { names: { product_meta_id: 'variation' }, input: () => ({ sku: 'BARU-1' }) },
  createProduct: {
    names: { category_id: 'category', 'variations.0.warehouse_stock.0.warehouse_id': 'warehouse' },
    input: (world) => ({
      name: 'Sepatu',
      product_type: 'S',
      category_id: world.ids.category,
      is_warehouse: '1',
      weight: 100,
      variations: [
        { sku: 'BARU-2', price: 1_000, warehouse_stock: [{ warehouse_id: world.ids.warehouse, stock: 1 }] },
      ],
    }),
  },
  getImport: { names: { id: 'product_import' } },
  listImportRows: { names: { id: 'product_import' } },
  getImportReport: { names: { id: 'product_import' } },
  applyImport: { names: { id: 'product_import' } },
  undoImport: { names: { id: 'product_import' } },
  createProducts: {
    names: {
      'products.0.category_id': 'category',
      'products.0.variations.0.warehouse_stock.0.warehouse_id': 'warehouse',
    },
    input: (world) => ({
      products: [
        {
          name: 'Sepatu',
          product_type: 'S',
          category_id: world.ids.category,
          is_warehouse: '1',
          weight: 100,
          variations: [
            {
              sku: 'BARU-3',
              price: 1_000,
              warehouse_stock: [{ warehouse_id: world.ids.warehouse, stock: 1 }],
            },
          ],
        },
      ],
    }),
  },
  updateProduct: {
    names: {
      id: 'product',
      category_id: 'category',
      'wholesale.0.id': 'wholesale',
      'variations.0.id': 'variation',
      'variations.0.warehouse_stock.0.warehouse_id': 'warehouse',
    },
    input: (world) => ({
      id: world.ids.product,
      name: 'Dicuri',
      product_type: 'S',
      category_id: world.ids.category,
      is_warehouse: '1',
      has_variation: 'Y',
      wholesale: [{ id: world.ids.wholesale, from: 3, to: 5, price: 1_000 }],
      variations: [
        { id: world.ids.variation, warehouse_stock: [{ warehouse_id: world.ids.warehouse, stock: 1 }] },
      ],
    }),
  },
  deleteProducts: { names: { 'id.0': 'product' }, input: () => ({ id: [0] }) },
  deleteVariations: { names: { 'id.0': 'variation' }, input: () => ({ id: [0] }) },
  getWholesaleMinimum: { names: { product_id: 'product' } },
  listVariations: { names: { customer_id: 'customer' } },
  searchProducts: { names: { category: 'category' } },
  getProduct: { names: { product_id: 'product' } },
  updateCustomer: { names: { customer_id: 'customer' }, input: () => ({ name: 'Dicuri' }) },
  createOrder: {
    names: {
      customer_sender_id: 'customer',
      customer_receiver_id: 'customer',
      supplier_id: 'supplier',
      order_source_id: 'order_source',
      'products.0.id': 'variation',
      'products.0.warehouse_id': 'warehouse',
      'products.0.promo_id': 'order',
      'payment.bank_id': 'bank',
    },
    input: order,
  },
  listOrders: {
    names: { order_source_id: 'order_source', user_id: 'user', bank_id: 'bank', warehouse_id: 'warehouse' },
  },
  getOrder: { names: { id: 'order' } },
  addAwbNumber: { names: { id: 'order' }, input: () => ({ awb_number: 'DICURI' }) },
  setShippingStatus: { names: { id: 'order' }, input: () => ({ status: 'DELIVERED' }) },
  updatePayment: {
    names: { id: 'order', 'payment.bank_id': 'bank' },
    input: (world) => ({
      id: world.ids.order,
      payment: { status: 'INSTALLMENT', amount: 1_000, date: '2026-01-05', bank_id: world.ids.bank },
    }),
  },
  listPayments: { names: { id: 'order' } },
  listAvailableProducts: {
    names: { id: 'promo' },
    input: () => ({ keyword: 'sepatu', group: 'PROMO', type: 'PRODUCT' }),
  },
  createPromo: { names: { 'selected_items.products.0': 'product' }, input: promo },
  getPromo: { names: { id: 'promo' } },
  updatePromo: {
    names: { id: 'promo', 'selected_items.products.0': 'product' },
    input: (world) => ({ ...promo(world), id: world.ids.promo }),
  },
  deletePromo: { names: { id: 'promo' } },
  getBankAccount: { names: { id: 'bank' } },
  updateSupplier: { names: { supplier_id: 'supplier' }, input: () => ({ name: 'Dicuri' }) },
  createWarehouse: {
    names: { supplier_id: 'supplier', 'user_id.0': 'user' },
    input: (world) => ({
      warehouse: 'Baru',
      supplier_id: world.ids.supplier,
      user_id: [world.ids.user],
      is_active: true,
    }),
  },
  getWarehouse: { names: { id: 'warehouse' } },
  updateWarehouse: {
    names: { id: 'warehouse', supplier_id: 'supplier', 'user_id.0': 'user' },
    input: (world) => ({ id: world.ids.warehouse, warehouse: 'Dicuri', user_id: [world.ids.user] }),
  },
  deleteWarehouse: { names: { id: 'warehouse' } },
  checkProductStock: {
    names: { variation_id: 'variation', warehouse_id: 'warehouse' },
    input: (world) => ({ variation_id: world.ids.variation }),
  },
  listWarehouseStock: { names: { variation_id: 'variation' } },
  updateStock: {
    names: { variation_id: 'variation', 'stock.0.warehouse_id': 'warehouse' },
    input: (world) => ({
      variation_id: world.ids.variation,
      stock: [{ amount: 1, status: 'ADD', warehouse_id: world.ids.warehouse }],
      description: 'Dicuri',
    }),
  },
  syncStock: { names: { variation_id: 'variation' }, input: () => ({ amount: 0 }) },
  createTransfer: {
    names: {
      origin_warehouse_id: 'warehouse',
      destination_warehouse_id: 'warehouse',
      'stock_adjustment.0.variation_id': 'variation',
    },
    input: (world) => ({
      origin_warehouse_id: world.ids.warehouse,
      destination_warehouse_id: 0,
      description: 'Dicuri',
      stock_adjustment: [{ variation_id: world.ids.variation, transfer_stock: 1 }],
    }),
  },
  listTransfers: {
    names: { origin_warehouse_id: 'warehouse', destination_warehouse_id: 'warehouse', user_id: 'user' },
  },
  getTransfer: { names: { id: 'transfer' } },
  listTransferLines: { names: { id: 'transfer' } },
  searchTransferStock: {
    names: { warehouse_id: 'warehouse', product_id: 'product' },
    input: () => ({ warehouse_id: 0 }),
  },
  createOpname: {
    names: { warehouse_id: 'warehouse', 'stock_adjustment.0.variation_id': 'variation' },
    input: (world) => ({
      warehouse_id: world.ids.warehouse,
      description: 'Dicuri',
      stock_adjustment: [{ variation_id: world.ids.variation, warehouse_stock: 1 }],
    }),
  },
  listOpnames: { names: { warehouse_id: 'warehouse', user_id: 'user' } },
  getOpname: { names: { id: 'opname' } },
  listOpnameLines: { names: { id: 'opname' } },
  getOpnameTemplate: { names: { warehouse_id: 'warehouse' }, input: () => ({ warehouse_id: 0 }) },
  searchOpnameStock: {
    names: { warehouse_id: 'warehouse', product_id: 'product' },
    input: () => ({ warehouse_id: 0 }),
  },
  listStockHistory: {
    names: { id: 'variation', warehouse_id: 'warehouse' },
    input: (world) => ({ id: world.ids.variation }),
  },
};

/** One id means another kind of row when another field says so. */
const SPECIAL = [
  { operation: 'listPayments', names: { id: 'payment' as Kind }, input: { status: 'PAYMENT' } },
];

let test_app: TestApp;
let victim: World;
let intruder: World;

beforeAll(async () => {
  test_app = await startTestApp();
  victim = await openWorld();
  intruder = await openWorld();
});
afterAll(() => test_app.close());

async function openWorld(): Promise<World> {
  const shop = await test_app.openShop();
  const stall = await openStall(shop);
  const made = async (path: string, input: object) =>
    expectOk(await shop.call('POST', path, input)).body.data;
  const insert = async (text: string) => {
    const { rows } = await test_app.database.pool.query(`${text} returning id`, [shop.shop_id]);
    return rows[0].id as number;
  };
  const { id: api_key } = await made('/api/account/api-key', { name: 'Kunci' });
  const { id: category } = await made('/api/open/product-category', { name: 'Tas' });
  const { user_id } = await made('/api/account/user/invite', {
    email: `orang-${shop.shop_id}@example.com`,
    full_name: 'Orang',
    role: 'admin',
  });
  const sessions = expectOk(await shop.call('GET', '/api/account/sessions')).body.data;
  const { order_id } = await made('/api/open/order', {
    ...orderOf(stall),
    payment: { status: 'INSTALLMENT', amount: 1_000, date: '2026-01-05', bank_id: stall.bank_id },
  });
  const warehouse = await insert(
    `insert into warehouses (shop_id, name, created_at) values ($1, 'Gudang', now())`,
  );
  const { id: transfer } = await made('/api/open/stock-transfer', {
    origin_warehouse_id: 0,
    destination_warehouse_id: warehouse,
    description: 'Kirim',
    stock_adjustment: [{ variation_id: stall.variation_ids[0], transfer_stock: 1 }],
  });
  const { id: opname } = await made('/api/open/stock-opname', {
    warehouse_id: warehouse,
    description: 'Hitung',
    stock_adjustment: [{ variation_id: stall.variation_ids[0], warehouse_stock: 1 }],
  });
  const { promo_id } = await made(
    '/api/open/promo',
    promoInput({ start_date: '2090-01-01 00:00', end_date: '', ...selecting(stall.product_id) }),
  );
  const payments = await shop.call('GET', '/api/open/order/payment-history', { id: String(order_id) });
  return {
    shop,
    stall,
    ids: {
      api_key,
      bank: stall.bank_id,
      category,
      customer: stall.customer_id,
      order: order_id,
      order_source: await insert(
        `insert into order_sources (shop_id, marketplace_id, note) values ($1, 1, 'WA')`,
      ),
      payment: payments.body.data[0].payment_id,
      product: stall.product_id,
      promo: promo_id,
      session: sessions[0].id,
      supplier: stall.supplier_id,
      user: user_id,
      variation: stall.variation_ids[0] ?? 0,
      wholesale: await insert(
        `insert into product_wholesales (shop_id, product_id, from_quantity, to_quantity, price_idr)
         select $1, ${stall.product_id}, 3, 5, 900`,
      ),
      warehouse,
      transfer,
      opname,
      product_import: await insert(
        `insert into product_imports (shop_id, file_name, status, titles, unknown_columns, row_total, created_by, created_at)
         values ($1, 'produk.xlsx', 'READY', '[]', '{}', 1, ${shop.user_id}, now())`,
      ),
      job: await insert(
        `insert into shop_jobs (shop_id, name, input, status, failure, user_id, actor_kind, credential_id,
           language, base_url, request_id, created_at, finished_at)
         values ($1, 'import', '{}', 'FAILED', '[]', ${shop.user_id}, 'session', 1, 'id', '', '', now(), now())`,
      ),
    },
  };
}

const rowsOf = (shop_id: number) => shopRows(test_app.services.db, shop_id);

/** Dotted paths of an input's fields; of a list, those of its first item. */
function fieldPaths(schema: unknown, at = ''): string[] {
  if (schema instanceof z.ZodPipe) return fieldPaths(schema.def.out, at);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return fieldPaths(schema.def.innerType, at);
  if (schema instanceof z.ZodArray) return fieldPaths(schema.element, `${at}.0`);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, field]) =>
      fieldPaths(field, at === '' ? name : `${at}.${name}`),
    );
  return [at];
}

const namesOf = (route: Route) =>
  fieldPaths(route.input).filter((path) => /(?:^|[._])ids?(?:\.0)?$/.test(path) && !PUBLIC.has(path));

test.each(
  routes.filter((route) => namesOf(route).length > 0).map((route) => [route.operation, route] as const),
)('%s: every field that names a row is asked with ids of another shop', (operation, route) => {
  expect(Object.keys(ASKING[operation]?.names ?? {})).toEqual(expect.arrayContaining(namesOf(route)));
});

const matrix = [
  ...Object.entries(ASKING).map(([operation, asking]) => ({ operation, ...asking })),
  ...SPECIAL.map(({ input, ...special }) => ({ ...special, input: () => input })),
].flatMap(({ operation, names, input }) =>
  Object.entries(names).map(([path, kind]) => ({ operation, path, kind, input: input ?? (() => ({})) })),
);

describe.each(matrix)("$operation with another shop's $kind as $path", ({ operation, path, kind, input }) => {
  const route = routes.find((known) => known.operation === operation);

  const ask = (id: number): Promise<Answered> => {
    if (route === undefined) throw new Error(`no operation ${operation}`);
    const sent = withField(input(intruder), path, id) as Record<string, unknown>;
    const url = route.path.replaceAll(/:(\w+)/g, (_, name: string) => String(sent[name]));
    const rest = Object.fromEntries(
      Object.entries(sent).filter(([name]) => !route.path.includes(`:${name}`)),
    );
    return intruder.shop.call(route.method, url, rest);
  };
  const withoutRequestId = (answer: Answered) =>
    `${answer.status} ${answer.text.replace(answer.body.request_id, '')}`;

  test('is answered byte for byte as with one that does not exist, and changes nothing', async () => {
    const before = [await rowsOf(victim.shop.shop_id), await rowsOf(intruder.shop.shop_id)];
    const foreign = await ask(victim.ids[kind]);
    const missing = await ask(MISSING);
    expect(withoutRequestId(foreign)).toBe(withoutRequestId(missing));
    expect([await rowsOf(victim.shop.shop_id), await rowsOf(intruder.shop.shop_id)]).toEqual(before);
    expect(whyRefused(foreign, path)).toBe(true);
  });
});

/** Whether it was this id that was refused, or nothing was found by it: the question itself was right. */
function whyRefused({ status, body }: Answered, path: string): boolean {
  if (status === 422) return Object.keys(body.message).some((field) => path.startsWith(field));
  return status === 404 || (status === 200 && body.data.length === 0);
}

function withField(input: unknown, path: string, value: unknown): unknown {
  const [name = '', ...rest] = path.split('.');
  if (Array.isArray(input))
    return input.map((item, index) => (String(index) === name ? within(item, rest, value) : item));
  return { ...(input as object), [name]: within((input as Record<string, unknown>)[name], rest, value) };
}

function within(input: unknown, rest: string[], value: unknown): unknown {
  return rest.length === 0 ? value : withField(input ?? {}, rest.join('.'), value);
}
