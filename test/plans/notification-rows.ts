import { notificationLimits } from '../../src/modules/notifications/limits.ts';
import { FIRST, ID, MOMENT, type FilledTable } from './row-parts.ts';

/** As many as forty people have. */
const DEVICES = 40 * notificationLimits.push_devices;

/** What the shop was told, half of which was read one by one; and the devices of its people, for which much waits. */
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
  [
    'push_devices',
    {
      id: ID,
      user_id: 'owner.id',
      actor_kind: `'session'`,
      credential_id: 'n',
      kind: `(array['WEB', 'FCM'])[1 + n % 2]`,
      device: `'Samsung S20+'`,
      language: `'id'`,
      address_hash: `'alamat-' || n`,
      address: `'\\x00'::bytea`,
      created_at: MOMENT,
      used_at: MOMENT,
    },
    DEVICES,
  ],
  [
    'push_sends',
    {
      device_id: `${FIRST} + 1 + n % ${DEVICES}`,
      feed: `'ACTIVITY'`,
      number: 'n',
      created_at: MOMENT,
    },
  ],
];
