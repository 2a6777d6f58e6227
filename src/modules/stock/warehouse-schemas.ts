import { z } from 'zod';
import { boolean, withDefault } from '../../kernel/http/input.ts';

export const ListWarehousesInput = z.object({
  with_main_warehouse: withDefault(boolean(), false).describe('Includes the main warehouse'),
});

export const Warehouse = z.object({
  id: z.int(),
  warehouse: z.string().describe('Name'),
  supplier_id: z.int().nullable(),
  address: z.string().describe('District and city; empty where the supplier has no district yet'),
});
