import { sql, type Expression, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { addDays, startOfDay } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { limits } from '../../../kernel/limits.ts';
import { readPage } from '../../../kernel/paging.ts';
import { orderKeywordCondition, visibleOrders } from '../../orders/index.ts';
import { restrictedUser } from '../../stock/index.ts';
import { ofCourier } from '../courier-filter.ts';
import { readOrderNumber, readParcelCode } from '../parcel-code.ts';
import { presentReturn, RETURN_COLUMNS, returnsWithParcels, type StoredReturn } from './return-row.ts';
import { RETURN_STATES, type ReturnState } from './return-states.ts';
import type { ListReturnsInput, RETURN_LIST_HEAD, ReturnRow, ScanReturnInput } from './schemas.ts';

type Input = z.output<typeof ListReturnsInput>;
type Row = z.input<typeof ReturnRow>;

/** A page of the returns, newest first, and how many there are in each state: three statements. */
export async function listReturns(
  context: Context,
  input: Input,
): Promise<Page<Row> & { head: z.input<z.ZodObject<typeof RETURN_LIST_HEAD>> }> {
  const { state } = input;
  const matching = state === undefined ? filtered(context, input) : returnsInState(context, state, input);
  const rows = matching
    .innerJoin('orders as o', (join) =>
      join.on('o.shop_id', '=', context.shop.id).onRef('o.id', '=', 'r.order_id'),
    )
    .leftJoin('shipments as s', (join) =>
      join
        .on('s.shop_id', '=', context.shop.id)
        .onRef('s.order_id', '=', 'r.order_id')
        .onRef('s.number', '=', 'r.shipment'),
    )
    .selectAll('r')
    .select(RETURN_COLUMNS)
    .orderBy('r.announced_at', 'desc')
    .orderBy('r.id', 'desc');
  const page = await readPage(context.db, input, { matching, rows }, (row) => presentReturn(context, row));
  return { ...page, head: { counts: await countStates(context, input) } };
}

/** The returns that the list has by their state, and other filters. */
export function returnsInState(context: Context, state: ReturnState, others: Partial<Input> = {}) {
  return filtered(context, others).where('r.state', '=', state);
}

/** Each state is counted by itself, and no further than totals are. */
async function countStates(context: Context, input: Input): Promise<Record<ReturnState, number>> {
  const of_state = filtered(context, input)
    .select(sql<number>`1`.as('one'))
    .where('r.state', '=', sql<ReturnState>`listed.state`)
    .limit(limits.exact_total + 1);
  const { rows } = await sql<{ state: ReturnState; count: number }>`
    select listed.state, counted.count from unnest(${RETURN_STATES}::text[]) as listed (state)
    cross join lateral (select count(*) from (${of_state}) as one) as counted`.execute(context.db);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count])) as Record<ReturnState, number>;
}

/** All filters but the state. */
function filtered(context: Context, { courier, keyword, start_date, end_date }: Partial<Input>) {
  const { id: shop_id, time_zone } = context.shop;
  let query = context.db.selectFrom('parcel_returns as r').where('r.shop_id', '=', shop_id);
  if (start_date !== undefined)
    query = query.where('r.announced_at', '>=', startOfDay(start_date, time_zone));
  if (end_date !== undefined)
    query = query.where('r.announced_at', '<', startOfDay(addDays(end_date, 1), time_zone));
  if (courier !== undefined && courier !== '')
    query = query.where(ofCourier(context, 'r.courier_id', courier));
  if (keyword !== undefined && keyword !== '') query = query.where(ofOrderHolding(context, keyword));
  if (restrictedUser(context) !== null)
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('orders as seen')
          .select(sql`1`.as('one'))
          .where('seen.shop_id', '=', shop_id)
          .whereRef('seen.id', '=', 'r.order_id')
          .where(visibleOrders(context, 'seen')),
      ),
    );
  return query;
}

/** Returns are few of many orders: each looks its own order up by key. */
function ofOrderHolding({ shop }: Context, keyword: string): Expression<SqlBool> {
  const { looks_at, holds } = orderKeywordCondition(keyword, undefined);
  return looks_at === 'order'
    ? sql<SqlBool>`exists (select 1 from orders
        where orders.shop_id = ${shop.id} and orders.id = r.order_id and (${holds}) is true offset 0)`
    : sql<SqlBool>`exists (select 1 from order_texts as text
        where text.shop_id = ${shop.id} and text.order_id = r.order_id and (${holds}) is true offset 0)`;
}

/** Most returns that a code is of: an order has no more parcels, but each may have been announced in vain. */
const SCANNED = 20;

/** The returns of the parcels that a code is on, open ones first; none: no such parcel comes back. */
export async function scanReturn(
  context: Context,
  { code }: z.output<typeof ScanReturnInput>,
): Promise<Row[]> {
  const { id: shop_id } = context.shop;
  const number = readOrderNumber(code)?.number;
  const parcel = readParcelCode(code);
  const rows: StoredReturn[] = await returnsWithParcels(context)
    .selectAll('r')
    .select(RETURN_COLUMNS)
    .where((where) =>
      where.or([
        sql<SqlBool>`(r.order_id, r.shipment) in (select order_id, number from shipments
          where shop_id = ${shop_id} and upper(awb_number) = upper(${code}))`,
        ...(number === undefined
          ? []
          : [
              sql<SqlBool>`r.order_id = (select id from orders
                where shop_id = ${shop_id} and po_number = ${number})`,
            ]),
        ...(parcel === undefined
          ? []
          : [where('r.order_id', '=', parcel.order_id).and('r.shipment', '=', parcel.number)]),
      ]),
    )
    .where(visibleOrders(context, 'o'))
    .orderBy(sql`r.state in ('SETTLED', 'CANCELED')`)
    .orderBy('r.announced_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(SCANNED)
    .execute();
  return rows.map((row) => presentReturn(context, row));
}
