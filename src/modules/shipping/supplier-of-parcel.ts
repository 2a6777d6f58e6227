/**
 * SQL that joins, as `supplier`, whom the shipment `s` of the order `o` leaves from: the supplier of its warehouse, where it
 * has one, else that of the order.
 * @param shop_id SQL of the shop's ID
 */
export function supplierJoins(shop_id: string): string {
  return `left join warehouses warehouse on warehouse.shop_id = ${shop_id} and warehouse.id = s.warehouse_id
    join suppliers supplier on supplier.shop_id = ${shop_id}
      and supplier.id = coalesce(warehouse.supplier_id, o.supplier_id)`;
}

/** SQL of its address: of the order's supplier as it was when the order was placed. */
export const ORIGIN_ADDRESS =
  'case when supplier.id = o.supplier_id then o.origin_address else supplier.address end';
