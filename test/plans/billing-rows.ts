import { ID, MOMENT, type FilledTable } from './row-parts.ts';

/** Invoices of the platform to the shop. */
export const BILLING_ROWS: FilledTable[] = [
  [
    'billing_orders',
    {
      id: ID,
      number: 'n',
      key: `'bl-' || n`,
      user_id: 'owner.id',
      state: `'EXPIRED'`,
      amount_idr: '350000',
      created_at: MOMENT,
      expires_at: MOMENT,
    },
  ],
  [
    'billing_order_lines',
    {
      order_id: ID,
      position: '0',
      class: `'sms'`,
      package: `'sms-1000'`,
      name: `'Notifikasi Resi'`,
      credit: '1000',
      amount_idr: '350000',
    },
  ],
];
