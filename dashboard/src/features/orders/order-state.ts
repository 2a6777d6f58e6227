/** Parameters of the address of the order list: those of the operation listOrders, by the same names. */
export const ORDER_STATE = [
  'keyword',
  'columns',
  'payment_status',
  'order_progress_status',
  'shipping_stage',
  'order_category',
  'order_source_id',
  'order_by',
  'start_date',
  'end_date',
  'user_id',
  'bank_id',
  'warehouse_id',
  'customer_category_code',
  'expedition_id',
  'print_status',
  'pickup',
  'product_type',
  'profit_min',
  'profit_max',
] as const;

export type OrderStateName = (typeof ORDER_STATE)[number];

/** And of the list of closed orders: parameters of listClosedOrders. */
export const CLOSED_STATE = ['type', 'start_date', 'end_date', 'columns'] as const;

export type ClosedStateName = (typeof CLOSED_STATE)[number];
