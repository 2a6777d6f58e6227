import { z } from 'zod';
import {
  boolean,
  id,
  integer,
  list,
  oneOf,
  optional,
  pageFields,
  text,
  withDefault,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';
import { stockLimits } from '../limits.ts';

export const CheckStockInput = z.object({
  variation_id: id().describe('Product variation ID.'),
  warehouse_id: optional(integer({ min: 0 })).describe('Returns only the stock of this warehouse.'),
});

export const CheckedStock = named('StockChecked', {
  stock: z.int(),
  price: z.int(),
  price_dropship: z.int(),
  price1: z.int(),
  price2: z.int(),
  price3: z.int(),
});

export const VariationIdInput = z.object({ variation_id: id().describe('Product variation ID.') });

export const WarehouseStock = named('WarehouseStock', {
  warehouse_id: z.int(),
  name: z.string(),
  stock: z.int(),
});

export const ListStockHistoryInput = z
  .object({
    id: id().describe('Product variation ID.'),
    warehouse_id: optional(integer({ min: 0 })).describe('Warehouse ID.'),
    ...periodFields({
      start_date: 'First day, in the time zone of the shop.',
      end_date: 'Last day, in the time zone of the shop.',
    }),
    ...pageFields(),
  })
  .superRefine(refuseEarlyEnd);

export const StockHistoryTitle = {
  title: z.object({
    product_id: z.int(),
    variation_id: z.int(),
    product_name: z.string(),
    variation_name: z.string(),
  }),
};

export const StockHistoryRow = named('StockMovement', {
  date: z.string(),
  time_ago: z.string(),
  user: z
    .string()
    .nullable()
    .describe('Email address of the user; null if the change was made by the system.'),
  detail: z.object({ description: z.string(), id_order: z.int().nullable() }),
  warehouse: z.object({ id: z.int(), name: z.string() }),
  stock: z.object({
    in: z.int(),
    out: z.int(),
    last: z.int().describe('Stock of the warehouse after the movement.'),
  }),
  old: z.int().describe('Stock of the warehouse before the movement.'),
});

export const UpdateStockInput = z.object({
  variation_id: id().describe('Product variation ID.'),
  stock: list(
    z.object({
      amount: integer({ min: 1, max: stockLimits.stock_quantity }).describe('Number of units.'),
      status: oneOf(['ADD', 'SUB']),
      warehouse_id: withDefault(integer({ min: 0 }), 0).describe('Warehouse ID; 0 is the main warehouse.'),
      expected: optional(integer({ min: 0, max: stockLimits.stock_quantity })).describe(
        'Stock of the warehouse as you know it. If it is another one, nothing is changed, and the answer is 409 with the stock now.',
      ),
    }),
    { min: 1, max: stockLimits.warehouses },
  ),
  move_warehouse_stock: withDefault(boolean(), false).describe(
    'true: a transfer between warehouses. Entries with SUB are the sources; without any, the main warehouse ' +
      'is.',
  ),
  description: text({ max: 500 }),
});

export const StockUpdated = named('StockUpdated', {
  date: z.string(),
  variation_id: z.int(),
  stock: z.array(z.object({ amount: z.int(), status: z.enum(['add', 'sub']), warehouse_id: z.int() })),
  shop_id: z.int(),
  description: z.string(),
  total_stock: z.int(),
});

export const SyncStockInput = z.object({
  variation_id: id().describe('Product variation ID.'),
  amount: integer({ min: 0, max: stockLimits.stock_quantity }).describe('Total stock of all warehouses.'),
});

export const StockSynced = named('StockSynced', {
  variation_id: z.string(),
  amount: z.string(),
  request_id: z.string(),
});
