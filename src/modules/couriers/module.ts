import type { Module } from '../../kernel/module.ts';
import { chargeRoutes } from './charges/routes.ts';
import { courierEvents } from './events.ts';
import { courierRoutes } from './routes.ts';

export const couriersModule: Module = {
  name: 'couriers',
  tables: ['courier_charges'],
  events: courierEvents,
  routes: [...courierRoutes, ...chargeRoutes],
};
