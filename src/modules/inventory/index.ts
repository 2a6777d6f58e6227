import './errors.ts';

export { inventoryRoutes } from './routes.ts';
