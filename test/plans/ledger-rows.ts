import { ID, MOMENT, type FilledTable } from './row-parts.ts';

/** Accounts, transfers and entries of the ledger. */
export const LEDGER_ROWS: FilledTable[] = [
  ['ledger_accounts', { kind: `'CUSTOMER_BALANCE'`, subject_id: ID, balance_idr: '5000', moved_at: MOMENT }],
  [
    'ledger_transfers',
    {
      id: ID,
      cause: `'test:' || n`,
      kind: `'CHARGE_PAID'`,
      state: `'POSTED'`,
      order_id: ID,
      orderpay_idr: `case when n % 20 = 0 then -5000 else 5000 end`,
      gateway_idr: `case when n % 3 = 0 then 5000 else 0 end`,
      user_id: 'owner.id',
      created_at: MOMENT,
      decided_at: MOMENT,
    },
  ],
  [
    'ledger_entries',
    {
      transfer_id: ID,
      position: '1',
      kind: `'CUSTOMER_BALANCE'`,
      subject_id: ID,
      amount_idr: '5000',
      order_id: ID,
    },
  ],
  [
    'withdrawals',
    {
      id: ID,
      key: `'wd-' || n`,
      state: `'PAID'`,
      bank_code: `'BCA'`,
      bank_name: `'Bank Central Asia (BCA)'`,
      account_number: `'1234567890'`,
      holder_name: `'Budi'`,
      nominal_idr: '100000',
      fee_idr: '45000',
      user_id: 'owner.id',
      created_at: MOMENT,
      ended_at: MOMENT,
      updated_at: MOMENT,
    },
  ],
];
