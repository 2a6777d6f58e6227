import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { randomLetters } from '../../kernel/random.ts';
import { skuOf } from './rules.ts';

/** Lengths of the random endings tried: the shorter ones may all be taken in a shop with many like names. */
const ENDINGS = [3, 3, 4, 6, 10];

/** SKUs to choose from for a product, the nicest first. */
export function proposeSkus(
  context: Context,
  product: { name: string; color: string; size: string },
): string[] {
  return ENDINGS.map((length) => skuOf(product, randomLetters(context.random, length)));
}

/**
 * Chooses from the proposals for each product one that is not taken, each another.
 * @param taken SKUs of the shop, lower case
 */
export function chooseSkus(proposals: readonly string[][], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  return proposals.map((choices) => {
    const sku = choices.find((choice) => !used.has(choice.toLowerCase()));
    if (sku === undefined) throw new Error('every proposed SKU is taken');
    used.add(sku.toLowerCase());
    return sku;
  });
}

/** Which of the SKUs variations of the shop have, in lower case. */
export async function findTakenSkus(context: Context, skus: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ sku: string }>`
    select known.sku from unnest(${skus}::text[]) as wanted (sku) cross join lateral (
      select lower(v.sku) as sku from product_variations v
      where v.shop_id = ${context.shop.id} and v.archived_at is null and lower(v.sku) = lower(wanted.sku) limit 1
    ) as known`.execute(context.db);
  return new Set(rows.map((row) => row.sku));
}
