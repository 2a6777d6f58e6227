import { z } from 'zod';
import { id, integer, keyword, optional, pageFields, text } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { stockLimits } from '../stock/index.ts';

export const warehouseId = () => integer({ min: 0 });

export const adjustmentDescription = () => text({ max: 500 });

export const quantityBounds = { min: 0, max: stockLimits.stock_quantity };

export const WarehouseName = z.object({ id: z.int(), name: z.string() });

export const Creator = z.object({ id: z.string(), email: z.string(), name: z.string() });

export const progressFields = {
  progress_status: z.enum(['ON PROGRESS', 'SUCCESS', 'FAILED']),
  job_id: z
    .int()
    .nullable()
    .describe('ID of the job that processes a large import; see `GET /api/account/job/{id}`.'),
  variation_total: z.int(),
};

export const AdjustmentIdInput = z.object({ id: id() });

export const ListLinesInput = z.object({ id: id(), ...pageFields({ per_page: 50 }) });

export const SearchStockInput = z.object({
  warehouse_id: warehouseId(),
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
