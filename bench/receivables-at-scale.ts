import type { Runtime } from '../src/start.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { TODAY_SQL } from '../test/shop-zone.ts';
import { copiedColumns, from, inOneSession } from './fill.ts';
import { dropIndexes } from './fill-orders.ts';
import { inTurn, type Print } from './orders-at-scale.ts';
import { openBenchShop } from './shop.ts';

const ORDERS = 1_000_000;
const CUSTOMERS = 20_000;

/** Orders of two years by customers who order alike often: of this week half are unpaid, of older ones one in 25. */
const AGE = `((${ORDERS} - n)::bigint * 730 / ${ORDERS})::int`;
const IS_UNPAID = `(case when ${AGE} < 7 then n % 2 = 0 else n % 25 = 0 end)`;
const CUSTOMER = `(first.id + (n::bigint * 7919) % ${CUSTOMERS})`;

const VARIED: Record<string, string> = {
  po_number: 'n',
  order_date: `${TODAY_SQL} - ${AGE}`,
  created_at: `now() - ${AGE} * interval '1 day'`,
  sender_id: CUSTOMER,
  receiver_id: CUSTOMER,
  paid_idr: `case when ${IS_UNPAID} then 0 else base.total_idr end`,
};

/** Measures what customers owe over HTTP, in a shop of a million orders, one request after the other. */
export async function measureReceivablesAtScale(
  server: ServerProcess,
  { database }: Runtime,
  number: number,
  print: Print,
): Promise<void> {
  const shop = await openBenchShop(server.base_url, number);
  await shop.call('POST', '/api/open/order', shop.order);
  const orders = await copiedColumns(database, 'orders', ['id', ...Object.keys(VARIED)]);
  const customers = await copiedColumns(database, 'customers', ['id', 'name', 'phone']);
  let largest = 0;
  await inOneSession(database, async (client) => {
    await client.query("set session_replication_role = replica; set maintenance_work_mem = '256MB'");
    await client.query(
      `insert into customers (${customers.join(', ')}, name, phone)
       select ${from('base', customers)}, (array['Siti', 'Budi', 'Rina', 'Joko'])[1 + n % 4] || ' ' || n,
         '62813' || lpad(n::text, 8, '0')
       from generate_series(1, ${CUSTOMERS}) as n
       cross join (select * from customers where shop_id = $1 order by id limit 1) as base order by n`,
      [shop.shop_id],
    );
    await client.query(
      `insert into customer_texts (shop_id, customer_id, search_text)
       select shop_id, id, lower(name) || E'\\t' || phone || E'\\t\\t' from customers where shop_id = $1
       on conflict do nothing`,
      [shop.shop_id],
    );
    const indexes = await dropIndexes(client, ['orders']);
    await client.query(
      `insert into orders (${[...orders, ...Object.keys(VARIED)].join(', ')})
       select ${from('base', orders)}, ${Object.values(VARIED).join(', ')}
       from generate_series(2, ${ORDERS}) as n
       cross join (select * from orders where shop_id = $1 order by id limit 1) as base
       cross join (select min(id) + 1 as id from customers where shop_id = $1) as first order by n`,
      [shop.shop_id],
    );
    for (const index of indexes) await client.query(index);
    await client.query('vacuum analyze orders, customers, customer_texts');
    await client.query('checkpoint');
    const { rows } = await client.query<{ sender_id: number; unpaid: number }>(
      `select sender_id, sum(count(*)) over ()::int as unpaid from orders where shop_id = $1 and paid_idr < total_idr
       group by sender_id order by count(*) desc limit 1`,
      [shop.shop_id],
    );
    largest = Number(rows[0]?.sender_id);
    console.log(
      `\n${ORDERS} orders of ${CUSTOMERS} customers, of which ${rows[0]?.unpaid} are unpaid, GET /api/open/receivable, 1 connection`,
    );
  });
  const lists: Record<string, string> = {
    'by amount': '',
    'by amount, 100 rows': '?per_page=100',
    'by age': '?order_by=AGE',
    'page 50': '?pagination_offset=50',
    'a customer by name': '?keyword=budi+1777',
    'a first name': '?keyword=siti',
    'orders of a customer': `/${largest}`,
  };
  for (const [title, query] of Object.entries(lists))
    print(title, '', await inTurn(server, shop, () => `/api/open/receivable${query}`));
}
