export { shippingRoutes } from './routes.ts';
export { chargeableKg, PICKUP_AT_SHOP } from './rules.ts';
