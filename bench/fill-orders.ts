import type { PoolClient } from 'pg';
import type { DatabaseServer } from '../src/kernel/database/connection.ts';
import { ORDER_TEXT } from '../src/modules/orders/search-text.ts';
import { COPIED_NAMES, COPIED_VALUES } from '../src/modules/orders/shipment-copies.ts';
import { copiedColumns, from, inOneSession } from './fill.ts';
import { storeTallies } from '../test/order-tallies.ts';
import { shopZone, TODAY_SQL } from '../test/shop-zone.ts';

/** What orders are of; the last of each is rare. */
export interface OrderKinds {
  source_ids: number[];
  bank_ids: number[];
  warehouse_ids: number[];
  user_ids: number[];
  supplier_ids: number[];
  /** Missing: all orders are of the customer, and go to the district, of the first. */
  customer_ids?: number[];
  district_codes?: number[];
}

/** Orders of the last two years; what happens to one in a thousand is seldom enough to be looked for. */
const DAYS = 730;
const AGE = `((copy.count - copy.n) * ${DAYS} / copy.count)::int`;
const ORDER_DATE = `${TODAY_SQL} - ${AGE}`;
/** The same for the same order: 0 to 999. */
const DICE = '((copy.n * 7919) % 1000)';
const SECOND_DICE = '((copy.n * 104729 / 13) % 1000)';
const SHIPPING_DICE = '((copy.n * 15485863 / 29) % 1000)';
const WAREHOUSE_DICE = '(copy.n * 7919 / 7 % 1000)';
const BANK_DICE = '(copy.n * 7919 / 11 % 1000)';

const NAME = `(array['Agus', 'Ani', 'Bayu', 'Budi', 'Citra', 'Dewi', 'Dian', 'Eka', 'Fajar', 'Fitri', 'Hendra', 'Indah', 'Joko',
  'Lestari', 'Maya', 'Nur', 'Putri', 'Rina', 'Siti', 'Yuni'])[1 + (copy.n * 7) % 20] || ' '
  || (array['Aminah', 'Anggraini', 'Firmansyah', 'Gunawan', 'Handayani', 'Hidayat', 'Kurniawan', 'Kusuma', 'Lubis',
  'Maharani', 'Nasution', 'Nugroho', 'Permata', 'Pratama', 'Purnama', 'Rahmawati', 'Ramadhan', 'Santoso', 'Saputra', 'Setiawan',
  'Siregar', 'Susanto', 'Utami', 'Wibowo', 'Wijaya'])[1 + (copy.n * 13 / 20) % 25]`;
const PHONE = `'6281' || lpad((((copy.n % 200000) * 49999) % 100000000)::text, 8, '0')`;

/** A parcel leaves the day after, and is one to five days on its way. */
const LEFT_AT = `case when orders.shipping_status in ('ON_PROCESS', 'DELIVERED', 'RETURNED', 'LOST')
  then orders.created_at + interval '1 day' end`;
const ENDED_AT = `case when orders.shipping_status in ('DELIVERED', 'RETURNED', 'LOST')
  then orders.created_at + interval '1 day' * (2 + orders.po_number % 5) end`;

