import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { refuseHiddenFields } from '../../../kernel/hidden-fields.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { may } from '../../../kernel/permissions.ts';
import { checkFilters } from '../search/chosen-products.ts';
import { findPage } from '../search/find-page.ts';
import { newPrice, type PriceRule } from './new-price.ts';
import type { PriceField } from './price-fields.ts';
import type { PreviewPricesInput, PricePreview } from './schemas.ts';

type Input = z.output<typeof PreviewPricesInput>;

/**
 * What a rule would make of the prices of a page of products: all their variations, with the old and the new price. Nothing
 * is changed. A page is one of products, so that a product is never cut in two.
 * @throws Refusal 403 for a purchase price of a role that cannot see them, also where another price would be made of it
 */
export async function previewPrices(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof PricePreview>>> {
  refuseCosts(context, input);
  checkFilters(context, input);
  const { ids, total } = await findChosen(context, input);
  const rows = await context.db
    .selectFrom('product_variations as v')
    .innerJoin('products as p', (join) =>
      join.on('p.shop_id', '=', context.shop.id).onRef('p.id', '=', 'v.product_id'),
    )
    .select(['v.id', 'v.product_id', 'p.name', 'v.color', 'v.size', 'v.sku'])
    .select(['v.price_idr as price', 'v.price_reseller_idr as price_reseller', 'v.price1_idr as price1'])
    .select(['v.price2_idr as price2', 'v.price3_idr as price3', 'v.price_buy_idr as price_buy'])
    .where('v.shop_id', '=', context.shop.id)
    .where('v.product_id', '=', sql<number>`any(${ids}::bigint[])`)
    .where('v.archived_at', 'is', null)
    .orderBy(sql`array_position(${ids}::bigint[], v.product_id)`)
    .orderBy('v.position')
    .orderBy('v.id')
    .execute();
  const rule: PriceRule = { ...input, price: input.field };
  const items = rows.map((row) => {
    const to = newPrice(rule, row) ?? null;
    return {
      product_id: row.product_id,
      variation_id: row.id,
      name: row.name,
      color: row.color,
      size: row.size,
      sku: row.sku,
      from: row[input.field],
      to,
      is_below_cost: may(context.actor.role, 'cost.read') ? isBelowCost(row, input.field, to) : null,
    };
  });
  return pageOf(input, total, items);
}

/** @throws Refusal 403 */
export function refuseCosts(context: Context, { field, base }: Pick<Input, 'field' | 'base'>): void {
  const costs = Object.entries({ field, base }).filter(([, value]) => value === 'price_buy');
  refuseHiddenFields(
    context,
    'cost.read',
    costs.map(([name, value]) => ({ field: name, value })),
  );
}

/** The products of the page. Those that are named and gone are left out: the list they were chosen from is older. */
async function findChosen(context: Context, input: Input): Promise<{ ids: number[]; total: number }> {
  const { product_ids } = input;
  if (product_ids === undefined) return findPage(context, input);
  const unique = [...new Set(product_ids)];
  const ids = unique.slice(itemsBefore(input), itemsBefore(input) + input.per_page);
  return { ids, total: unique.length };
}

/** A price that is not set sells nothing. */
function isBelowCost(
  prices: Readonly<Record<PriceField, number>>,
  field: PriceField,
  to: number | null,
): boolean {
  const next = { ...prices, ...(to !== null && { [field]: to }) };
  const sold = field === 'price_buy' ? next.price : next[field];
  return sold > 0 && sold < next.price_buy;
}
