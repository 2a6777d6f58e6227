import { may, type Permission, type Role } from '../../kernel/permissions.ts';

/** What users choose by, of what is pushed to their devices. */
export const GROUPS = ['ORDER', 'PAYMENT', 'SHIPMENT', 'STOCK', 'MONEY', 'WORK', 'NEWS'] as const;
export type Group = (typeof GROUPS)[number];

/** What a notification leads to: where the dashboard shows it, and the operation that an app calls for it. */
interface Target {
  type: string;
  api_path: `/api/${string}`;
  /** Followed by the ID of the subject, where it has one. */
  web_path: string;
}

const CONFIRM: Target = {
  type: 'confirm_order',
  api_path: '/api/open/order/confirm',
  web_path: 'order/form_confirmation',
};
const ORDER: Target = { type: 'open_order', api_path: '/api/open/order/detail', web_path: 'order/detail' };
const PRODUCT: Target = {
  type: 'open_product',
  api_path: '/api/open/product/search',
  web_path: 'product/detail',
};
const WITHDRAWAL: Target = {
  type: 'open_withdrawal',
  api_path: '/api/open/orderpay/withdrawal',
  web_path: 'orderpay/withdrawal',
};
const BILLING: Target = { type: 'open_billing', api_path: '/api/open/billing', web_path: 'billing' };
const WORK: Target = { type: 'open_job', api_path: '/api/account/job', web_path: 'job' };

interface KindFacts {
  group: Group;
  /** Whoever has it is told; and of warehouse staff those of the order or warehouse alone. */
  permission: Permission;
  /** The name of its picture, unless it is that of the platform of the order. */
  icon: string;
  target: Target;
}

/** Everything that a shop is told. Names are stored for good. */
export const KINDS = {
  order_placed: { group: 'ORDER', permission: 'checkouts.read', icon: 'storefront', target: CONFIRM },
  transfer_claimed: { group: 'PAYMENT', permission: 'checkouts.read', icon: 'storefront', target: CONFIRM },
  payment_received: { group: 'PAYMENT', permission: 'checkouts.read', icon: 'payment', target: CONFIRM },
  payment_late: { group: 'PAYMENT', permission: 'checkouts.read', icon: 'payment', target: CONFIRM },
  payment_undecided: {
    group: 'PAYMENT',
    permission: 'checkouts.confirm',
    icon: 'payment',
    target: {
      type: 'decide_payment',
      api_path: '/api/open/order/gateway-payment',
      web_path: 'order/gateway_payment',
    },
  },
  checkout_expired: { group: 'ORDER', permission: 'checkouts.read', icon: 'order', target: ORDER },
  checkout_canceled: { group: 'ORDER', permission: 'checkouts.read', icon: 'order', target: ORDER },
  order_paid: { group: 'PAYMENT', permission: 'payments.write', icon: 'payment', target: ORDER },
  order_canceled: { group: 'ORDER', permission: 'orders.read', icon: 'order', target: ORDER },
  shipment_problem: { group: 'SHIPMENT', permission: 'orders.ship', icon: 'shipment', target: ORDER },
  shipment_returned: { group: 'SHIPMENT', permission: 'orders.ship', icon: 'shipment', target: ORDER },
  stock_emptied: { group: 'STOCK', permission: 'stock.read', icon: 'stock', target: PRODUCT },
  account_requested: {
    group: 'ORDER',
    permission: 'customers.write',
    icon: 'customer',
    target: { type: 'open_customer', api_path: '/api/open/customer', web_path: 'customer/detail' },
  },
  withdrawal_paid: { group: 'MONEY', permission: 'orderpay.withdraw', icon: 'money', target: WITHDRAWAL },
  withdrawal_failed: { group: 'MONEY', permission: 'orderpay.withdraw', icon: 'money', target: WITHDRAWAL },
  package_ended: { group: 'MONEY', permission: 'billing.manage', icon: 'billing', target: BILLING },
  billing_paid: { group: 'MONEY', permission: 'billing.manage', icon: 'billing', target: BILLING },
  webhook_switched_off: {
    group: 'WORK',
    permission: 'webhooks.read',
    icon: 'work',
    target: { type: 'open_webhook', api_path: '/api/open/webhook', web_path: 'webhook' },
  },
  work_finished: { group: 'WORK', permission: 'shop.read', icon: 'work', target: WORK },
  work_failed: { group: 'WORK', permission: 'shop.read', icon: 'work', target: WORK },
} as const satisfies Record<string, KindFacts>;

export type Kind = keyof typeof KINDS;

const ALL = Object.keys(KINDS) as Kind[];

/** What a role is told of, by its permissions: asked when it is needed, as other modules add theirs. */
export function kindsOf(role: Role): Kind[] {
  return ALL.filter((kind) => may(role, KINDS[kind].permission));
}

/** Names of all pictures. */
export const ICONS: readonly string[] = [
  ...new Set([...ALL.map((kind) => KINDS[kind].icon), 'privor', 'news']),
];
