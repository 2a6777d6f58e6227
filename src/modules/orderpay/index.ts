export { notePayoutNews } from './withdrawals/note-news.ts';
