export { billingNews } from './billing-news.ts';
