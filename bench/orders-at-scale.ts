import type { Runtime } from '../src/start.ts';
import { startServerProcess, type ServerProcess } from '../test/server-process.ts';
import { fillProducts } from './fill.ts';
import { fillOrders, type OrderKinds } from './fill-orders.ts';
import { load, measure, type Measured } from './load.ts';
import { openBenchShop, type BenchShop } from './shop.ts';

export const ORDERS = 1_000_000;
export const SHOPS_BESIDE = 1_000;
const TIMES = 60;
const WARM_UP = 5;
const CREATE_S = 8;
const CREATE_ROUNDS = 5;

export type Print = (title: string, who: string, measured: Measured) => void;

/** Filters by name; the last of each pair is one that one order in a thousand has. */
function filters({ source_ids, bank_ids, warehouse_ids, user_ids }: OrderKinds): Record<string, string> {
  const common = (ids: number[]) => ids[0] ?? 0;
  const rare = (ids: number[]) => ids.at(-1) ?? 0;
  return {
    'no filter': '',
    '100 rows': 'per_page=100',
    'page 50': 'pagination_offset=50',
    'by payment date': 'order_by=PAYMENT_DATE',
    paid: 'payment_status=PAID',
    unpaid: 'payment_status=UNPAID',
    'in instalments': 'payment_status=INSTALLMENT',
    delivered: 'order_progress_status=DELIVERED',
    'no AWB': 'order_progress_status=NO+AWB',
    unprocessed: 'order_progress_status=UNPROCESSED',
    'made in the app': 'order_category=APP',
    'web store': 'order_category=STORE_FRONT',
    'quick order': 'order_category=QUICK_ORDER',
    'source, common': `order_source_id=${common(source_ids)}`,
    'source, rare': `order_source_id=${rare(source_ids)}`,
    'user, common': `user_id=${common(user_ids)}`,
    'user, rare': `user_id=${rare(user_ids)}`,
    'no user': 'user_id=0',
    'bank, common': `bank_id=${common(bank_ids)}`,
    'bank, rare': `bank_id=${rare(bank_ids)}`,
    'warehouse, common': `warehouse_id=${common(warehouse_ids)}`,
    'warehouse, rare': `warehouse_id=${rare(warehouse_ids)}`,
    'category, common': 'customer_category_code=N',
    'category, rare': 'customer_category_code=1',
    'courier, common': 'expedition_id=6',
    'courier, rare': 'expedition_id=11',
    'not picked up': 'pickup=0',
    'pickup asked for': 'pickup=1',
    'pickup done': 'pickup=2',
    'label to print': 'shipping_stage=TO_PRINT',
    'with the courier': 'shipping_stage=SHIPPED',
    printed: 'print_status=Y',
    'not printed': 'print_status=N',
    'own stock': 'product_type=S',
    preorder: 'product_type=PO',
    'unpaid, courier, printed': 'payment_status=UNPAID&expedition_id=4&print_status=Y',
    'paid by date, category, rare': 'order_by=PAYMENT_DATE&customer_category_code=1',
  };
}

/** Filters of orders with all that belongs to them. */
const DETAILS: Record<string, string> = {
  'details, no filter': '',
  'details, cancelled': 'order_status=CANCELED',
  'details, unpaid': 'payment_status=UNPAID',
  'details, delivered': 'order_progress_status=DELIVERED',
  'details, quick order': 'order_category=QUICK_ORDER',
  'details, cancelled, unpaid': 'order_status=CANCELED&payment_status=UNPAID',
};

