import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage, refuseEmpty } from '../../../kernel/paging.ts';
import { variationLabel } from '../../catalog/index.ts';
import { thumbnailUrl } from '../../pictures/index.ts';
import type { ListLinesInput } from '../schemas.ts';
import { visibleOpname } from '../visible-adjustments.ts';
import type { OpnameLine } from './schemas.ts';

/**
 * A page of counted lines, in the order of the input. A line that is not set yet is shown with the current stock.
 */
export async function listOpnameLines(
  context: Context,
  input: z.output<typeof ListLinesInput>,
): Promise<Page<z.input<typeof OpnameLine>>> {
  const found = context.db
    .selectFrom('stock_opname_lines as l')
    .innerJoin('stock_opnames as o', (join) =>
      join.on('o.shop_id', '=', context.shop.id).onRef('o.id', '=', 'l.opname_id'),
    )
    .where('l.shop_id', '=', context.shop.id)
    .where('l.opname_id', '=', input.id)
    .where(visibleOpname(context, 'o'));
  const rows = found
    .innerJoin('product_variations as v', (join) =>
      join.on('v.shop_id', '=', context.shop.id).onRef('v.id', '=', 'l.variation_id'),
    )
    .innerJoin('products as p', (join) =>
      join.on('p.shop_id', '=', context.shop.id).onRef('p.id', '=', 'v.product_id'),
    )
    .leftJoin('stock_levels as level', (join) =>
      join
        .on('level.shop_id', '=', context.shop.id)
        .onRef('level.variation_id', '=', 'l.variation_id')
        .onRef('level.warehouse_id', '=', 'o.warehouse_id'),
    )
    .select((eb) =>
      eb.fn.coalesce('l.system_quantity', 'level.quantity', sql<number>`0`).as('system_quantity'),
    )
    .select(['l.id', 'l.variation_id', 'l.counted_quantity', 'p.name'])
    .select(['v.color', 'v.size', 'v.sku', 'v.images', 'v.primary_image'])
    .orderBy('l.id');
  return refuseEmpty(
    await readPage(context.db, input, { matching: found, rows }, (row) => ({
      id: row.id,
      variation_id: row.variation_id,
      full_name: `${row.name} ${variationLabel(row)}`.trim(),
      thumbnail_url: thumbnailUrl(context, row.images, row.primary_image),
      sku: row.sku,
      stock_adjustment: {
        warehouse_stock: row.counted_quantity,
        system_stock: row.system_quantity,
        changed_stock: row.counted_quantity - row.system_quantity,
      },
    })),
  );
}
