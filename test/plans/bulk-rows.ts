import { FIRST, ID, MOMENT, type FilledTable } from './row-parts.ts';

/** What was done with many orders at once. */
export const BULK_ROWS: FilledTable[] = [
  [
    'bulk_runs',
    {
      id: ID,
      action: `(array['PAY', 'CANCEL', 'SHIPPING_STATUS'])[1 + n % 3]`,
      terms: `'{}'`,
      state: `'DONE'`,
      order_total: '250',
      created_by: 'owner.id',
      created_at: MOMENT,
      ended_at: MOMENT,
      done_total: '200',
      skipped_total: '30',
      failed_total: '20',
      stopped_total: '0',
      amount_idr: 'n',
    },
  ],
  [
    'bulk_run_orders',
    {
      run_id: `${FIRST} + 1`,
      order_id: ID,
      result: `(array['DONE', 'SKIPPED', 'FAILED'])[1 + n % 3]`,
      faults: `case when n % 3 = 2 then '[{"code": "order_paid"}]'::jsonb end`,
      created_at: MOMENT,
      worked_at: MOMENT,
    },
  ],
];