/** The columns in which orders differ. */
const VARIED: Record<string, string> = {
  shop_id: 'copy.shop_id',
  po_number: 'copy.n',
  order_date: ORDER_DATE,
  created_at: `(${ORDER_DATE})::timestamp at time zone '${shopZone}' + (copy.n % 86400) * interval '1 second'`,
  sender_id: `coalesce(${spread('copy.customer_ids')}, base.sender_id)`,
  receiver_district_code: `coalesce(${spread('copy.district_codes')}, base.receiver_district_code)`,
  sender_name: NAME,
  sender_phone: PHONE,
  receiver_name: NAME,
  receiver_phone: PHONE,
  awb_number: `case when ${AGE} > 1 or ${DICE} < 500 then 'JP' || lpad((copy.n * 104729 % 10000000000)::text, 10, '0') end`,
  paid_idr: `case when ${DICE} < 900 then base.total_idr when ${DICE} < 950 then base.total_idr / 2 else 0 end`,
  paid_on: `case when ${DICE} < 950 then ${ORDER_DATE} + (copy.n % 3)::int end`,
  shipping_status: `case when ${AGE} > 7 then case when ${SHIPPING_DICE} < 980 then 'DELIVERED' when ${SHIPPING_DICE} < 999 then 'RETURNED' else 'LOST' end
    when ${SHIPPING_DICE} < 300 then null when ${SHIPPING_DICE} < 999 then 'ON_PROCESS' else 'PICKUP_REQUEST' end`,
  is_cod: `${DICE} between 850 and 949`,
  courier_id: `case when ${SECOND_DICE} < 600 then 6 when ${SECOND_DICE} < 850 then 4 when ${SECOND_DICE} < 999 then 1 else 11 end`,
  customer_category_code: `case when ${DICE} < 700 then 'N' when ${DICE} < 960 then 'Y' when ${DICE} < 999 then 'D' else '1' end`,
  is_printed: `${AGE} > 1 and ${SECOND_DICE} <> 7`,
  order_category: `case when ${SECOND_DICE} < 900 then 'APP' when ${SECOND_DICE} < 990 then 'SF_MEMBER' when ${SECOND_DICE} < 999 then 'SF_GUEST'
    else 'QUICK_ORDER' end`,
  product_status: `case when ${DICE} < 980 then 'S' when ${DICE} < 999 then 'R' else 'PO' end`,
  order_status: `case when ${SECOND_DICE} < 970 then 'ACCEPTED' when ${SECOND_DICE} < 999 then 'CANCELED' else 'UNCONFIRMED' end`,
  order_source_id: chosen('copy.source_ids', DICE),
  supplier_id: chosen('copy.supplier_ids', SECOND_DICE),
  created_by: `case when ${SECOND_DICE} < 950 then ${chosen('copy.user_ids', DICE)} end`,
  warehouse_ids: `array[${chosen('copy.warehouse_ids', WAREHOUSE_DICE)}]`,
  bank_account_ids: `case when ${DICE} < 950 then array[${chosen('copy.bank_ids', BANK_DICE)}] else '{}' end`,
  // What is new stands in the newest orders only.
  product_text: `case when copy.count - copy.n < 2000 then 'Lebaran ' else '' end || goods.name || ' ' || goods.color || ' ' || goods.size || E'\\t' || goods.sku`,
};

/** One of a list after the other; null where it is empty. */
function spread(ids: string): string {
  return `(${ids})[1 + copy.n * 7919 % nullif(cardinality(${ids}), 0)]`;
}

/** The last of a list for one in a thousand; of the others the first mostly. */
function chosen(ids: string, dice: string): string {
  return `(${ids})[case when ${dice} = 999 then cardinality(${ids}) when ${dice} < 800 then 1 else 2 end]`;
}

/**
 * Brings a shop to so many orders of the last two years, and puts shops of a hundred orders each beside it. Raw
 * SQL without checks of keys, as only size and spread matter: what is measured reads them.
 * @param model the shop, with one order that all are copied from and with products
 */
export async function fillOrders(
  database: DatabaseServer,
  model: { shop_id: number } & OrderKinds,
  { count, shops_beside }: { count: number; shops_beside: number },
): Promise<void> {
  const { shop_id } = model;
  const orders = await copiedColumns(database, 'orders', ['id', ...Object.keys(VARIED)]);
  const shops = await copiedColumns(database, 'shops', ['id', 'subdomain', 'active_supplier_id']);
  await inOneSession(database, async (client) => {
    await client.query(
      "set session_replication_role = replica; set maintenance_work_mem = '256MB'; set work_mem = '128MB'",
    );
    await makeGoods(client, shop_id);
    const indexes = await dropIndexes(client, [
      'orders',
      'order_lines',
      'order_payments',
      'order_texts',
      'shipments',
    ]);
    const insert = `insert into orders (${[...orders, ...Object.keys(VARIED)].join(', ')})
      select ${from('base', orders)}, ${Object.values(VARIED).join(', ')}`;
    const base = `cross join (select * from orders where shop_id = $1 order by id limit 1) as base
      join bench_goods as goods on goods.position = (copy.n * 31) % (select count(*) from bench_goods)`;
    const kinds = [
      model.source_ids,
      model.user_ids,
      model.warehouse_ids,
      model.bank_ids,
      model.supplier_ids,
      model.customer_ids ?? [],
      model.district_codes ?? [],
    ];
    await client.query(
      `${insert} from (
         select n, $1::bigint as shop_id, $3::bigint as count, $4::bigint[] as source_ids, $5::bigint[] as user_ids,
           $6::bigint[] as warehouse_ids, $7::bigint[] as bank_ids, $8::bigint[] as supplier_ids,
           $9::bigint[] as customer_ids, $10::int[] as district_codes
         from generate_series((select max(po_number) + 1 from orders where shop_id = $1), $2::bigint) as n
       ) as copy ${base} order by copy.n`,
      [shop_id, count, count, ...kinds],
    );
    await client.query(
      `insert into shops (${shops.join(', ')}, subdomain)
       select ${from('base', shops)}, 'orders-beside-' || n
       from generate_series(1, $2::int) as n cross join (select * from shops where id = $1) as base`,
      [shop_id, shops_beside],
    );
    await client.query(
      `${insert} from (
         select n, shop.id as shop_id, 100 as count, $2::bigint[] as source_ids, $3::bigint[] as user_ids,
           $4::bigint[] as warehouse_ids, $5::bigint[] as bank_ids, $6::bigint[] as supplier_ids,
           $7::bigint[] as customer_ids, $8::int[] as district_codes
         from generate_series(1, 100) as n cross join shops as shop where shop.subdomain like 'orders-beside-%'
       ) as copy ${base}`,
      [shop_id, ...kinds],
    );
    await fillRowsOfOrders(client, shop_id);
    await client.query(
      `insert into order_texts (shop_id, order_id, order_date, is_listed, search_text)
       select shop_id, id, order_date, ${ORDER_TEXT.is_listed}, ${ORDER_TEXT.search_text} from orders
       where not exists (select from order_texts t where t.shop_id = orders.shop_id and t.order_id = orders.id)`,
    );
    await client.query(
      `insert into shipments (shop_id, order_id, number, shipping_status, awb_number, left_at, ended_at, ${COPIED_NAMES})
       select orders.shop_id, orders.id, 1, orders.shipping_status, orders.awb_number, ${LEFT_AT}, ${ENDED_AT}, ${COPIED_VALUES}
       from orders cross join lateral (select orders.shipping_status, null::timestamptz as removed_at) as shipments
       on conflict do nothing`,
    );
    const { rows: filled } = await client.query<{ shop_id: number }>('select distinct shop_id from orders');
    for (const shop of filled) await storeTallies(client, shop.shop_id);
    for (const index of indexes) await client.query(index);
    await client.query(
      `insert into order_counters (shop_id, last_po_number) select shop_id, max(po_number) from orders group by shop_id
       on conflict (shop_id) do update set last_po_number = excluded.last_po_number`,
    );
    await client.query(
      'vacuum analyze orders, order_lines, order_payments, order_texts, order_tallies, sales_tallies, shipments',
    );
    // What follows measures orders, not the writing of what was filled in.
    await client.query('checkpoint');
  });
}

