import { z } from 'zod';
import { messageTypes, TRIAL } from '../message-types.ts';
import type { WebhookEventType } from './schemas.ts';

/** All types of messages, with what they say. */
export async function listWebhookEventTypes(): Promise<z.input<typeof WebhookEventType>[]> {
  const { name, ...trial } = TRIAL;
  return Object.entries({ ...messageTypes, [name]: trial }).map(([type, { version, summary, data }]) => ({
    type,
    version,
    summary,
    data: z.toJSONSchema(data),
  }));
}
