import type { OrdersTable } from '../../kernel/database/schema.generated.ts';

/** What search reads of an order, in the order of the parameters of `order_search_text`. */
const READ = [
  'po_number',
  'sender_name',
  'receiver_name',
  'sender_phone',
  'receiver_phone',
  'awb_number',
  'marketplace_awb',
  'product_text',
] as const satisfies readonly (keyof OrdersTable)[];

/**
 * SQL of the columns of `order_texts` by those of the row of `orders` at hand. All statements that write orders
 * (`place/store-order.ts`, `change-order.ts`, `set-awb-numbers.ts`) write them too: a text that is forgotten hides an
 * order silently.
 */
export const ORDER_TEXT = {
  is_listed: `orders.order_status in ('ACCEPTED', 'UNCONFIRMED')`,
  search_text: `order_search_text(${READ.map((column) => `orders.${column}`).join(', ')})`,
};
