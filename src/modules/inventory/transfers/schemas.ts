import { z } from 'zod';
import { id, integer, list, optional, pageFields } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';
import { inventoryLimits } from '../limits.ts';
import {
  adjustmentDescription,
  Creator,
  progressFields,
  quantityBounds,
  warehouseId,
  WarehouseName,
} from '../schemas.ts';

export const CreateTransferInput = z.object({
  origin_warehouse_id: warehouseId(),
  destination_warehouse_id: warehouseId(),
  description: adjustmentDescription(),
  stock_adjustment: list(
    z.object({ variation_id: id(), transfer_stock: integer({ ...quantityBounds, min: 1 }) }),
    {
      min: 1,
      max: inventoryLimits.adjustment_lines,
    },
  ),
});

export const TransferRow = named('StockTransfer', {
  id: z.int(),
  progress_status: progressFields.progress_status,
  job_id: progressFields.job_id,
  description: z.string(),
  origin_warehouse: WarehouseName,
  destination_warehouse: WarehouseName,
  created_at: z.string(),
});

export const ListTransfersInput = z
  .object({
    ...periodFields({ start_date: 'Default: 30 days ago.', end_date: 'Default: today.' }),
    origin_warehouse_id: optional(warehouseId()),
    destination_warehouse_id: optional(warehouseId()),
    user_id: optional(id()).describe('User who created it.'),
    ...pageFields({ per_page: 20 }),
  })
  .superRefine(refuseEarlyEnd);

export const TransferDetail = named('StockTransferDetail', {
  id: z.int(),
  description: z.string(),
  ...progressFields,
  processed: z.int(),
  warehouse: WarehouseName.describe('Destination warehouse.'),
  origin_warehouse: WarehouseName,
  destination_warehouse: WarehouseName,
  created_by: Creator,
  created_at: z.string(),
});

export const TransferLine = named('StockTransferLine', {
  id: z.int(),
  variation_id: z.int(),
  product_name: z.string(),
  variant_name: z.string(),
  thumbnail_url: z.string(),
  sku: z.string(),
  transfered_stock: z.int(),
});
