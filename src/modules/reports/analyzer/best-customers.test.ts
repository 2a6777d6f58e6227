import { expect, test } from 'vitest';
import { orderScene } from '../../../../test/order-scene.ts';
import { addCustomer, addProduct, expectOk, today, type Stall } from '../../../../test/stall.ts';
import { ORDER_BY } from './schemas.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene({ stall: { stocks: [100_000, 100_000] } });
const PER_PAGE = 3;

/** SQL of each measure, in the columns of orders. */
const NET = 'total_idr - (shipping_idr - shipping_discount_idr) - charges_idr - insurance_idr';
const SUMS: Record<(typeof ORDER_BY)[number], string> = {
  TRANSACTION: 'count(*)',
  SOLD_ITEMS: 'sum(quantity)',
  GROSS_SALES: 'sum(total_idr)',
  NET_SALES: `sum(${NET})`,
  GROSS_PROFIT: `sum(${NET} - cost_of_goods_idr)`,
};

interface Asked {
  start_date: string;
  end_date: string;
  order_by: (typeof ORDER_BY)[number];
  category?: string;
}

/** What the orders themselves say: each customer with the sums of ORDER_BY, the best first. */
async function naive({ start_date, end_date, order_by, category }: Asked): Promise<number[][]> {
  const { rows } = await scene.app.database.pool.query(
    `select o.sender_id, ${ORDER_BY.map((name) => `(${SUMS[name]})::bigint as "${name}"`).join(', ')}
     from orders o join customers c on c.shop_id = o.shop_id and c.id = o.sender_id
     where o.shop_id = $1 and o.order_status = 'ACCEPTED' and o.order_date between $2 and $3
       and ($4::text is null or c.category_code = $4)
     group by o.sender_id order by "${order_by}" desc, o.sender_id`,
    [scene.shop.shop_id, start_date, end_date, category],
  );
  return rows.map((row) => [row.sender_id, ...ORDER_BY.map((name) => row[name])]);
}

async function pageOf(asked: Asked, page: number): Promise<{ total: number; rows: number[][] }> {
  const input = { ...asked, per_page: PER_PAGE, pagination_offset: page };
  const { data, meta } = expectOk(await scene.shop.call('GET', '/api/open/analyzer/customer', input)).body;
  const rows = data.map((row: any) =>
    Object.values({
      id: row.id,
      TRANSACTION: row.total_order,
      SOLD_ITEMS: row.sold_items,
      GROSS_SALES: row.gross_sales,
      NET_SALES: row.net_sales,
      GROSS_PROFIT: row.gross_profit,
    }),
  );
  return { total: meta.pagination.total, rows };
}

/** Each measure, of all customers and of one category, by a year that ends today, one within others, a month and a day. */
async function checkAll(measures: readonly (typeof ORDER_BY)[number][]): Promise<void> {
  const periods = [
    [today(-364), today()],
    [today(-520), today(-156)],
    [today(-29), today()],
    [today(-3), today(-3)],
  ] as const;
  for (const [start_date, end_date] of periods)
    for (const category of [undefined, 'Y'])
      for (const order_by of measures) {
        const asked: Asked = { start_date, end_date, order_by, ...(category !== undefined && { category }) };
        const expected = await naive(asked);
        const found: number[][] = [];
        for (let page = 1; page <= Math.ceil(expected.length / PER_PAGE) + 1; page += 1) {
          const { total, rows } = await pageOf(asked, page);
          expect([asked, page, total]).toEqual([asked, page, expected.length]);
          expect(rows).toHaveLength(Math.max(0, Math.min(PER_PAGE, total - (page - 1) * PER_PAGE)));
          found.push(...rows);
        }
        expect([asked, found]).toEqual([asked, expected]);
      }
}

/** Places the n-th of some orders: of another customer, day, number of pieces and product than those beside it. */
async function sell(n: number, customers: number[], stalls: Stall[]): Promise<number> {
  const cost = (name: string, category: string, nominal: number) => ({
    name,
    category,
    type: 'NOMINAL',
    nominal,
  });
  return scene.place(stalls[n % stalls.length]!, 1 + ((n * 5) % 4), {
    order_date: today(-((n * n * 37) % 530)),
    customer_sender_id: customers[(n * n + 3 * n) % customers.length],
    order_cost: [
      ...(n % 3 === 0 ? [cost('Bungkus', 'OTHER COST', 1_000 + n)] : []),
      // Of one for nothing the net sales are below 0.
      ...(n % 5 === 0 ? [cost('Potongan', 'DISCOUNT', n % 10 === 0 ? 9_999_999 : 7_000 + n)] : []),
    ],
  });
}

test('pages of best customers hold each customer once, in order and with its sums, by each measure, at any moment', async () => {
  const customers = [scene.stall.customer_id];
  for (const [index, category] of ['N', 'Y', 'D', 'Y', 'N', 'Y', 'N', 'Y'].entries())
    customers.push(await addCustomer(scene.shop, category, `Pembeli ${index}`, `0812-9999-000${index}`));
  const other = await addProduct(scene.shop, { stocks: [100_000], variation: { price_buy: 73_331 } });
  const stalls = [scene.stall, { ...scene.stall, ...other }];
  const ids: number[] = [];
  for (let n = 0; n < 45; n += 1) ids.push(await sell(n, customers, stalls));
  await scene.app.readEvents();
  await checkAll(['NET_SALES']);
  // Some are taken back, some are added: neither is counted yet.
  for (const id of [ids[2], ids[7], ids[11], ids[30]])
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id }));
  for (let n = 45; n < 60; n += 1) ids.push(await sell(n, customers, stalls));
  const waiting = await scene.app.database.pool.query(
    `select (select count(*) from sales_to_count)::int as added, (select count(*) from sales_to_take_back)::int as taken`,
  );
  expect(waiting.rows[0].added).toBeGreaterThanOrEqual(15);
  expect(waiting.rows[0].taken).toBeGreaterThan(0);
  await checkAll(ORDER_BY);
  await scene.app.readEvents();
  await checkAll(['TRANSACTION']);
}, 120_000);

test('customers whose orders are all cancelled have not bought', async () => {
  const only = await addCustomer(scene.shop, 'D', 'Sekali', '0812-7777-0001');
  const id = await scene.place(scene.stall, 1, { customer_sender_id: only, order_date: today(-700) });
  const asked: Asked = { start_date: today(-701), end_date: today(-699), order_by: 'TRANSACTION' };
  await scene.app.readEvents();
  expect((await naive(asked)).map(([customer]) => customer)).toEqual([only]);
  expect(await pageOf(asked, 1)).toEqual({ total: 1, rows: await naive(asked) });
  expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id }));
  expect(await pageOf(asked, 1)).toEqual({ total: 0, rows: [] });
  await scene.app.readEvents();
  expect(await pageOf(asked, 1)).toEqual({ total: 0, rows: [] });
});
