import type { Context } from '../../kernel/context.ts';
import { namedStatement } from '../../kernel/database/named-statement.ts';

const SALES_KINDS = ['CUSTOMER', 'CITY', 'VARIATION', 'ACCOUNT'] as const;
/** What sales are counted by. */
export type SalesKind = (typeof SALES_KINDS)[number];

/**
 * Whose sales are counted by quarter, too. Customers are many, and each has a row in nearly every month: a year that begins in
 * the midst of one is read in half the time so. Of cities, variations and accounts, which are few, it would only be written.
 */
export const QUARTERED: SalesKind = 'CUSTOMER';

/** What is added up of sales. */
export const SALES_SUMS = [
  'order_count',
  'product_orders',
  'category_orders',
  'quantity',
  'gross_idr',
  'net_idr',
  'cost_of_goods_idr',
] as const;

/** The columns of a sale. */
export const SALE_NAMES = ['kind', 'sold_on', 'subject_id', 'category_id', ...SALES_SUMS].join(', ');

/**
 * SQL of net sales, of an order or of the sums of several: the total less shipping (after its promo), other costs and insurance.
 * @param of what names its columns, as `o.`
 */
export const netSalesSql = (of = ''): string =>
  `${of}total_idr - (${of}shipping_idr - ${of}shipping_discount_idr) - ${of}charges_idr - ${of}insurance_idr`;

const NET_SALES = netSalesSql('o.');

interface Chosen {
  /** SQL of the shop; of all shops: `o.shop_id`. */
  shop_id: string;
  /** SQL of which orders `o`. */
  chosen: string;
}

/**
 * SQL of the sales of orders that are accepted, as a select with the columns of SALE_NAMES: one of each order to its customer, one
 * to its city, one of each of its lines, and each of its payments.
 *
 * What an order has as a whole, as its discounts, is shared out among its lines by their prices, in whole rupiah: the sales
 * of variations add up to those of orders. Its customer has bought for its total; a variation was sold for the price of
 * its units, before any discount.
 *
 * Money of an order that was cancelled and became the balance of its customer stays where it was paid. Of a payment with the
 * payout of a courier nothing is net: what arrived with it is less, and known by the payout alone.
 * @param kinds only these: what is not asked for is not planned
 */
export function salesSql(of: Chosen, kinds: readonly SalesKind[] = SALES_KINDS): string {
  const where = `o.shop_id = ${of.shop_id} and o.order_status = 'ACCEPTED' and ${of.chosen}`;
  const subjects = kinds.flatMap((kind) => ORDER_SUBJECTS[kind] ?? []);
  return [
    ...(subjects.length > 0 ? [salesOfOrders(subjects, where)] : []),
    ...(kinds.includes('VARIATION') ? [salesOfLines(of.shop_id, where)] : []),
    ...(kinds.includes('ACCOUNT') ? [payments(of)] : []),
  ].join(' union all ');
}

/** SQL of whose an order is as a whole: the kind and the ID. */
const ORDER_SUBJECTS: Partial<Record<SalesKind, string>> = {
  CUSTOMER: `('CUSTOMER', o.sender_id)`,
  CITY: `('CITY', coalesce(o.receiver_district_code / 100, 0)::bigint)`,
};

const salesOfOrders = (subjects: readonly string[], where: string): string => `
  select o.shop_id, sold.kind, o.order_date as sold_on, sold.subject_id, 0::bigint as category_id, 1::bigint as order_count,
    0::bigint as product_orders, 0::bigint as category_orders, o.quantity::bigint, o.total_idr as gross_idr,
    ${NET_SALES} as net_idr, o.cost_of_goods_idr
  from orders o
  cross join lateral (values ${subjects.join(', ')}) as sold (kind, subject_id)
  where ${where}`;

function salesOfLines(shop_id: string, where: string): string {
  const share = (amount: string) =>
    `div(${amount}::numeric * line.weight_until, line.weight) - div(${amount}::numeric * (line.weight_until - line.own_weight), line.weight)`;
  const is_first = (column: string) =>
    `(row_number() over (partition by l.shop_id, l.order_id, ${column} order by l.position) = 1)::int`;
  return `
  select o.shop_id, 'VARIATION' as kind, o.order_date as sold_on, line.variation_id as subject_id, line.category_id, line.order_count,
    line.product_orders, line.category_orders, line.quantity, line.gross_idr, (${share(`(${NET_SALES})`)})::bigint as net_idr,
    case when o.product_status = 'R' then (${share('o.cost_of_goods_idr')})::bigint else line.cost_idr end as cost_of_goods_idr
  from orders o
  cross join lateral (
    select l.variation_id, coalesce(l.category_id, 0) as category_id, l.quantity::bigint, l.price_idr * l.quantity as gross_idr,
      l.price_buy_idr * l.quantity as cost_idr, own.weight as own_weight,
      sum(own.weight) over (order by l.position) as weight_until, sum(own.weight) over () as weight,
      ${is_first('l.variation_id')}::bigint as order_count, ${is_first('v.product_id')}::bigint as product_orders,
      ${is_first('l.category_id')}::bigint as category_orders
    from order_lines l
    join product_variations v on v.shop_id = ${shop_id} and v.id = l.variation_id
    -- Of goods for nothing the number decides.
    cross join lateral (select case when o.goods_idr = 0 then l.quantity else (l.price_idr - l.discount_idr) * l.quantity end as weight) as own
    where l.shop_id = ${shop_id} and l.order_id = o.id
  ) as line
  where ${where}`;
}

const payments = ({ shop_id, chosen }: Chosen): string => `
  select o.shop_id, 'ACCOUNT' as kind, p.paid_on as sold_on, p.bank_account_id as subject_id, 0::bigint as category_id,
    1::bigint as order_count, 0::bigint as product_orders, 0::bigint as category_orders, 0::bigint as quantity,
    p.amount_idr as gross_idr, case when p.is_cod_payout then 0 else p.amount_idr end as net_idr, 0::bigint as cost_of_goods_idr
  from orders o
  join order_payments p on p.shop_id = ${shop_id} and p.order_id = o.id
  where o.shop_id = ${shop_id} and (o.order_status = 'ACCEPTED' or o.paid_as = 'BALANCE') and ${chosen}`;

/** SQL of the orders of a shop that are yet to be counted. */
export const yetToCount = (shop_id: string): string =>
  `o.id in (select due.order_id from sales_to_count due where due.shop_id = ${shop_id})`;

const countAnew = namedStatement<never, { shop_id: number; order_id: number }>(
  'count_sales_anew',
  (at) => `
    with due as (
      select locked.order_id from (
        select order_id from sales_to_count where shop_id = ${at.shop_id} and order_id = ${at.order_id}::bigint for update
      ) as locked
    ), taken_back as (
      insert into sales_to_take_back (shop_id, ${SALE_NAMES})
      select sold.shop_id, ${SALE_NAMES}
      from (${salesSql({ shop_id: at.shop_id, chosen: `o.id = ${at.order_id}` })}) as sold
      where not exists (select 1 from due)
    )
    insert into sales_to_count (shop_id, order_id)
    select ${at.shop_id}, ${at.order_id} where not exists (select 1 from due)`,
);

/**
 * Has the sales of a locked order counted anew, because they are about to change: what was counted of it, which is as it is now, is
 * taken back. It is counted as it will be then (tallies/fold-sales.ts). Where it is yet to be counted, nothing is to be done;
 * whoever counts it at this moment is waited for.
 */
export async function countSalesAnew({ db, shop }: Context, order_id: number): Promise<void> {
  await countAnew.run(db, { shop_id: shop.id, order_id });
}
