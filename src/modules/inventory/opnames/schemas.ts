import { z } from 'zod';
import { boolean, id, integer, list, optional, pageFields, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';
import { UploadedFile } from '../../../kernel/http/route.ts';
import { inventoryLimits } from '../limits.ts';
import {
  adjustmentDescription,
  Creator,
  progressFields,
  quantityBounds,
  warehouseId,
  WarehouseName,
} from '../schemas.ts';

export const CreateOpnameInput = z.object({
  warehouse_id: warehouseId(),
  description: adjustmentDescription(),
  stock_adjustment: list(
    z.object({
      variation_id: id(),
      warehouse_stock: integer(quantityBounds).describe('Counted quantity.'),
      system_stock: optional(integer(quantityBounds)).describe(
        'Stock in the system when it was counted. If given, the difference is applied to the stock now, so that what was sold or ' +
          'received since the count is kept. Default: the stock now.',
      ),
    }),
    { min: 1, max: inventoryLimits.adjustment_lines },
  ),
});

export const OpnameCreated = named('StockOpnameCreated', {
  id: z.int(),
  description: z.string(),
  ...progressFields,
  warehouse: WarehouseName,
});

export const OpnameTemplateInput = z.object({
  warehouse_id: warehouseId(),
  pagination_offset: pageFields().pagination_offset.describe(
    'Page number. Each page has up to 20,000 variations.',
  ),
});

export const ImportOpnameInput = z.object({
  file: z
    .custom<UploadedFile>((value) => value instanceof UploadedFile, { params: { code: 'file_required' } })
    .describe('The completed template, as .xlsx or .csv, at most 2 MB.'),
  description: optional(adjustmentDescription()),
  partial: withDefault(boolean(), false).describe('Import the valid rows even if others are invalid.'),
});

export const OpnamesImported = named('StockOpnamesImported', {
  opnames: z.array(OpnameCreated).describe('One stock opname for each warehouse in the sheet.'),
  skipped: z
    .array(z.object({ row: z.int(), column: z.string(), reason: z.string() }))
    .describe('Errors of the rows that were skipped, at most 200.'),
  skipped_total: z.int(),
});

export const OpnameRow = named('StockOpname', { ...OpnameCreated.shape, created_at: z.string() });

export const ListOpnamesInput = z
  .object({
    ...periodFields({ start_date: 'Default: 30 days ago.', end_date: 'Default: today.' }),
    warehouse_id: optional(warehouseId()),
    user_id: optional(id()).describe('User who created it.'),
    ...pageFields({ per_page: 20 }),
  })
  .superRefine(refuseEarlyEnd);

export const OpnameDetail = named('StockOpnameDetail', {
  ...OpnameCreated.shape,
  processed: z.int(),
  created_by: Creator,
  created_at: z.string(),
});

export const OpnameLine = named('StockOpnameLine', {
  id: z.int(),
  variation_id: z.int(),
  full_name: z.string(),
  thumbnail_url: z.string(),
  sku: z.string(),
  stock_adjustment: z.object({
    warehouse_stock: z.int().describe('Counted quantity.'),
    system_stock: z.int().describe('Stock in the system when the quantity was recorded.'),
    changed_stock: z.int(),
  }),
});
