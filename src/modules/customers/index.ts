export { customerKeywordCondition } from './customer-keyword.ts';
export { findNamedCustomers, type NamedCustomer } from './find-named-customers.ts';
export { customerLimits } from './limits.ts';
export { requestAccount } from './request-account.ts';
export { noteOrder, orderedAt } from './note-order.ts';
export { findCustomersByPhone, guestCustomer } from './guest-customer.ts';
