export type { StoreContext } from './store-context.ts';
export { storeRate } from './rates/rate-parcel.ts';
export { storeRoute } from './store-route.ts';
