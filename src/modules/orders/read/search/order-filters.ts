import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { addDays, today } from '../../../../kernel/calendar.ts';
import type { Context } from '../../../../kernel/context.ts';
import type { DB } from '../../../../kernel/database/schema.generated.ts';
import { refuseHiddenFields } from '../../../../kernel/hidden-fields.ts';
import { phoneSearchDigits } from '../../../../kernel/phone.ts';
import { PICKUP_AT_SHOP } from '../../../couriers/index.ts';
import { restrictedUser, visibleWarehouse } from '../../../stock/index.ts';
import { lastOrderDay } from '../../order-days.ts';
import { SHIPPING_STAGE, type ShippingStage } from '../../shipping-stage.ts';
import { LISTED_CATEGORY } from '../../tally.ts';
import { visibleOrders } from '../../visible-orders.ts';
import { checkPaymentFilters } from '../payments-seen.ts';
import {
  codeWithoutMarks,
  isPoNumber,
  orderKeywordCondition,
  type KeywordCondition,
  type TextCondition,
} from './order-keyword.ts';
import type { ChosenOrders } from './schemas.ts';
import {
  holdsWithoutIndex,
  orderIdsHolding,
  textOfOrder,
  textReadings,
  type Days,
  type MatchingIds,
  type OrderReading,
} from './text-readings.ts';

/** Written as the indexes have it. */
const IS_LISTED = sql<SqlBool>`orders.order_status in ('ACCEPTED', 'UNCONFIRMED')`;

/** Without dates the reference lists the last 30 days; here with what is dated ahead. */
const DEFAULT_DAYS = 30;

type Choice = z.output<typeof ChosenOrders>;

/** The date that the period of orders is of. */
function dateOf({ order_by }: Pick<Choice, 'order_by'>): 'orders.paid_on' | 'orders.order_date' {
  return order_by === 'PAYMENT_DATE' ? 'orders.paid_on' : 'orders.order_date';
}

