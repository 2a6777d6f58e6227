import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { addDays, today } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { PICKUP_AT_SHOP } from '../shipping/index.ts';
import { keywordCondition, type KeywordCondition, type TextCondition } from './order-keyword.ts';
import type { ChosenOrders } from './schemas.ts';
import { visibleOrders } from './visible-orders.ts';

/** Without dates the reference lists the last 30 days. */
const DEFAULT_DAYS = 30;

type Choice = z.output<typeof ChosenOrders>;

/** The date that sorts orders, and that their period is of. */
export function dateOf({ order_by }: Pick<Choice, 'order_by'>): 'orders.paid_on' | 'orders.order_date' {
  return order_by === 'PAYMENT_DATE' ? 'orders.paid_on' : 'orders.order_date';
}

/** The query of the orders that the filters let through. */
export function matchingOrders(context: Context, choice: Choice) {
  const conditions = [...conditionsOf(context, choice), ...period(context, choice, dateOf(choice))];
  const keyword = keywordOf(choice);
  return context.db
    .selectFrom('orders')
    .where('orders.shop_id', '=', context.shop.id)
    .where((builder) =>
      builder.and(keyword === undefined ? conditions : [...conditions, ofOrder(context, keyword)]),
    );
}

/** The same for reading nothing but which they are and their dates. */
export interface MatchingIds {
  /** The keyword that texts are searched for; then texts are read, and orders only where something asks for their columns. */
  text: TextCondition | undefined;
  /** `from … where …` without what is looked for in the text. */
  rows: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  dated: RawBuilder<unknown>;
}

export function matchingIds(context: Context, choice: Choice): MatchingIds {
  const keyword = keywordOf(choice);
  if (keyword?.looks_at === 'text') {
    const dated = dateOf(choice) === 'orders.order_date' ? 'text.order_date' : dateOf(choice);
    const conditions = [textsOfShop(context), ...filters(context, choice), ...period(context, choice, dated)];
    return {
      text: keyword,
      rows: sql`from order_texts as text
        left join orders on orders.shop_id = text.shop_id and orders.id = text.order_id
        where ${sql.join(conditions, sql` and `)}`,
      id: sql.ref('text.order_id'),
      dated: sql.ref(dated),
    };
  }
  const conditions = [
    ...conditionsOf(context, choice),
    ...period(context, choice, dateOf(choice)),
    ...(keyword === undefined ? [] : [keyword.holds]),
  ];
  return {
    text: undefined,
    rows: sql`from orders where orders.shop_id = ${context.shop.id} and ${sql.join(conditions, sql` and `)}`,
    id: sql.ref('orders.id'),
    dated: sql.ref(dateOf(choice)),
  };
}

function keywordOf({ keyword, type }: Choice): KeywordCondition | undefined {
  return keyword === undefined || keyword === '' ? undefined : keywordCondition(keyword, type);
}

function ofOrder(context: Context, { looks_at, holds }: KeywordCondition): Expression<SqlBool> {
  if (looks_at === 'order') return holds;
  return sql<SqlBool>`orders.id in (select text.order_id from order_texts as text where ${textsOfShop(context)} and ${holds})`;
}

/** The sum is what the index of texts has: see there. */
function textsOfShop({ shop }: Context): Expression<SqlBool> {
  return sql<SqlBool>`text.shop_id = ${shop.id} and text.shop_id + 0 = ${shop.id}::bigint and text.is_listed`;
}

/** All but period and keyword. */
function conditionsOf(context: Context, choice: Choice): Expression<SqlBool>[] {
  // Written as the indexes have it.
  return [sql<SqlBool>`orders.order_status in ('ACCEPTED', 'UNCONFIRMED')`, ...filters(context, choice)];
}

function filters(context: Context, input: Choice): Expression<SqlBool>[] {
  const builder = expressionBuilder<DB, 'orders'>();
  const found: Expression<SqlBool>[] = [visibleOrders(context)];
  const equal = (
    column:
      | 'payment_status'
      | 'order_progress_status'
      | 'order_source_id'
      | 'customer_category_code'
      | 'product_status'
      | 'courier_id',
    value: string | number | undefined,
  ) => {
    if (value !== undefined) found.push(builder(`orders.${column}`, '=', value as never));
  };
  equal('payment_status', input.payment_status);
  equal('order_progress_status', input.order_progress_status);
  equal('order_source_id', input.order_source_id);
  equal('customer_category_code', input.customer_category_code);
  equal('courier_id', input.expedition_id);
  equal('product_status', input.product_type);
  if (input.order_category !== undefined) found.push(ofCategory(input.order_category));
  if (input.user_id === 0) found.push(builder('orders.created_by', 'is', null));
  else if (input.user_id !== undefined) found.push(builder('orders.created_by', '=', input.user_id));
  if (input.print_status !== undefined)
    found.push(builder('orders.is_printed', '=', input.print_status === 'Y'));
  if (input.pickup !== undefined) found.push(pickup(input.pickup));
  if (input.bank_id !== undefined) found.push(holds('bank_account_ids', input.bank_id));
  if (input.warehouse_id !== undefined) found.push(holds('warehouse_ids', input.warehouse_id));
  return found;
}

/**
 * The last days, unless others are named. Who looks for a number, of whatever kind, wants the order however old it
 * is.
 */
function period(context: Context, input: Choice, dated: string): Expression<SqlBool>[] {
  const { start_date, end_date, keyword, type } = input;
  const day = sql.ref(dated);
  const is_number = type === 'ORDER_ID' || (keyword !== undefined && /\d{4}|^\s*#\d/.test(keyword));
  if (start_date === undefined && end_date === undefined && is_number)
    return dated === 'orders.paid_on' ? [sql<SqlBool>`${day} is not null`] : [];
  const now = today(context.clock, context.shop.time_zone);
  const from = start_date ?? addDays(end_date ?? now, -DEFAULT_DAYS);
  return [sql<SqlBool>`${day} >= ${from}`, sql<SqlBool>`${day} <= ${end_date ?? now}`];
}

/** Written as its index has it: the web store's orders are of members and of guests. */
function ofCategory(category: string): Expression<SqlBool> {
  return sql<SqlBool>`case when orders.order_category in ('SF_MEMBER', 'SF_GUEST') then 'STORE_FRONT'
    else orders.order_category end = ${category}`;
}

/** Ready to send, asked to be picked up, delivered. Written as its index has it. */
function pickup(number: number): Expression<SqlBool> {
  const status = ['READY_TO_SHIP', 'PICKUP_REQUEST', 'DELIVERED'][number];
  const has_status = sql<SqlBool>`coalesce(orders.shipping_status, 'READY_TO_SHIP') = ${status}`;
  if (number !== 0) return has_status;
  // Paid, or to be paid to the courier, and without an AWB.
  return sql<SqlBool>`(${has_status} and orders.order_progress_status = 'NO AWB'
    and orders.courier_id is distinct from ${sql.lit(PICKUP_AT_SHOP)})`;
}

function holds(column: 'bank_account_ids' | 'warehouse_ids', id: number): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(`orders.${column}`)} @> array[${id}::bigint]`;
}
