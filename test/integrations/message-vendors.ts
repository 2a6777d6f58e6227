import { createHmac } from 'node:crypto';
import { openLoopback, type Loopback, type VendorAnswer, type VendorRequest } from './loopback.ts';

export const MESSAGE_KEY = 'kunci-pesan-rahasia';
export const APP_SECRET = 'rahasia-aplikasi-meta';
export const SENDER = '106540352242922';

/** A number that no vendor reaches. */
export const UNREACHABLE = '6280000000000';

/** A message that the vendor has sent, whoever has heard of it. */
export interface ToldMessage {
  phone: string;
  text: string;
  /** Ours, where the vendor takes one. */
  key: string | null;
  id: string;
  template: { name: string; values: string[] } | null;
}

/** A vendor of messages on this machine, with all that it has sent. */
export interface MessageLoopback extends Loopback {
  told: ToldMessage[];
}

async function openMessageLoopback(
  answer: (request: VendorRequest, told: ToldMessage[]) => VendorAnswer,
): Promise<MessageLoopback> {
  const told: ToldMessage[] = [];
  const loopback = await openLoopback(
    (request) => answer(request, told),
    () => void (told.length = 0),
  );
  return Object.assign(loopback, { told });
}

/** Takes a key in the body, and answers a text. It knows no message again. */
export const openWoowaVendor = () =>
  openMessageLoopback(({ method, path, body }, told) => {
    if (method === 'GET') return { status: 200, body: 'woowa' };
    if (path !== '/api/async_send_message') return { status: 404, body: 'Not found' };
    if (body['key'] !== MESSAGE_KEY) return { status: 200, body: 'Invalid Key' };
    const phone = String(body['phone_no']).replace(/^\+/, '');
    if (phone === UNREACHABLE) return { status: 200, body: 'Invalid phone number' };
    told.push({ phone, text: String(body['message']), key: null, id: '', template: null });
    return { status: 200, body: 'Success' };
  });

let sent = 0;

interface Parameter {
  text: string;
}

/** As the Cloud API documents: an access token, the ID of the number in the path, and our key beside the message. */
export const openWhatsappVendor = () =>
  openMessageLoopback(({ method, path, headers, body }, told) => {
    if (headers.authorization !== `Bearer ${MESSAGE_KEY}`) return failure(401, 190);
    if (!path.startsWith(`/${SENDER}`)) return failure(400, 100);
    if (method === 'GET') return { status: 200, body: { id: SENDER } };
    const phone = String(body['to']);
    if (phone === UNREACHABLE) return failure(400, 131_026);
    sent += 1;
    const id = `wamid.${sent}`;
    const template = body['template'] as
      | { name: string; components?: { parameters: Parameter[] }[] }
      | undefined;
    told.push({
      phone,
      text: (body['text'] as { body?: string } | undefined)?.body ?? '',
      key: String(body['biz_opaque_callback_data']),
      id,
      template:
        template === undefined
          ? null
          : {
              name: template.name,
              values: (template.components?.[0]?.parameters ?? []).map(({ text }) => text),
            },
    });
    const contacts = [{ input: phone, wa_id: phone }];
    return { status: 200, body: { messaging_product: 'whatsapp', contacts, messages: [{ id }] } };
  });

const failure = (status: number, code: number): VendorAnswer => ({
  status,
  body: { error: { message: `(#${code}) failed`, type: 'OAuthException', code, fbtrace_id: 'x' } },
});

/** What Meta calls with, signed. */
export function whatsappCall(
  value: { statuses?: object[]; messages?: object[] },
  { secret = APP_SECRET, sender = SENDER } = {},
): { body: object; headers: Record<string, string> } {
  const body = {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '62811', phone_number_id: sender },
              ...value,
            },
          },
        ],
      },
    ],
  };
  const signature = createHmac('sha256', secret).update(JSON.stringify(body)).digest('hex');
  return { body, headers: { 'x-hub-signature-256': `sha256=${signature}` } };
}

/** What is told of a message that was sent. */
export const statusOf = ({ id, key, phone }: ToldMessage, status: string, seconds = 1_770_000_000) => ({
  id,
  status,
  timestamp: String(seconds),
  recipient_id: phone,
  biz_opaque_callback_data: key,
});
