import type { z } from 'zod';
import { today } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import { Refusal, type RefusalPart } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { moveStock, type StockMovement } from '../stock/index.ts';
import { catalogErrors } from './errors.ts';
import { chooseSkus, proposeSkus } from './free-skus.ts';
import { levelsOf, productRow, variationRow } from './product-rows.ts';
import type { CreateProductInput } from './schemas.ts';

type Input = z.output<typeof CreateProductInput>;

interface Facts {
  category_exists: boolean;
  warehouse_ids: number[];
  /** In lower case. */
  taken_skus: string[];
}

/** Category and warehouses are locked against deletion until the product is kept. */
const loadFacts = statement<Facts>(
  'load_product_facts',
  `with category as (
    select id from product_categories where shop_id = $1 and id = $2 for key share
  ),
  warehouse as (
    select id from warehouses
    where shop_id = $1 and id = any($3::bigint[]) and archived_at is null for key share
  )
  select
    exists (select from category) as category_exists,
    coalesce((select json_agg(id) from warehouse), '[]') as warehouse_ids,
    coalesce((select json_agg(lower(sku)) from product_variations
      where shop_id = $1 and archived_at is null
        and lower(sku) in (select lower(wanted) from unnest($4::text[]) as wanted)), '[]') as taken_skus`,
);

/**
 * The product with its variations and wholesale steps. A variation whose SKU somebody else took in the
 * meantime is left out: the unique index decides. SKUs are inserted in order, so that two products with
 * some of the same never wait for each other in a circle.
 */
const insertProduct = statement<{ product_id: number; variations: { id: number; position: number }[] }>(
  'insert_product',
  `with product as (
    insert into products (shop_id, name, product_type, category_id, description, preorder_unit, preorder_number,
      preorder_starts_on, preorder_ends_on, discount_idr, weight_grams, wholesale_enabled, uses_warehouses,
      is_published, shows_stock, has_variations, lowest_price_idr, lowest_margin_idr, created_by, created_at, updated_at)
    select $1, p.*, $5, $6, $6
    from jsonb_to_record($2) as p (name text, product_type text, category_id bigint, description text,
      preorder_unit text, preorder_number smallint, preorder_starts_on date, preorder_ends_on date,
      discount_idr bigint, weight_grams integer, wholesale_enabled boolean, uses_warehouses boolean,
      is_published boolean, shows_stock boolean, has_variations boolean, lowest_price_idr bigint,
      lowest_margin_idr bigint)
    returning id
  ),
  variations as (
    insert into product_variations (shop_id, product_id, created_at, position, sku, images, primary_image,
      price_buy_idr, price_idr, price1_idr, price2_idr, price3_idr, price_reseller_idr, weight_grams, size, color,
      is_in_stock)
    select $1, product.id, $6, v.*
    from product, jsonb_to_recordset($3) as v (position smallint, sku text, images text[], primary_image smallint,
      price_buy_idr bigint, price_idr bigint, price1_idr bigint, price2_idr bigint, price3_idr bigint,
      price_reseller_idr bigint, weight_grams integer, size text, color text, is_in_stock boolean)
    order by lower(v.sku)
    on conflict (shop_id, lower(sku)) where archived_at is null do nothing
    returning id, position
  ),
  wholesales as (
    insert into product_wholesales (shop_id, product_id, from_quantity, to_quantity, price_idr)
    select $1, product.id, w.*
    from product, jsonb_to_recordset($4) as w (from_quantity integer, to_quantity integer, price_idr bigint)
  )
  select product.id as product_id,
    coalesce((select json_agg(variations order by position) from variations), '[]') as variations
  from product`,
);

/**
 * Keeps a product with its variations, wholesale steps and first stock, all or nothing. SKUs that are not
 * given are generated. However many requests come at once, a SKU is given once.
 * @throws Refusal 422 for a category or warehouse that is not the shop's, and for each SKU that is taken
 */
