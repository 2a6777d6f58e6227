import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { kernelErrors, Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { refuseHiddenFields } from '../../../kernel/hidden-fields.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { emit } from '../../../kernel/outbox.ts';
import { holdPictures, storedAddresses } from '../../pictures/index.ts';
import { setLevels, visibleWarehouse } from '../../stock/index.ts';
import { catalogErrors } from '../errors.ts';
import { chooseSkus, findTakenSkus, proposeSkus } from '../free-skus.ts';
import { catalogLimits } from '../limits.ts';
import { variationLook } from '../rules.ts';
import { storeVariationTexts } from '../store-variation-texts.ts';
import { within } from './check-products.ts';
import { duplicateFaults } from './duplicate-variations.ts';
import { lowestMarginSql, lowestPriceSql } from './lowest-price.ts';
import { levelsOf, productRow, variationRow } from './product-rows.ts';
import { replaceWholesales } from './replace-wholesales.ts';
import type { UpdateProductInput } from './schemas.ts';
import { writeVariations, type WrittenVariation } from './write-variations.ts';

type Input = z.output<typeof UpdateProductInput>;

type Known = Awaited<ReturnType<typeof lockProduct>>['variations'][number];

/** Category and warehouses are locked against deletion until the edit is stored. */
const loadFacts = statement<{ category_exists: boolean; warehouse_ids: number[]; wholesale_ids: number[] }>(
  'load_edit_facts',
  `with category as (
    select * from (select id from product_categories where shop_id = $1 and id = $3 for key share) as category
  ),
  warehouse as (
    select * from (
      select id from warehouses
      where shop_id = $1 and id = any($4::bigint[]) and archived_at is null for key share) as warehouse
  )
  select
    exists (select 1 from category) as category_exists,
    coalesce((select json_agg(id) from warehouse), '[]') as warehouse_ids,
    coalesce((select json_agg(id) from product_wholesales where shop_id = $1 and product_id = $2), '[]') as wholesale_ids`,
);

/**
 * Updates a product as a whole, all or nothing: its fields, the variations in the input (with an id updated, without
 * one added, with flag DELETE archived; others do not change), its wholesale steps, and the stock where given.
 * Concurrent edits of a product are serialised. Existing orders do not change.
 * @throws Refusal 403 for a purchase price of a role that cannot see them; 404 if the product does not belong to the
 *   shop or was deleted; 422 with each invalid field
 */
export async function updateProduct(context: Context, given: Input) {
  refusePurchasePrices(context, given);
  return context.transaction(async (inner) => {
    const { variations: known, ...before } = await lockProduct(inner, given.id);
    const input = withPurchasePrices(given, known);
    await checkReferences(inner, input, known);
    const skus = await decideSkus(inner, input, known);
    await inner.db
      .updateTable('products')
      .set({ ...productRow(input, stayingCount(input, known)), updated_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .execute();
    const planned = plan(input, known, skus);
    const ids = await writeVariations(inner, input.id, planned);
    await storeVariationTexts(inner, [input.id]);
    await replaceWholesales(inner, input.id, input.wholesale);
    await inner.db
      .updateTable('products')
      .set({ lowest_price_idr: lowestPriceSql(context), lowest_margin_idr: lowestMarginSql(context) })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .execute();
    await setStock(inner, input, ids);
    await emit(inner, 'product.updated', input.id, changesOf(inner, before, input, known, planned));
    return { product_id: input.id, ...(await whatIsThere(inner, input)) };
  });
}

/** Of a new variation whoever makes it says what it cost. @throws Refusal 403 on each price of one that there is */
function refusePurchasePrices(context: Context, { variations }: Input): void {
  refuseHiddenFields(
    context,
    'cost.read',
    variations.flatMap(({ id, price_buy }, index) =>
      id === undefined ? [] : [{ field: `variations.${index}.price_buy`, value: price_buy }],
    ),
  );
}

/** The edit with the purchase price that each variation has, where it says none. */
function withPurchasePrices(input: Input, known: readonly Known[]): Input {
  const having = new Map(known.map((variation) => [variation.id, variation.price_buy_idr]));
  return {
    ...input,
    variations: input.variations.map((variation) => ({
      ...variation,
      price_buy: variation.price_buy ?? having.get(variation.id ?? 0),
    })),
  };
}

/** Locks the product, so that of two edits the later sees what the earlier did; gives its variations. */
async function lockProduct(context: Context, id: number) {
  const product = await context.db
    .selectFrom('products')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (product === undefined) throw kernelErrors.refuse('not_found');
  const variations = await context.db
    .selectFrom('product_variations')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('product_id', '=', id)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return { ...product, variations };
}

/** @throws Refusal 422 on each field that names what the shop or the product does not have, on variations that look the same,
 * and on too few or many */
async function checkReferences(context: Context, input: Input, known: readonly Known[]): Promise<void> {
  const named = input.variations.flatMap((variation, index) =>
    levelsOf(input, variation).map(({ warehouse_id }, place) => ({
      warehouse_id,
      field: `variations.${index}.warehouse_stock.${place}.warehouse_id`,
    })),
  );
  const [facts] = await loadFacts.run(context.db, [
    context.shop.id,
    input.id,
    input.category_id,
    named.map(({ warehouse_id }) => warehouse_id),
  ]);
  if (facts === undefined) throw new Error('a select without FROM gave no row');
  const current = new Set(known.map((variation) => variation.id));
  const missing = [
    ...(input.category_id !== 0 && !facts.category_exists ? ['category_id'] : []),
    ...input.wholesale.flatMap(({ id }, index) =>
      id === undefined || facts.wholesale_ids.includes(id) ? [] : [`wholesale.${index}.id`],
    ),
    ...input.variations.flatMap(({ id }, index) =>
      id === undefined || current.has(id) ? [] : [`variations.${index}.id`],
    ),
    ...named
      .filter(({ warehouse_id }) => !facts.warehouse_ids.includes(warehouse_id))
      .map(({ field }) => field),
  ];
  const gone = await holdPictures(
    context,
    input.variations.map(({ flag, images }) => (flag === undefined ? images : [])),
  );
  const faults = [
    ...gone.flatMap((parts, index) => parts.map((part) => within(`variations.${index}`, part))),
    ...missing.map(idNotFound),
    ...lookFaults(input, known),
    ...countFaults(input, known),
  ];
  if (faults.length > 0) throw new Refusal(faults);
}

/**
 * Those that are added or get another look must not look like one that stays. What looks the same from before does not
 * hold up an edit of something else.
 */
function lookFaults(input: Input, known: readonly Known[]): RefusalPart[] {
  const before = new Map(known.map((variation) => [variation.id, variationLook(variation)]));
  const given = new Set(input.variations.map(({ id }) => id));
  const staying = input.variations
    .map((labels, index) => ({ index, name: `variations.${index}`, labels }))
    // One that is not of the product is refused anyway.
    .filter(({ labels: { id, flag } }) => flag === undefined && (id === undefined || before.has(id)));
  const keepsLook = ({ labels }: (typeof staying)[number]) =>
    labels.id !== undefined && before.get(labels.id) === variationLook(labels);
  return duplicateFaults(
    staying.filter((variation) => !keepsLook(variation)),
    [
      ...known.filter(({ id }) => !given.has(id)).map((labels) => ({ name: labels.sku, labels })),
      ...staying.filter(keepsLook),
    ],
  );
}

/** How many variations the product has after the edit. */
function stayingCount(input: Input, known: readonly Known[]): number {
  const deleted = new Set(input.variations.filter((item) => item.flag !== undefined).map((item) => item.id));
  const added = input.variations.filter((item) => item.id === undefined && item.flag === undefined);
  return known.filter(({ id }) => !deleted.has(id)).length + added.length;
}

function countFaults(input: Input, known: readonly Known[]): RefusalPart[] {
  const staying = stayingCount(input, known);
  if (staying === 0) return [catalogErrors.part('no_variation_left', 'variations')];
  if (staying > 1 && input.has_variation === false)
    return [catalogErrors.part('one_variation', 'variations')];
  if (staying > catalogLimits.product_variations)
    return [
      catalogErrors.part('too_many_variations', 'variations', { maximum: catalogLimits.product_variations }),
    ];
  return [];
}

/**
 * The SKU of each variation of the input: the given one, the current one, or a generated one.
 * @throws Refusal 422 on each that is given twice, or that another variation of the shop has
 */
async function decideSkus(context: Context, input: Input, known: readonly Known[]): Promise<string[]> {
  const having = new Map(known.map((variation) => [variation.id, variation.sku]));
  const wanted = input.variations.map(
    ({ id, sku }) => sku ?? (id === undefined ? undefined : having.get(id)),
  );
  const proposals = input.variations.map((variation, index) =>
    wanted[index] === undefined ? proposeSkus(context, { ...variation, name: input.name }) : [],
  );
  const given = wanted.filter((sku) => sku !== undefined);
  const taken = await findTakenSkus(context, [...given, ...proposals.flat()]);
  // Those that change or go give up what they have.
  for (const { id } of input.variations)
    if (id !== undefined) taken.delete(having.get(id)?.toLowerCase() ?? '');
  const used = new Set(taken);
  const faults = wanted.flatMap((sku, index): RefusalPart[] => {
    if (sku === undefined || input.variations[index]?.flag !== undefined) return [];
    if (used.has(sku.toLowerCase()))
      return [catalogErrors.part('sku_taken', `variations.${index}.sku`, { sku })];
    used.add(sku.toLowerCase());
    return [];
  });
  if (faults.length > 0) throw new Refusal(faults);
  const generated = chooseSkus(
    proposals.filter((choices) => choices.length > 0),
    used,
  );
  return wanted.map((sku) => sku ?? (generated.shift() as string));
}

/** The variations as they are to be written; new ones follow those that there are. */
function plan(input: Input, known: readonly Known[], skus: readonly string[]): WrittenVariation[] {
  let position = Math.max(-1, ...known.map((variation) => variation.position));
  return input.variations.map((variation, index): WrittenVariation => {
    const row = variationRow(input, variation, skus[index] as string);
    if (variation.id === undefined) return { ...row, id: null, position: (position += 1), is_deleted: false };
    return { ...row, id: variation.id, position: null, is_deleted: variation.flag !== undefined };
  });
}

/** What the edit changed, for the audit log. Stock has its ledger. */
function changesOf(
  context: Context,
  product: object,
  input: Input,
  known: readonly Known[],
  planned: readonly WrittenVariation[],
): Record<string, unknown> {
  const before = new Map(known.map((variation) => [variation.id, variation]));
  const variations = planned.flatMap(({ id, is_deleted, ...row }): object[] => {
    const was = id === null ? undefined : before.get(id);
    if (was === undefined) return [{ sku: row.sku, added: true }];
    if (is_deleted) return [{ id, sku: was.sku, deleted: true }];
    const changed = differenceOf(was, {
      ...row,
      position: was.position,
      images: storedAddresses(context, row.images),
    });
    return Object.keys(changed).length === 0 ? [] : [{ id, sku: was.sku, changed }];
  });
  return {
    ...differenceOf(product, productRow(input, stayingCount(input, known))),
    ...(variations.length > 0 && { variations }),
  };
}

/** Stock is absolute, as the reference has it; what an edit does not say stays. */
async function setStock(context: Context, input: Input, ids: readonly number[]): Promise<void> {
  const targets = input.variations.flatMap((variation, index) =>
    variation.flag === undefined
      ? levelsOf(input, variation).map(({ warehouse_id, stock }) => ({
          variation_id: ids[index] as number,
          warehouse_id,
          quantity: stock,
        }))
      : [],
  );
  await setLevels(context, targets, { reason: 'ADJUSTMENT', description: 'Product edited' });
}

async function whatIsThere(context: Context, input: Input) {
  const rows = await context.db
    .selectFrom('product_variations as v')
    .leftJoin('stock_levels as l', (join) =>
      join
        .on('l.shop_id', '=', context.shop.id)
        .onRef('l.variation_id', '=', 'v.id')
        .on(visibleWarehouse(context, 'l.warehouse_id')),
    )
    .select(['v.id', sql<number>`coalesce(sum(l.quantity), 0)::bigint`.as('quantity')])
    .where('v.shop_id', '=', context.shop.id)
    .where('v.product_id', '=', input.id)
    .where('v.archived_at', 'is', null)
    .groupBy(['v.id', 'v.position'])
    .orderBy('v.position')
    .orderBy('v.id')
    .execute();
  const counted = input.product_type === 'S';
  return {
    product_meta_id: rows.map((row) => row.id),
    total_stock: counted ? rows.reduce((total, row) => total + row.quantity, 0) : 0,
  };
}
