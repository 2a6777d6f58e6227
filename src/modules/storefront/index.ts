export { limitVisits } from './limit-visits.ts';
export type { BuyerContext, StoreContext } from './store-context.ts';
export { storeRate } from './rates/rate-parcel.ts';
export {
  offeredMethods,
  storeAccounts,
  storeAccountsSql,
  type StoreAccount,
} from './shop/offered-methods.ts';
export { storeRoute } from './store-route.ts';
