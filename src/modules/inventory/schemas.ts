import { z } from 'zod';
import {
  boolean,
  id,
  integer,
  keyword,
  list,
  optional,
  pageFields,
  text,
  withDefault,
} from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../kernel/http/period.ts';
import { UploadedFile } from '../../kernel/http/route.ts';
import { stockLimits } from '../stock/index.ts';
import { inventoryLimits } from './limits.ts';

const warehouse_id = () => integer({ min: 0 });

const description = () => text({ max: 500 });

const amount = { min: 0, max: stockLimits.stock_quantity };

const Warehouse = z.object({ id: z.int(), name: z.string() });

const progress = {
  progress_status: z.enum(['ON PROGRESS', 'SUCCESS', 'FAILED']),
  job_id: z
    .int()
    .nullable()
    .describe('ID of the job that processes a large import; see `GET /api/account/job/{id}`.'),
  variation_total: z.int(),
};
const Maker = z.object({ id: z.string(), email: z.string(), name: z.string() });

export const CreateTransferInput = z.object({
  origin_warehouse_id: warehouse_id(),
  destination_warehouse_id: warehouse_id(),
  description: description(),
  stock_adjustment: list(z.object({ variation_id: id(), transfer_stock: integer({ ...amount, min: 1 }) }), {
    min: 1,
    max: inventoryLimits.adjustment_lines,
  }),
});

export const TransferRow = named('StockTransfer', {
  id: z.int(),
  progress_status: progress.progress_status,
  job_id: progress.job_id,
  description: z.string(),
  origin_warehouse: Warehouse,
  destination_warehouse: Warehouse,
  created_at: z.string(),
});

export const ListTransfersInput = z
  .object({
    ...periodFields({ start_date: 'Default: 30 days ago.', end_date: 'Default: today.' }),
    origin_warehouse_id: optional(warehouse_id()),
    destination_warehouse_id: optional(warehouse_id()),
    user_id: optional(id()).describe('User who created it.'),
    ...pageFields({ per_page: 20 }),
  })
  .superRefine(refuseEarlyEnd);

export const AdjustmentIdInput = z.object({ id: id() });

export const TransferDetail = named('StockTransferDetail', {
  id: z.int(),
  description: z.string(),
  ...progress,
  processed: z.int(),
  warehouse: Warehouse.describe('Destination warehouse.'),
  origin_warehouse: Warehouse,
  destination_warehouse: Warehouse,
  created_by: Maker,
  created_at: z.string(),
});

export const ListLinesInput = z.object({ id: id(), ...pageFields({ per_page: 50 }) });

export const TransferLine = named('StockTransferLine', {
  id: z.int(),
  variation_id: z.int(),
  product_name: z.string(),
  variant_name: z.string(),
  thumbnail_url: z.string(),
  sku: z.string(),
  transfered_stock: z.int(),
});

export const CreateOpnameInput = z.object({
  warehouse_id: warehouse_id(),
  description: description(),
  stock_adjustment: list(
    z.object({ variation_id: id(), warehouse_stock: integer(amount).describe('Counted quantity.') }),
    { min: 1, max: inventoryLimits.adjustment_lines },
  ),
});

export const OpnameCreated = named('StockOpnameCreated', {
  id: z.int(),
  description: z.string(),
  ...progress,
  warehouse: Warehouse,
});

export const OpnameTemplateInput = z.object({
  warehouse_id: warehouse_id(),
  pagination_offset: pageFields().pagination_offset.describe(
    'Page number. Each page has up to 20,000 variations.',
  ),
});

export const ImportOpnameInput = z.object({
  file: z
    .custom<UploadedFile>((value) => value instanceof UploadedFile, { params: { code: 'file_required' } })
    .describe('The completed template, as .xlsx or .csv, at most 2 MB.'),
  description: optional(description()),
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
    warehouse_id: optional(warehouse_id()),
    user_id: optional(id()).describe('User who created it.'),
    ...pageFields({ per_page: 20 }),
  })
  .superRefine(refuseEarlyEnd);

export const OpnameDetail = named('StockOpnameDetail', {
  ...OpnameCreated.shape,
  processed: z.int(),
  created_by: Maker,
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

export const SearchStockInput = z.object({
  warehouse_id: warehouse_id(),
  product_id: optional(id()),
  keyword: optional(keyword()).describe(
    'Words, or parts of words, of the product name, colour, size or SKU, in any order.',
  ),
});

export const FoundStock = named('StockFound', {
  warehouse_id: z.int(),
  data: z.array(
    z.object({
      variation_id: z.int(),
      name: z.string(),
      product_name: z.string(),
      variation_name: z.string(),
      sku: z.string(),
      thumbnail_url: z.string(),
      system_stock: z.int(),
    }),
  ),
});
