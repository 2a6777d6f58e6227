import './errors.ts';

export { orderSettingRoutes } from './routes.ts';
