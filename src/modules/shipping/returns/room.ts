import type { Module } from '../../../kernel/module.ts';
import './errors.ts';
import { returnEvents } from './events.ts';
import { returnsOfParcels } from './open-returns.ts';
import { findOrderStockDifferences, findReturnDifferences } from './return-differences.ts';
import { returnRoutes } from './routes.ts';

/** What returns contribute to the module. */
export const returnsRoom = {
  tables: ['parcel_returns', 'parcel_return_lines'],
  events: returnEvents,
  readers: [returnsOfParcels],
  routes: returnRoutes,
  checks: [
    {
      title: 'stock movements of orders are what their lines and returns say',
      find: findOrderStockDifferences,
    },
    { title: 'orders and the returns of their parcels agree', find: findReturnDifferences },
  ],
} satisfies Partial<Module>;
