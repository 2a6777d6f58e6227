/**
 * Which products a store shows: those that are published, with a price for every variation. A price of 0 is none, and
 * nothing is given away because its price was forgotten. Written as the partial indexes have it.
 * @param product SQL of the table or its alias
 */
export function isInStore(product: string): string {
  return `${product}.archived_at is null and ${product}.is_published and ${product}.lowest_price_idr > 0`;
}

/**
 * How much of a variation can be ordered: what the warehouses that take orders hold.
 * @param at SQL of the shop and the variation
 */
export function stockSql(at: { shop_id: string; variation_id: string }): string {
  return `(select coalesce(sum(l.quantity), 0)::bigint
    from stock_levels l join warehouses w on w.shop_id = ${at.shop_id} and w.id = l.warehouse_id
    where l.shop_id = ${at.shop_id} and l.variation_id = ${at.variation_id} and w.is_active and w.archived_at is null)`;
}

/** What all visitors of a shop are told by: the terms of its customer categories, as JSON. */
export function categoriesSql(shop_id: string): string {
  return `(select json_agg(json_build_object('code', k.code, 'discount_access', k.discount_access,
      'wholesale_access', k.wholesale_access))
    from customer_categories k where k.shop_id = ${shop_id})`;
}
