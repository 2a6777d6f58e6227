export { workInState } from './booking/list-work.ts';
export { codOfNow } from './cod/ageing.ts';
export { requestPickup } from './parcels/request-pickup.ts';
export { ratesFor, type Rate } from './rates/rates-for.ts';
export { returnsInState } from './returns/list-returns.ts';
export { receiveNews } from './tracking-news.ts';
