import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { inventoryEvents } from './events.ts';
import { inventoryLimits } from './limits.ts';
import { moveLargeTransfer } from './move-transfer.ts';
import { inventoryRoutes } from './routes.ts';
import { setCounted } from './set-counted.ts';

export const inventoryModule: Module = {
  name: 'inventory',
  tables: ['stock_transfers', 'stock_transfer_lines', 'stock_opnames', 'stock_opname_lines'],
  events: inventoryEvents,
  limits: inventoryLimits,
  routes: inventoryRoutes,
  jobs: [setCounted, moveLargeTransfer],
};
