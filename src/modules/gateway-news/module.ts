import type { Module } from '../../kernel/module.ts';
import { gatewayNewsLimits } from './limits.ts';
import { gatewayNewsJob } from './news-job.ts';
import { gatewayNewsRoutes } from './routes.ts';
import { unknownCallbacks } from './unknown-callbacks.ts';

export const gatewayNewsModule: Module = {
  name: 'gateway-news',
  tables: ['unknown_callbacks'],
  limits: gatewayNewsLimits,
  routes: gatewayNewsRoutes,
  jobs: [gatewayNewsJob],
  retention: [
    { table: 'unknown_callbacks', column: 'received_at', days: gatewayNewsLimits.unknown_callbacks_days },
  ],
  checks: [{ title: 'every callback of the payment gateway is of something known', find: unknownCallbacks }],
};
