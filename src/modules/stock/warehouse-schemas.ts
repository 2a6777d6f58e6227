import { z } from 'zod';
import { boolean, id, integer, list, optional, text, withDefault } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { shopLimits } from '../shop/index.ts';

const warehouseId = () => integer({ min: 0 }).describe('Warehouse ID; 0 is the main one');
const name = () => text({ max: 100 }).describe('Name, unique in the shop in any letter case');
const supplierId = () => id().describe('The supplier at whose address it stands');
const users = () =>
  list(id(), { max: shopLimits.users_per_shop }).describe(
    'The users it is given to: of the role `warehouse`, they see no others',
  );
const isActive = () => boolean().describe('An inactive warehouse keeps its stock, but takes no orders');

export const ListWarehousesInput = z.object({
  with_main_warehouse: withDefault(boolean(), false).describe('Includes the main warehouse'),
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
  user_id: optional(users()).describe('All users it is given to from now on; left out, they stay'),
  is_active: optional(isActive()),
});

export const Warehouse = named('Warehouse', {
  id: z.int(),
  warehouse: z.string().describe('Name'),
  supplier_id: z.int().nullable(),
  address: z.string().describe('District and city; empty where the supplier has no district yet'),
  is_active: z.boolean(),
  user_id: z.array(z.int()).describe('The users it is given to'),
});

export const WarehouseNamed = named('WarehouseReference', { id: z.int(), name: z.string() });
