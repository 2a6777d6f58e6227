import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { CustomerData, OrderData, ProductData, ShipmentData, StockData } from '../message-types.ts';
import { webhookLimits } from '../limits.ts';
import type { SubjectKind } from './plan-messages.ts';

/** What messages say of the things that events are of, as they are now, by their IDs. */
export interface Subjects {
  order: Map<number, z.input<typeof OrderData>>;
  shipment: Map<number, z.input<typeof ShipmentData>>;
  customer: Map<number, z.input<typeof CustomerData>>;
  product: Map<number, z.input<typeof ProductData>>;
  variation: Map<number, z.input<typeof StockData>>;
}

/** @param ids of the things, by their kind */
export async function loadSubjects(
  context: Context,
  ids: Readonly<Record<SubjectKind | 'shipment', readonly number[]>>,
): Promise<Subjects> {
  const orders = await loadOrders(context, ids.order);
  return {
    order: orders,
    shipment: await loadShipments(context, orders, ids.shipment),
    customer: await loadCustomers(context, ids.customer),
    product: await loadProducts(context, ids.product),
    variation: await loadStock(context, ids.variation),
  };
}

const anyOf = (ids: readonly number[]) => sql<number>`any(${ids}::bigint[])`;

async function loadOrders({ db, shop }: Context, ids: readonly number[]): Promise<Subjects['order']> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('orders')
    .select(['id', 'po_number', 'order_status', 'payment_status', 'order_progress_status'])
    .select(['shipping_status', 'order_category', 'order_date', 'sender_id', 'receiver_id', 'supplier_id'])
    .select(['logistic_name', 'rate_name', 'awb_number', 'is_cod', 'quantity', 'total_idr', 'paid_idr'])
    .where('shop_id', '=', shop.id)
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        order_id: row.id,
        po_number: row.po_number,
        order_status: row.order_status as 'ACCEPTED',
        payment_status: row.payment_status as 'PAID',
        order_progress_status: row.order_progress_status as 'DELIVERED',
        shipping_status: row.shipping_status,
        order_category: row.order_category,
        order_date: row.order_date,
        customer_id: row.sender_id,
        receiver_id: row.receiver_id,
        supplier_id: row.supplier_id,
        courier: row.logistic_name,
        courier_service: row.rate_name,
        awb_number: row.awb_number,
        is_cod: row.is_cod,
        quantity: row.quantity,
        total: row.total_idr,
        paid: row.paid_idr,
        remaining: Math.max(0, row.total_idr - row.paid_idr),
      },
    ]),
  );
}

async function loadShipments(
  { db, shop }: Context,
  orders: Subjects['order'],
  ids: readonly number[],
): Promise<Subjects['shipment']> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('shipments')
    .select(['order_id', 'number', 'warehouse_id', 'shipping_status', 'awb_number'])
    .where('shop_id', '=', shop.id)
    .where('order_id', '=', anyOf(ids))
    .orderBy('order_id')
    .orderBy('number')
    .execute();
  const parcels = Map.groupBy(rows, ({ order_id }) => order_id);
  return new Map(
    ids.flatMap((id) => {
      const order = orders.get(id);
      if (order === undefined) return [];
      const { order_id, po_number, shipping_status, courier, courier_service, awb_number } = order;
      const shipments = (parcels.get(id) ?? []).map(({ order_id: _order, number, ...parcel }) => {
        return { shipment: number, ...parcel };
      });
      return [
        [id, { order_id, po_number, shipping_status, courier, courier_service, awb_number, shipments }],
      ] as const;
    }),
  );
}

async function loadCustomers({ db, shop }: Context, ids: readonly number[]): Promise<Subjects['customer']> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('customers')
    .select(['id as customer_id', 'category_code as customer_category_code', 'registration_status'])
    .where('shop_id', '=', shop.id)
    .where('id', '=', anyOf(ids))
    .where('archived_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.customer_id, row]));
}

async function loadProducts({ db, shop }: Context, ids: readonly number[]): Promise<Subjects['product']> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('products as p')
    .select(['p.id as product_id', 'p.name', 'p.product_type', 'p.is_published'])
    .select(
      sql<number>`(select count(*) from product_variations as v where v.shop_id = ${shop.id}
        and v.product_id = p.id and v.archived_at is null)::int`.as('variations'),
    )
    .where('p.shop_id', '=', shop.id)
    .where('p.id', '=', anyOf(ids))
    .where('p.archived_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.product_id, { ...row, product_type: row.product_type as 'S' }]));
}

async function loadStock({ db, shop }: Context, ids: readonly number[]): Promise<Subjects['variation']> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<z.input<typeof StockData>>`
    select v.id as variation_id, v.product_id, v.sku, coalesce(levels.stock, 0)::int as stock,
      coalesce(levels.warehouses, '[]'::jsonb) as warehouses
    from product_variations as v
    left join lateral (
      select sum(l.quantity) as stock, jsonb_agg(jsonb_build_object('warehouse_id', l.warehouse_id, 'stock', l.quantity)
        order by l.warehouse_id) filter (where l.place <= ${webhookLimits.webhook_warehouses}) as warehouses
      from (
        select s.warehouse_id, s.quantity, row_number() over (order by s.warehouse_id) as place
        from stock_levels as s where s.shop_id = ${shop.id} and s.variation_id = v.id
      ) as l
    ) as levels on true
    where v.shop_id = ${shop.id} and v.id = any(${ids}::bigint[]) and v.archived_at is null`.execute(db);
  return new Map(rows.map((row) => [row.variation_id, row]));
}
