export { findNamedCustomers, type NamedCustomer } from './find-named-customers.ts';
export { noteOrder } from './note-order.ts';
