import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { FileAnswer } from '../../../kernel/http/answer.ts';
import { protectedXlsx, XLSX_TYPE } from '../../../kernel/sheets/write-sheet.ts';
import { variationLabel } from '../../catalog/index.ts';
import { checkWarehouses } from '../../stock/index.ts';
import { inventoryLimits } from '../limits.ts';
import { warehouseNames } from '../rows.ts';
import { OPNAME_COLUMNS } from './opname-sheet.ts';
import type { OpnameTemplateInput } from './schemas.ts';

/**
 * A workbook for a stock opname: every variation whose stock is counted, by name, with the system stock. Only the
 * counted stock can be edited. `inventoryLimits.adjustment_lines` variations per page.
 * @throws Refusal 422 if the warehouse does not belong to the shop, or the user cannot see it
 */
export async function getOpnameTemplate(
  context: Context,
  input: z.output<typeof OpnameTemplateInput>,
): Promise<FileAnswer> {
  const { warehouse_id, pagination_offset } = input;
  await checkWarehouses(context, [{ warehouse_id, field: 'warehouse_id' }], { only_read: true });
  const names = await warehouseNames(context, [warehouse_id]);
  const warehouse = names.get(warehouse_id) ?? '';
  // Each by its key, whatever is known of the tables: as joins they took 12 s for 10,000 variations.
  const rows = await context.db
    .selectFrom('product_variations as v')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('products as product')
          .select(['product.id', 'product.name', 'product.product_type'])
          .where('product.shop_id', '=', context.shop.id)
          .whereRef('product.id', '=', 'v.product_id')
          .offset(sql.lit(0))
          .as('p'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('stock_levels as level')
          .select('level.quantity')
          .where('level.shop_id', '=', context.shop.id)
          .whereRef('level.variation_id', '=', 'v.id')
          .where('level.warehouse_id', '=', warehouse_id)
          .offset(sql.lit(0))
          .as('l'),
      (join) => join.onTrue(),
    )
    .select(['v.id', 'v.sku', 'p.name', 'v.color', 'v.size', 'l.quantity'])
    .where('v.shop_id', '=', context.shop.id)
    .where('v.archived_at', 'is', null)
    .where('p.product_type', '=', 'S')
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .orderBy('v.position')
    .orderBy('v.id')
    .limit(inventoryLimits.adjustment_lines)
    .offset((pagination_offset - 1) * inventoryLimits.adjustment_lines)
    .execute();
  const { language } = context;
  const columns = Object.entries(OPNAME_COLUMNS).map(([key, title]) => ({
    header: title[language],
    is_open: key === 'counted',
    ...(key === 'name' && { width_characters: 36 }),
  }));
  const bytes = await protectedXlsx(
    'Stok opname',
    columns,
    rows.map((row) => [row.id, row.sku, row.name, variationLabel(row), warehouse, row.quantity ?? 0, '']),
  );
  return new FileAnswer(`stok-opname-${warehouse_id}.xlsx`, XLSX_TYPE, Readable.from([bytes]));
}
