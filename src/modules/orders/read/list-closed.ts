import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Database } from '../../../kernel/database/connection.ts';
import { countOnce } from '../../../kernel/database/count-rows.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cutPage, pageOf } from '../../../kernel/paging.ts';
import { thumbnailUrl } from '../../pictures/index.ts';
import { bankName, regionJoins } from '../../reference/index.ts';
import { restrictedUser, visibleWarehouse } from '../../stock/index.ts';
import { readTalliedTotal } from '../tallied-total.ts';
import { ALL_ORDERS } from '../tally.ts';
import { visibleOrders } from '../visible-orders.ts';
import { seesPayments } from './payments-seen.ts';
import { chargedKg, weightRuleOfOrder } from './charged-weight.ts';
import { closedConditions, STATUS_OF_CLOSED } from './closed-orders.ts';
import { costSeen, presentShown } from './present-order.ts';
import type { ChosenClosed, ClosedOrder, ListClosedInput } from './schemas.ts';
import { withMakers } from './with-makers.ts';

type Choice = z.output<typeof ChosenClosed>;
type Shown = z.input<typeof ClosedOrder>;

/** Cancelled, rejected or expired orders, newest first. Three statements whatever the page holds. */
export async function listClosed(
  context: Context,
  input: z.output<typeof ListClosedInput>,
): Promise<Page<Shown>> {
  const found = closedOrders(context, input);
  const page = await found.$call(cutPage(input)).execute();
  const items = await loadClosed(
    context,
    context.db,
    page.map(({ id }) => id),
  );
  if (restrictedUser(context) !== null) return pageOf(input, await countOnce(context, found), items);
  const { type, start_date, end_date } = input;
  const closed = {
    facet: ALL_ORDERS,
    order_statuses: [STATUS_OF_CLOSED[type]],
    from: start_date,
    to: end_date,
  };
  const total = await readTalliedTotal(context, closed);
  return { ...pageOf(input, total, items), is_counted_whole: true };
}

/** The query of the ids that the filters let through, in order. */
export function closedOrders(context: Context, { type, ...period }: Choice) {
  return context.db
    .selectFrom('orders')
    .select('orders.id')
    .where('orders.shop_id', '=', context.shop.id)
    .where((builder) => builder.and(closedConditions(type, period)))
    .where(visibleOrders(context))
    .orderBy('orders.order_date', 'desc')
    .orderBy('orders.id', 'desc');
}

interface Line {
  product_meta_id: number;
  sku: string;
  name: string;
  price: number;
  quantity: number;
  color: string;
  size: string;
  images: string[];
  primary_image: number;
}

const linesOfOrder = ({ shop }: Context) => sql<Line[]>`(
  select coalesce(json_agg(json_build_object('product_meta_id', l.variation_id, 'sku', l.sku, 'name', l.name,
    'price', l.price_idr, 'quantity', l.quantity, 'color', l.color, 'size', l.size, 'images', v.images,
    'primary_image', v.primary_image) order by l.position), '[]')
  from order_lines l join product_variations v on v.shop_id = ${shop.id} and v.id = l.variation_id
  where l.shop_id = ${shop.id} and l.order_id = orders.id)`;

const chargesOfOrder = ({ shop }: Context) => sql<NonNullable<Shown['order_cost']> | null>`(
  select json_agg(json_build_object('name', c.name, 'category', c.category, 'amount', c.amount_idr) order by c.position)
  from order_charges c where c.shop_id = ${shop.id} and c.order_id = orders.id)`;

const bankOfOrder = ({ shop }: Context) => sql<string | null>`(
  select b.bank_type from order_payments p join bank_accounts b on b.shop_id = ${shop.id} and b.id = p.bank_account_id
  where p.shop_id = ${shop.id} and p.order_id = orders.id order by p.created_at desc, p.id desc limit 1)`;

