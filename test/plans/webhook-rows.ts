import { webhookLimits } from '../../src/modules/webhooks/limits.ts';
import { FIRST, ID, MOMENT, type FilledTable } from './row-parts.ts';

const TYPE = `(array['order.created', 'order.paid', 'stock.changed'])[1 + n % 3]`;
const SUBJECT = `'order:' || n`;
const STATE = `(array['DELIVERED', 'FAILED', 'WAITING'])[1 + n % 3]`;

/** What was sent to one of the shop's webhooks, and still waits. */
export const WEBHOOK_ROWS: FilledTable[] = [
  [
    'webhook_endpoints',
    {
      id: ID,
      url: `'https://hooks.example.com/' || n`,
      description: `'Gudang'`,
      state: `'ACTIVE'`,
      created_by: 'owner.id',
    },
    webhookLimits.webhooks_per_shop - 4,
  ],
  ['webhook_queues', { endpoint_id: ID, due_at: 'now()' }, webhookLimits.webhooks_per_shop - 4],
  [
    'webhook_messages',
    {
      id: ID,
      webhook_id: `'msg_' || n`,
      event_id: 'n',
      type: TYPE,
      subject: SUBJECT,
      body: `'{"type":"order.created"}'`,
      created_at: MOMENT,
    },
  ],
  [
    'webhook_deliveries',
    {
      id: ID,
      message_id: ID,
      endpoint_id: `${FIRST} + 1`,
      type: TYPE,
      subject: SUBJECT,
      position: 'n',
      part: '0',
      state: STATE,
      ended_at: `case when n % 3 < 2 then ${MOMENT} end`,
      queued_at: MOMENT,
      created_at: MOMENT,
    },
  ],
  ['webhook_lanes', { endpoint_id: `${FIRST} + 1`, subject: SUBJECT }],
  [
    'webhook_attempts',
    {
      delivery_id: `${FIRST} + 1`,
      number: 'n',
      milliseconds: '40',
      status: '500',
      error: `'STATUS'`,
      answer: `'Aduh'`,
    },
  ],
];
