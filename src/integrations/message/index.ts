import { outboxMessages } from './outbox.ts';
import type { Messages } from './port.ts';

/** How messages reach customers: by mail, as long as no vendor of messages is set. */
export function openMessages(): Messages {
  return outboxMessages;
}
