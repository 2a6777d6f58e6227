import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { sum } from '../../../kernel/money.ts';
import { credit, debit, transferAll, type Leg, type Transfer } from '../../ledger/index.ts';
import type { TripKey } from './invoice-state.ts';

/** What an order's parcels and the ledger say of its COD money. */
interface Books {
  order_id: number;
  /** What couriers have paid out of it. */
  paid_idr: number;
  booked_paid_idr: number;
  /** How often it was booked. */
  bookings: number;
  /** By courier, what it owes, and what the ledger says that it owes. */
  couriers: { courier_id: number; open_idr: number; booked_idr: number }[];
}

/**
 * Brings the ledger to what these parcels say: what each courier owes of them (`COD_RECEIVABLE`), against what their orders
 * have earned, and what it has paid out, to the outside. What it keeps for itself, and what was written off, the orders have not
 * earned. The caller has locked and written the parcels, and locks no order after it.
 */
export async function bookParcels(context: Context, trips: readonly TripKey[]): Promise<void> {
  if (trips.length === 0) return;
  const books = await loadBooks(context, [...new Set(trips.map(({ order_id }) => order_id))]);
  const outcome = await transferAll(context, books.flatMap(bookingOf));
  if (outcome === 'SHORT') throw new Error('accounts of couriers have no bound, and were short');
}

async function loadBooks({ db, shop }: Context, order_ids: readonly number[]): Promise<Books[]> {
  const { rows } = await sql<Books>`
    with owed as materialized (
      select p.order_id, p.courier_id, sum(p.open_idr)::bigint as open_idr, sum(p.paid_idr)::bigint as paid_idr
      from cod_parcels as p
      where p.shop_id = ${shop.id} and p.order_id = any(${order_ids}::bigint[])
      group by p.order_id, p.courier_id
    ), moved as materialized (
      select e.order_id, e.transfer_id, e.kind, e.subject_id as courier_id, e.amount_idr
      from ledger_entries as e
      join ledger_transfers as t on t.shop_id = ${shop.id} and t.id = e.transfer_id
      where e.shop_id = ${shop.id} and e.order_id = any(${order_ids}::bigint[])
        and t.kind in ('COD_ENTERED', 'COD_SETTLED')
    )
    select given.order_id,
      (select coalesce(sum(o.paid_idr), 0)::bigint from owed as o where o.order_id = given.order_id) as paid_idr,
      (select coalesce(sum(m.amount_idr), 0)::bigint from moved as m
        where m.order_id = given.order_id and m.kind = 'OUTSIDE') as booked_paid_idr,
      (select count(distinct m.transfer_id)::int from moved as m where m.order_id = given.order_id) as bookings,
      (select coalesce(json_agg(json_build_object('courier_id', courier_id, 'open_idr', coalesce(o.open_idr, 0),
          'booked_idr', coalesce(b.booked_idr, 0)) order by courier_id), '[]')
        from (select courier_id, open_idr from owed where owed.order_id = given.order_id) as o
        full join (select courier_id, sum(amount_idr)::bigint as booked_idr from moved
          where moved.order_id = given.order_id and moved.kind = 'COD_RECEIVABLE' group by courier_id) as b
          using (courier_id)) as couriers
    from unnest(${order_ids}::bigint[]) as given (order_id)
    order by given.order_id`.execute(db);
  return rows;
}

/** What is missing in the ledger of an order; nothing where it says what its parcels say. */
function bookingOf({ order_id, paid_idr, booked_paid_idr, bookings, couriers }: Books): Transfer[] {
  const owed = couriers.map(({ courier_id: subject_id, open_idr, booked_idr }) =>
    debit('COD_RECEIVABLE', open_idr - booked_idr, { subject_id }),
  );
  const paid = debit('OUTSIDE', paid_idr - booked_paid_idr);
  const earned = credit('ORDERS', sum([...owed, paid].map(({ amount_idr }) => amount_idr)));
  const legs = [...owed, paid, earned].filter(isMoved);
  if (legs.length === 0) return [];
  const kind = isMoved(paid) ? ('COD_SETTLED' as const) : ('COD_ENTERED' as const);
  return [{ cause: `cod:${order_id}:${bookings + 1}`, kind, order_id, legs }];
}

const isMoved = ({ amount_idr }: Leg): boolean => amount_idr !== 0;
