export { recordLabelPrints } from './label-prints.ts';
export { orderLimits } from './limits.ts';
export { visibleOrdersSql } from './visible-orders.ts';
