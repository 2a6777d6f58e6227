import { namedStatement } from '../../../kernel/database/named-statement.ts';
import type { Context } from '../../../kernel/context.ts';

/** A product of a parcel from one warehouse, with how much of it is to be packed and how much is. */
export interface PackingLine {
  variation_id: number;
  warehouse_id: number;
  name: string;
  color: string;
  size: string;
  /** As it was ordered, and as it is now: products carry one or the other. */
  sku: string;
  current_sku: string;
  shelf: string | null;
  qty: number;
  packed: number;
}

export interface Packing {
  awb_number: string | null;
  lines: PackingLine[];
}

/** What lies in a parcel though the order no longer has it is a line too. */
const packingOfParcel = namedStatement<Packing, { shop_id: number; order_id: number; number: number }>(
  'packing_of_parcel',
  (at) => `select s.awb_number, coalesce((select json_agg(json_build_object('variation_id', line.variation_id,
      'warehouse_id', line.warehouse_id, 'name', coalesce(line.name, p.name), 'color', coalesce(line.color, v.color),
      'size', coalesce(line.size, v.size), 'sku', coalesce(line.sku, v.sku),
      'current_sku', v.sku, 'shelf', shelf.shelf, 'qty', line.qty, 'packed', line.packed)
      order by shelf.shelf nulls last, line.position nulls last, line.warehouse_id)
    from (
      select part.variation_id, part.warehouse_id, max(part.name) as name, max(part.color) as color,
        max(part.size) as size, max(part.sku) as sku, min(part.position) as position, sum(part.qty)::int as qty, sum(part.packed)::int as packed
      from (
        select l.variation_id, l.warehouse_id, l.name, l.color, l.size, l.sku, l.position, l.quantity as qty, 0 as packed
        from order_lines l where l.shop_id = ${at.shop_id} and l.order_id = ${at.order_id}
        union all
        select u.variation_id, u.warehouse_id, null, null, null, null, null, 0, u.quantity
        from packed_units u where u.shop_id = ${at.shop_id} and u.order_id = ${at.order_id}
      ) as part
      where s.warehouse_id is null or part.warehouse_id = s.warehouse_id
      group by part.variation_id, part.warehouse_id
    ) as line
    join product_variations v on v.shop_id = ${at.shop_id} and v.id = line.variation_id
    join products p on p.shop_id = ${at.shop_id} and p.id = v.product_id
    left join variation_shelves shelf on shelf.shop_id = ${at.shop_id} and shelf.variation_id = line.variation_id
      and shelf.warehouse_id = line.warehouse_id), '[]') as lines
  from shipments s
  where s.shop_id = ${at.shop_id} and s.order_id = ${at.order_id} and s.number = ${at.number}`,
);

/** What is to be packed into a parcel, in the order of shelves, and what is packed; undefined: there is no such parcel. */
export async function loadPacking(
  context: Context,
  { order_id, number }: { order_id: number; number: number },
): Promise<Packing | undefined> {
  const [packing] = await packingOfParcel.run(context.db, { shop_id: context.shop.id, order_id, number });
  return packing;
}
