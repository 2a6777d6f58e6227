import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { ParcelState } from './parcel-charges.ts';
import { plainAwb, type PayoutFacts } from './payout-columns.ts';

/** Why a line of a payout is in the queue. */
export type QueueFault = 'SHORT' | 'OVER' | 'UNKNOWN' | 'NOT_DELIVERED' | 'ALREADY_PAID' | 'ORDER_PAID';

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

/** What a line was matched to: a parcel, or an order whose parcel has not left as far as anybody has said. */
export type Match = { parcel: OpenParcel } | { order_id: number } | undefined;

interface Candidate {
  order_id: number;
  trip: number | null;
}

/**
 * What lines are about: by the AWB number, else by the PO number; of several trips the one of which something is open.
 * The parcels of the lines are locked, in the order in which all lock them.
 * @returns for each line, in their order; lines of the same parcel share the object
 */
export async function matchLines(
  context: Context,
  lines: readonly Pick<PayoutFacts, 'awb_number' | 'po_number'>[],
): Promise<Match[]> {
  const candidates = await findCandidates(context, lines);
  const parcels = await lockParcels(
    context,
    candidates.flatMap((candidate) => (candidate?.trip == null ? [] : [candidate])),
  );
  return candidates.map((candidate) => {
    if (candidate === undefined) return undefined;
    const parcel = parcels.get(`${candidate.order_id} ${candidate.trip}`);
    return parcel === undefined ? { order_id: candidate.order_id } : { parcel };
  });
}

async function findCandidates(
  { db, shop }: Context,
  lines: readonly Pick<PayoutFacts, 'awb_number' | 'po_number'>[],
): Promise<(Candidate | undefined)[]> {
  const awb_numbers = lines.map(({ awb_number }) => (awb_number === null ? null : plainAwb(awb_number)));
  const po_numbers = lines.map(({ po_number }) => po_number);
  const trips = sql`select p.order_id, p.trip from cod_parcels as p where p.shop_id = ${shop.id}`;
  const newest = sql`order by p.open_idr <> 0 desc, p.order_id desc, p.trip desc limit 1`;
  const { rows } = await sql<{ place: number } & Candidate>`
    select given.place::integer as place, found.order_id, found.trip
    from unnest(${awb_numbers}::text[], ${po_numbers}::bigint[]) with ordinality as given (awb_number, po_number, place)
    cross join lateral (
      select * from (
        (select of_awb.*, 1 as rank from (${trips} and upper(p.awb_number) = given.awb_number ${newest}) as of_awb)
        union all
        (select s.order_id, null::smallint, 2 from shipments as s
          where s.shop_id = ${shop.id} and upper(s.awb_number) = given.awb_number and s.is_cod limit 1)
        union all
        (select of_po.*, 3 from (${trips} and p.po_number = given.po_number ${newest}) as of_po)
        union all
        (select o.id, null::smallint, 4 from orders as o
          where o.shop_id = ${shop.id} and o.po_number = given.po_number and o.is_cod limit 1)
      ) as candidates order by rank limit 1
    ) as found`.execute(db);
  const found = new Map(rows.map(({ place, order_id, trip }) => [place, { order_id, trip }]));
  return lines.map((_line, index) => found.get(index + 1));
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

/** What becomes of a line: undefined where it pays exactly what is open. */
export function faultOf(net_idr: number, match: Match): QueueFault | undefined {
  if (match === undefined) return 'UNKNOWN';
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
