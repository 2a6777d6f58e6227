export { ratesFor } from './rates/rates-for.ts';
export { receiveNews } from './tracking-news.ts';
