export { ratesFor, type Rate } from './rates/rates-for.ts';
export { receiveNews } from './tracking-news.ts';
