export { orderLimits } from './limits.ts';
