export { PICKUP_AT_SHOP, chargeableKg } from './rules.ts';
