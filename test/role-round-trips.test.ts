import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tenantTables } from '../src/kernel/database/schema.generated.ts';
import { isForSignedIn } from '../src/kernel/http/route.ts';
import { may, type Role } from '../src/kernel/permissions.ts';
import { readSheet } from '../src/kernel/sheets/read-sheet.ts';
import { routes } from '../src/modules.ts';
import type { World } from './route-ids.ts';
import { startTestApp, type TestApp } from './harness.ts';
import { IMPORT } from './import-sheets.ts';
import { openWorld } from './open-world.ts';
import { NOTHING_READ } from './unpaired-writes.ts';
import { urlOf } from './route-input.ts';
import { hire, layIn } from './staff.ts';
import { expectOk, orderOf } from './stall.ts';
import { formWithFile } from './upload.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/*
 * What a role reads and sends back as it was changes nothing, and above all nothing that the role can't see.
 */

interface Pair {
  write: string;
  read: string;
  /** What is asked of the reading route. */
  request?: () => Record<string, unknown>;
  /** What was read, under the names that the writing route has for it. */
  back: (data: any, user_id: number) => Record<string, unknown>;
  /** It adds something new each time (a payment, a count), so that only what there was must stay. */
  adds?: true;
}

let app: TestApp;
let world: World;
const people = {} as Record<Role, { call: TestApp['call']; authorization: string; user_id: number }>;

const linesOf = (detail: any) =>
  detail.order_detail.map((line: any) => ({
    id: line.variation_id,
    qty: line.qty,
    product_status: detail.product_status,
    warehouse_id: line.warehouse_id,
    ...(line.type !== null && { type: line.type, nominal: line.nominal, percentage: line.percentage }),
    promo_id: line.promo_id,
  }));

const orderBack = (detail: any) => ({
  ...detail,
  customer_sender_id: detail.sender.id,
  customer_receiver_id: detail.receiver.id,
  supplier_id: detail.origin.id,
  order_date: detail.order_date.slice(0, 10),
  order_source_id: undefined,
  products: linesOf(detail),
  expedition: {
    id: detail.shipping_id,
    rate: detail.shipping_cost,
    promo: detail.shipping_promo_id === null ? null : { id: detail.shipping_promo_id },
  },
  payment: { status: 'UNPAID', cost_of_goods_sales: detail.cost_of_goods_sales },
});

/** Without stock: what an edit says of that is of the main warehouse, what is read of all. */
const productBack = (product: any) => ({
  ...product,
  variations: product.variations.map(({ stock_quantity: _stays, ...variation }: any) => variation),
  wholesale: product.wholesale_prices ?? product.wholesales,
});

const categoryOf = (promo: any) =>
  promo.customer_categories.filter(({ selected }: any) => selected).map(({ code }: any) => code);
const activeIdsOf = (rows: { id: number; is_active: boolean }[]) =>
  rows.flatMap(({ id, is_active }) => (is_active ? [String(id)] : []));
const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id);

