import type { Module } from '../../kernel/module.ts';
import './errors.ts';

/** Pure rules, and the error that they have: no tables, no routes. */
export const pricingModule: Module = { name: 'pricing' };
