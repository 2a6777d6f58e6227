import type { Module } from '../../kernel/module.ts';
import { homeRoutes } from './routes.ts';

export const homeModule: Module = {
  name: 'home',
  routes: homeRoutes,
};