const PAIRS: Pair[] = [
  {
    write: 'updateProduct',
    read: 'getProduct',
    request: () => ({ product_id: world.ids.product }),
    back: productBack,
  },
  { write: 'updateProduct', read: 'searchProducts', back: ([product]) => productBack(product) },
  {
    write: 'updateProductCategory',
    read: 'getProductCategory',
    request: () => ({ id: world.ids.category }),
    back: (category) => category,
  },
  { write: 'updateWebhook', read: 'listWebhooks', back: ([webhook]) => webhook },
  {
    write: 'updateView',
    read: 'listViews',
    request: () => ({ list: 'orders' }),
    back: (views) => views.find(({ is_own }: any) => is_own),
  },
  { write: 'changePushSettings', read: 'getPushSettings', back: (settings) => settings },
  { write: 'updateProductCategory', read: 'listProductCategories', back: ([category]) => category },
  {
    write: 'updateCustomerCategory',
    read: 'listCustomerCategories',
    back: (rows) => {
      const category = rows.at(-1);
      return { ...category, status: category.status === 'ACTIVE' ? 'Y' : 'N' };
    },
  },
  {
    write: 'updateCustomer',
    read: 'listCustomers',
    back: ([row]) => ({ ...row, address: row.street_address, category: row.category_code }),
  },
  {
    write: 'setCustomerAccount',
    read: 'listCustomers',
    back: (rows) => {
      const row = rows.find(({ registration_status }: any) => registration_status === '1');
      return { id: row.id, active: true, email: row.email, name: row.name, phone: row.phone };
    },
  },
  {
    write: 'updateExpense',
    read: 'listExpenses',
    request: () => ({ start_date: '2020-01-01' }),
    back: ([expense]) => expense,
  },
  { write: 'setJournalCodes', read: 'listJournalCodes', back: (accounts) => ({ accounts }) },
  {
    write: 'updateOrder',
    read: 'getOrder',
    request: () => ({ id: world.ids.order }),
    back: orderBack,
  },
  {
    write: 'setOrderCosts',
    read: 'getOrder',
    request: () => ({ id: world.ids.order }),
    back: ({ order_id, profit }) => ({
      id: order_id,
      ...profit,
      // A tariff that stands for it stays one.
      ...(profit?.is_shipping_paid_set === false && { shipping_paid: null }),
    }),
  },
  {
    write: 'updatePayment',
    read: 'getOrder',
    request: () => ({ id: world.ids.order }),
    back: (detail) => ({
      id: detail.order_id,
      payment: {
        status: 'INSTALLMENT',
        amount: 1_000,
        date: '2026-01-06',
        bank_id: world.stall.bank_id,
        cost_of_goods_sales: detail.cost_of_goods_sales,
      },
    }),
    adds: true,
  },
  {
    write: 'updateMessageSettings',
    read: 'getMessageSettings',
    back: (settings) => settings,
    adds: true,
  },
  { write: 'updateMessageTemplate', read: 'listMessageTemplates', back: ([template]) => template },
  { write: 'switchMessageFollowup', read: 'listMessageFollowups', back: ([followup]) => followup },
  {
    write: 'updateAdminFee',
    read: 'listAdminFees',
    back: ([fee]) => ({ ...fee, category_code: fee.customer_category.code }),
  },
  {
    write: 'updateBankAccount',
    read: 'listBankAccounts',
    back: ([account]) => account,
  },
  {
    write: 'addAwbNumber',
    read: 'getOrder',
    request: () => ({ id: world.ids.order }),
    back: ({ order_id, awb_number }) => ({ id: order_id, awb_number }),
  },
  {
    write: 'updateOrderSource',
    read: 'listOrderSources',
    back: ([row]) => ({ ...row, order_source_id: row.id, status: row.status === 'ACTIVE' ? 'Y' : 'N' }),
  },
  { write: 'updateOrderCost', read: 'listOrderCosts', back: ([row]) => row },
  {
    write: 'updatePromo',
    read: 'getPromo',
    request: () => ({ id: world.ids.promo }),
    back: (promo) => ({
      ...promo,
      customer_categories: categoryOf(promo),
      selected_items: {
        products: idsOf(promo.selected_items.products),
        couriers: idsOf(promo.selected_items.couriers),
        platforms: promo.selected_items.platforms,
      },
    }),
  },
  { write: 'updateCourierCharge', read: 'listCourierCharges', back: ([jne]) => jne },
  { write: 'updateCustomCourier', read: 'listCustomCouriers', back: ([row]) => row },
  { write: 'updateCodSettings', read: 'getCodSettings', back: (settings) => settings },
  {
    write: 'setCourierService',
    read: 'listCourierServiceSettings',
    back: ({ Regular }) => Regular[0],
  },
  {
    write: 'setCourierServices',
    read: 'listCourierServiceSettings',
    back: ({ Regular, Express, Trucking }) => ({
      regular: activeIdsOf(Regular),
      express: activeIdsOf(Express),
      trucking: activeIdsOf(Trucking),
    }),
  },
  { write: 'updateShopGeneralInfo', read: 'getShop', back: ([shop]) => shop },
  { write: 'setAllowedOrigins', read: 'getAllowedOrigins', back: (origins) => origins },
  {
    write: 'updateShop',
    read: 'getShop',
    back: ([shop], user_id) => ({
      ...shop,
      name: shop.users.find(({ id }: any) => id === user_id).name,
      subdomain: shop.username,
    }),
  },
  { write: 'updateSupplier', read: 'listSuppliers', back: ([row]) => ({ ...row, supplier_id: row.id }) },
  {
    write: 'updateWarehouse',
    read: 'getWarehouse',
    request: () => ({ id: world.ids.warehouse }),
    back: (warehouse) => warehouse,
  },
  {
    write: 'updateWarehouse',
    read: 'listWarehouses',
    request: () => ({ with_main_warehouse: 'true' }),
    back: ([main]) => main,
  },
  { write: 'setTariffs', read: 'listTariffs', back: (rows) => ({ rows }) },
  { write: 'updateProfile', read: 'getMe', back: ({ user }) => user },
  {
    write: 'changeUser',
    read: 'listShopUsers',
    back: (rows) => rows.find(({ role }: any) => role === 'admin'),
  },
  {
    write: 'syncStock',
    read: 'checkProductStock',
    request: () => ({ variation_id: world.ids.variation }),
    back: ({ stock }) => ({ variation_id: world.ids.variation, amount: stock }),
  },
  {
    write: 'createOpname',
    read: 'searchOpnameStock',
    request: () => ({ warehouse_id: world.ids.warehouse }),
    back: (rows) => ({
      warehouse_id: world.ids.warehouse,
      description: 'Hitung lagi',
      stock_adjustment: rows.map(({ variation_id, system_stock }: any) => ({
        variation_id,
        warehouse_stock: system_stock,
      })),
    }),
    adds: true,
  },
];

