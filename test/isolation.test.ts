import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { routes } from '../src/app.ts';
import type { Route } from '../src/kernel/http/route.ts';
import { ASKING, type Kind, type World } from './asking.ts';
import { startTestApp, type Answered, type TestApp } from './harness.ts';
import { shopRows } from './shop-rows.ts';
import { promoInput, selecting } from './promo-input.ts';
import { expectOk, openStall, orderOf } from './stall.ts';

/** An id that no row of any shop has. */
const MISSING = 987_654_321;

/** Numbers of the outside world that every shop shares. */
const PUBLIC = new Set(['marketplace_id', 'district_id', 'corporate_id', 'expedition_id', 'expedition.id']);

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
      customer_category: await insert(
        `insert into customer_categories (shop_id, code, name) values ($1, '3', 'Milik sendiri')`,
      ),
      order: order_id,
      order_cost: await insert(
        `insert into order_costs (shop_id, category, name, type, nominal_idr, created_at)
         values ($1, 'DISCOUNT', 'Ultah', 'NOMINAL', 1000, now())`,
      ),
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
    `${answer.status} ${answer.text.replace(answer.body?.request_id ?? '', '')}`;

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
  // A quote tells what an order would be refused for.
  if (status === 200 && body?.data?.problems !== undefined)
    return body.data.problems.some(({ field }: { field: string }) => field === path);
  // A file is as empty as that of an id that does not exist, byte for byte.
  return status === 404 || (status === 200 && (body === undefined || body.data.length === 0));
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
