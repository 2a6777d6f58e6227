import { ID, MOMENT, type FilledTable } from './row-parts.ts';

/** What the shop was told, half of which was read one by one. */
export const NOTIFICATION_ROWS: FilledTable[] = [
  [
    'notifications',
    {
      number: 'n',
      id: `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`,
      kind: `'order_canceled'`,
      event_id: 'n',
      order_id: ID,
      details: `'{}'`,
      created_at: MOMENT,
    },
  ],
  ['notification_read_marks', { user_id: 'owner.id', feed: `'ACTIVITY'`, number: 'n * 2', read_at: MOMENT }],
];
