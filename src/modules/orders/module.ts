import type { Module } from '../../kernel/module.ts';
import { cancelRoutes } from './cancel/routes.ts';
import { findChargeDifferences } from './costs/charge-differences.ts';
import { orderCharges } from './costs/enter-charges.ts';
import { costRoutes } from './costs/routes.ts';
import {
  findCounterDifferences,
  findPlaceDifferences,
  findOrderTextDifferences,
  findShipmentDifferences,
  findTotalDifferences,
} from './differences.ts';
import { editRoutes } from './edit/routes.ts';
import './errors.ts';
import { orderEvents } from './events.ts';
import { fulfilRoutes } from './fulfil/routes.ts';
import { orderLimits } from './limits.ts';
import { orderPermissions } from './permissions.ts';
import { openOrderCounter } from './place/open-order-counter.ts';
import { placeRoutes } from './place/routes.ts';
import { storeOrderFunction } from './place/store-order.ts';
import { storeOrdersFunction } from './place/store-together.ts';
import { quoteRoutes } from './quote/routes.ts';
import { closedDownload } from './read/download-closed.ts';
import { orderDownload } from './read/download-orders.ts';
import { readRoutes } from './read/routes.ts';
import { findTallyDifferences } from './tallies/differences.ts';
import { foldSales } from './tallies/fold-sales.ts';
import { findSalesDifferences } from './tallies/sales-differences.ts';
import { foldTallyChanges, orderTallies } from './tallies/fold-changes.ts';

export const ordersModule: Module = {
  name: 'orders',
  tables: [
    'orders',
    'order_texts',
    'order_lines',
    'order_charges',
    'order_counters',
    'order_changes',
    'order_tallies',
    'order_tally_changes',
    'sales_tallies',
    'sales_to_count',
    'sales_to_take_back',
    'shipments',
  ],
  functions: [storeOrderFunction, storeOrdersFunction, foldTallyChanges, foldSales],
  readers: [orderTallies, orderCharges],
  events: orderEvents,
  permissions: orderPermissions,
  limits: orderLimits,
  routes: [
    ...placeRoutes,
    ...editRoutes,
    ...quoteRoutes,
    ...readRoutes,
    ...fulfilRoutes,
    ...cancelRoutes,
    ...costRoutes,
  ],
  jobs: [closedDownload.job, orderDownload.job],
  checks: [
    { title: 'order totals are the sums of lines, shipping and charges', find: findTotalDifferences },
    { title: 'PO numbers never exceed their counter and never repeat', find: findCounterDifferences },
    {
      title: 'orders are found by the warehouses and bank accounts of their rows',
      find: findPlaceDifferences,
    },
    { title: 'orders say what couriers and the gateway have charged them', find: findChargeDifferences },
    { title: 'search reads what orders say', find: findOrderTextDifferences },
    { title: 'orders and their shipments agree', find: findShipmentDifferences },
    { title: 'orders are counted by day as they are', find: findTallyDifferences },
    { title: 'sales are counted by day, month and year as they are', find: findSalesDifferences },
  ],
  openShop: openOrderCounter,
};
