/**
 * SQL of what `shipments` has of its order, by the rows of `orders` and `shipments` at hand. All statements that write
 * orders or shipments write it too, so that the list of shipments and its reports read one narrow table.
 */
export const SHIPMENT_COPIES = {
  order_date: 'orders.order_date',
  courier_id: 'orders.courier_id',
  supplier_id: 'orders.supplier_id',
  is_cod: 'orders.is_cod',
  warehouse_ids: 'orders.warehouse_ids',
  // A parcel waits to be shipped when it is paid, or to be paid to the courier; what has left is listed in any case.
  list_status: `case
    when orders.order_status <> 'ACCEPTED' or shipments.removed_at is not null then null
    when coalesce(shipments.shipping_status, 'READY_TO_SHIP') <> 'READY_TO_SHIP' then shipments.shipping_status
    when orders.paid_idr >= orders.total_idr or orders.is_cod then 'READY_TO_SHIP'
  end`,
  customer_id: 'orders.sender_id',
  // Official codes of districts begin with their province's.
  province_code: '(orders.receiver_district_code / 10000)::smallint',
  created_by: 'orders.created_by',
} as const;

/** The columns of `SHIPMENT_COPIES`. */
export const COPIED = Object.keys(SHIPMENT_COPIES) as (keyof typeof SHIPMENT_COPIES)[];

/** As `order_date, courier_id …`. */
export const COPIED_NAMES = COPIED.join(', ');

/** Their values, as a list of the same order. */
export const COPIED_VALUES = COPIED.map((column) => SHIPMENT_COPIES[column]).join(', ');
