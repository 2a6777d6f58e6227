export * from './price-with-promos.ts';
export * from './rules.ts';
