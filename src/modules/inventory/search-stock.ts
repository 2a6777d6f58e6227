import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { limits } from '../../kernel/limits.ts';
import { findVariations, variationLabel } from '../catalog/index.ts';
import { thumbnailUrl } from '../pictures/index.ts';
import { checkWarehouses } from '../stock/index.ts';
import type { FoundStock, SearchStockInput } from './schemas.ts';

/**
 * Variations for a transfer or opname, with their stock in a warehouse: those of a product, or those that match the
 * keyword; at most a hundred, of the newest products, sorted by name after the one with exactly this SKU.
 */
export async function searchStock(
  context: Context,
  input: z.output<typeof SearchStockInput>,
): Promise<z.input<typeof FoundStock>> {
  const { warehouse_id, product_id, keyword } = input;
  await checkWarehouses(context, [{ warehouse_id, field: 'warehouse_id' }], { only_read: true });
  const page = { limit: limits.page_size, offset: 0 };
  const { ids } = await findVariations(context, keyword, page, { counted_only: true, product_id });
  const rows = await context.db
    .selectFrom('product_variations as v')
    .innerJoin('products as p', (join) =>
      join.on('p.shop_id', '=', context.shop.id).onRef('p.id', '=', 'v.product_id'),
    )
    .leftJoin('stock_levels as l', (join) =>
      join
        .on('l.shop_id', '=', context.shop.id)
        .onRef('l.variation_id', '=', 'v.id')
        .on('l.warehouse_id', '=', warehouse_id),
    )
    .select(['v.id', 'p.name', 'v.color', 'v.size', 'v.sku', 'v.images', 'v.primary_image', 'l.quantity'])
    .where('v.shop_id', '=', context.shop.id)
    .where('v.id', 'in', ids.length > 0 ? ids : [0])
    .orderBy(sql`lower(v.sku) = lower(${keyword ?? ''})`, 'desc')
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .orderBy('v.position')
    .orderBy('v.id')
    .execute();
  return { warehouse_id, data: rows.map((row) => view(context, row)) };
}

interface Row {
  id: number;
  name: string;
  color: string;
  size: string;
  sku: string;
  images: string[];
  primary_image: number;
  quantity: number | null;
}

function view(context: Context, row: Row) {
  return {
    variation_id: row.id,
    name: `${row.name} ${variationLabel(row)}`.trim(),
    product_name: row.name,
    variation_name: variationLabel(row),
    sku: row.sku,
    thumbnail_url: thumbnailUrl(context, row.images, row.primary_image),
    system_stock: row.quantity ?? 0,
  };
}