export async function createProduct(context: Context, input: Input) {
  return context.transaction(async (inner) => {
    const skus = await checkInput(inner, input);
    const [kept] = await insertProduct.run(inner.db, [
      inner.shop.id,
      JSON.stringify({ ...productRow(input), ...lowest(input) }),
      JSON.stringify(
        input.variations.map((variation, position) => ({
          position,
          ...variationRow(input, variation, skus[position] as string),
        })),
      ),
      JSON.stringify(wholesaleRows(input)),
      inner.actor.user_id,
      inner.clock.now(),
    ]);
    if (kept === undefined) throw new Error('an inserted product gave no row');
    const ids = new Map(kept.variations.map(({ position, id }) => [position, id]));
    const taken = skus.flatMap((sku, index) => (ids.has(index) ? [] : [takenSku(sku, index)]));
    if (taken.length > 0) throw new Refusal(taken);
    const product_meta_id = kept.variations.map((variation) => variation.id);
    const total_stock = await keepFirstStock(inner, input, product_meta_id);
    await emit(inner, 'product.created', kept.product_id);
    return { product_id: kept.product_id, product_meta_id, total_stock };
  });
}

/**
 * Checks what only the database knows, in one round trip.
 * @returns the SKU of each variation, generated where none was given
 */
async function checkInput(context: Context, input: Input): Promise<string[]> {
  const proposals = input.variations.map(({ sku, color, size }) =>
    sku === undefined ? proposeSkus(context, { name: input.name, color, size }) : [],
  );
  const given = input.variations.flatMap((variation) => variation.sku ?? []);
  const warehouse_ids = input.variations.flatMap((variation) =>
    levelsOf(input, variation).map((level) => level.warehouse_id),
  );
  const [facts] = await loadFacts.run(context.db, [
    context.shop.id,
    input.category_id,
    warehouse_ids,
    [...given, ...proposals.flat()],
  ]);
  if (facts === undefined) throw new Error('a select without FROM gave no row');
  const faults = [...missingFaults(input, facts), ...skuFaults(input, new Set(facts.taken_skus))];
  if (faults.length > 0) throw new Refusal(faults);
  const unavailable = new Set([...facts.taken_skus, ...given.map((sku) => sku.toLowerCase())]);
  const generated = chooseSkus(
    proposals.filter((choices) => choices.length > 0),
    unavailable,
  );
  return input.variations.map((variation) => variation.sku ?? (generated.shift() as string));
}

function missingFaults(input: Input, facts: Facts): RefusalPart[] {
  const missing: string[] = [];
  if (input.category_id !== 0 && !facts.category_exists) missing.push('category_id');
  for (const [index, variation] of input.variations.entries())
    for (const [place, level] of levelsOf(input, variation).entries())
      if (!facts.warehouse_ids.includes(level.warehouse_id))
        missing.push(`variations.${index}.warehouse_stock.${place}.warehouse_id`);
  return missing.map((field) => ({ code: 'field_not_found', field }));
}

function skuFaults(input: Input, taken: ReadonlySet<string>): RefusalPart[] {
  const seen = new Set(taken);
  return input.variations.flatMap(({ sku }, index) => {
    if (sku === undefined) return [];
    const key = sku.toLowerCase();
    if (seen.has(key)) return [takenSku(sku, index)];
    seen.add(key);
    return [];
  });
}

function takenSku(sku: string, index: number): RefusalPart {
  return catalogErrors.part('sku_taken', `variations.${index}.sku`, { sku });
}

function lowest(input: Input) {
  return {
    lowest_price_idr: Math.min(...input.variations.map(({ price }) => price)),
    lowest_margin_idr: Math.min(...input.variations.map(({ price, price_buy }) => price - price_buy)),
  };
}

function wholesaleRows(input: Input) {
  return input.wholesale.map(({ from, to, price }) => ({
    from_quantity: from,
    to_quantity: to,
    price_idr: price,
  }));
}

/** @returns the sum of what was laid in */
async function keepFirstStock(
  context: Context,
  input: Input,
  variation_ids: readonly number[],
): Promise<number> {
  const day = today(context.clock, context.shop.time_zone);
  const movements = input.variations.flatMap((variation, index): StockMovement[] =>
    levelsOf(input, variation).map((level) => ({
      variation_id: variation_ids[index] as number,
      warehouse_id: level.warehouse_id,
      delta: level.stock,
      reason: 'INITIAL',
      description: `Initial variation stock on ${day}`,
    })),
  );
  await moveStock(context, movements);
  return movements.reduce((total, movement) => total + movement.delta, 0);
}