beforeAll(async () => {
  app = await startTestApp();
  world = await openWorld(app);
  const { shop, stall, ids } = world;
  await layIn(shop, ids.variation, ids.warehouse, 5);
  const products = [{ id: ids.variation, qty: 1, product_status: 'S', warehouse_id: ids.warehouse }];
  const payment = { status: 'INSTALLMENT', amount: 2_000, date: '2026-01-05', bank_id: stall.bank_id };
  const input = orderOf(stall, { products, payment, awb_number: 'JP1' });
  ids.order = expectOk(await shop.call('POST', '/api/open/order', input)).body.data.order_id;
  const account = { id: stall.customer_id, active: true, email: 'siti@example.com' };
  expectOk(await shop.call('POST', '/api/open/customer/privor-activation', account));
  people.owner = { ...shop, authorization: `Bearer ${shop.token}` };
  people.admin = await hire(app, shop, 'admin');
  people.warehouse = await hire(app, shop, 'warehouse', [0, ids.warehouse]);
  const view = { list: 'orders', title: 'Punya saya' };
  for (const { call, authorization } of Object.values(people))
    expectOk(await call('POST', '/api/open/view', view, { authorization }));
  await app.database.pool.query(`update users set phone = '6281298765432' where shop_id = $1`, [
    shop.shop_id,
  ]);
  await app.database.pool.query(`update shops set address = 'Jl. Melati 5' where id = $1`, [shop.shop_id]);
  // Purchase prices that nobody could guess.
  await app.database.pool.query(
    `update product_variations set price_buy_idr = price_buy_idr + id where shop_id = $1`,
    [shop.shop_id],
  );
  await app.database.pool.query(
    `update products p set lowest_margin_idr = (select min(v.price_idr - v.price_buy_idr)
       from product_variations v where v.shop_id = p.shop_id and v.product_id = p.id) where p.shop_id = $1`,
    [shop.shop_id],
  );
});
afterAll(() => app.close());

/** Tables that tell what was done. */
const LOGS = new Set([
  'outbox_events',
  'order_changes',
  'product_imports',
  'product_import_rows',
  'tariff_imports',
  'tariff_import_rows',
  'awb_imports',
  'awb_import_rows',
  'bulk_runs',
  'bulk_run_orders',
  'shop_jobs',
  'mails',
  'sessions',
]);
/** Columns that say when and by whom. */
const TOUCHED = ['updated_at', 'updated_by', 'last_used_at', 'product_version'];

/** The rows of the shop, by table and what they are keyed by; what was added since is not there. */
async function rows(): Promise<Record<string, object[]>> {
  const found: Record<string, object[]> = {};
  for (const table of [...tenantTables, 'shops'] as const) {
    if (LOGS.has(table)) continue;
    const key = table === 'shops' ? 'id' : 'shop_id';
    // Beside the product's own statements, which are held to the rules of those.
    const { rows: of_table } = await app.database.pool.query<{ row: object }>(
      `select to_jsonb(t) - $1::text[] as row from ${table} t where t.${key} = $2 order by to_jsonb(t)::text`,
      [TOUCHED, world.shop.shop_id],
    );
    found[table] = of_table.map(({ row }) => row);
  }
  return found;
}

