export type { StoreContext } from './store-context.ts';
export { storeRoute } from './store-route.ts';
