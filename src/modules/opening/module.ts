import type { Module } from '../../kernel/module.ts';
import { openingRoutes } from './routes.ts';

/** Registering a shop, with what each module creates for it. */
export function openingModule(modules: readonly Module[]): Module {
  return { name: 'opening', routes: openingRoutes(modules) };
}
