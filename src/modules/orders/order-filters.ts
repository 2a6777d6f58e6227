import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { addDays, today } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { keywordCondition, type KeywordCondition } from './order-keyword.ts';
import type { ChosenOrders } from './schemas.ts';

/** Without dates the reference lists the last 30 days. */
const DEFAULT_DAYS = 30;

type Choice = z.output<typeof ChosenOrders>;

/** The date that sorts orders, and that their period is of. */
export function dateOf({ order_by }: Pick<Choice, 'order_by'>): 'orders.paid_on' | 'orders.order_date' {
  return order_by === 'PAYMENT_DATE' ? 'orders.paid_on' : 'orders.order_date';
}

/** The query of the orders that the filters let through. */
export function matchingOrders(context: Context, choice: Choice) {
  const conditions = [
    // Written as the indexes have it.
    sql<SqlBool>`orders.order_status in ('ACCEPTED', 'UNCONFIRMED')`,
    ...period(context, choice, dateOf(choice)),
    ...filters(choice),
    ...(choice.keyword === undefined
      ? []
      : [ofOrder(context, keywordCondition(choice.keyword, choice.type))]),
  ];
  return context.db
    .selectFrom('orders')
    .where('orders.shop_id', '=', context.shop.id)
    .where((builder) => builder.and(conditions));
}

/** The same where a keyword is looked for in the texts of orders, which are read in their place. */
export interface MatchingTexts {
  /** `from … where …`; the orders are only read where something asks for their columns. */
  rows: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  dated: RawBuilder<unknown>;
}

/** @returns undefined where no text is looked for */
export function matchingTexts(context: Context, choice: Choice): MatchingTexts | undefined {
  const { keyword, type, order_by } = choice;
  const condition = keyword === undefined ? undefined : keywordCondition(keyword, type);
  if (condition === undefined || condition.looks_at !== 'text') return undefined;
  const dated = order_by === 'PAYMENT_DATE' ? 'orders.paid_on' : 'text.order_date';
  const conditions = [condition.holds, ...period(context, choice, dated), ...filters(choice)];
  return {
    rows: sql`from order_texts as text
      left join orders on orders.shop_id = text.shop_id and orders.id = text.order_id
      where text.shop_id = ${context.shop.id} and text.is_listed and ${sql.join(conditions, sql` and `)}`,
    id: sql.ref('text.order_id'),
    dated: sql.ref(dated),
  };
}

function ofOrder(context: Context, { looks_at, holds }: KeywordCondition): Expression<SqlBool> {
  if (looks_at === 'order') return holds;
  return sql<SqlBool>`orders.id in (
    select text.order_id from order_texts as text where text.shop_id = ${context.shop.id} and ${holds})`;
}

/** All but status, period and keyword. */
function filters(input: Choice): Expression<SqlBool>[] {
  const builder = expressionBuilder<DB, 'orders'>();
  const found: Expression<SqlBool>[] = [];
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
  if (input.bank_id !== undefined) found.push(paidInto(input.bank_id));
  if (input.warehouse_id !== undefined) found.push(takenFrom(input.warehouse_id));
  return found;
}

/**
 * The last days, unless others are named. Who looks for a number, of whatever kind, wants the order however old it
 * is.
 */
function period(context: Context, input: Choice, dated: string): Expression<SqlBool>[] {
  const { start_date, end_date, keyword } = input;
  const day = sql.ref(dated);
  if (start_date === undefined && end_date === undefined && keyword !== undefined && /\d{4}/.test(keyword))
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

/** Written as its index has it. */
function pickup(number: number): Expression<SqlBool> {
  const status = ['READY_TO_SHIP', 'PICKUP_REQUEST', 'DELIVERED'][number];
  return sql<SqlBool>`coalesce(orders.shipping_status, 'READY_TO_SHIP') = ${status}`;
}

function paidInto(bank_account_id: number): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from order_payments p where p.shop_id = orders.shop_id
    and p.order_id = orders.id and p.bank_account_id = ${bank_account_id})`;
}

function takenFrom(warehouse_id: number): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from order_lines l where l.shop_id = orders.shop_id
    and l.order_id = orders.id and l.warehouse_id = ${warehouse_id})`;
}
