export { orderTextRoutes } from './routes.ts';
