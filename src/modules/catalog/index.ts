import './errors.ts';

export { catalogRoutes } from './routes.ts';
