import type { Module } from '../../kernel/module.ts';
import { orderTextLimits } from './limits.ts';
import { orderTextRoutes } from './routes.ts';

export const orderTextModule: Module = {
  name: 'order-text',
  limits: orderTextLimits,
  routes: orderTextRoutes,
};
