export { requestPickup } from './parcels/request-pickup.ts';
export { ratesFor, type Rate } from './rates/rates-for.ts';
export { receiveNews } from './tracking-news.ts';
