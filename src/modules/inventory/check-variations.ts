import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { firstFaults, Refusal, type RefusalPart } from '../../kernel/errors.ts';
import { idNotFound } from '../../kernel/not-found.ts';
import { inventoryErrors } from './errors.ts';

/**
 * Checks the variations of a stock transfer or stock opname, in one statement.
 * @throws Refusal 422 on each line whose variation does not belong to the shop, was deleted, is not counted, or is
 *   listed twice
 */
export async function checkVariations(
  context: Context,
  lines: readonly { variation_id: number }[],
): Promise<void> {
  const rows = await context.db
    .selectFrom('product_variations as v')
    .innerJoin('products as p', (join) =>
      join.on('p.shop_id', '=', context.shop.id).onRef('p.id', '=', 'v.product_id'),
    )
    .select(['v.id', 'p.product_type'])
    .where('v.shop_id', '=', context.shop.id)
    .where('v.id', '=', sql<number>`any(${lines.map((line) => line.variation_id)}::bigint[])`)
    .where('v.archived_at', 'is', null)
    .execute();
  const types = new Map(rows.map((row) => [row.id, row.product_type]));
  const faults = firstFaults(faultsOf(lines, types));
  if (faults.length > 0) throw new Refusal(faults);
}

function* faultsOf(
  lines: readonly { variation_id: number }[],
  types: ReadonlyMap<number, string>,
): Generator<RefusalPart> {
  const seen = new Set<number>();
  for (const [index, { variation_id }] of lines.entries()) {
    const field = `stock_adjustment.${index}.variation_id`;
    const type = types.get(variation_id);
    if (type === undefined) yield idNotFound(field);
    else if (type !== 'S') yield inventoryErrors.part('variation_not_counted', field);
    else if (seen.has(variation_id)) yield inventoryErrors.part('variation_twice', field);
    seen.add(variation_id);
  }
}
