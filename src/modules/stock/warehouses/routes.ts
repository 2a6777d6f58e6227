import { z } from 'zod';
import { data, done, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { createWarehouse } from './create-warehouse.ts';
import { deleteWarehouse } from './delete-warehouse.ts';
import { getWarehouse } from './get-warehouse.ts';
import { listWarehouses } from './list-warehouses.ts';
import {
  CreateWarehouseInput,
  ListWarehousesInput,
  SetShelvesInput,
  UpdateWarehouseInput,
  Warehouse,
  WarehouseIdInput,
  WarehouseNamed,
} from './schemas.ts';
import { setShelves } from './set-shelves.ts';
import { updateWarehouse } from './update-warehouse.ts';

export const warehouseRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/warehouse',
    operation: 'createWarehouse',
    section: 'Warehouse',
    summary: 'Create a warehouse',
    permission: 'shop.write',
    input: CreateWarehouseInput,
    answer: success(WarehouseNamed),
    run: createWarehouse,
  }),
  route({
    method: 'GET',
    path: '/api/open/warehouse',
    operation: 'listWarehouses',
    tagged: 'DAY',
    section: 'Warehouse',
    summary: 'List warehouses',
    description: 'Users with the role `warehouse` see only the warehouses assigned to them.',
    permission: 'stock.read',
    input: ListWarehousesInput,
    answer: data(z.array(Warehouse)),
    run: listWarehouses,
  }),
  route({
    method: 'GET',
    path: '/api/open/warehouse/:id',
    operation: 'getWarehouse',
    tagged: 'DAY',
    section: 'Warehouse',
    summary: 'Get a warehouse',
    description: 'Users with the role `warehouse` can get only the warehouses assigned to them.',
    permission: 'stock.read',
    input: WarehouseIdInput,
    answer: success(Warehouse),
    run: getWarehouse,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/warehouse',
    operation: 'updateWarehouse',
    section: 'Warehouse',
    summary: 'Update a warehouse',
    permission: 'shop.write',
    input: UpdateWarehouseInput,
    answer: success(WarehouseNamed),
    run: updateWarehouse,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/warehouse/:id',
    operation: 'deleteWarehouse',
    section: 'Warehouse',
    summary: 'Delete a warehouse',
    description:
      'Refused while the warehouse holds stock, and always for the main warehouse. The warehouse is archived: ' +
      'it no longer appears in lists and cannot be selected, but orders and stock history still show its name.',
    permission: 'shop.write',
    input: WarehouseIdInput,
    answer: success(Warehouse),
    run: deleteWarehouse,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/warehouse/shelf',
    operation: 'setShelves',
    section: 'Warehouse',
    summary: 'Set the shelves of variations',
    description: 'Pick lists are in the order of shelves.',
    permission: 'stock.write',
    input: SetShelvesInput,
    answer: done({ en: 'Shelves updated', id: 'Rak berhasil diperbarui' }),
    run: setShelves,
  }),
];
