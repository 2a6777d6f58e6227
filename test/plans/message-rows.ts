import { messageLimits } from '../../src/modules/messages/limits.ts';
import { FIRST, ID, MOMENT, PERSON, type FilledTable } from './row-parts.ts';

/** Texts to customers, and what became of them. */
export const MESSAGE_ROWS: FilledTable[] = [
  [
    'message_templates',
    {
      id: ID,
      kind: `'PROMO'`,
      language: `(array['id', 'en'])[1 + n % 2]`,
      title: `'Promo ' || n`,
      body: `'Promo {%buyer%} ' || n`,
      created_at: MOMENT,
      updated_at: MOMENT,
    },
    // Less what is made besides.
    messageLimits.message_templates - 30,
  ],
  ['message_phones', { phone: `'62855' || (10000000 + n)`, heard_at: MOMENT }],
  ['message_opt_outs', { customer_id: `${FIRST} + 3000 + n`, source: `'STAFF'`, created_at: MOMENT }, 1_000],
  [
    'message_broadcasts',
    {
      id: ID,
      source: `'ASLEEP'`,
      days: '30',
      kind: `'PROMO'`,
      body: `'Promo'`,
      vendor: `'woowa'`,
      cost_idr: '100',
      state: `'DONE'`,
      receiver_total: '1',
      fingerprint: `'x'`,
      user_id: 'owner.id',
      created_at: MOMENT,
      prepared_at: MOMENT,
      ended_at: MOMENT,
    },
  ],
  [
    'messages',
    {
      id: ID,
      key: `'isi-' || n`,
      kind: `(array['PROMO', 'REMINDER'])[1 + n % 2]`,
      lane: '2',
      broadcast_id: `${FIRST} + 1 + n % 3`,
      order_id: ID,
      customer_id: ID,
      phone: `'62855' || (10000000 + n)`,
      name: PERSON,
      template: `'Promo'`,
      text: `'Promo'`,
      vendor: `'woowa'`,
      state: `(array['SENT', 'DELIVERED', 'LINK', 'FAILED', 'UNKNOWN'])[1 + n % 5]`,
      next_try_at: MOMENT,
      expires_at: MOMENT,
      created_at: MOMENT,
      updated_at: MOMENT,
    },
  ],
];
