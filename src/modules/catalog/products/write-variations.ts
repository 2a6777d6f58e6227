import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { storedAddresses } from '../../pictures/index.ts';
import { VARIATION, type variationRow } from './product-rows.ts';

/** A variation as it is to be: with an id one that there is, without one a new one at its position. */
export type WrittenVariation = ReturnType<typeof variationRow> & {
  id: number | null;
  position: number | null;
  is_deleted: boolean;
};

/**
 * Those that change their SKU or go give it up first: the unique index looks at every row as it is written,
 * so two could not exchange theirs otherwise.
 */
const giveUpSkus = statement<object>(
  'give_up_skus',
  `update product_variations as v
  set sku = case when w.is_deleted then v.sku else 'changing-' || v.id end,
    archived_at = case when w.is_deleted then $3::timestamptz end
  from jsonb_to_recordset($2::jsonb) as w (id bigint, sku text, is_deleted boolean)
  where v.shop_id = $1 and v.id = w.id and v.archived_at is null and (w.is_deleted or v.sku <> w.sku)`,
);

const change = statement<object>(
  'change_variations',
  `update product_variations as v
  set ${VARIATION.assignments('w')}
  from jsonb_to_recordset($2::jsonb) as w (id bigint, ${VARIATION.definition})
  where v.shop_id = $1 and v.id = w.id and v.archived_at is null`,
);

const add = namedStatement<
  { id: number; position: number },
  { shop_id: number; product_id: number; now: Date; variations: string }
>(
  'add_variations',
  (at) => `insert into product_variations (shop_id, product_id, created_at, position, ${VARIATION.names})
  select ${at.shop_id}, ${at.product_id}, ${at.now}, w.*
  from jsonb_to_recordset(${at.variations}::jsonb) as w (position smallint, ${VARIATION.definition})
  order by w.position
  returning id, position`,
);

/** Changes variations that there are, of products that are locked. */
export async function changeVariations(
  context: Context,
  variations: readonly ({ id: number } & ReturnType<typeof variationRow>)[],
): Promise<void> {
  await change.run(context.db, [context.shop.id, rowsOf(context, variations)]);
}

/**
 * Writes variations of a product that is locked, in three statements.
 * @returns their ids, in the order given
 */
export async function writeVariations(
  context: Context,
  product_id: number,
  variations: readonly WrittenVariation[],
): Promise<number[]> {
  const shop_id = context.shop.id;
  const now = context.clock.now();
  const rows = (chosen: (variation: WrittenVariation) => boolean) =>
    rowsOf(context, variations.filter(chosen));
  const is_old = (variation: WrittenVariation) => variation.id !== null;
  await giveUpSkus.run(context.db, [shop_id, rows(is_old), now]);
  await change.run(context.db, [shop_id, rows((item) => is_old(item) && !item.is_deleted)]);
  const added = await add.run(context.db, {
    shop_id,
    product_id,
    now,
    variations: rows((item) => !is_old(item) && !item.is_deleted),
  });
  const ids = new Map(added.map((row) => [row.position, row.id]));
  return variations.map(({ id, position }) => id ?? (ids.get(position ?? -1) as number));
}

function rowsOf(context: Context, variations: readonly Pick<WrittenVariation, 'images'>[]): string {
  return JSON.stringify(variations.map((row) => ({ ...row, images: storedAddresses(context, row.images) })));
}
