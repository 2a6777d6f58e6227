import { sql } from 'kysely';
import type { PublicContext } from '../../kernel/context.ts';

/** What notifications say of the objects that events are of, as it is when the events are read. */

export interface OrderSubject {
  id: number;
  po_number: number;
  sender_name: string;
  receiver_name: string;
  total_idr: number;
  /** The courier has said where a parcel of it is, not staff. */
  is_said_by_courier: boolean;
}

export async function loadOrders(
  { db }: PublicContext,
  shop_id: number,
  ids: readonly number[],
): Promise<Map<number, OrderSubject>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<OrderSubject>`
    select o.id, o.po_number, o.sender_name, o.receiver_name, o.total_idr,
      exists (select 1 from shipments as s
        where s.shop_id = ${shop_id} and s.order_id = o.id and s.said_by = 'COURIER') as is_said_by_courier
    from orders as o where o.shop_id = ${shop_id} and o.id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface PaymentSubject {
  id: number;
  customer_name: string;
  made_from: string;
  method: string;
  nominal_transfer_idr: number;
  /** Of its first order, which may be deleted. */
  order_id: number;
  goods: string | null;
  po_numbers: number[];
  /** Its money was matched by staff. */
  is_matched_by_staff: boolean;
}

export async function loadPayments(
  { db }: PublicContext,
  shop_id: number,
  ids: readonly number[],
): Promise<Map<number, PaymentSubject>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PaymentSubject>`
    select p.id, p.customer_name, p.made_from, p.method, p.nominal_transfer_idr, made.order_ids[1] as order_id,
      made.po_numbers, split_part(o.product_text, E'\\t', 1) as goods,
      exists (select 1 from mutation_matches as m where m.shop_id = ${shop_id} and m.buyer_payment_id = p.id
        and m.undone_at is null and m.outcome in ('PAID', 'REVIVED') and m.created_by is not null) as is_matched_by_staff
    from buyer_payments as p
    cross join lateral (
      select array_agg(b.order_id order by b.position) as order_ids, array_agg(b.po_number order by b.position) as po_numbers
      from buyer_payment_orders as b where b.shop_id = ${shop_id} and b.payment_id = p.id) as made
    left join orders as o on o.shop_id = ${shop_id} and o.id = made.order_ids[1]
    where p.shop_id = ${shop_id} and p.id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A variation in a warehouse. */
export interface ShelfSubject {
  variation_id: number;
  warehouse_id: number;
  product_id: number;
  title: string;
  warehouse: string;
}

/** @returns those that are empty now, and still sold */
export async function loadEmptied(
  { db }: PublicContext,
  shop_id: number,
  shelves: readonly { variation_id: number; warehouse_id: number }[],
): Promise<Map<string, ShelfSubject>> {
  if (shelves.length === 0) return new Map();
  const { rows } = await sql<ShelfSubject>`
    select v.id as variation_id, w.id as warehouse_id, p.id as product_id, w.name as warehouse,
      concat_ws(' ', p.name, nullif(v.color, ''), nullif(v.size, '')) || ' (' || v.sku || ')' as title
    from unnest(${shelves.map((shelf) => shelf.variation_id)}::bigint[],
      ${shelves.map((shelf) => shelf.warehouse_id)}::bigint[]) as wanted (variation_id, warehouse_id)
    join product_variations as v
      on v.shop_id = ${shop_id} and v.id = wanted.variation_id and v.archived_at is null
    join products as p on p.shop_id = ${shop_id} and p.id = v.product_id and p.archived_at is null
    join warehouses as w on w.shop_id = ${shop_id} and w.id = wanted.warehouse_id
    where not exists (select 1 from stock_levels as level where level.shop_id = ${shop_id}
      and level.variation_id = v.id and level.warehouse_id = w.id and level.quantity > 0)`.execute(db);
  return new Map(rows.map((row) => [shelfKey(row), row]));
}

export function shelfKey({ variation_id, warehouse_id }: { variation_id: number; warehouse_id: number }) {
  return `${variation_id} ${warehouse_id}`;
}

export async function loadCustomerNames(
  { db }: PublicContext,
  shop_id: number,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; name: string }>`
    select c.id, c.name from customers as c
    where c.shop_id = ${shop_id} and c.id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
