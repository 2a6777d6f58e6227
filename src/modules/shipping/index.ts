export { shippingRoutes } from './routes.ts';
export { chargeableKg } from './rules.ts';
