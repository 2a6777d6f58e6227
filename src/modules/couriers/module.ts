import type { Module } from '../../kernel/module.ts';
import { courierRoutes } from './routes.ts';

export const couriersModule: Module = {
  name: 'couriers',
  routes: courierRoutes,
};
