/** SQL of what search reads of the row of `customers` at hand; `write-customer.ts` stores it. */
export const CUSTOMER_TEXT =
  'customer_search_text(customers.name, customers.phone, customers.email, customers.address)';
