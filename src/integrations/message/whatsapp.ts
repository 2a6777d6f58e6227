import { z } from 'zod';
import type { MessageAccount, MessageCredentials, OutgoingMessage } from './port.ts';
import type { MessageClient, VendorText } from './vendor-client.ts';
import { problemOfCode } from './whatsapp-words.ts';

const Sent = z.object({ messages: z.array(z.object({ id: z.string().min(1).max(200) })).min(1) });
const Failure = z.object({ error: z.object({ code: z.number(), message: z.string().optional() }) });

/**
 * The WhatsApp Cloud API of Meta. Free texts reach a customer within 24 hours after the customer has written; before and after that,
 * approved templates do. It has no key of ours under which a message is sent once, but repeats one in its callbacks
 * (`biz_opaque_callback_data`), so that what was sent under a lost answer is known from these.
 */
export function whatsappAccount(
  client: MessageClient,
  base_url: string,
  { sender, api_key }: MessageCredentials,
): MessageAccount {
  const secret = api_key.revealText();
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const of_sender = `${base_url}/${encodeURIComponent(sender ?? '')}`;
  return {
    name: 'whatsapp',
    window_hours: 24,
    tells_keys: true,
    async send(message) {
      const said = await client.send({
        method: 'POST',
        url: `${of_sender}/messages`,
        title: 'POST messages',
        headers,
        secret,
        body: JSON.stringify(bodyOf(message)),
      });
      refuse(client, said);
      const sent = Sent.safeParse(jsonOf(said));
      if (said.status >= 300 || !sent.success) throw client.error('answer_lost', said.detail);
      return { state: 'SENT', vendor_message_id: sent.data.messages[0]?.id ?? null };
    },
    async test() {
      const said = await client.send({
        method: 'GET',
        url: `${of_sender}?fields=id`,
        title: 'GET phone number',
        headers,
        secret,
      });
      refuse(client, said);
    },
  };
}

function bodyOf({ key, phone, text, approved }: OutgoingMessage) {
  const content =
    approved === undefined
      ? { type: 'text', text: { body: text, preview_url: false } }
      : { type: 'template', template: templateOf(approved) };
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: phone,
    ...content,
    biz_opaque_callback_data: key,
  };
}

function templateOf({ name, language, values }: NonNullable<OutgoingMessage['approved']>) {
  const parameters = values.map((text) => ({ type: 'text', text }));
  return {
    name,
    language: { code: language },
    ...(parameters.length > 0 && { components: [{ type: 'body', parameters }] }),
  };
}

/** @throws MessageError where it says that it has not sent it */
function refuse(client: MessageClient, said: VendorText): void {
  if (said.status < 300) return;
  const { detail } = said;
  const failure = Failure.safeParse(jsonOf(said));
  if (failure.success) throw client.error(problemOfCode(failure.data.error.code), detail);
  if (said.status === 401 || said.status === 403) throw client.error('key_refused', detail);
  // Something in front of it refused the request, in words that are none of its own.
  throw client.error(said.status >= 400 ? 'refused' : 'answer_lost', detail);
}

function jsonOf({ text }: Pick<VendorText, 'text'>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
