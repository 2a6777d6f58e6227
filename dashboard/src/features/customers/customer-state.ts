/** What the list of customers is filtered by: parameters of `listCustomers`, that stand in the address. */
export const CUSTOMER_STATE = [
  'keyword',
  'columns',
  'type',
  'category',
  'registration_status',
  'create_from',
  'create_to',
  'order_by',
] as const;
export type CustomerStateName = (typeof CUSTOMER_STATE)[number];
