import type { MessageAccount, MessageCredentials, MessageProblem } from './port.ts';
import type { MessageClient, VendorText } from './vendor-client.ts';

/** What it says of a message that it did not take, as its clients know it. */
const REFUSALS: readonly [RegExp, MessageProblem][] = [
  [/invalid[_ -]?key|key[_ -]?(is )?(invalid|not found|expired)|licen[cs]e|unauthori[sz]ed/i, 'key_refused'],
  [/quota|saldo|balance|insufficient/i, 'balance_too_low'],
  [
    /(invalid|wrong|not)[_ -]?(a[_ -])?(phone|number|whatsapp|registered)|number[_ -]?(is )?invalid/i,
    'phone_refused',
  ],
  [/offline|disconnect|not[_ -]?connected|scan/i, 'refused'],
];

/**
 * Woowa (eco API, and compatible ones): `POST /api/async_send_message` with the key in the body, answered by a text such as
 * `Success`. It knows no message again and can be asked about none, so that where its answer is lost it is not known whether
 * the message was sent.
 */
export function woowaAccount(
  client: MessageClient,
  { address, api_key }: MessageCredentials,
): MessageAccount {
  const base = (address ?? '').replace(/\/+$/, '');
  return {
    name: 'woowa',
    window_hours: undefined,
    tells_keys: false,
    async send({ phone, text }) {
      const said = await client.send({
        method: 'POST',
        url: `${base}/api/async_send_message`,
        title: 'POST async_send_message',
        headers: { 'content-type': 'application/json' },
        secret: api_key.revealText(),
        body: JSON.stringify({
          phone_no: `+${phone}`,
          key: api_key.revealText(),
          message: text,
          skip_link: true,
        }),
      });
      refuse(client, said);
      return { state: 'SENT', vendor_message_id: null };
    },
    // It has nothing that tells whether it takes a key: only whether it is there is found out.
    async test() {
      await client.send({ method: 'GET', url: `${base}/`, title: 'GET /' });
    },
  };
}

/** @throws MessageError unless it says that it has taken the message */
function refuse(client: MessageClient, { status, text, detail }: VendorText): void {
  if (
    status < 300 &&
    /^["'\s{]*(success|sukses|ok\b|.{0,80}"(status|message|results?)"\s*:\s*("success|"sukses|true))/i.test(
      text,
    )
  )
    return;
  if (status === 401 || status === 403) throw client.error('key_refused', detail);
  if (status === 402) throw client.error('balance_too_low', detail);
  const known = text.length <= 1_000 ? REFUSALS.find(([words]) => words.test(text))?.[1] : undefined;
  if (known !== undefined) throw client.error(known, detail);
  if (status >= 400) throw client.error('refused', detail);
  throw client.error('answer_lost', detail);
}
