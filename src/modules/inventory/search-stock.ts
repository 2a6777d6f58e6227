import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { limits } from '../../kernel/limits.ts';
import { pictureUrl, variationLabel } from '../catalog/index.ts';
import { checkWarehouses } from '../stock/index.ts';
import type { FoundStock, SearchStockInput } from './schemas.ts';

/**
 * Variations to put on a transfer or opname, with what a warehouse holds of them: those of a product, or whose
 * name or SKU holds the keyword; a hundred at most, by name.
 */
export async function searchStock(
  context: Context,
  input: z.output<typeof SearchStockInput>,
): Promise<z.input<typeof FoundStock>> {
  const { warehouse_id, product_id, keyword } = input;
  await checkWarehouses(context, [{ warehouse_id, field: 'warehouse_id' }]);
  const pattern = `%${(keyword ?? '').toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const rows = await context.db
    .selectFrom('product_variations as v')
    .innerJoin('products as p', (join) =>
      join.onRef('p.shop_id', '=', 'v.shop_id').onRef('p.id', '=', 'v.product_id'),
    )
    .leftJoin('stock_levels as l', (join) =>
      join
        .onRef('l.shop_id', '=', 'v.shop_id')
        .onRef('l.variation_id', '=', 'v.id')
        .on('l.warehouse_id', '=', warehouse_id),
    )
    .select(['v.id', 'p.name', 'v.color', 'v.size', 'v.sku', 'v.images', 'v.primary_image', 'l.quantity'])
    .where('v.shop_id', '=', context.shop.id)
    .where('p.product_type', '=', 'S')
    .where('v.archived_at', 'is', null)
    .$if(product_id !== undefined, (query) => query.where('p.id', '=', product_id ?? 0))
    .$if(keyword !== undefined, (query) =>
      query.where(sql<SqlBool>`(lower(p.name) like ${pattern} or lower(v.sku) like ${pattern})`),
    )
    .orderBy('p.name')
    .orderBy('v.position')
    .orderBy('v.id')
    .limit(limits.page_size)
    .execute();
  return {
    warehouse_id,
    data: rows.map((row) => ({
      variation_id: row.id,
      name: `${row.name} ${variationLabel(row)}`.trim(),
      product_name: row.name,
      variation_name: variationLabel(row),
      sku: row.sku,
      thumbnail_url: pictureUrl(context, row.images, row.primary_image),
      system_stock: row.quantity ?? 0,
    })),
  };
}
