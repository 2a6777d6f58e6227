import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { sum } from '../../../kernel/money.ts';
import type { ParcelState } from './parcel-charges.ts';
import { plainAwb } from '../awb-number.ts';
import type { PayoutFacts } from './payout-columns.ts';

/** Why a line of a payout is in the queue. */
export type QueueFault =
  | 'SHORT'
  | 'OVER'
  | 'UNKNOWN'
  | 'SEVERAL_PARCELS'
  | 'NOT_DELIVERED'
  | 'ALREADY_PAID'
  | 'ORDER_PAID';

/** A parcel as payouts see it. */
export interface OpenParcel {
  order_id: number;
  trip: number;
  state: ParcelState;
  cod_idr: number;
  paid_idr: number;
  open_idr: number;
  /** What remains to be paid of its order; null: it is not active. */
  remaining_idr: number | null;
}

/**
 * What a line was matched to: a parcel; an order whose parcel has not left as far as anybody has said; or none, as several
 * orders have its AWB number.
 */
export type Match = { parcel: OpenParcel } | { order_id: number } | 'SEVERAL' | undefined;

interface Candidate {
  order_id: number;
  trip: number | null;
}

type LineNumbers = Pick<PayoutFacts, 'awb_number' | 'po_number'>;

/**
 * What lines are about: by the AWB number, else by the PO number; of several orders with the AWB number the one that has
 * the PO number too, else none of them; of several trips the one of which something is open. The parcels of the lines are
 * locked, in the order in which all lock them.
 * @returns for each line, in their order; lines of the same parcel share the object
 */
export async function matchLines(context: Context, lines: readonly LineNumbers[]): Promise<Match[]> {
  const orders = await findOrders(context, lines);
  const trips = await findTrips(
    context,
    orders.flatMap((found) => (typeof found === 'number' ? [found] : [])),
  );
  const parcels = await lockParcels(
    context,
    [...trips].map(([order_id, trip]) => ({ order_id, trip })),
  );
  return orders.map((found) => {
    if (typeof found !== 'number') return found;
    const parcel = parcels.get(`${found} ${trips.get(found)}`);
    return parcel === undefined ? { order_id: found } : { parcel };
  });
}

/** An order that a line may be about. */
interface Holder {
  place: number;
  order_id: number;
  by: 'AWB' | 'PO';
  is_of_po: boolean;
  is_live: boolean;
}

/** The COD order that each line is about, by its ID. */
async function findOrders(
  { db, shop }: Context,
  lines: readonly LineNumbers[],
): Promise<(number | 'SEVERAL' | undefined)[]> {
  const awb_numbers = lines.map(({ awb_number }) => (awb_number === null ? null : plainAwb(awb_number)));
  const po_numbers = lines.map(({ po_number }) => po_number);
  const { rows } = await sql<Holder>`
    select given.place::integer as place, found.order_id, found.by, found.is_live,
      found.po_number is not distinct from given.po_number as is_of_po
    from unnest(${awb_numbers}::text[], ${po_numbers}::bigint[]) with ordinality as given (awb_number, po_number, place)
    cross join lateral (
      (select held.order_id, held.po_number, held.is_live, 'AWB' as by
        from (${ordersOfAwb(shop.id, sql`given.awb_number`)}) as held
        order by held.po_number is not distinct from given.po_number desc, held.is_live desc, held.order_id desc limit 2)
      union all
      (select p.order_id, p.po_number, true, 'PO' from cod_parcels as p
        where p.shop_id = ${shop.id} and p.po_number = given.po_number limit 1)
      union all
      (select o.id, o.po_number, true, 'PO' from orders as o
        where o.shop_id = ${shop.id} and o.po_number = given.po_number and o.is_cod limit 1)
    ) as found`.execute(db);
  const by_place = Map.groupBy(rows, ({ place }) => place);
  return lines.map((_line, index) => orderOf(by_place.get(index + 1) ?? []));
}

function orderOf(found: readonly Holder[]): number | 'SEVERAL' | undefined {
  const [first, second] = found.filter(({ by }) => by === 'AWB');
  if (first === undefined) return found[0]?.order_id;
  const is_one = second === undefined || first.is_of_po || first.is_live !== second.is_live;
  return is_one ? first.order_id : 'SEVERAL';
}

/**
 * SQL of the COD orders that have an AWB number, each once, as `order_id`, `po_number` and `is_live`: its parcel has left
 * (also if it is deleted since), or it is active, so a parcel of it may.
 */
