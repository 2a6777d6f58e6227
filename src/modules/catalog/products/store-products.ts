import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { columnsOf } from '../../../kernel/database/columns.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { emitAll } from '../../../kernel/outbox.ts';
import { storedAddresses } from '../../pictures/index.ts';
import { moveStock, type StockMovement } from '../../stock/index.ts';
import { storeVariationTexts } from '../store-variation-texts.ts';
import { takenSku, type NewProduct, type ProductFault } from './check-products.ts';
import { CHANGED_PRODUCT, levelsOf, productRow, VARIATION, variationRow } from './product-rows.ts';

/** Products that one statement stores. */
const BATCH = 250;

interface StoredVariation {
  place: number;
  product_id: number;
  position: number;
  id: number;
}

export interface StoredProduct {
  product_id: number;
  /** Ids of the variations, in the order given. */
  product_meta_id: number[];
  /** The sum of what was laid in. */
  total_stock: number;
}

const PRODUCT = columnsOf<ReturnType<typeof productRow> & ReturnType<typeof lowest>>({
  ...CHANGED_PRODUCT,
  weight_grams: 'integer',
  length_cm: 'smallint',
  width_cm: 'smallint',
  height_cm: 'smallint',
  uses_warehouses: 'boolean',
  shows_stock: 'boolean',
  has_variations: 'boolean',
  lowest_price_idr: 'bigint',
  lowest_margin_idr: 'bigint',
});

/** The values of the statement that stores products; rows as JSON. */
interface ProductValues {
  shop_id: number;
  user_id: number;
  now: Date;
  products: string;
  variations: string;
  wholesales: string;
}

/**
 * Products with their variations and wholesale steps, in one statement. Their ids are drawn first, so that
 * everything can name them. A variation whose SKU somebody else took in the meantime is left out: the unique
 * index decides. SKUs are inserted in order, so that two calls with some of the same never wait for each other
 * in a circle.
 */
const insertProducts = namedStatement<{ variations: StoredVariation[] }, ProductValues>(
  'insert_products',
  (at) => `with product as materialized (
    select nextval(pg_get_serial_sequence('products', 'id')) as id, p.*
    from jsonb_to_recordset(${at.products}) as p (place integer, ${PRODUCT.definition})
    order by place
  ),
  stored_product as (
    insert into products (shop_id, id, ${PRODUCT.names}, created_by, created_at, updated_at)
    overriding system value
    select ${at.shop_id}, id, ${PRODUCT.names}, ${at.user_id}, ${at.now}, ${at.now}
    from product
  ),
  variation as materialized (
    select nextval(pg_get_serial_sequence('product_variations', 'id')) as id, sent.*
    from (
      select product.id as product_id, v.*
      from jsonb_to_recordset(${at.variations}) as v (place integer, position smallint, ${VARIATION.definition})
      join product on product.place = v.place
      order by v.place, v.position
    ) as sent
  ),
  stored_variation as (
    insert into product_variations (shop_id, id, product_id, created_at, position, ${VARIATION.names})
    overriding system value
    select ${at.shop_id}, id, product_id, ${at.now}, position, ${VARIATION.names}
    from variation
    order by lower(sku)
    on conflict (shop_id, lower(sku)) where archived_at is null do nothing
    returning id
  ),
  stored_wholesale as (
    insert into product_wholesales (shop_id, product_id, from_quantity, to_quantity, price_idr)
    select ${at.shop_id}, product.id, w.from_quantity, w.to_quantity, w.price_idr
    from jsonb_to_recordset(${at.wholesales})
      as w (place integer, from_quantity integer, to_quantity integer, price_idr bigint)
    join product on product.place = w.place
  )
  select coalesce(json_agg(json_build_object('place', place, 'product_id', product_id, 'position', position, 'id', id)),
    '[]') as variations
  from variation join stored_variation using (id)`,
);

