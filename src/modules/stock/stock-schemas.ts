import { z } from 'zod';
import { date, id, integer, optional, pageFields } from '../../kernel/http/input.ts';

export const CheckStockInput = z.object({
  variation_id: id().describe('Product variation ID'),
  warehouse_id: optional(integer({ min: 0 })).describe('Counts the stock of this warehouse alone'),
});

export const CheckedStock = z.object({
  stock: z.int(),
  price: z.int(),
  price_dropship: z.int(),
  price1: z.int(),
  price2: z.int(),
  price3: z.int(),
});

export const VariationIdInput = z.object({ variation_id: id().describe('Product variation ID') });

export const WarehouseStock = z.object({ warehouse_id: z.int(), name: z.string(), stock: z.int() });

export const ListStockHistoryInput = z
  .object({
    id: id().describe('Product variation ID'),
    warehouse_id: optional(integer({ min: 0 })).describe('Warehouse ID'),
    start_date: optional(date()).describe('First day, in the time zone of the shop'),
    end_date: optional(date()).describe('Last day'),
    ...pageFields(),
  })
  .superRefine((input, context) => {
    if (input.start_date !== undefined && input.end_date !== undefined && input.end_date < input.start_date)
      context.addIssue({ code: 'custom', path: ['end_date'], params: { code: 'period_ends_early' } });
  });

export const StockHistoryTitle = {
  title: z.object({
    product_id: z.int(),
    variation_id: z.int(),
    product_name: z.string(),
    variation_name: z.string(),
  }),
};

export const StockHistoryRow = z.object({
  date: z.string(),
  time_ago: z.string(),
  user: z.string().nullable().describe('Email of who did it; null for what the system did'),
  detail: z.object({ description: z.string(), id_order: z.int().nullable() }),
  warehouse: z.object({ id: z.int(), name: z.string() }),
  stock: z.object({
    in: z.int(),
    out: z.int(),
    last: z.int().describe('What the warehouse held afterwards'),
  }),
  old: z.int().describe('What it held before'),
});
