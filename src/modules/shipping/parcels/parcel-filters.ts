import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import {
  orderIdsHolding,
  orderKeywordCondition,
  textOfOrder,
  textReadings,
  visibleOrders,
  type Days,
} from '../../orders/index.ts';
import { restrictedUser } from '../../stock/index.ts';
import { ofCourier } from '../courier-filter.ts';
import type { ChosenParcels } from './schemas.ts';

type Choice = z.output<typeof ChosenParcels>;

const ORDER_ID = sql.ref('shipments.order_id');
const DATED = sql.ref('shipments.order_date');

/** The query of the parcels that the filters let through. */
export function matchingParcels(context: Context, choice: Choice) {
  const conditions = conditionsOf(context, choice);
  const keyword = textOf(choice);
  if (keyword !== undefined)
    conditions.push(sql<SqlBool>`shipments.order_id in ${orderIdsHolding(context, keyword)}`);
  return context.db
    .selectFrom('shipments')
    .where('shipments.shop_id', '=', context.shop.id)
    .where((builder) => builder.and(conditions));
}

/** The ways to read them; with a keyword that texts are searched for also by the index of words. */
export function parcelReadings(context: Context, choice: Choice) {
  const conditions = sql.join(conditionsOf(context, choice), sql` and `);
  const condition = textOf(choice);
  const text = condition === undefined ? sql`` : textOfOrder(context, ORDER_ID, condition);
  const listed = (joined: RawBuilder<unknown>) =>
    sql`from shipments ${joined} where shipments.shop_id = ${context.shop.id} and ${conditions}`;
  const reading = { rows: listed(text), id: ORDER_ID, dated: DATED };
  if (condition === undefined) return { reading };
  const joined = sql`cross join lateral (select * from shipments
    where shipments.shop_id = ${context.shop.id} and shipments.order_id = text.order_id offset 0) as shipments`;
  return {
    /** Without the keyword. */
    listed: listed(sql``),
    reading: {
      ...reading,
      text: textReadings(context, condition, {
        days: daysOf(context, choice),
        joined,
        filtered: sql<SqlBool>`${conditions}`,
        id: ORDER_ID,
        dated: DATED,
      }),
    },
  };
}

/** The keyword, where it is looked for in the texts of orders. */
function textOf({ keyword, type }: Choice) {
  if (keyword === undefined || keyword === '' || type === 'ORDER_ID' || type === 'AWB_NUMBER')
    return undefined;
  const condition = orderKeywordCondition(keyword, type);
  return condition.looks_at === 'text' ? condition : undefined;
}

/** All but a keyword that is looked for in texts. */
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
  const number = numberOf(context, choice);
  if (number !== undefined) found.push(number);
  return found;
}

/** The keyword, where it is a number of the order or the parcel. */
function numberOf(context: Context, { keyword, type }: Choice): Expression<SqlBool> | undefined {
  if (keyword === undefined || keyword === '') return undefined;
  if (type === 'AWB_NUMBER') {
    const beginning = keyword.toUpperCase().replaceAll(/[\\%_]/g, String.raw`\$&`);
    return sql<SqlBool>`upper(shipments.awb_number) like ${`${beginning}%`}`;
  }
  const condition = orderKeywordCondition(keyword, type);
  if (condition.looks_at === 'text') return undefined;
  return sql<SqlBool>`shipments.order_id in ${orderIdsHolding(context, condition)}`;
}

/** Until today, unless other days are named. Who looks for a number wants the parcel however old it is. */
function daysOf(context: Context, { start_date: from, end_date: to, keyword, type }: Choice): Days {
  const is_number = (keyword ?? '') !== '' && (type === 'ORDER_ID' || type === 'AWB_NUMBER');
  return { from, to: to ?? (is_number ? undefined : today(context.clock, context.shop.time_zone)) };
}
