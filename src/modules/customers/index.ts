import './errors.ts';

export { openCustomerCategories } from './open-customer-categories.ts';
export { customerRoutes } from './routes.ts';
export { noteOrder } from './note-order.ts';
