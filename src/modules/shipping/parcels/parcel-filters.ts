import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import {
  orderIdsHolding,
  orderKeywordCondition,
  visibleOrders,
  type Days,
  type TextCondition,
} from '../../orders/index.ts';
import { restrictedUser } from '../../stock/index.ts';
import { ofCourier } from '../courier-filter.ts';
import type { ChosenParcels } from './schemas.ts';

export type Choice = z.output<typeof ChosenParcels>;

/** The query of the parcels that the filters let through. */
export function matchingParcels(context: Context, choice: Choice) {
  const conditions = [...conditionsOf(context, choice), ...numberOf(context, choice)];
  const keyword = textOf(choice);
  if (keyword !== undefined)
    conditions.push(sql<SqlBool>`shipments.order_id in ${orderIdsHolding(context, keyword)}`);
  return context.db
    .selectFrom('shipments')
    .where('shipments.shop_id', '=', context.shop.id)
    .where((builder) => builder.and(conditions));
}

/** What a list reads of each parcel: its place in the list. */
export const PARCEL_KEY = sql.raw('order_date, order_id, number');

/** The list's order. */
export const NEWEST_FIRST = sql.raw('order by order_date desc, order_id desc, number desc');

/**
 * The parcels that the filters let through, whatever the keyword, as `(select …) as parcel`. Each filter has an index in the
 * list's order; who does not ask whether a parcel is COD reads two ranges of it, which PostgreSQL merges.
 */
export function parcelsOf(context: Context, choice: Choice): RawBuilder<unknown> {
  const ranges = choice.cod_status === undefined ? (['COD', 'NON_COD'] as const) : [choice.cod_status];
  const selects = ranges.map(
    (cod_status) => sql`(select ${PARCEL_KEY} from shipments where shipments.shop_id = ${context.shop.id}
      and ${sql.join(conditionsOf(context, { ...choice, cod_status }), sql` and `)} ${NEWEST_FIRST})`,
  );
  return sql`(${sql.join(selects, sql` union all `)}) as parcel`;
}

/** Those of them that have the number that the keyword is, in no order. */
export function parcelsOfNumber(context: Context, choice: Choice): RawBuilder<unknown> {
  const conditions = [...numberOf(context, choice), ...conditionsOf(context, choice)];
  return sql`(select ${PARCEL_KEY} from shipments
    where shipments.shop_id = ${context.shop.id} and ${sql.join(conditions, sql` and `)}) as parcel`;
}

/** What is joined to each row of `parcel` to let those through that have such a number. */
export function withNumber(context: Context, choice: Choice): RawBuilder<unknown> {
  return sql`cross join lateral (select 1 from (select order_id, awb_number from shipments as stored
      where stored.shop_id = ${context.shop.id} and stored.order_id = parcel.order_id
        and stored.number = parcel.number offset 0) as shipments
    where ${sql.join(numberOf(context, choice), sql` and `)} offset 0) as holding`;
}

/** The same of the order of the row `text`, of several the last first; read by their key, whatever is known of the table. */
export function parcelsOfText(context: Context, choice: Choice): RawBuilder<unknown> {
  const { id: shop_id } = context.shop;
  return sql`(select ${PARCEL_KEY} from (select * from shipments
      where shipments.shop_id = ${shop_id} and shipments.order_id = text.order_id offset 0) as shipments
    where ${sql.join(conditionsOf(context, choice), sql` and `)} order by number desc offset 0) as parcel`;
}

/** The keyword, where it is looked for in the texts of orders. */
export function textOf({ keyword, type }: Choice): TextCondition | undefined {
  if (keyword === undefined || keyword === '' || hasNumber({ keyword, type })) return undefined;
  const condition = orderKeywordCondition(keyword, type);
  return condition.looks_at === 'text' ? condition : undefined;
}

/** All but the keyword. */
function conditionsOf(context: Context, choice: Choice): Expression<SqlBool>[] {
  const found: Expression<SqlBool>[] = [sql<SqlBool>`shipments.list_status = ${choice.status}`];
  const { from, to } = daysOf(context, choice);
  if (from !== undefined) found.push(sql<SqlBool>`shipments.order_date >= ${from}::date`);
  if (to !== undefined) found.push(sql<SqlBool>`shipments.order_date <= ${to}::date`);
  if (choice.cod_status !== undefined)
    found.push(sql<SqlBool>`shipments.is_cod = ${choice.cod_status === 'COD'}`);
  if (choice.supplier_id !== undefined)
    found.push(sql<SqlBool>`shipments.supplier_id = ${choice.supplier_id}`);
  if (choice.courier !== undefined && choice.courier !== '')
    found.push(ofCourier(context, 'shipments.courier_id', choice.courier));
  if (restrictedUser(context) !== null) found.push(visibleOrders(context, 'shipments'));
  return found;
}

/** Whether the keyword is a number of the order or the parcel. */
export function hasNumber({ keyword = '', type }: Pick<Choice, 'keyword' | 'type'>): boolean {
  return (
    keyword !== '' && (type === 'AWB_NUMBER' || orderKeywordCondition(keyword, type).looks_at === 'order')
  );
}

/** The keyword, where it is such a number. */
function numberOf(
  context: Context,
  { keyword, type }: Pick<Choice, 'keyword' | 'type'>,
): Expression<SqlBool>[] {
  if (keyword === undefined || !hasNumber({ keyword, type })) return [];
  if (type === 'AWB_NUMBER') {
    const beginning = keyword.toUpperCase().replaceAll(/[\\%_]/g, String.raw`\$&`);
    return [sql<SqlBool>`upper(shipments.awb_number) like ${`${beginning}%`}`];
  }
  const condition = orderKeywordCondition(keyword, type);
  return [sql<SqlBool>`shipments.order_id in ${orderIdsHolding(context, condition)}`];
}

/** Until today, unless other days are named. Who looks for a number wants the parcel however old it is. */
export function daysOf(context: Context, { start_date: from, end_date: to, keyword, type }: Choice): Days {
  const is_number = (keyword ?? '') !== '' && (type === 'ORDER_ID' || type === 'AWB_NUMBER');
  return { from, to: to ?? (is_number ? undefined : today(context.clock, context.shop.time_zone)) };
}
