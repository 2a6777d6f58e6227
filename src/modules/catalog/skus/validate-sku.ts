import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { refuseNotFound } from '../../../kernel/not-found.ts';
import { variationLabel } from '../rules.ts';
import type { ValidateSkuInput } from './schemas.ts';

/**
 * Whether a variation can have a SKU: it is free, or belongs to the variation itself.
 * @throws Refusal 422 if the named variation does not exist
 */
export async function validateSku(context: Context, input: z.output<typeof ValidateSkuInput>) {
  const has_sku = sql<boolean>`lower(sku) = lower(${input.sku})`;
  const rows = await context.db
    .selectFrom('product_variations')
    .select(['id', 'product_id', 'color', 'size', has_sku.as('has_sku')])
    .where('shop_id', '=', context.shop.id)
    .where('archived_at', 'is', null)
    .where((eb) => eb.or([eb('id', '=', input.product_meta_id), has_sku]))
    .execute();
  if (input.product_meta_id !== 0 && !rows.some((row) => row.id === input.product_meta_id))
    refuseNotFound(['product_meta_id']);
  const holder = rows.find((row) => row.has_sku);
  const status = holder === undefined || holder.id === input.product_meta_id;
  return {
    status,
    variation: holder === undefined ? '' : variationLabel(holder),
    product_id: holder === undefined || status ? '' : String(holder.product_id),
  };
}
