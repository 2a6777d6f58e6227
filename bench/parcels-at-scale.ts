import { addDays, today } from '../src/kernel/calendar.ts';
import { systemClock } from '../src/kernel/clock.ts';
import type { Runtime } from '../src/start.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { fillProducts } from './fill.ts';
import { fillOrders, type OrderKinds } from './fill-orders.ts';
import { inTurn, openKinds, ORDERS, SHOPS_BESIDE, type Print } from './orders-at-scale.ts';
import { openBenchShop } from './shop.ts';

/** Filters of the list of parcels by name; the number makes each request's another one. */
function filters({ supplier_ids }: OrderKinds): Record<string, (n: number) => string> {
  const old = (n: number) => 900_000 - n * 1_001;
  const first = (n: number) => ['siti', 'budi', 'rina', 'joko'][n % 4];
  const full = (n: number) => ['siti+aminah', 'budi+santoso', 'rina+utami', 'joko+wibowo'][n % 4];
  const awb = (n: number) => `JP${String((old(n) * 104_729) % 10_000_000_000).padStart(10, '0')}`;
  return {
    'ready to ship': () => '',
    delivered: () => 'status=DELIVERED',
    'page 50': () => 'status=DELIVERED&pagination_offset=50',
    '100 rows': () => 'status=DELIVERED&per_page=100',
    returned: () => 'status=RETURNED',
    lost: () => 'status=LOST',
    'on process': () => 'status=ON_PROCESS',
    COD: () => 'status=DELIVERED&cod_status=COD',
    'not COD': () => 'status=DELIVERED&cod_status=NON_COD',
    'courier, common': () => 'status=DELIVERED&courier=jnt',
    'courier, less common': () => 'status=DELIVERED&courier=jne',
    'courier and COD': () => 'status=DELIVERED&courier=sicepat&cod_status=COD',
    'lost, courier and COD': () => 'status=LOST&courier=jnt&cod_status=COD',
    'courier of none': () => 'status=DELIVERED&courier=tiki',
    'unknown courier': () => 'status=DELIVERED&courier=tiada',
    'supplier, common': () => `status=DELIVERED&supplier_id=${supplier_ids[0]}`,
    'supplier, rare': () => `status=DELIVERED&supplier_id=${supplier_ids.at(-1)}`,
    'supplier and courier': () => `status=DELIVERED&supplier_id=${supplier_ids[1]}&courier=jnt`,
    'supplier and COD': () => `status=DELIVERED&supplier_id=${supplier_ids[1]}&cod_status=COD`,
    'supplier, courier, COD': () =>
      `status=DELIVERED&supplier_id=${supplier_ids[0]}&courier=jnt&cod_status=COD`,
    'until a year ago': () => `status=DELIVERED&end_date=${yearAgo()}`,
    'PO number': (n) => `status=DELIVERED&type=ORDER_ID&keyword=${old(n)}`,
    AWB: (n) => `status=DELIVERED&type=AWB_NUMBER&keyword=${awb(n)}`,
    'AWB, beginning': (n) => `status=DELIVERED&type=AWB_NUMBER&keyword=${awb(n).slice(0, 6).toLowerCase()}`,
    'AWB, 100,000 begin so': (n) => `status=DELIVERED&type=AWB_NUMBER&keyword=jp${n % 10}`,
    'lost, AWB, beginning': (n) => `status=LOST&type=AWB_NUMBER&keyword=jp${n % 10}`,
    'first name': (n) => `status=DELIVERED&type=CUSTOMER_NAME&keyword=${first(n)}`,
    'full name': (n) => `status=DELIVERED&type=CUSTOMER_NAME&keyword=${full(n)}`,
    'ready, first name': (n) => `type=CUSTOMER_NAME&keyword=${first(n)}`,
    'lost, full name': (n) => `status=LOST&type=CUSTOMER_NAME&keyword=${full(n)}`,
    'on process, first name': (n) => `status=ON_PROCESS&type=CUSTOMER_NAME&keyword=${first(n)}`,
    'returned, first name': (n) => `status=RETURNED&type=CUSTOMER_NAME&keyword=${first(n)}`,
    'any text, courier and COD': (n) =>
      `status=DELIVERED&courier=jne&cod_status=COD&keyword=${['gamis', 'ceruty', 'batik'][n % 3]}`,
    'any text': (n) => `status=DELIVERED&keyword=${['gamis', 'ceruty', 'batik'][n % 3]}`,
    'word of nothing': (n) => `status=DELIVERED&keyword=zqxvw${n}`,
  };
}

function yearAgo(): string {
  return addDays(today(systemClock, 'Asia/Jakarta'), -365);
}

/**
 * Measures the list of parcels over HTTP, in a shop of a million orders beside a thousand others, one request after the
 * other.
 */
export async function measureParcelsAtScale(
  server: ServerProcess,
  runtime: Runtime,
  number: number,
  print: Print,
): Promise<void> {
  const shop = await openBenchShop(server.base_url, number);
  // The one that all are copied from.
  await shop.call('POST', '/api/open/order', shop.order);
  const kinds = await openKinds(runtime, shop);
  await fillProducts(runtime.database, shop.shop_id, 1_000);
  await fillOrders(
    runtime.database,
    { shop_id: shop.shop_id, ...kinds },
    { count: ORDERS, shops_beside: SHOPS_BESIDE },
  );
  console.log(`\nParcels of ${ORDERS} orders of one shop, GET /api/open/shipping, 1 connection`);
  const slow: string[] = [];
  for (const [title, query] of Object.entries(filters(kinds))) {
    const measured = await inTurn(server, shop, (n) => `/api/open/shipping?${query(n)}`);
    print(title, '', measured);
    if (measured.p95_ms >= P95_MS) slow.push(title);
  }
  console.log(
    slow.length === 0 ? `every p95 is under ${P95_MS} ms` : `p95 from ${P95_MS} ms on: ${slow.join(', ')}`,
  );
  console.log(`\nHow the parcels of thirty days arrive, GET /api/open/shipping/performance`);
  for (const group_by of ['courier', 'province', 'customer', 'user', 'product'])
    print(
      group_by,
      '',
      await inTurn(server, shop, () => `/api/open/shipping/performance?group_by=${group_by}`),
    );
  print('report of a month', '', await inTurn(server, shop, () => '/api/open/shipping/report?interval=31'));
}

const P95_MS = 30;
