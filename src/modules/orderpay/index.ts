export { payoutNews } from './withdrawals/payout-news.ts';
