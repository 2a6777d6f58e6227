import { sql } from 'kysely';
import type { z } from 'zod';
import { addDays, startOfDay } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { countOnce } from '../../../kernel/database/count-rows.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cutPage, pageOf } from '../../../kernel/paging.ts';
import { may } from '../../../kernel/permissions.ts';
import { bankName, CITY_ID, PROVINCE_ID, regionJoins } from '../../reference/index.ts';
import { restrictedUser } from '../../stock/index.ts';
import { readTalliedTotal, type TalliedOrders } from '../tallied-total.ts';
import { ALL_ORDERS, facetOf } from '../tally.ts';
import { visibleOrders } from '../visible-orders.ts';
import { seesPayments } from './payments-seen.ts';
import { costSeen, orderSourceText, presentOrder } from './present-order.ts';
import type { ListDetailsInput, OrderDetails } from './record-schemas.ts';

type Input = z.output<typeof ListDetailsInput>;
type Shown = z.input<typeof OrderDetails>;

/** Orders of every status with all that belongs to them, newest first. Two statements whatever the page holds. */
export async function listDetails(context: Context, input: Input): Promise<Page<Shown>> {
  const found = chosenOrders(context, input);
  const rows = await detailRows(context, input).execute();
  const items = rows.map((row) => present(context, row));
  const tallied = talliedDetails(context, input);
  if (tallied === undefined) return pageOf(input, await countOnce(context, found), items);
  return { ...pageOf(input, await readTalliedTotal(context, tallied), items), is_counted_whole: true };
}

/** What the reference calls statuses of payment, and an order can be here. */
const OTHER_PAYMENT_STATUSES = { 'WAITING PAYMENT': 'UNCONFIRMED', EXPIRED: 'EXPIRED' } as const;

const STATUSES = ['UNCONFIRMED', 'ACCEPTED', 'REJECTED', 'CANCELED', 'EXPIRED'] as const;

/**
 * The orders of the list as the tallies count them: all, or by one filter.
 * @returns undefined where they have to be counted
 */
function talliedDetails(context: Context, input: Input): TalliedOrders | undefined {
  const { order_status, payment_status, order_progress_status, order_category } = input;
  if (restrictedUser(context) !== null || input.create_from !== undefined || input.create_to !== undefined)
    return undefined;
  if (payment_status !== undefined && Object.hasOwn(OTHER_PAYMENT_STATUSES, payment_status)) return undefined;
  // Members and guests of the web store are counted as one.
  if (order_category === 'SF_MEMBER' || order_category === 'SF_GUEST') return undefined;
  const filters = Object.entries({ payment_status, order_progress_status, order_category });
  const [first, ...more] = filters.flatMap(([filter, value]) =>
    value === undefined ? [] : [facetOf(filter, value)],
  );
  if (more.length > 0) return undefined;
  const chosen = order_status === 'ACCEPT' ? 'ACCEPTED' : order_status;
  return { facet: first ?? ALL_ORDERS, order_statuses: chosen === undefined ? STATUSES : [chosen] };
}

function chosenOrders(context: Context, input: Input) {
  const { time_zone } = context.shop;
  const { order_status, payment_status, order_progress_status, order_category, create_from, create_to } =
    input;
  let found = context.db
    .selectFrom('orders as o')
    .where('o.shop_id', '=', context.shop.id)
    .where(visibleOrders(context, 'o'));
  if (order_status !== undefined)
    found = found.where('o.order_status', '=', order_status === 'ACCEPT' ? 'ACCEPTED' : order_status);
  if (order_progress_status !== undefined)
    found = found.where('o.order_progress_status', '=', order_progress_status);
  if (order_category !== undefined) found = found.where('o.order_category', '=', order_category);
  if (create_from !== undefined)
    found = found.where('o.created_at', '>=', startOfDay(create_from, time_zone));
  if (create_to !== undefined)
    found = found.where('o.created_at', '<', startOfDay(addDays(create_to, 1), time_zone));
  switch (payment_status) {
    case undefined:
      return found;
    case 'UNPAID':
    case 'PAID':
    case 'INSTALLMENT':
      return found.where('o.payment_status', '=', payment_status);
    case 'WAITING PAYMENT':
    case 'EXPIRED':
      return found.where('o.order_status', '=', OTHER_PAYMENT_STATUSES[payment_status]);
    case 'FAIL':
    case 'WAITING_CONFIRMATION':
    case 'REFUND_REJECTED':
      return found.where(sql<boolean>`false`);
  }
}

