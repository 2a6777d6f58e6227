import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { stockEvents } from './events.ts';
import { levelRoutes } from './levels/routes.ts';
import { stockLimits } from './limits.ts';
import { stockNotices } from './notify-emptied.ts';
import { openMainWarehouse } from './open-main-warehouse.ts';
import { stockPermissions } from './permissions.ts';
import { findStockDifferences } from './stock-differences.ts';
import { warehouseRoutes } from './warehouses/routes.ts';

export const stockModule: Module = {
  name: 'stock',
  tables: [
    'warehouses',
    'user_warehouses',
    'stock_levels',
    'stock_ledger',
    'stock_notices',
    'variation_shelves',
  ],
  events: stockEvents,
  readers: [stockNotices],
  permissions: stockPermissions,
  limits: stockLimits,
  routes: [...levelRoutes, ...warehouseRoutes],
  checks: [{ title: 'stock levels are the sums of the ledger', find: findStockDifferences }],
  openShop: openMainWarehouse,
};
