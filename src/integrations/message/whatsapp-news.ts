import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { jsonOfCallback } from '../json-client.ts';
import type { MessageCallbacks, MessageNews } from './port.ts';
import { problemOfCode } from './whatsapp-words.ts';

const Text = z.string().max(200);
const Status = z.object({
  id: Text.min(1),
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  timestamp: z.string().regex(/^\d{1,12}$/),
  biz_opaque_callback_data: Text.optional().catch(undefined),
  errors: z
    .array(z.object({ code: z.number() }))
    .optional()
    .catch(undefined),
});
const Heard = z.object({
  from: z.string().regex(/^\d{8,15}$/),
  timestamp: z.string().regex(/^\d{1,12}$/),
  text: z.object({ body: z.string() }).optional().catch(undefined),
  button: z.object({ text: z.string() }).optional().catch(undefined),
});
const Value = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  statuses: z.array(z.unknown()).default([]),
  messages: z.array(z.unknown()).default([]),
});
const Call = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.object({ changes: z.array(z.object({ value: z.unknown() })) })),
});

const STATES = { sent: 'SENT', delivered: 'DELIVERED', read: 'READ', failed: 'FAILED' } as const;

/** Of what a customer writes, as much as is looked at. */
const HEARD_CHARACTERS = 200;

/**
 * Callbacks of the WhatsApp Cloud API, signed in `X-Hub-Signature-256` by HMAC-SHA256 of the body with the secret of the app. An
 * entry that cannot be read keeps no other from being read.
 */
export const whatsappCallbacks: MessageCallbacks = {
  isSigned({ headers, body }, secret) {
    const signature = headers['x-hub-signature-256'];
    const digits =
      typeof signature === 'string' ? /^sha256=([0-9a-f]{64})$/i.exec(signature)?.[1] : undefined;
    if (digits === undefined) return false;
    const expected = createHmac('sha256', secret.reveal()).update(body).digest();
    return timingSafeEqual(Buffer.from(digits, 'hex'), expected);
  },
  read(body, sender) {
    const { data: call } = Call.safeParse(jsonOfCallback(body));
    if (call === undefined) return undefined;
    const news: MessageNews = { states: [], heard: [] };
    for (const { value } of call.entry.flatMap(({ changes }) => changes)) {
      const read = Value.safeParse(value);
      // The app may have other numbers, which are none of this shop.
      if (!read.success || read.data.metadata.phone_number_id !== sender) continue;
      news.states.push(...read.data.statuses.flatMap(stateOf));
      news.heard.push(...read.data.messages.flatMap(heardOf));
    }
    return news;
  },
};

const momentOf = (seconds: string) => new Date(Number(seconds) * 1_000);

function stateOf(value: unknown): MessageNews['states'] {
  const { data } = Status.safeParse(value);
  if (data === undefined) return [];
  const { id, status, timestamp, biz_opaque_callback_data, errors } = data;
  const code = errors?.[0]?.code;
  return [
    {
      vendor_message_id: id,
      key: biz_opaque_callback_data ?? null,
      state: STATES[status],
      problem: status !== 'failed' ? null : code === undefined ? 'refused' : problemOfCode(code),
      at: momentOf(timestamp),
    },
  ];
}

function heardOf(value: unknown): MessageNews['heard'] {
  const { data } = Heard.safeParse(value);
  if (data === undefined) return [];
  const text = data.text?.body ?? data.button?.text ?? '';
  return [{ phone: data.from, text: text.slice(0, HEARD_CHARACTERS), at: momentOf(data.timestamp) }];
}