/** Keywords by what is hard about them; the number makes each request's another one. */
const KEYWORDS: Record<string, (n: number) => string> = {
  'PO number': (n) => `keyword=${900_000 - n * 1_001}`,
  'PO number, typed': (n) => `keyword=${900_000 - n * 1_001}&type=ORDER_ID`,
  AWB: (n) => `keyword=JP${String(((900_000 - n * 1_001) * 104_729) % 10_000_000_000).padStart(10, '0')}`,
  'phone with 0': (n) => `keyword=081${phoneEnd(n)}`,
  'phone with +62': (n) => `keyword=%2B62+81${phoneEnd(n).slice(0, 4)}-${phoneEnd(n).slice(4)}`,
  'end of a phone': (n) => `keyword=${phoneEnd(n).slice(2)}`,
  'full name': (n) => `keyword=${['siti+aminah', 'budi+santoso', 'rina+utami', 'joko+wibowo'][n % 4]}`,
  'first name': (n) => `keyword=${['siti', 'budi', 'rina', 'joko'][n % 4]}`,
  'customer name, typed': () => 'keyword=dewi&type=CUSTOMER_NAME',
  product: (n) => `keyword=${['gamis', 'ceruty', 'batik'][n % 3]}`,
  'new product': () => 'keyword=lebaran',
  'one product': (n) => `keyword=polos+${n * 35 + 1}`,
  'product, typed': () => 'keyword=gamis&type=PRODUCT_NAME',
  SKU: (n) => `keyword=bench-${300 + n}`,
  'two letters': (n) => `keyword=${['ni', 'ti', 'bu'][n % 3]}`,
  'word of nothing': (n) => `keyword=zqxvw${n}`,
};

function phoneEnd(n: number): string {
  return String((((n * 997) % 200_000) * 49_999) % 100_000_000).padStart(8, '0');
}

/**
 * Measures Get Orders, the detail and the making of orders over HTTP, in a shop of a million orders beside a
 * thousand others, one request after the other.
 */
export async function measureOrdersAtScale(
  server: ServerProcess,
  runtime: Runtime,
  number: number,
  print: Print,
): Promise<void> {
  const { shop, kinds } = await openManyOrders(server, runtime, number, ORDERS);
  await measureReading(server, runtime, shop, kinds, print);
  await measureMaking(server, shop, print);
}

/** Opens a shop of so many orders, beside a thousand others where it has a million. */
export async function openManyOrders(
  server: ServerProcess,
  runtime: Runtime,
  number: number,
  count: number,
): Promise<{ shop: BenchShop; kinds: OrderKinds }> {
  const shops_beside = Math.ceil((SHOPS_BESIDE * count) / ORDERS);
  const shop = await openBenchShop(server.base_url, number);
  // The one that all are copied from.
  await shop.call('POST', '/api/open/order', shop.order);
  const began = performance.now();
  const kinds = await openKinds(runtime, shop);
  await fillProducts(runtime.database, shop.shop_id, 1_000);
  await fillOrders(runtime.database, { shop_id: shop.shop_id, ...kinds }, { count, shops_beside });
  console.log(
    `\n${count} orders of one shop beside ${shops_beside} shops of 100, over HTTP, 1 connection ` +
      `(filled in ${((performance.now() - began) / 1000).toFixed(0)} s)`,
  );
  return { shop, kinds };
}

async function measureReading(
  server: ServerProcess,
  runtime: Runtime,
  shop: BenchShop,
  kinds: OrderKinds,
  print: Print,
): Promise<void> {
  const get = (query: string) => `/api/open/order?${query}`;
  for (const [title, query] of Object.entries(filters(kinds))) {
    print(title, '30 days', await inTurn(server, shop, () => get(query)));
    print('', 'two years', await inTurn(server, shop, () => get(`${query}&start_date=2020-01-01`)));
  }
  for (const [title, query] of Object.entries(KEYWORDS)) {
    print(title, '30 days', await inTurn(server, shop, (n) => get(query(n))));
    print('', 'two years', await inTurn(server, shop, (n) => get(`${query(n)}&start_date=2020-01-01`)));
  }
  for (const [title, query] of Object.entries(DETAILS))
    print(title, '', await inTurn(server, shop, () => `/api/open/order/details?${query}`));
  print('tabs of the list', '', await inTurn(server, shop, () => '/api/open/order/work'));
  print('home', '', await inTurn(server, shop, () => '/api/open/home'));
  const { rows } = await runtime.database.pool.query<{ id: number }>(
    'select id from orders where shop_id = $1 and po_number % 10007 = 1 order by id limit 100',
    [shop.shop_id],
  );
  print('detail', '', await inTurn(server, shop, (n) => `/api/open/order/detail?id=${rows[n]?.id}`));
}

/**
 * Makes orders here and on a server with an empty database, in turns, as a machine is not equally fast all the time;
 * of each the middle round counts.
 */
