import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import type { RefusalPart } from '../../../kernel/errors.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { holdPictures } from '../../pictures/index.ts';
import { catalogErrors } from '../errors.ts';
import { chooseSkus, proposeSkus } from '../free-skus.ts';
import { duplicateFaults } from './duplicate-variations.ts';
import { levelsOf } from './product-rows.ts';
import type { CreateProductInput } from './schemas.ts';

export type NewProduct = z.output<typeof CreateProductInput>;

/** An error of one of several products. */
export interface ProductFault {
  /** Place of the product in the list. */
  index: number;
  /** Its field is within the product, as `variations.0.sku`. */
  part: RefusalPart;
}

interface Facts {
  category_ids: number[];
  warehouse_ids: number[];
  /** In lower case. */
  taken_skus: string[];
}

/** Categories and warehouses are locked against deletion until the products are stored. */
const loadFacts = statement<Facts>(
  'load_product_facts',
  `with category as (
    select * from (
      select id from product_categories where shop_id = $1 and id = any($2::bigint[]) for key share) as category
  ),
  warehouse as (
    select * from (
      select id from warehouses
      where shop_id = $1 and id = any($3::bigint[]) and archived_at is null for key share) as warehouse
  )
  select
    coalesce((select json_agg(id) from category), '[]') as category_ids,
    coalesce((select json_agg(id) from warehouse), '[]') as warehouse_ids,
    coalesce((select json_agg(known.sku) from unnest($4::text[]) as wanted (sku) cross join lateral (
      select lower(v.sku) as sku from product_variations v
      where v.shop_id = $1 and v.archived_at is null and lower(v.sku) = lower(wanted.sku) limit 1) as known), '[]')
      as taken_skus`,
);

/**
 * Checks what only the database knows about new products, in two statements for any number of products, and assigns
 * each variation its SKU: the given one, or a free one.
 * @param seen SKUs, in lower case, of the preceding products; those of these products are added
 * @returns for each product the SKUs of its variations, and its errors: a category or warehouse that does not belong to
 *   the shop, two variations that look the same, a SKU that is taken or occurs earlier in the list, a picture that was
 *   removed
 */
export async function checkProducts(
  context: Context,
  products: readonly NewProduct[],
  seen = new Set<string>(),
): Promise<{ skus: string[][]; faults: ProductFault[] }> {
  const proposals = products.map((product) =>
    product.variations.map(({ sku, color, size }) =>
      sku === undefined ? proposeSkus(context, { name: product.name, color, size }) : [],
    ),
  );
  const given = products.flatMap(({ variations }) => variations.flatMap(({ sku }) => sku ?? []));
  const [facts] = await loadFacts.run(context.db, [
    context.shop.id,
    [...new Set(products.map(({ category_id }) => category_id))],
    [...new Set(products.flatMap(warehousesOf))],
    [...given, ...proposals.flat(2)],
  ]);
  if (facts === undefined) throw new Error('a select without FROM gave no row');
  const faults = [
    ...missingFaults(products, facts),
    ...products.flatMap(lookFaults),
    ...skuFaults(products, new Set(facts.taken_skus), seen),
    ...(await pictureFaults(context, products)),
  ];
  const unavailable = new Set([...facts.taken_skus, ...given.map((sku) => sku.toLowerCase())]);
  const generated = chooseSkus(
    proposals.flat().filter((choices) => choices.length > 0),
    unavailable,
  ).values();
  const skus = products.map(({ variations }) =>
    variations.map(({ sku }) => sku ?? (generated.next().value as string)),
  );
  return { skus, faults: faults.toSorted((a, b) => a.index - b.index) };
}

function warehousesOf(product: NewProduct): number[] {
  return product.variations.flatMap((variation) =>
    levelsOf(product, variation).map((level) => level.warehouse_id),
  );
}

function missingFaults(products: readonly NewProduct[], facts: Facts): ProductFault[] {
  const categories = new Set([0, ...facts.category_ids]);
  const warehouses = new Set(facts.warehouse_ids);
  const faults: ProductFault[] = [];
  for (const [index, product] of products.entries()) {
    const missing = (field: string) => faults.push({ index, part: idNotFound(field) });
    if (!categories.has(product.category_id)) missing('category_id');
    for (const [place, variation] of product.variations.entries())
      for (const [level, { warehouse_id }] of levelsOf(product, variation).entries())
        if (!warehouses.has(warehouse_id))
          missing(`variations.${place}.warehouse_stock.${level}.warehouse_id`);
  }
  return faults;
}

function lookFaults({ variations }: NewProduct, index: number): ProductFault[] {
  const faults = duplicateFaults(variations.map((labels, place) => ({ index: place, labels })));
  return faults.map((part) => ({ index, part }));
}

async function pictureFaults(context: Context, products: readonly NewProduct[]): Promise<ProductFault[]> {
  const variations = products.flatMap((product, index) =>
    product.variations.map(({ images }, place) => ({ index, place, images })),
  );
  const faults = await holdPictures(
    context,
    variations.map(({ images }) => images),
  );
  return variations.flatMap(({ index, place }, row) =>
    (faults[row] ?? []).map((part) => ({ index, part: within(`variations.${place}`, part) })),
  );
}

/** A fault of a part of the input as one of the whole. */
export function within(path: string, part: RefusalPart): RefusalPart {
  return { ...part, field: `${path}.${part.field ?? ''}` };
}

function skuFaults(
  products: readonly NewProduct[],
  taken: ReadonlySet<string>,
  seen: Set<string>,
): ProductFault[] {
  return products.flatMap(({ variations }, index) =>
    variations.flatMap(({ sku }, place): ProductFault[] => {
      if (sku === undefined) return [];
      const key = sku.toLowerCase();
      if (taken.has(key) || seen.has(key)) return [{ index, part: takenSku(sku, place) }];
      seen.add(key);
      return [];
    }),
  );
}

export function takenSku(sku: string, place: number): RefusalPart {
  return catalogErrors.part('sku_taken', `variations.${place}.sku`, { sku });
}
