import { z } from 'zod';
import { data, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { deleteCost, updateCost } from './change-cost.ts';
import { createCost } from './create-cost.ts';
import { createSource } from './create-source.ts';
import { listCosts } from './list-costs.ts';
import { listSources } from './list-sources.ts';
import {
  CostIdInput,
  CreateCostInput,
  CreateSourceInput,
  ListSourcesInput,
  OrderCost,
  OrderCostSaved,
  OrderSource,
  OrderSourceSaved,
  UpdateCostInput,
  UpdateSourceInput,
} from './schemas.ts';
import { updateSource } from './update-source.ts';

const sourceRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/order-source/create',
    operation: 'createOrderSource',
    section: 'Order Source',
    summary: 'Create an order source',
    permission: 'orders.write',
    input: CreateSourceInput,
    answer: success(OrderSourceSaved),
    run: createSource,
  }),
  route({
    method: 'GET',
    path: '/api/open/order-source',
    operation: 'listOrderSources',
    tagged: 'DAY',
    section: 'Order Source',
    summary: 'List order sources',
    permission: 'orders.read',
    input: ListSourcesInput,
    answer: data(z.array(OrderSource)),
    run: listSources,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/order-source/update',
    operation: 'updateOrderSource',
    section: 'Order Source',
    summary: 'Update an order source',
    permission: 'orders.write',
    input: UpdateSourceInput,
    answer: success(OrderSourceSaved),
    run: updateSource,
  }),
];

const deletion = {
  method: 'POST',
  section: 'Order Cost',
  summary: 'Delete an order cost',
  permission: 'orders.write',
  input: CostIdInput,
  answer: success(OrderCostSaved),
  run: deleteCost,
} as const;

const costRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/order-cost/create',
    operation: 'createOrderCost',
    section: 'Order Cost',
    summary: 'Create an order cost',
    permission: 'orders.write',
    input: CreateCostInput,
    answer: success(OrderCostSaved),
    run: createCost,
  }),
  route({
    method: 'GET',
    path: '/api/open/order-cost',
    operation: 'listOrderCosts',
    tagged: 'DAY',
    section: 'Order Cost',
    summary: 'List order costs',
    permission: 'orders.read',
    input: z.object({}),
    answer: data(z.array(OrderCost)),
    run: listCosts,
  }),
  route({
    method: 'PUT',
    path: '/api/open/order-cost/update',
    operation: 'updateOrderCost',
    section: 'Order Cost',
    summary: 'Update an order cost',
    permission: 'orders.write',
    input: UpdateCostInput,
    answer: success(OrderCostSaved),
    run: updateCost,
  }),
  // The reference has it under order-source; both lead to the same.
  route({ ...deletion, path: '/api/open/order-source/delete/:order_cost_id', operation: 'deleteOrderCost' }),
  route({ ...deletion, path: '/api/open/order-cost/delete/:order_cost_id', operation: 'removeOrderCost' }),
];

export const orderSettingRoutes: Route[] = [...sourceRoutes, ...costRoutes];
