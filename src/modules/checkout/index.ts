export { chargeNews } from './gateway/charge-news.ts';
export { receiveMoney } from './receive-money.ts';