/** What the orders are of, in a fixed order. */
async function makeGoods(client: PoolClient, shop_id: number): Promise<void> {
  await client.query(
    `create temporary table bench_goods as
     select row_number() over (order by v.id) - 1 as position, v.id as variation_id, p.name, v.sku, v.color, v.size
     from product_variations v join products p on p.shop_id = v.shop_id and p.id = v.product_id
     where v.shop_id = ${shop_id}`,
  );
  await client.query('create unique index on bench_goods (position); analyze bench_goods');
}

/** One line for each order, and one payment for each that was paid. */
async function fillRowsOfOrders(client: PoolClient, shop_id: number): Promise<void> {
  const { rows } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = 'order_lines' and column_name <> all($1)`,
    [['shop_id', 'order_id', 'variation_id', 'warehouse_id', 'name', 'sku', 'color', 'size']],
  );
  const copied = rows.map((row) => row.column_name);
  await client.query(
    `insert into order_lines (${copied.join(', ')}, shop_id, order_id, variation_id, warehouse_id, name, sku, color, size)
     select ${from('base', copied)}, copy.shop_id, copy.id, goods.variation_id, copy.warehouse_ids[1],
       goods.name, goods.sku, goods.color, goods.size
     from orders as copy
     cross join (select * from order_lines where shop_id = $1 order by order_id limit 1) as base
     join bench_goods as goods on goods.position = (copy.po_number * 31) % (select count(*) from bench_goods)
     where not exists (select from order_lines l where l.shop_id = copy.shop_id and l.order_id = copy.id)
     order by copy.shop_id, copy.id`,
    [shop_id],
  );
  await client.query(
    `insert into order_payments (shop_id, order_id, bank_account_id, amount_idr, paid_on, status, created_at)
     select shop_id, id, bank_account_ids[1], paid_idr, paid_on,
       case when paid_idr = total_idr then 'PAID' else 'INSTALLMENT' end, created_at
     from orders where paid_idr > 0
       and not exists (select from order_payments p where p.shop_id = orders.shop_id and p.order_id = orders.id)
     order by shop_id, id`,
  );
}

/** Drops the indexes that no constraint needs; returns the statements that make them again. */
export async function dropIndexes(client: PoolClient, tables: string[]): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes
     where schemaname = 'public' and tablename = any($1)
       and not exists (select from pg_constraint where conindid = indexname::regclass)`,
    [tables],
  );
  for (const { indexname } of rows) await client.query(`drop index ${indexname}`);
  return rows.map(({ indexdef }) => indexdef);
}
