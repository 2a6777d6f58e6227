import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { refuseNotFound } from '../../../kernel/not-found.ts';
import { sum } from '../../../kernel/money.ts';
import { volumeOf } from '../../couriers/index.ts';
import { priceLines, type CustomerAccess, type PricedGoods } from '../../pricing/index.ts';
import type { StoreParcel } from '../rates/rate-parcel.ts';
import type { StoreContext } from '../store-context.ts';
import { categoriesSql, isInStore } from './store-product-sql.ts';
import { termsOf } from './visitor-terms.ts';

interface StoreGoods extends PricedGoods {
  weight_grams: number;
  length_cm: number | null;
  width_cm: number | null;
  height_cm: number | null;
}

interface Row {
  goods: StoreGoods[];
  categories: CustomerAccess[];
}

const findGoods = namedStatement<Row, { shop_id: number; variation_ids: readonly number[] }>(
  'find_store_goods',
  (at) => `select ${categoriesSql(at.shop_id)} as categories,
    coalesce((select json_agg(row_to_json(found)) from (
      select v.id as variation_id, v.product_id, v.price_idr, v.price1_idr, v.price2_idr, v.price3_idr,
        v.price_reseller_idr, v.weight_grams, p.length_cm, p.width_cm, p.height_cm, p.discount_idr, p.wholesale_enabled,
        coalesce((select json_agg(json_build_object('from_quantity', w.from_quantity, 'to_quantity', w.to_quantity,
            'price_idr', w.price_idr) order by w.from_quantity)
          from product_wholesales w where w.shop_id = ${at.shop_id} and w.product_id = p.id and p.wholesale_enabled), '[]')
          as wholesales
      -- The limit leaves nothing out; see load-order-facts.ts.
      from (select distinct id from unnest(${at.variation_ids}::bigint[]) as line (id)
        limit cardinality(${at.variation_ids}::bigint[])) as wanted
      join product_variations v on v.shop_id = ${at.shop_id} and v.id = wanted.id and v.archived_at is null
      join products p on p.shop_id = ${at.shop_id} and p.id = v.product_id and ${isInStore('p')}) found), '[]') as goods`,
);

/** What a visitor wants to buy. */
export interface WantedLine {
  /** Of a variation. */
  id: number;
  qty: number;
}

/** A parcel of the store's goods, with what promos look at. */
export interface WantedParcel extends StoreParcel {
  products: { product_id: number; quantity: number }[];
}

/**
 * The parcel of these lines, of the store's own data. One statement.
 * @throws Refusal 422 on `products.N.id` of what the store does not sell
 */
export async function parcelOf(context: StoreContext, lines: readonly WantedLine[]): Promise<WantedParcel> {
  const [row] = await findGoods.run(context.db, {
    shop_id: context.shop.id,
    variation_ids: lines.map(({ id }) => id),
  });
  const by_id = new Map(row?.goods.map((goods) => [goods.variation_id, goods]));
  refuseNotFound(lines.flatMap(({ id }, index) => (by_id.has(id) ? [] : [`products.${index}.id`])));
  const units = lines.flatMap(({ id, qty: quantity }) => {
    const goods = by_id.get(id);
    return goods === undefined ? [] : [{ goods, quantity }];
  });
  const priced = priceLines(
    units.map((unit) => ({ ...unit, discount: undefined })),
    termsOf(context, row?.categories ?? []),
  );
  return {
    weight_grams: sum(units.map(({ goods, quantity }) => goods.weight_grams * quantity)),
    volume_cm3: sum(units.map(({ goods, quantity }) => volumeOf(goods) * quantity)),
    value_idr: sum(priced.map(({ subtotal_idr }) => subtotal_idr)),
    products: units.map(({ goods, quantity }) => ({ product_id: goods.product_id, quantity })),
  };
}
