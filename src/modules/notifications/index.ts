export { NewsRefused, publishedNews, publishNews, withdrawNews } from './publish-news.ts';
