import { z } from 'zod';
import {
  boolean,
  emptiable,
  id,
  integer,
  list,
  optional,
  text,
  withDefault,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { shopLimits } from '../../shop/index.ts';
import { stockLimits } from '../limits.ts';

const warehouseId = () => integer({ min: 0 }).describe('Warehouse ID; 0 is the main warehouse.');
const name = () => text({ max: 100 }).describe('Name, unique within the shop, ignoring letter case.');
const supplierId = () => id().describe('Supplier at whose address the warehouse is located.');
const users = () =>
  list(id(), { max: shopLimits.users_per_shop }).describe(
    'IDs of the users assigned to the warehouse. Users with the role `warehouse` see only their assigned ' +
      'warehouses.',
  );
const isActive = () => boolean().describe('An inactive warehouse keeps its stock, but orders cannot use it.');

export const ListWarehousesInput = z.object({
  with_main_warehouse: withDefault(boolean(), false).describe('Include the main warehouse.'),
});

export const WarehouseIdInput = z.object({ id: warehouseId() });

export const CreateWarehouseInput = z.object({
  warehouse: name(),
  supplier_id: supplierId(),
  user_id: withDefault(users(), []),
  is_active: withDefault(isActive(), true),
});

export const UpdateWarehouseInput = z.object({
  id: warehouseId(),
  warehouse: optional(name()),
  supplier_id: optional(supplierId()),
  user_id: optional(users()).describe(
    'The complete list of users assigned to the warehouse. If omitted, it does not change.',
  ),
  is_active: optional(isActive()),
});

export const Warehouse = named('Warehouse', {
  id: z.int(),
  warehouse: z.string().describe('Name.'),
  supplier_id: z.int().nullable(),
  address: z.string().describe('District and city; empty if the supplier has no district yet.'),
  is_active: z.boolean(),
  user_id: z.array(z.int()).describe('IDs of the users assigned to the warehouse.'),
});

export const WarehouseNamed = named('WarehouseReference', { id: z.int(), name: z.string() });

export const SetShelvesInput = z.object({
  warehouse_id: withDefault(integer({ min: 0 }), 0).describe('Warehouse ID; 0 is the main warehouse.'),
  shelves: list(
    z.object({
      variation_id: id().describe('Product variation ID.'),
      shelf: emptiable(text({ max: 50 })).describe('Name of the shelf, as `A-03`. Empty: none.'),
    }),
    { min: 1, max: stockLimits.shelves_at_once },
  ),
});