export function ordersOfAwb(shop_id: number, awb_number: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select holder.order_id, holder.po_number, bool_or(holder.is_live) as is_live from (
      select p.order_id, p.po_number, p.state <> 'AT_SHOP' or p.open_idr <> 0 or p.paid_idr <> 0 as is_live
        from cod_parcels as p where p.shop_id = ${shop_id} and upper(p.awb_number) = ${awb_number}
      union all
      select s.order_id, o.po_number, o.order_status = 'ACCEPTED' from shipments as s
        join orders as o on o.shop_id = ${shop_id} and o.id = s.order_id
        where s.shop_id = ${shop_id} and upper(s.awb_number) = ${awb_number} and s.is_cod
    ) as holder group by holder.order_id, holder.po_number`;
}

/** Of each order the trip of which something is open, else the last; an order whose parcel has not left has none. */
async function findTrips({ db, shop }: Context, order_ids: readonly number[]): Promise<Map<number, number>> {
  if (order_ids.length === 0) return new Map();
  const { rows } = await sql<{ order_id: number; trip: number }>`
    select distinct on (p.order_id) p.order_id, p.trip from cod_parcels as p
    where p.shop_id = ${shop.id} and p.order_id = any(${order_ids}::bigint[])
    order by p.order_id, p.open_idr <> 0 desc, p.trip desc`.execute(db);
  return new Map(rows.map(({ order_id, trip }) => [order_id, trip]));
}

/** @returns the parcels by `order trip` */
export async function lockParcels(
  { db, shop }: Context,
  keys: readonly Candidate[],
): Promise<Map<string, OpenParcel>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<OpenParcel>`
    select p.order_id, p.trip, p.state, p.cod_idr, p.paid_idr, p.open_idr,
      (select o.total_idr - o.paid_idr from orders as o
        where o.shop_id = ${shop.id} and o.id = p.order_id and o.order_status = 'ACCEPTED') as remaining_idr
    from cod_parcels as p
    where p.shop_id = ${shop.id} and (p.order_id, p.trip) in (
      select * from unnest(${keys.map(({ order_id }) => order_id)}::bigint[],
        ${keys.map(({ trip }) => trip)}::smallint[]))
    order by p.order_id, p.trip for update of p`.execute(db);
  return new Map(rows.map((row) => [`${row.order_id} ${row.trip}`, row]));
}

/** The parcel that a line was matched to; undefined: none that has left. */
export function parcelOf(match: Match): OpenParcel | undefined {
  return typeof match === 'object' && 'parcel' in match ? match.parcel : undefined;
}

/** What becomes of a line: undefined where it pays exactly what is open. */
export function faultOf(net_idr: number, match: Match): QueueFault | undefined {
  if (match === undefined) return 'UNKNOWN';
  if (match === 'SEVERAL') return 'SEVERAL_PARCELS';
  if (!('parcel' in match)) return 'NOT_DELIVERED';
  const { state, cod_idr, paid_idr, open_idr, remaining_idr } = match.parcel;
  if (open_idr === 0)
    return paid_idr === 0 && state !== 'COLLECTED' && state !== 'CAME_BACK'
      ? 'NOT_DELIVERED'
      : 'ALREADY_PAID';
  if (net_idr !== open_idr) return net_idr < open_idr ? 'SHORT' : 'OVER';
  const is_first = state === 'COLLECTED' && paid_idr === 0;
  return is_first && remaining_idr !== null && remaining_idr < cod_idr ? 'ORDER_PAID' : undefined;
}

/**
 * Lines of a payout that pay a parcel together: none of them alone, but their sum is exactly what is open of it, as where
 * a courier pays in parts, or charges its fee in a row of its own.
 * @param lines with what they pay and were matched to, none twice
 * @returns for each such line the last one of its parcel
 */
export function paidTogether<Line>(
  lines: readonly { line: Line; net_idr: number; match: Match }[],
): Map<Line, Line> {
  const together = new Map<Line, Line>();
  for (const [parcel, of_parcel] of Map.groupBy(lines, ({ match }) => parcelOf(match))) {
    const last = of_parcel.at(-1);
    if (parcel === undefined || last === undefined || of_parcel.length === 1) continue;
    const is_exact = faultOf(sum(of_parcel.map(({ net_idr }) => net_idr)), { parcel }) === undefined;
    if (is_exact) for (const { line } of of_parcel) together.set(line, last.line);
  }
  return together;
}

/** The same line has the same key wherever it comes again: in another file, or entered by hand. */
export function lineKey({ awb_number, po_number, cod_idr, fee_idr, net_idr, paid_on }: PayoutFacts): string {
  const facts = [
    awb_number === null ? null : plainAwb(awb_number),
    po_number,
    cod_idr,
    fee_idr,
    net_idr,
    paid_on,
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
