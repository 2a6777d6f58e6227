import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { inventoryEvents } from './events.ts';
import { inventoryLimits } from './limits.ts';
import { opnameRoutes } from './opnames/routes.ts';
import { setCounted } from './opnames/set-counted.ts';
import { moveLargeTransfer } from './transfers/move-transfer.ts';
import { transferRoutes } from './transfers/routes.ts';

export const inventoryModule: Module = {
  name: 'inventory',
  tables: ['stock_transfers', 'stock_transfer_lines', 'stock_opnames', 'stock_opname_lines'],
  events: inventoryEvents,
  limits: inventoryLimits,
  routes: [...transferRoutes, ...opnameRoutes],
  jobs: [setCounted, moveLargeTransfer],
};
