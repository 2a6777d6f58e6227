import './errors.ts';

export { openCustomerCategories } from './open-customer-categories.ts';
export { customerRoutes } from './routes.ts';
