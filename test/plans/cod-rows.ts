import { DAY, ID, MOMENT, type FilledTable } from './row-parts.ts';

const COURIER = `(array['jne', 'sicepat', 'jnt'])[1 + n % 3]`;

/** Parcels with cash on delivery, their invoices and payouts. */
export const COD_ROWS: FilledTable[] = [
  [
    'cod_parcels',
    {
      order_id: ID,
      trip: '1',
      po_number: ID,
      awb_number: `'COD' || n`,
      courier_id: '1',
      courier: COURIER,
      state: `(array['ON_ITS_WAY', 'COLLECTED', 'CAME_BACK'])[1 + n % 3]`,
      cod_idr: '110000',
      shipping_idr: '10000',
      entered_idr: `case when n % 3 = 0 then 0 else 96700 end`,
      event_position: '0',
      changed_at: MOMENT,
    },
  ],
  [
    'cod_invoices',
    {
      id: `lpad(n::text, 8, '0')`,
      sequence: ID,
      number: `'INV-S-' || n`,
      courier: COURIER,
      week_start: `date '1980-01-07' + 7 * n::integer`,
      total_idr: '96700',
      created_at: MOMENT,
    },
  ],
  [
    'cod_entries',
    {
      order_id: ID,
      trip: '1',
      id: ID,
      kind: `'COLLECTED'`,
      amount_idr: '96700',
      entered_on: DAY,
      courier: COURIER,
      invoice_id: `case when n % 2 = 0 then lpad(n::text, 8, '0') end`,
      created_at: MOMENT,
    },
  ],
  [
    'cod_payouts',
    {
      id: ID,
      source: `'HAND'`,
      courier: COURIER,
      paid_on: DAY,
      status: `'APPLIED'`,
      row_total: '1',
      paid_idr: '96700',
      first_entered_on: DAY,
      last_entered_on: DAY,
      created_by: 'owner.id',
      created_at: MOMENT,
    },
  ],
  [
    'cod_payout_lines',
    {
      id: ID,
      payout_id: ID,
      row_number: '1',
      awb_number: `'COD' || n`,
      net_idr: '96700',
      line_key: `'k' || n`,
      status: `case when n % 2 = 0 then 'QUEUED' else 'SETTLED' end`,
      order_id: ID,
      trip: '1',
    },
  ],
  [
    'cod_settlements',
    {
      order_id: ID,
      trip: '1',
      id: ID,
      line_id: ID,
      payout_id: ID,
      kind: `'PAYOUT'`,
      amount_idr: '96700',
      created_at: MOMENT,
    },
  ],
];