/** Where goods of it are from: the first of its lines whose warehouse the user sees. */
const warehouseOfOrder = (context: Context) => sql<string | null>`(
  select w.name from order_lines l join warehouses w on w.shop_id = ${context.shop.id} and w.id = l.warehouse_id
  where l.shop_id = ${context.shop.id} and l.order_id = orders.id and ${visibleWarehouse(context, 'l.warehouse_id')}
  order by l.position limit 1)`;

const receiverRegion = sql<{ district: string; city: string; province: string } | null>`(
  select json_build_object('district', district.name, 'city', city.name, 'province', province.name)
  from (values (orders.receiver_district_code)) as receiver (district_code)
  ${sql.raw(regionJoins('receiver.district_code'))}
  where district.code is not null)`;

/** Orders with all that the list shows of them, newest first. */
function closedRows(context: Context, db: Database) {
  return db
    .selectFrom('orders')
    .$call(withMakers(context.shop.id))
    .leftJoin('customer_categories as category', (join) =>
      join
        .on('category.shop_id', '=', context.shop.id)
        .onRef('category.code', '=', 'orders.customer_category_code'),
    )
    .selectAll('orders')
    .select(['maker.full_name as created_by_name', 'editor.full_name as updated_by_name', 'maker.email'])
    .select(['category.name as category_name', 'source.marketplace_id', 'source.note as source_note'])
    .select([
      linesOfOrder(context).as('lines'),
      chargesOfOrder(context).as('charges'),
      receiverRegion.as('region'),
    ])
    .select(weightRuleOfOrder(context.shop.id).as('weight_rule'))
    .select([bankOfOrder(context).as('bank_type'), warehouseOfOrder(context).as('warehouse_name')])
    .where('orders.shop_id', '=', context.shop.id)
    .orderBy('orders.order_date', 'desc')
    .orderBy('orders.id', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof closedRows>['execute']>>[number];

/** Those of these ids, as the list shows them. */
export async function loadClosed(context: Context, db: Database, ids: readonly number[]): Promise<Shown[]> {
  const rows = await closedRows(context, db)
    .where('orders.id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute();
  return rows.map((row) => presentClosed(context, row));
}

function presentClosed(context: Context, row: Row): Shown {
  const { region } = row;
  const receiver_address = [
    row.receiver_address,
    ...(region === null ? [] : [`Kec. ${region.district}`, region.city]),
    row.receiver_postal_code,
    region?.province,
  ];
  const shown = presentShown(context, row);
  return {
    ...shown,
    username: row.email ?? '',
    order_date: `${row.order_date} ${shown.created_at.slice(11)}`,
    sender_name: row.sender_name,
    sender_category: (row.category_name ?? '').toUpperCase(),
    sender_category_code: row.customer_category_code,
    sender_address: row.sender_address,
    receiver_name: row.receiver_name,
    receiver_address: receiver_address.filter(Boolean).join(', '),
    receiver_phone: row.receiver_phone,
    shipping_id: row.courier_service_id,
    shipping_cost: row.shipping_idr,
    weight: chargedKg(row),
    awb_number: row.awb_number ?? '',
    cod_status: row.is_cod,
    origin_name: row.origin_name,
    origin_address: row.origin_address,
    products: row.lines.map((line) => lineOf(context, line)),
    created_by_name: row.created_by_name ?? '',
    updated_by_name: row.updated_by_name ?? '',
    product_status: row.product_status,
    cost_of_goods_sales: costSeen(context, row.cost_of_goods_idr),
    order_cost: row.charges,
    bank_name: row.bank_type === null || !seesPayments(context) ? '' : bankName(row.bank_type),
    warehouse_name: row.warehouse_name,
    paid_as: row.paid_as,
  };
}

function lineOf(
  context: Context,
  { images, primary_image, color, size, ...line }: Line,
): Shown['products'][number] {
  return {
    ...line,
    color: color || null,
    size: size || null,
    thumbnail_url: thumbnailUrl(context, images, primary_image),
  };
}
