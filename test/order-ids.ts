import { orderOf } from './stall.ts';
import type { RouteIds, World } from './world.ts';

/** An order with ids of all kinds. */
export const order = (world: World) => ({
  ...orderOf(world.stall),
  order_source_id: world.ids.order_source,
  products: [{ id: world.ids.variation, qty: 1, product_status: 'S', warehouse_id: 0 }],
  payment: { status: 'PAID', date: '2026-01-05', bank_id: world.ids.bank },
});

/** The same for an edit and its preview. */
export const EDITED_ORDER: RouteIds = {
  names: {
    order_id: 'order',
    customer_sender_id: 'customer',
    customer_receiver_id: 'customer',
    supplier_id: 'supplier',
    order_source_id: 'order_source',
    'products.0.id': 'variation',
    'products.0.warehouse_id': 'warehouse',
    'products.0.promo_id': 'promo',
    'expedition.id': 'custom_courier',
    'expedition.promo.id': 'promo',
    'payment.bank_id': 'bank',
  },
  input: (world) => ({ ...order(world), order_id: world.ids.order }),
};