/**
 * Stores new products that have been checked, with their initial stock, in the current transaction. All products are
 * created by it.
 * @param skus SKUs of the variations of each product
 * @returns the stored products, or the SKUs that were taken since the check: then the transaction must be rolled back
 */
export async function storeProducts(
  context: Context,
  products: readonly NewProduct[],
  skus: readonly (readonly string[])[],
): Promise<{ stored: StoredProduct[]; faults: ProductFault[] }> {
  const stored: StoredProduct[] = [];
  const faults: ProductFault[] = [];
  for (let first = 0; first < products.length; first += BATCH) {
    const batch = products.slice(first, first + BATCH);
    const batch_skus = skus.slice(first, first + BATCH);
    const ids = await insertBatch(context, batch, batch_skus);
    for (const [place, product] of batch.entries())
      for (const position of product.variations.keys())
        if (!ids.has(`${place} ${position}`))
          faults.push({
            index: first + place,
            part: takenSku(batch_skus[place]?.[position] ?? '', position),
          });
    if (faults.length > 0) continue;
    await storeVariationTexts(context, [...new Set([...ids.values()].map(({ product_id }) => product_id))]);
    const totals = await storeFirstStock(context, batch, ids);
    for (const [place, product] of batch.entries()) {
      const rows = [...product.variations.keys()].map((position) => ids.get(`${place} ${position}`));
      stored.push({
        product_id: rows[0]?.product_id ?? 0,
        product_meta_id: rows.map((row) => row?.id ?? 0),
        total_stock: totals[place] ?? 0,
      });
    }
  }
  await emitAll(
    context,
    'product.created',
    stored.map(({ product_id }) => product_id),
  );
  return { stored, faults };
}

async function insertBatch(
  context: Context,
  batch: readonly NewProduct[],
  skus: readonly (readonly string[])[],
): Promise<Map<string, StoredVariation>> {
  const [outcome] = await insertProducts.run(context.db, {
    shop_id: context.shop.id,
    user_id: context.actor.user_id,
    now: context.clock.now(),
    products: JSON.stringify(
      batch.map((product, place) => ({ place, ...productRow(product), ...lowest(product) })),
    ),
    variations: JSON.stringify(
      batch.flatMap((product, place) =>
        product.variations.map((variation, position) => ({
          place,
          position,
          ...variationRow(product, variation, skus[place]?.[position] as string),
          images: storedAddresses(context, variation.images),
        })),
      ),
    ),
    wholesales: JSON.stringify(
      batch.flatMap(({ wholesale }, place) =>
        wholesale.map(({ from, to, price }) => ({
          place,
          from_quantity: from,
          to_quantity: to,
          price_idr: price,
        })),
      ),
    ),
  });
  return new Map(outcome?.variations.map((row) => [`${row.place} ${row.position}`, row]));
}

function lowest({ variations }: NewProduct) {
  return {
    lowest_price_idr: Math.min(...variations.map(({ price }) => price)),
    lowest_margin_idr: Math.min(...variations.map(({ price, price_buy }) => price - price_buy)),
  };
}

/** @returns for each product the sum of what was laid in */
async function storeFirstStock(
  context: Context,
  batch: readonly NewProduct[],
  ids: ReadonlyMap<string, StoredVariation>,
): Promise<number[]> {
  const description = `Initial variation stock on ${today(context.clock, context.shop.time_zone)}`;
  const movements = batch.map((product, place) =>
    product.variations.flatMap((variation, position): StockMovement[] =>
      levelsOf(product, variation).map((level) => ({
        variation_id: ids.get(`${place} ${position}`)?.id ?? 0,
        warehouse_id: level.warehouse_id,
        delta: level.stock,
        reason: 'INITIAL',
        description,
      })),
    ),
  );
  await moveStock(context, movements.flat());
  return movements.map((of_product) => of_product.reduce((total, { delta }) => total + delta, 0));
}
