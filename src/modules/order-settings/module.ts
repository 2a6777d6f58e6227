import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { orderSettingEvents } from './events.ts';
import { orderSettingLimits } from './limits.ts';
import { orderSettingRoutes } from './routes.ts';

export const orderSettingsModule: Module = {
  name: 'order-settings',
  tables: ['order_sources', 'order_costs'],
  events: orderSettingEvents,
  limits: orderSettingLimits,
  routes: orderSettingRoutes,
};
