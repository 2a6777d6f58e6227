import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { Refusal, type RefusalPart } from '../../kernel/errors.ts';
import { inventoryErrors } from './errors.ts';

/**
 * Checks the variations of a transfer or opname, in one statement.
 * @throws Refusal 422 on each line whose variation is not the shop's, was deleted, is not counted, or stands
 * there twice
 */
export async function checkVariations(
  context: Context,
  lines: readonly { variation_id: number }[],
): Promise<void> {
  const rows = await context.db
    .selectFrom('product_variations as v')
    .innerJoin('products as p', (join) =>
      join.onRef('p.shop_id', '=', 'v.shop_id').onRef('p.id', '=', 'v.product_id'),
    )
    .select(['v.id', 'p.product_type'])
    .where('v.shop_id', '=', context.shop.id)
    .where('v.id', '=', sql<number>`any(${lines.map((line) => line.variation_id)}::bigint[])`)
    .where('v.archived_at', 'is', null)
    .execute();
  const types = new Map(rows.map((row) => [row.id, row.product_type]));
  const seen = new Set<number>();
  const faults = lines.flatMap(({ variation_id }, index): RefusalPart[] => {
    const field = `stock_adjustment.${index}.variation_id`;
    const type = types.get(variation_id);
    if (type === undefined) return [{ code: 'field_not_found', field }];
    if (type !== 'S') return [inventoryErrors.part('variation_not_counted', field)];
    if (seen.has(variation_id)) return [inventoryErrors.part('variation_twice', field)];
    seen.add(variation_id);
    return [];
  });
  if (faults.length > 0) throw new Refusal(faults);
}
