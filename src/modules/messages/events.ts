import { z } from 'zod';
import { MESSAGE_VENDORS } from '../../integrations/message/port.ts';
import { CHANGES, defineEvents } from '../../kernel/events.ts';

const vendor = z.enum(MESSAGE_VENDORS);

export const messageEvents = defineEvents({
  'message_setting.updated': {
    version: 1,
    summary: 'How messages of the shop leave was changed. The subject is the shop.',
    payload: CHANGES,
  },
  'message_connection.saved': {
    version: 1,
    summary: 'The shop was connected with a vendor of messages. The subject is the shop.',
    payload: z.strictObject({ vendor }),
  },
  'message_connection.removed': {
    version: 1,
    summary: 'The connection with a vendor of messages was removed. The subject is the shop.',
    payload: z.strictObject({ vendor }),
  },
  'message_template.created': {
    version: 1,
    summary: 'A message template was created.',
    payload: z.strictObject({ kind: z.string() }),
  },
  'message_template.updated': { version: 1, summary: 'A message template was changed.', payload: CHANGES },
  'message_template.deleted': {
    version: 1,
    summary: 'A message template was deleted.',
    payload: z.strictObject({ kind: z.string() }),
  },
  'message_followup.switched': {
    version: 1,
    summary: 'A message that is sent by itself was switched on or off. The subject is the shop.',
    payload: z.strictObject({ kind: z.string(), is_on: z.boolean(), after_hours: z.int().nullable() }),
  },
  'message_broadcast.started': {
    version: 1,
    summary: 'A message to many customers was started.',
    payload: z.strictObject({ source: z.string(), receivers: z.int() }),
  },
  'message_broadcast.paused': {
    version: 1,
    summary: 'A message to many customers was paused.',
    payload: z.strictObject({}),
  },
  'message_broadcast.resumed': {
    version: 1,
    summary: 'A message to many customers was resumed.',
    payload: z.strictObject({}),
  },
  'message_broadcast.stopped': {
    version: 1,
    summary: 'A message to many customers was stopped.',
    payload: z.strictObject({}),
  },
  'message.decided': {
    version: 1,
    summary: 'A person decided what becomes of messages. The subject is the first of them.',
    payload: z.strictObject({ decision: z.string(), message_ids: z.array(z.int()) }),
  },
  'customer.opted_out': {
    version: 1,
    summary: 'A customer wants no promos any more.',
    payload: z.strictObject({ source: z.enum(['CUSTOMER', 'STAFF']) }),
  },
  'customer.opted_in': {
    version: 1,
    summary: 'A customer wants promos again.',
    payload: z.strictObject({ source: z.enum(['CUSTOMER', 'STAFF']) }),
  },
});

type Names = typeof messageEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