interface PersonRow {
  id: number;
  name: string;
  phone: string;
  address: string;
  postal_code: string | null;
  district: string | null;
  city: string | null;
  province: string | null;
  district_id: number | null;
  city_id: number | null;
  province_id: number | null;
  line: string | null;
  email: string | null;
  type: string;
}

/**
 * People as they were when the order was made, with the region and contacts that they have. The sender is of the
 * category that priced the order.
 */
const personOf = ({ shop }: Context, role: 'sender' | 'receiver') => sql<PersonRow>`(
  select json_build_object('id', c.id, 'name', o.${sql.raw(role)}_name, 'phone', o.${sql.raw(role)}_phone,
    'address', o.${sql.raw(role)}_address, 'postal_code', o.${sql.raw(role)}_postal_code, 'district', district.name,
    'city', city.name, 'province', province.name, 'district_id', district.public_id, 'city_id', ${sql.raw(CITY_ID)},
    'province_id', ${sql.raw(PROVINCE_ID)}, 'line', c.line, 'email', c.email, 'type', k.name)
  from customers c
  join customer_categories k on k.shop_id = ${shop.id}
    and k.code = case when c.id = o.sender_id then o.customer_category_code else c.category_code end
  ${sql.raw(regionJoins(`o.${role}_district_code`))}
  where c.shop_id = ${shop.id} and c.id = o.${sql.raw(role)}_id)`;

const origin = ({ shop }: Context) => sql<{
  phone: string;
  note: string;
  location: string;
  city_id: number | null;
}>`(
  select json_build_object('phone', s.phone, 'note', coalesce(s.description, ''),
    'location', concat_ws(', ', district.name, city.name), 'city_id', ${sql.raw(CITY_ID)})
  from suppliers s ${sql.raw(regionJoins('s.district_code'))}
  where s.shop_id = ${shop.id} and s.id = o.supplier_id)`;

const payments = ({ shop }: Context) => sql<
  {
    id: number;
    amount: number;
    bank_id: number;
    bank_type: string;
    created_by: number | null;
    paid_on: string;
  }[]
>`(
  select coalesce(json_agg(json_build_object('id', p.id, 'amount', p.amount_idr, 'bank_id', p.bank_account_id,
    'bank_type', b.bank_type, 'created_by', p.created_by, 'paid_on', p.paid_on) order by p.created_at, p.id), '[]')
  from order_payments p join bank_accounts b on b.shop_id = ${shop.id} and b.id = p.bank_account_id
  where p.shop_id = ${shop.id} and p.order_id = o.id)`;

const charges = ({ shop }: Context) => sql<
  { category: string; name: string; amount: number; type: string; percentage_bp: number }[]
>`(
  select coalesce(json_agg(json_build_object('category', c.category, 'name', c.name, 'amount', c.amount_idr,
    'type', c.type, 'percentage_bp', c.percentage_bp) order by c.position), '[]')
  from order_charges c where c.shop_id = ${shop.id} and c.order_id = o.id)`;

interface LineRow {
  variation_id: number;
  name: string;
  category_id: number | null;
  category: string | null;
  description: string;
  price: number;
  cost: number;
  quantity: number;
  discount: number;
  percentage_bp: number | null;
  is_warehouse: boolean;
}