/** What sorts them, the highest first: that date, unless it is their profit. */
export function sortOf({
  order_by,
}: Pick<Choice, 'order_by'>): ReturnType<typeof dateOf> | 'orders.profit_idr' {
  return order_by === 'PROFIT' ? 'orders.profit_idr' : dateOf({ order_by });
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

export function matchingIds(context: Context, choice: Choice): MatchingIds {
  const keyword = keywordOf(choice);
  if (keyword?.looks_at === 'text') return matchingTexts(context, choice, keyword);
  return ofOrders(context, choice, keyword === undefined ? [] : [keyword.holds]);
}

function ofOrders(
  context: Context,
  choice: Choice,
  more: Expression<SqlBool>[],
  texts: RawBuilder<unknown> = sql``,
): OrderReading {
  const conditions = [...conditionsOf(context, choice), ...period(context, choice, dateOf(choice)), ...more];
  return {
    rows: sql`from orders ${texts} where orders.shop_id = ${context.shop.id} and ${sql.join(conditions, sql` and `)}`,
    id: sql.ref('orders.id'),
    sorted_by: sql.ref(sortOf(choice)),
  };
}

function matchingTexts(context: Context, choice: Choice, condition: TextCondition): MatchingIds {
  const { id: shop_id } = context.shop;
  const inText = (column: string) => (column === 'orders.order_date' ? 'text.order_date' : column);
  const dated = inText(dateOf(choice));
  return {
    ...(filtersOrders(context, choice)
      ? ofOrders(context, choice, [], textOfOrder(context, sql.ref('orders.id'), condition))
      : ofTexts(context, choice, condition)),
    text: textReadings(context, condition, {
      days: daysOfTexts(context, choice),
      joined: sql`left join lateral (select * from orders
        where orders.shop_id = ${shop_id} and orders.id = text.order_id offset 0) as orders on true`,
      filtered: sql.join(
        [...filters(context, choice), ...period(context, choice, dated), sql`true`],
        sql` and `,
      ),
      id: sql.ref('text.order_id'),
      sorted_by: sql.ref(inText(sortOf(choice))),
    }),
  };
}

/** Whether columns of the orders themselves are needed to list those whose texts hold something. */
function filtersOrders(context: Context, choice: Choice): boolean {
  return choice.order_by !== 'ORDER_DATE' || filters(context, choice).length > 0;
}

function ofTexts(context: Context, choice: Choice, condition: TextCondition): OrderReading {
  const conditions = [...period(context, choice, 'text.order_date'), holdsWithoutIndex(condition)];
  return {
    rows: sql`from order_texts as text where text.shop_id = ${context.shop.id} and text.is_listed
      and ${sql.join(conditions, sql` and `)}`,
    id: sql.ref('text.order_id'),
    sorted_by: sql.ref('text.order_date'),
  };
}

/** Between which days orders were made that the period is of; undefined: at any time, as before they were paid. */
function daysOfTexts(context: Context, choice: Choice): Days | undefined {
  return dateOf(choice) === 'orders.order_date' ? daysOf(context, choice) : undefined;
}

function keywordOf({ keyword, type }: Choice): KeywordCondition | undefined {
  return keyword === undefined || keyword === '' ? undefined : orderKeywordCondition(keyword, type);
}

function ofOrder(context: Context, keyword: KeywordCondition): Expression<SqlBool> {
  return keyword.looks_at === 'order'
    ? keyword.holds
    : sql<SqlBool>`orders.id in ${orderIdsHolding(context, keyword)}`;
}

/** All but period and keyword. */
function conditionsOf(context: Context, choice: Choice): Expression<SqlBool>[] {
  return [IS_LISTED, ...filters(context, choice)];
}

/** The conditions for the orders of the shop that the filters let through, without a keyword, whoever sees them. */
export function conditionsOfShop(context: Context, choice: Choice): Expression<SqlBool>[] {
  return [IS_LISTED, ...filtersOfShop(context, choice), ...period(context, choice, dateOf(choice))];
}

function filters(context: Context, input: Choice): Expression<SqlBool>[] {
  const seen = restrictedUser(context) === null ? [] : [visibleOrders(context)];
  return [...seen, ...filtersOfShop(context, input)];
}

function filtersOfShop(context: Context, input: Choice): Expression<SqlBool>[] {
  checkPaymentFilters(context, input);
  refuseHiddenFields(context, 'cost.read', [
    { field: 'order_by', value: input.order_by === 'PROFIT' ? 'PROFIT' : undefined },
    { field: 'profit_min', value: input.profit_min },
    { field: 'profit_max', value: input.profit_max },
  ]);
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
  if (input.shipping_stage !== undefined) found.push(ofStage(input.shipping_stage));
  if (input.profit_min !== undefined) found.push(builder('orders.profit_idr', '>=', input.profit_min));
  if (input.profit_max !== undefined) found.push(builder('orders.profit_idr', '<=', input.profit_max));
  if (input.bank_id !== undefined) found.push(holds('bank_account_ids', input.bank_id));
  if (input.warehouse_id !== undefined)
    found.push(holds('warehouse_ids', input.warehouse_id), visibleWarehouse(context, input.warehouse_id));
  return found;
}

function period(context: Context, choice: Choice, dated: string): Expression<SqlBool>[] {
  const days = daysOf(context, choice);
  const day = sql.ref(dated);
  if (days !== undefined) return [sql<SqlBool>`${day} >= ${days.from}`, sql<SqlBool>`${day} <= ${days.to}`];
  return dated === 'orders.paid_on' ? [sql<SqlBool>`${day} is not null`] : [];
}

/**
 * The last days, unless others are named. Who looks for a number, of whatever kind, wants the order however old it
 * is: undefined.
 */
export function daysOf(context: Context, choice: Choice): Required<Days> | undefined {
  const { start_date, end_date, keyword, type } = choice;
  const is_number = type === 'ORDER_ID' || (keyword !== undefined && isNumber(keyword));
  if (start_date === undefined && end_date === undefined && is_number) return undefined;
  const now = today(context.clock, context.shop.time_zone);
  // Orders that are dated ahead are to be seen as well.
  return { from: start_date ?? addDays(end_date ?? now, -DEFAULT_DAYS), to: end_date ?? lastOrderDay(now) };
}

/** Four digits in a row, a PO number with its mark, a code in groups, or a phone number however it is written. */
function isNumber(keyword: string): boolean {
  return (
    /\d{4}/.test(keyword) ||
    isPoNumber(keyword) ||
    codeWithoutMarks(keyword) !== undefined ||
    (phoneSearchDigits(keyword)?.length ?? 0) >= 4
  );
}

function ofCategory(category: string): Expression<SqlBool> {
  return sql<SqlBool>`${sql.raw(LISTED_CATEGORY)} = ${category}`;
}

function ofStage(stage: ShippingStage): Expression<SqlBool> {
  return sql<SqlBool>`(orders.order_progress_status = 'ON PROCESS' and ${sql.raw(SHIPPING_STAGE)} = ${stage})`;
}

/** Ready to ship, pickup requested, delivered. Written like in its index. */
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
