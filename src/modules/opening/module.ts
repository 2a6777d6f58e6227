import type { Module } from '../../kernel/module.ts';
import { openingRoutes } from './routes.ts';

/** Opening a shop, with what each of the modules has to make for it. */
export function openingModule(modules: readonly Module[]): Module {
  return { name: 'opening', routes: openingRoutes(modules) };
}
