export { openCustomerCategories } from './open-customer-categories.ts';