const lines = ({ shop }: Context) => sql<LineRow[]>`(
  select coalesce(json_agg(json_build_object('variation_id', l.variation_id, 'name', concat_ws(' ', l.name,
    nullif(l.color, ''), nullif(l.size, '')), 'category_id', g.id, 'category', g.name, 'description', p.description,
    'price', l.price_idr, 'cost', l.price_buy_idr, 'quantity', l.quantity, 'discount', l.discount_idr,
    'percentage_bp', l.discount_percentage_bp, 'is_warehouse', p.uses_warehouses) order by l.position), '[]')
  from order_lines l
  join product_variations v on v.shop_id = ${shop.id} and v.id = l.variation_id
  join products p on p.shop_id = ${shop.id} and p.id = v.product_id
  left join product_categories g on g.shop_id = ${shop.id} and g.id = p.category_id
  where l.shop_id = ${shop.id} and l.order_id = o.id)`;

const userOf = ({ shop }: Context, column: 'created_by' | 'updated_by') => sql<{
  id: number;
  name: string;
  email: string;
} | null>`(
  select json_build_object('id', u.id, 'name', u.full_name, 'email', u.email)
  from users u where u.shop_id = ${shop.id} and u.id = o.${sql.raw(column)})`;

const source = ({ shop }: Context) => sql<{ marketplace_id: number; source_note: string } | null>`(
  select json_build_object('marketplace_id', s.marketplace_id, 'source_note', s.note)
  from order_sources s where s.shop_id = ${shop.id} and s.id = o.order_source_id)`;

/** When the AWB number that the order has was written on it; null: the order was made with it. */
const awb_at = ({ shop }: Context) => sql<number | null>`(
  select (extract(epoch from c.created_at) * 1000)::bigint
  from order_changes c
  where c.shop_id = ${shop.id} and c.order_id = o.id and c.difference ? 'awb_number'
  order by c.version desc limit 1)`;

/** The coupon that lowered lines or shipping, and by how much. */
const coupon = ({ shop }: Context) => sql<{
  id: number;
  name: string;
  coupon_code: string;
  nominal: number;
} | null>`(
  select json_build_object('id', k.id, 'name', k.name, 'coupon_code', k.coupon_code, 'nominal', taken.nominal)
  from (
    select off.promo_id, sum(off.nominal)::bigint as nominal
    from (
      select l.promo_id, l.discount_idr * l.quantity as nominal from order_lines l
      where l.shop_id = ${shop.id} and l.order_id = o.id and l.promo_id is not null
      union all
      select o.shipping_promo_id, o.shipping_discount_idr where o.shipping_promo_id is not null
    ) off
    group by off.promo_id
  ) taken
  join promos k on k.shop_id = ${shop.id} and k.id = taken.promo_id
  where k.promo_group = 'COUPON'
  order by k.created_at desc, k.id desc limit 1)`;

