import type { ReadEvent } from '../../../kernel/event-readers.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { bodyOf, messageTypes } from '../message-types.ts';
import type { Subjects } from './load-subjects.ts';
import type { PlannedMessage } from './plan-messages.ts';

/** A message as it is stored. */
export interface NewMessage {
  event_id: number;
  type: string;
  subject: string;
  /** Its place among those of the subject. */
  position: number;
  part: number;
  body: string;
}

/** A message, and the event that it is of. */
export interface Planned {
  event: ReadEvent;
  message: PlannedMessage;
  /** Of the messages of the event, from 0. */
  part: number;
}

/**
 * Writes messages from what is known of their subjects. There is none of what was deleted meanwhile: that it is gone is an
 * event of its own.
 */
export async function buildMessages(planned: readonly Planned[], subjects: Subjects): Promise<NewMessage[]> {
  const messages: NewMessage[] = [];
  for (const { event, message, part } of planned) {
    await takeTurns();
    const said = message.gone ?? dataOf(message, subjects);
    if (said === undefined) continue;
    const { version, data } = messageTypes[message.type];
    messages.push({
      event_id: event.id,
      type: message.type,
      subject: `${message.kind}:${message.id}`,
      position: event.position,
      part,
      // The schema lets nothing else out.
      body: bodyOf(message.type, version, event.created_at, data.parse(said)),
    });
  }
  return messages;
}

function dataOf({ type, kind, id, payment, paid }: PlannedMessage, subjects: Subjects): object | undefined {
  if (type.startsWith('shipment.')) return subjects.shipment.get(id);
  if (kind !== 'order') return subjects[kind].get(id);
  const order = subjects.order.get(id);
  if (order === undefined || (paid !== undefined && paid < order.total)) return undefined;
  if (payment === undefined) return order;
  return { ...order, amount: payment.amount, ...(payment.id !== undefined && { payment_id: payment.id }) };
}