async function measureMaking(server: ServerProcess, shop: BenchShop, print: Print): Promise<void> {
  const beside = await startServerProcess();
  try {
    const empty_shop = await openBenchShop(beside.base_url, 1);
    const rounds: { empty: Measured; full: Measured }[] = [];
    for (let round = 0; round < CREATE_ROUNDS; round += 1)
      rounds.push({ empty: await makeOrders(beside, empty_shop), full: await makeOrders(server, shop) });
    const empty = middle(rounds.map((round) => round.empty));
    const full = middle(rounds.map((round) => round.full));
    print('making an order', 'empty', empty);
    print('', 'a million', full);
    console.log(`${''.padEnd(28)} ratio ${(empty.per_second / full.per_second).toFixed(2)}`);
  } finally {
    await beside.stop();
  }
}

async function makeOrders(server: ServerProcess, shop: BenchShop): Promise<Measured> {
  const call = {
    method: 'POST' as const,
    path: '/api/open/order',
    token: shop.token,
    body: JSON.stringify(shop.order),
  };
  await load(server.base_url, [call], { connections: 1, duration_s: 2 });
  return load(server.base_url, [call], { connections: 1, duration_s: CREATE_S });
}

function middle(measured: Measured[]): Measured {
  const sorted = measured.toSorted((one, other) => one.per_second - other.per_second);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

/** Sources, accounts, warehouses and users that orders are spread over. */
export async function openKinds(runtime: Runtime, { shop_id, call }: BenchShop): Promise<OrderKinds> {
  const three = [1, 2, 3];
  const make = async (path: string, body: (number: number) => object, key: string) => {
    const ids: number[] = [];
    for (const number of three) ids.push((await call('POST', path, body(number))).body.data[key]);
    return ids;
  };
  // Of the code 1: the rare category.
  await call('POST', '/api/open/customer-category/create', { category_name: 'Agen' });
  const suppliers = await call('GET', '/api/open/supplier');
  const supplier_id: number = suppliers.body.data[0].id;
  const districts = await call('GET', '/api/open/region?keyword=tajinan&pagination_offset=1');
  const district_id: number = districts.body.data[0].id;
  const { rows } = await runtime.database.pool.query<{ id: number }>(
    `insert into users (shop_id, email, full_name, password_hash, role, status, created_at, updated_at)
     select shop_id, 'other' || n || '-' || email, 'Admin ' || n, password_hash, 'admin', 'ACTIVE', created_at, updated_at
     from users, generate_series(1, 2) as n where shop_id = $1 returning id`,
    [shop_id],
  );
  const owner = await runtime.database.pool.query<{ id: number }>(
    "select id from users where shop_id = $1 and role = 'owner'",
    [shop_id],
  );
  return {
    source_ids: await make(
      '/api/open/order-source/create',
      (n) => ({ marketplace_id: 3, note: `Toko ${n}` }),
      'order_source_id',
    ),
    bank_ids: await make(
      '/api/open/bank/create',
      (n) => ({
        bank_type: 'bca',
        account_number: String(70_000_000 + n),
        holder_name: 'Budi',
        branch: 'Malang',
      }),
      'bank_id',
    ),
    warehouse_ids: [
      0,
      ...(
        await make(
          '/api/open/warehouse',
          (n) => ({ warehouse: `Gudang ${n}`, supplier_id, user_id: [owner.rows[0]?.id], is_active: true }),
          'id',
        )
      ).slice(1),
    ],
    supplier_ids: [
      supplier_id,
      ...(await make(
        '/api/open/supplier/create',
        (n) => ({ name: `Gudang ${n}`, phone: '081234567890', address: `Jl. Gudang ${n}`, district_id }),
        'supplier_id',
      )),
    ],
    user_ids: [...owner.rows, ...rows].map(({ id }) => id),
  };
}

/** Sends one request after the other, each with another number. @throws Error where an answer is not 200 */
export async function inTurn(
  server: ServerProcess,
  shop: BenchShop,
  path: (n: number) => string,
): Promise<Measured> {
  const times_ms: number[] = [];
  for (let n = -WARM_UP; n < TIMES; n += 1) {
    const began = performance.now();
    const answer = await fetch(server.base_url + path(Math.max(0, n)), {
      headers: { authorization: `Bearer ${shop.token}` },
    });
    const body = await answer.text();
    if (!answer.ok) throw new Error(`${path(n)} answered ${answer.status}: ${body}`);
    if (n >= 0) times_ms.push(performance.now() - began);
  }
  return measure(times_ms, times_ms.reduce((sum, time) => sum + time, 0) / 1000);
}
