import type pg from 'pg';

/* oxlint-disable typescript/no-explicit-any -- rows are looked into freely */

/** What reports have to say, added up row by row in the plainest way. */
export interface NaiveReport {
  orders: number;
  gross_sales: number;
  unpaid: number;
  postage: number;
  order_cost: number;
  discount: number;
  net_sales: number;
  cost_of_goods: number;
  gross_profit: number;
  expense: number;
  supplier_pay: number;
  /** Gross sales, net sales and gross profit by day. */
  days: Map<string, [number, number, number]>;
  channels: Map<string, number>;
  users: Map<number, number>;
  couriers: Map<number, number>;
  banks: Map<number, number>;
  /** Orders, items and gross sales by customer. */
  customers: Map<number, [number, number, number]>;
  /** Orders and items by variation, product and category; 0: none. */
  variations: Map<number, [number, number]>;
  products: Map<number, [number, number]>;
  categories: Map<number, [number, number]>;
  cities: Map<string, number>;
  customer_categories: Map<string, number>;
  weekdays: Map<number, number>;
  /** What is left of each order. */
  profits: Map<number, number>;
}

interface Rows {
  orders: any[];
  lines: any[];
  charges: any[];
  payments: any[];
  expenses: any[];
}

async function rowsOf(pool: pg.Pool, shop_id: number): Promise<Rows> {
  const read = async (text: string) => (await pool.query(text, [shop_id])).rows;
  return {
    orders:
      await read(`select o.*, c.name as city from orders o left join districts d on d.code = o.receiver_district_code
      left join cities c on c.code = d.city_code
      where shop_id = $1 and (order_status = 'ACCEPTED' or paid_as = 'BALANCE')`),
    lines: await read(`select l.*, v.product_id from order_lines l
      join product_variations v on v.shop_id = l.shop_id and v.id = l.variation_id where l.shop_id = $1`),
    charges: await read('select * from order_charges where shop_id = $1'),
    payments: await read('select * from order_payments where shop_id = $1'),
    expenses: await read('select * from expenses where shop_id = $1'),
  };
}

function add<Key>(map: Map<Key, any>, key: Key, ...values: number[]): void {
  const before = map.get(key);
  if (values.length === 1) map.set(key, (before ?? 0) + values[0]!);
  else
    map.set(
      key,
      values.map((value, index) => (before?.[index] ?? 0) + value),
    );
}

/** Adds up lines, charges and payments, and not what orders say of themselves. */
export async function naiveReport(
  pool: pg.Pool,
  shop_id: number,
  { from, to }: { from: string; to: string },
): Promise<NaiveReport> {
  const rows = await rowsOf(pool, shop_id);
  const within = (day: string) => from <= day && day <= to;
  const report = empty();
  for (const order of rows.orders) {
    const own = (list: any[]) => list.filter(({ order_id }) => order_id === order.id);
    for (const { paid_on, bank_account_id, amount_idr } of own(rows.payments))
      if (within(paid_on)) add(report.banks, bank_account_id, amount_idr);
    if (order.order_status === 'ACCEPTED' && within(order.order_date))
      addOrder(report, order, own(rows.lines), own(rows.charges), own(rows.payments));
  }
  for (const { spent_on, nominal_idr, quantity } of rows.expenses)
    if (within(spent_on)) report.expense += nominal_idr * quantity;
  return report;
}

function addOrder(report: NaiveReport, order: any, lines: any[], charges: any[], payments: any[]): void {
  const sum = (list: any[], value: (row: any) => number) =>
    list.reduce((total, row) => total + value(row), 0);
  const costs = sum(charges, (row) => (row.category === 'DISCOUNT' ? 0 : row.amount_idr));
  const discounts = sum(charges, (row) => (row.category === 'DISCOUNT' ? row.amount_idr : 0));
  const postage = order.shipping_idr - order.shipping_discount_idr;
  const goods = sum(lines, (row) => (row.price_idr - row.discount_idr) * row.quantity);
  const total = Math.max(0, goods + postage + costs - discounts);
  const quantity = sum(lines, (row) => row.quantity);
  const cost =
    order.product_status === 'R'
      ? order.cost_of_goods_idr
      : sum(lines, (row) => row.price_buy_idr * row.quantity);
  const net = total - postage - costs;
  report.orders += 1;
  report.gross_sales += total;
  report.unpaid += total - sum(payments, (row) => row.amount_idr);
  report.postage += postage;
  report.order_cost += costs;
  report.discount +=
    Math.min(discounts, goods + postage + costs) + sum(lines, (row) => row.discount_idr * row.quantity);
  report.net_sales += net;
  report.cost_of_goods += cost;
  report.gross_profit += net - cost;
  if (order.product_status === 'R') report.supplier_pay += cost;
  const paid_to_courier = order.shipping_paid_idr ?? order.shipping_idr;
  const fees =
    order.gateway_fee_idr + order.marketplace_fee_idr + order.cod_charges_idr + order.refund_fee_idr;
  add(report.profits, order.id, net + postage - paid_to_courier - cost - order.return_cost_idr - fees);
  add(report.days, order.order_date, total, net, net - cost);
  add(report.channels, order.order_category, net);
  add(report.users, order.created_by ?? 0, net);
  add(report.couriers, order.courier_id, postage);
  add(report.customers, order.sender_id, 1, quantity, total);
  add(report.cities, order.city ?? 'Unknown', 1);
  add(report.customer_categories, order.customer_category_code, 1);
  add(report.weekdays, new Date(`${order.order_date}T00:00:00Z`).getUTCDay() + 1, 1);
  for (const [map, key] of [
    [report.variations, 'variation_id'],
    [report.products, 'product_id'],
    [report.categories, 'category_id'],
  ] as const)
    for (const [id, of_it] of Map.groupBy(lines, (row) => row[key] ?? 0))
      add(
        map,
        id,
        1,
        sum(of_it, (row) => row.quantity),
      );
}

function empty(): NaiveReport {
  return {
    orders: 0,
    gross_sales: 0,
    unpaid: 0,
    postage: 0,
    order_cost: 0,
    discount: 0,
    net_sales: 0,
    cost_of_goods: 0,
    gross_profit: 0,
    expense: 0,
    supplier_pay: 0,
    days: new Map(),
    channels: new Map(),
    users: new Map(),
    couriers: new Map(),
    banks: new Map(),
    customers: new Map(),
    variations: new Map(),
    products: new Map(),
    categories: new Map(),
    cities: new Map(),
    customer_categories: new Map(),
    weekdays: new Map(),
    profits: new Map(),
  };
}
