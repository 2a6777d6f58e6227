import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { refuseHiddenFields } from '../../../kernel/hidden-fields.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { periodOf, type Period } from '../../../kernel/http/report-period.ts';
import { cutPage, pageOf } from '../../../kernel/paging.ts';
import { may } from '../../../kernel/permissions.ts';
import { invoiceNumber, LISTED_CATEGORY, talliedSums, type TalliedBy } from '../../orders/index.ts';
import { channelName } from '../channels.ts';
import { reportErrors } from '../errors.ts';
import { FIGURES, isOfCost, sumOf, type FigureName } from '../figures.ts';
import { figureOf } from '../groups.ts';
import type { OrderBehind, ordersBehindHead, OrdersBehindInput } from '../schemas.ts';

type Input = z.output<typeof OrdersBehindInput>;
type Head = z.input<z.ZodObject<typeof ordersBehindHead>>;

/** A part of all orders, that they are counted by. */
interface Chosen {
  by: Exclude<TalliedBy, 'cod_parcel'>;
  value: string;
}

/**
 * The accepted orders behind a figure of a report, newest first, each with what it adds to it: together they are the figure.
 * @throws Refusal 403 for a figure that tells what goods cost, for roles that cannot see it; 422 for several filters
 */
export async function listOrdersBehind(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof OrderBehind>> & { head: Head }> {
  const figure = figureOf(input.group);
  if (isOfCost(figure)) refuseHiddenFields(context, 'cost.read', [{ field: 'group', value: input.group }]);
  const chosen = chosenOf(input);
  const period = periodOf(context, input);
  const { total, sold_orders } = await totalOf(context, figure, chosen, period);
  const rows = await orderRows(context, figure, chosen, period).$call(cutPage(input)).execute();
  const sees_cost = may(context.actor.role, 'cost.read');
  return {
    head: { total },
    ...pageOf(
      input,
      sold_orders,
      rows.map((row) => presentRow(row, sees_cost)),
    ),
    is_counted_whole: true,
  };
}

/** @throws Refusal 422 */
function chosenOf({ group, order_category, user_id, expedition_id }: Input): Chosen {
  const filters: Chosen[] = [];
  if (order_category !== undefined) filters.push({ by: 'sales_channel', value: order_category });
  if (user_id !== undefined) filters.push({ by: 'user_id', value: String(user_id) });
  if (expedition_id !== undefined) filters.push({ by: 'expedition_id', value: String(expedition_id) });
  if (group === 'supplier-pay') filters.push({ by: 'product_type', value: 'R' });
  if (filters.length > 1) throw reportErrors.refuse('report_one_filter');
  return filters[0] ?? { by: 'all', value: '' };
}

async function totalOf(
  context: Context,
  figure: FigureName,
  { by, value }: Chosen,
  { from, to }: Period,
): Promise<{ total: number; sold_orders: number }> {
  const days = { from: sql`${from}`, to: sql`${to}` };
  const { rows } = await sql<{ total: number; sold_orders: number }>`
    select ${sumOf(figure)} as total, coalesce(sum(order_count), 0)::bigint as sold_orders
    from (${talliedSums(context, by, days)}) as tally where tally.value = ${value}`.execute(context.db);
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate gave no row');
  return row;
}

/** SQL of the filter, as the index of the list has it. */
function condition({ by, value }: Chosen): RawBuilder<boolean> {
  switch (by) {
    case 'sales_channel': {
      const listed = value.startsWith('SF_') ? 'STORE_FRONT' : value;
      return sql`${sql.raw(LISTED_CATEGORY)} = ${listed} and orders.order_category = ${value}`;
    }
    case 'user_id':
      return value === '0' ? sql`orders.created_by is null` : sql`orders.created_by = ${value}::bigint`;
    case 'expedition_id':
      return sql`orders.courier_id = ${value}::bigint`;
    case 'product_type':
      return sql`orders.product_status = ${value}`;
    case 'customer_category_code':
      return sql`orders.customer_category_code = ${value}`;
    case 'all':
      return sql`true`;
  }
}

function orderRows({ db, shop }: Context, figure: FigureName, chosen: Chosen, { from, to }: Period) {
  const figures = (Object.keys(FIGURES) as FigureName[]).map((name) =>
    sql<number>`${sql.raw(FIGURES[name])}`.as(name),
  );
  return (
    db
      .selectFrom('orders')
      .leftJoin('users as maker', (join) =>
        join.on('maker.shop_id', '=', shop.id).onRef('maker.id', '=', 'orders.created_by'),
      )
      .select(['orders.id', 'orders.po_number', 'orders.order_date', 'orders.sender_name'])
      .select(['orders.order_category', 'orders.created_by', 'orders.logistic_name', 'orders.payment_status'])
      .select('maker.full_name as maker')
      .select(figures)
      .select(sql<number>`${sql.raw(FIGURES[figure])}`.as('value'))
      .where('orders.shop_id', '=', shop.id)
      // The first is what the indexes of the list have.
      .where('orders.order_status', 'in', ['ACCEPTED', 'UNCONFIRMED'])
      .where('orders.order_status', '=', 'ACCEPTED')
      .where('orders.order_date', '>=', from)
      .where('orders.order_date', '<=', to)
      .where(condition(chosen))
      .orderBy('orders.order_date', 'desc')
      .orderBy('orders.id', 'desc')
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof orderRows>['execute']>>[number] & Record<FigureName, number>;

function presentRow(row: Row, sees_cost: boolean): z.input<typeof OrderBehind> {
  return {
    order_id: row.id,
    po_number: row.po_number,
    invoice: invoiceNumber(row.order_date, row.po_number),
    order_date: row.order_date,
    sender_name: row.sender_name,
    order_category: row.order_category,
    source: channelName(row.order_category),
    user_id: row.created_by ?? 0,
    user_name: row.maker ?? 'Uncategorized',
    logistic_name: row.logistic_name,
    payment_status: row.payment_status,
    gross_sales: row.gross_sales,
    unpaid: row.unpaid,
    postage: row.postage,
    order_cost: row.order_cost,
    discount: row.discount,
    net_sales: row.net_sales,
    cost_of_goods: sees_cost ? row.cost_of_goods : null,
    gross_profit: sees_cost ? row.gross_profit : null,
    value: row.value,
  };
}
