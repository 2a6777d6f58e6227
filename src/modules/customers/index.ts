export { findNamedCustomers, type NamedCustomer } from './find-named-customers.ts';
export { customerLimits } from './limits.ts';
export { noteOrder } from './note-order.ts';