/** What a payment and a count add, and what tells of them. */
const ADDED: Record<string, string[]> = {
  orders: ['paid_idr', 'paid_on', 'payment_status', 'order_progress_status', 'bank_account_ids'],
};

/** The rows that there were before, without what is added to. */
function stays(before: Record<string, object[]>, after: Record<string, object[]>) {
  const plain = (table: string) => (row: object) =>
    JSON.stringify(Object.entries(row).filter(([column]) => !(ADDED[table] ?? []).includes(column)));
  return Object.keys(before).flatMap((table) => {
    const there = new Set((after[table] ?? []).map(plain(table)));
    return (before[table] ?? []).filter((row) => !there.has(plain(table)(row))).map((row) => [table, row]);
  });
}

const routeOf = (operation: string) => {
  const route = routes.find((known) => known.operation === operation);
  if (route === undefined || !isForSignedIn(route.access)) throw new Error(`no operation ${operation}`);
  return { ...route, permission: route.access.permission };
};

test('every route that writes is paired with one that reads the same, or says why not', () => {
  const paired = new Set([...PAIRS.map(({ write }) => write), ...Object.keys(NOTHING_READ)]);
  const writing = routes.filter(({ method, access }) => method !== 'GET' && isForSignedIn(access));
  expect(writing.map(({ operation }) => operation).filter((operation) => !paired.has(operation))).toEqual([]);
  expect([...paired].filter((operation) => !writing.some((route) => route.operation === operation))).toEqual(
    [],
  );
});

const cases = PAIRS.flatMap((pair) =>
  (['owner', 'admin', 'warehouse'] as const).map((role) => ({ ...pair, role })),
).filter(
  ({ write, read, role }) => may(role, routeOf(write).permission) && may(role, routeOf(read).permission),
);

describe.each(cases)('$role: $read sent back to $write', ({ role, write, read, request, back, adds }) => {
  let before: Record<string, object[]>;
  beforeEach(async () => {
    before = await rows();
  });

  const call = (operation: string, input: Record<string, unknown>) => {
    const route = routeOf(operation);
    const { url, rest } = urlOf(route, input);
    return people[role].call(route.method, url, rest);
  };

  test('changes nothing', async () => {
    const { data } = expectOk(await call(read, request?.() ?? {})).body;
    expectOk(await call(write, JSON.parse(JSON.stringify(back(data, people[role].user_id)))));
    const after = await rows();
    expect(stays(before, after)).toEqual([]);
    expect(adds === true ? {} : after).toEqual(adds === true ? {} : before);
  });
});

/** The sheet of a count with what the system holds as what was counted, as CSV. */
async function counted(sheet: Buffer): Promise<string> {
  const lines: string[] = [];
  for await (const { number, cells } of readSheet(sheet, 'file')) {
    const filled = number === 1 ? cells : [...cells.slice(0, 6), cells[5] ?? 0];
    lines.push(filled.map((cell) => `"${String(cell)}"`).join(';'));
  }
  expect(lines.length).toBeGreaterThan(1);
  return lines.join('\n');
}

describe('sheets', () => {
  const file = async (role: Role, path: string) => {
    const answer = await app.app.inject({
      url: path,
      headers: { host: 'ngorder.test', authorization: people[role].authorization, 'accept-language': 'id' },
    });
    expect(answer.statusCode).toBe(200);
    return answer.rawPayload;
  };

  test.each(['owner', 'admin'] as const)(
    '%s: the download of products sent back changes nothing',
    async (role) => {
      const before = await rows();
      const sheet = await file(role, '/api/open/product/download?without_being_sent=true');
      const { body, headers } = await formWithFile(sheet, 'produk.xlsx');
      const { counts } = expectOk(await people[role].call('POST', IMPORT, body, headers)).body.data;
      expect(counts).toMatchObject({ created: 0, changed: 0, wrong: 0 });
      expect(await rows()).toEqual(before);
    },
  );

  test('who works in a warehouse: the sheet of a count sent back counts what there is', async () => {
    const path = `/api/open/stock-opname/import?warehouse_id=${world.ids.warehouse}`;
    const { body, headers } = await formWithFile(await counted(await file('warehouse', path)), 'opname.csv');
    const before = await rows();
    expectOk(await people.warehouse.call('POST', '/api/open/stock-opname/import', body, headers));
    expect(stays(before, await rows())).toEqual([]);
  });
});
