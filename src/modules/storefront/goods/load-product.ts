import { namedStatement } from '../../../kernel/database/named-statement.ts';
import type { CustomerAccess, QuantityStep } from '../../pricing/index.ts';
import { remember } from '../remember.ts';
import type { StoreContext } from '../store-context.ts';
import { categoriesSql, isInStore, stockSql } from './store-product-sql.ts';

export interface StoreVariation {
  id: number;
  sku: string;
  images: string[];
  primary_image: number;
  price_idr: number;
  price1_idr: number;
  price2_idr: number;
  price3_idr: number;
  price_reseller_idr: number;
  weight_grams: number;
  size: string;
  color: string;
  is_in_stock: boolean;
  quantity: number;
}

/** A promo that runs without a code, whoever it is for. */
export interface StorePromo {
  name: string;
  discount_type: 'PERCENTAGE' | 'NOMINAL';
  discount_percentage: number | null;
  discount_max_idr: number | null;
  discount_idr: number | null;
  starts_at: string;
  ends_at: string | null;
  minimum_product: number | null;
  minimum_transaction_idr: number | null;
  customer_category_codes: string[];
  platforms: string[];
}

/** All that a store has of a product, for all customer categories. It has no purchase price, warehouse or supplier. */
export interface StoreProduct {
  id: number;
  name: string;
  product_type: 'S' | 'R' | 'PO';
  category_id: number | null;
  category_name: string | null;
  description: string;
  preorder_unit: 'day' | 'week' | null;
  preorder_number: number | null;
  preorder_starts_on: string | null;
  preorder_ends_on: string | null;
  discount_idr: number;
  weight_grams: number;
  length_cm: number | null;
  width_cm: number | null;
  height_cm: number | null;
  wholesale_enabled: boolean;
  shows_stock: boolean;
  has_variations: boolean;
  variations: StoreVariation[];
  wholesales: QuantityStep[];
  promos: StorePromo[];
  categories: CustomerAccess[];
}

/** A product can be in one running promo, beside those of all products. */
const PROMOS_MOST = 10;

const findProduct = namedStatement<StoreProduct, { shop_id: number; id: number; now: Date }>(
  'find_store_product',
  (
    at,
  ) => `select p.id, p.name, p.product_type, p.category_id, c.name as category_name, p.description, p.preorder_unit,
    p.preorder_number, p.preorder_starts_on, p.preorder_ends_on, p.discount_idr, p.weight_grams, p.length_cm, p.width_cm,
    p.height_cm, p.wholesale_enabled, p.shows_stock, p.has_variations,
    coalesce((
      select json_agg(json_build_object('id', v.id, 'sku', v.sku, 'images', v.images, 'primary_image', v.primary_image,
        'price_idr', v.price_idr, 'price1_idr', v.price1_idr, 'price2_idr', v.price2_idr, 'price3_idr', v.price3_idr,
        'price_reseller_idr', v.price_reseller_idr, 'weight_grams', v.weight_grams, 'size', v.size, 'color', v.color,
        'is_in_stock', v.is_in_stock,
        'quantity', ${stockSql({ shop_id: at.shop_id, variation_id: 'v.id' })}) order by v.position, v.id)
      from product_variations v
      where v.shop_id = ${at.shop_id} and v.product_id = ${at.id} and v.archived_at is null
    ), '[]') as variations,
    coalesce((
      select json_agg(json_build_object('from_quantity', s.from_quantity, 'to_quantity', s.to_quantity,
        'price_idr', s.price_idr) order by s.from_quantity)
      from product_wholesales s where s.shop_id = ${at.shop_id} and s.product_id = ${at.id}
    ), '[]') as wholesales,
    coalesce((
      select json_agg(row_to_json(found)) from (
        select r.name, r.discount_type, r.discount_percentage, r.discount_max_idr, r.discount_idr, r.starts_at, r.ends_at,
          r.minimum_product, r.minimum_transaction_idr, r.customer_category_codes, r.platforms
        from promos r
        where r.shop_id = ${at.shop_id} and r.promo_group = 'PROMO' and r.promo_type = 'PRODUCT' and r.is_active
          and r.deleted_at is null and r.starts_at <= ${at.now} and (r.ends_at is null or r.ends_at > ${at.now})
          and (r.quota is null or r.used < r.quota)
          and (r.all_products or exists (select 1 from promo_products i
            where i.shop_id = ${at.shop_id} and i.promo_id = r.id and i.product_id = ${at.id}))
        order by r.id limit ${PROMOS_MOST}) found
    ), '[]') as promos,
    ${categoriesSql(at.shop_id)} as categories
  from products p
  left join product_categories c on c.shop_id = ${at.shop_id} and c.id = p.category_id
  where p.shop_id = ${at.shop_id} and p.id = ${at.id} and ${isInStore('p')}`,
);

/**
 * A product of the store with all that belongs to it, in one statement; undefined if the store has no such product. A second
 * old at most.
 */
export function loadProduct(context: StoreContext, id: number): Promise<StoreProduct | undefined> {
  return remember(context, `product ${id}`, async () => {
    const [row] = await findProduct.run(context.db, {
      shop_id: context.shop.id,
      id,
      now: context.clock.now(),
    });
    return row;
  });
}
