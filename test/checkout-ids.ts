import type { RouteIds, World } from './world.ts';

const CHECKOUT_NAMES = {
  'products.0.id': 'variation',
  'expedition.id': 'custom_courier',
  'receivers.0.products.0.id': 'variation',
  'receivers.0.expedition.id': 'custom_courier',
} as const;

/** By the fields of one receiver, or by a list of them. */
const checkout = (world: World, path = '') => {
  const receiver = {
    name: 'Rina',
    phone: '085799990000',
    address: 'Jl. Kenanga 7',
    district_id: world.district_id,
    products: [{ id: world.ids.variation, qty: 1 }],
    expedition: { id: 1 },
  };
  return path.startsWith('receivers') ? { receivers: [receiver] } : receiver;
};

/** Operations of buyers' payments that take ids. */
export const CHECKOUT_IDS: Record<string, RouteIds> = {
  getUnconfirmedPayment: { names: { payment_id: 'buyer_payment' } },
  decideGatewayPayment: { names: { id: 'gateway_payment' }, input: () => ({ action: 'RETURNED' }) },
  confirmOrders: {
    names: { id: 'buyer_payment', 'orders.0.id': 'order' },
    input: ({ ids }) => ({ id: ids.buyer_payment, orders: [{ id: ids.order, action: 'REJECT' }] }),
  },
  quoteCheckout: {
    names: CHECKOUT_NAMES,
    input: checkout,
  },
  checkOut: {
    names: { ...CHECKOUT_NAMES, 'payment.bank_id': 'bank' },
    input: (world, path) => ({
      ...checkout(world, path),
      payment: { method: 'TRANSFER', bank_id: world.ids.bank },
    }),
  },
  changePaymentMethod: {
    names: { 'payment.bank_id': 'bank' },
    input: (world) => ({ token: world.checkout_token, payment: { method: 'TRANSFER' } }),
  },
  printOwnInvoice: { names: { order_id: 'order' }, input: (world) => ({ token: world.checkout_token }) },
  confirmReceived: { names: { order_id: 'order' }, input: (world) => ({ token: world.checkout_token }) },
};
