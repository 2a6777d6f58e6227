import { FIRST, ID, MOMENT, PERSON, type FilledTable } from './row-parts.ts';

const PHONE = `'6281' || lpad(n::text, 8, '0')`;
/** Most are decided; some wait for their money, some for the seller. */
const STATE = `case when n % 10 = 0 then 'WAITING' when n % 10 = 1 then 'CLAIMED' when n % 10 = 2 then 'EXPIRED' else 'CLOSED' end`;

/** Buyers' payments with their orders. */
export const CHECKOUT_ROWS: FilledTable[] = [
  ['guest_phones', { phone: PHONE }],
  [
    'buyer_payments',
    {
      id: ID,
      customer_id: ID,
      made_from: `'STOREFRONT'`,
      is_guest: 'n % 2 = 0',
      method: `'TRANSFER'`,
      bank_account_id: `${FIRST} + 1 + n % 190`,
      state: STATE,
      nominal_invoice_idr: '110000',
      unique_code: '1 + n / 190 % 999',
      token_hash: `decode(md5(n::text), 'hex')`,
      customer_name: PERSON,
      customer_phone: PHONE,
      phone: PHONE,
      network: `'10.0.' || n % 250 || '.0'`,
      created_at: MOMENT,
      updated_at: MOMENT,
      expires_at: `case when n % 10 = 0 then ${MOMENT} end`,
    },
  ],
  [
    'buyer_payment_orders',
    { payment_id: ID, position: '0', order_id: ID, po_number: ID, total_idr: '110000' },
  ],
  [
    'payment_receipts',
    {
      id: ID,
      payment_id: ID,
      cause: `'mutation:' || n`,
      source: `'MUTATION'`,
      amount_idr: '110000',
      outcome: `'PAID'`,
      received_at: MOMENT,
      created_at: MOMENT,
    },
  ],
  [
    'gateway_charges',
    {
      id: ID,
      payment_id: ID,
      key: `'ng-' || n || '_1'`,
      owner: `'PLATFORM'`,
      channel: `'VA_BNI'`,
      amount_idr: '110000',
      state: `case when n % 10 = 0 then 'OPEN' else 'PAID' end`,
      expires_at: MOMENT,
      next_try_at: `case when n % 10 = 0 then ${MOMENT} end`,
      created_at: MOMENT,
      updated_at: MOMENT,
    },
  ],
  [
    'gateway_payments',
    {
      id: ID,
      charge_id: ID,
      vendor_payment_id: `'pay-' || n`,
      amount_idr: '110000',
      paid_at: MOMENT,
      outcome: `case when n % 100 = 0 then 'WRONG_AMOUNT' else 'PAID' end`,
      created_at: MOMENT,
    },
  ],
  ['unique_code_counters', { bank_account_id: `${FIRST} + n`, last_code: '1' }, 190],
];