/** The page is cut before anything is joined. */
function detailRows(context: Context, input: Input) {
  const page = chosenOrders(context, input)
    .select('o.id')
    .orderBy('o.created_at', 'desc')
    .orderBy('o.id', 'desc')
    .$call(cutPage(input))
    .as('page');
  return context.db
    .selectFrom(page)
    .innerJoin('orders as o', (join) => join.onRef('o.id', '=', 'page.id'))
    .selectAll('o')
    .select([
      personOf(context, 'sender').as('customer'),
      personOf(context, 'receiver').as('receiver'),
      origin(context).as('origin'),
    ])
    .select([payments(context).as('payments'), charges(context).as('charges'), lines(context).as('lines')])
    .select([awb_at(context).as('awb_at'), coupon(context).as('coupon')])
    .select([
      userOf(context, 'created_by').as('maker'),
      userOf(context, 'updated_by').as('editor'),
      source(context).as('source'),
    ])
    .where('o.shop_id', '=', context.shop.id)
    .orderBy('o.created_at', 'desc')
    .orderBy('o.id', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof detailRows>['execute']>>[number];

function present(context: Context, row: Row): Shown {
  const sees_cost = may(context.actor.role, 'cost.read');
  const payments_seen = seesPayments(context) ? row.payments : [];
  const customer = personShown(row.customer);
  return {
    _id: row.id.toString(16).padStart(24, '0'),
    ...presentOrder(context, row),
    customer,
    dropshipper: row.sender_id === row.receiver_id ? null : customer,
    receiver: personShown(row.receiver),
    shipping: {
      id: String(row.courier_service_id),
      rate_name: row.rate_name,
      logistic_name: row.logistic_name,
      cost: row.shipping_idr,
    },
    weight: row.weight_grams / 1_000,
    origin: {
      id: row.supplier_id,
      name: row.origin_name,
      address: row.origin_address,
      is_shipper_active: '',
      ...row.origin,
    },
    payment: { payment_histoy: payments_seen.map((payment) => presentPayment(context, row, payment)) },
    cost_of_goods_sold: costSeen(context, row.cost_of_goods_idr),
    order_source: row.source === null ? null : orderSourceText(row.source),
    order_cost: row.charges.map(({ category, name, amount, type, percentage_bp }) => ({
      category,
      description: name,
      nominal: amount,
      percentage: percentage_bp / 100,
      is_percentage: type === 'PERCENTAGE',
    })),
    awb:
      row.awb_number === null
        ? null
        : { update_at: momentOf(row.awb_at ?? row.created_at.getTime()), number: row.awb_number },
    discount_amount: row.discount_idr,
    order_cost_amount: row.charges_idr + row.insurance_idr,
    coupon: row.coupon,
    is_printed: row.is_printed,
    is_shipper_order: row.auto_pickup,
    is_note_print: true,
    // The reference writes it so.
    order_status: row.order_status === 'ACCEPTED' ? 'ACCEPT' : row.order_status,
    is_private_order: row.order_category === 'PRIVOR',
    products: row.lines.map((line) => presentLine(line, row.product_status, sees_cost)),
    created_by: row.maker,
    updated_by: row.editor,
    updated_at: row.updated_at.toISOString(),
    created_at: row.created_at.toISOString(),
  };
}

const momentOf = (epoch_ms: number) => ({ $date: { $numberLong: String(epoch_ms) } });

/** "Jl. abc, KOTA BANDUNG, BATUNUNGGAL, JAWA BARAT, ID, 40274" */
function personShown({ address, ...person }: PersonRow): Shown['customer'] {
  const { city, district, province, postal_code } = person;
  const places = [city, district, province].flatMap((place) => place?.toUpperCase() ?? []);
  return { ...person, address: [address, ...places, 'ID', postal_code].filter(Boolean).join(', ') };
}

function presentPayment(
  context: Context,
  row: Row,
  payment: Row['payments'][number],
): Shown['payment']['payment_histoy'][number] {
  return {
    id: payment.id,
    payment_id: null,
    order_id: row.id,
    description: `Pembayaran Order PO#${row.po_number}`,
    nominal: payment.amount,
    payment_fee: null,
    bank: {
      origin: { id: null, account_name: null, account_number: null, transfer_image: null },
      destination: { id: payment.bank_id, bank_name: bankName(payment.bank_type) },
    },
    note: null,
    pg_provider: '',
    va_no: null,
    is_confirmed: 1,
    type: 1,
    is_installment_first: null,
    created_by: payment.created_by,
    updated_by: null,
    paid_at: momentOf(startOfDay(payment.paid_on, context.shop.time_zone).getTime()),
  };
}

function presentLine(line: LineRow, product_status: string, sees_cost: boolean): Shown['products'][number] {
  return {
    product_meta_id: line.variation_id,
    name: line.name,
    category: { id: line.category_id ?? 0, name: line.category ?? '' },
    description: line.description,
    product_status,
    price: String(line.price),
    cost_of_goods_sold: sees_cost ? String(line.cost) : null,
    quantity: String(line.quantity),
    discount_nominal: String(line.discount),
    discount_percentage: (line.percentage_bp ?? 0) / 100,
    is_warehouse: line.is_warehouse,
  };
}
