import { z } from 'zod';
import { data } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { listWarehouses } from './list-warehouses.ts';
import { ListWarehousesInput, Warehouse } from './warehouse-schemas.ts';

export const warehouseRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/warehouse',
    operation: 'listWarehouses',
    section: 'Warehouse',
    summary: 'List warehouses',
    description: 'A user of the role `warehouse` sees only the warehouses given to it.',
    permission: 'stock.read',
    input: ListWarehousesInput,
    answer: data(z.array(Warehouse)),
    run: listWarehouses,
  }),
];
