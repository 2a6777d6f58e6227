import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { MESSAGE_PROBLEMS } from '../../../integrations/message/port.ts';
import type { Context, PublicContext } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { FileAnswer } from '../../../kernel/http/answer.ts';
import type { SignedRequest, VerifiedCallback } from '../../../kernel/http/callback-route.ts';
import { text } from '../../../kernel/http/input.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { hashToken, shopOfToken } from '../../../kernel/shop-token.ts';
import { Readable } from 'node:stream';
import { MESSAGE_APP_SECRETS } from '../message-account.ts';
import { dropPromos, noteCustomers, notePhone } from '../opt-out.ts';

const NewsInput = z.object({
  states: z.array(
    z.object({
      vendor_message_id: z.string(),
      key: z.string().nullable(),
      state: z.enum(['SENT', 'DELIVERED', 'READ', 'FAILED']),
      problem: z.enum(MESSAGE_PROBLEMS).nullable(),
      at: z.coerce.date(),
    }),
  ),
  heard: z.array(z.object({ phone: z.string(), text: z.string(), at: z.coerce.date() })),
});
type News = z.output<typeof NewsInput>;

/** Writes what the vendor tells: what became of messages, and what customers have said. Told again, it changes nothing. */
export const messageNewsJob = defineJob({
  name: 'message-news',
  input: NewsInput,
  async run(context, { states, heard }) {
    return context.transaction(async (inner) => {
      const known = await noteStates(inner, states);
      for (const message of heard) await hear(inner, message);
      return { states: states.length, known, heard: heard.length };
    });
  },
});

/** How far a message is, so that nothing that is told late takes it back. */
const RANK = sql`case m.state when 'DELIVERED' then 2 when 'READ' then 3 when 'SENT' then 1 else 0 end`;
const RANKS = { SENT: 1, DELIVERED: 2, READ: 3, FAILED: 0 } as const;

/** All that is told of a message at once: the farthest that it came. That it has failed counts unless it has arrived. */
function togetherOf({ shop }: Context, own: News['states']) {
  const prefix = `${shop.id}-`;
  const key = own.find((told) => told.key?.startsWith(prefix) === true)?.key?.slice(prefix.length) ?? null;
  const farthest = own.reduce((far, told) => (RANKS[told.state] > RANKS[far.state] ? told : far));
  const failure = own.find(({ state }) => state === 'FAILED');
  const told = failure !== undefined && RANKS[farthest.state] < RANKS.DELIVERED ? failure : farthest;
  const since = (rank: number) => own.find(({ state }) => RANKS[state] >= rank)?.at.toISOString() ?? null;
  return {
    vendor_message_id: told.vendor_message_id,
    key,
    state: told.state,
    rank: RANKS[told.state],
    reason: told.state === 'FAILED' ? (told.problem ?? 'refused').toUpperCase() : null,
    sent_at: since(RANKS.SENT),
    delivered_at: since(RANKS.DELIVERED),
    read_at: since(RANKS.READ),
  };
}

/**
 * Messages are known by our key, also where the vendor’s answer was lost, or by the vendor’s ID of them. What is to be sent again and
 * turns out to have been sent is not sent again.
 * @returns how many were known
 */
async function noteStates(context: Context, states: News['states']): Promise<number> {
  if (states.length === 0) return 0;
  const { db, shop, clock } = context;
  const told = [...Map.groupBy(states, (one) => one.vendor_message_id).values()].map((own) =>
    togetherOf(context, own),
  );
  const { rows } = await sql`
    update messages m set claimed_at = null, vendor_message_id = told.vendor_message_id, updated_at = ${clock.now()},
      state = case when told.state = 'FAILED' or ${RANK} < told.rank then told.state else m.state end, reason = told.reason,
      sent_at = coalesce(m.sent_at, told.sent_at), delivered_at = coalesce(m.delivered_at, told.delivered_at),
      read_at = coalesce(m.read_at, told.read_at)
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as told (vendor_message_id text, key text, state text, rank integer,
      reason text, sent_at timestamptz, delivered_at timestamptz, read_at timestamptz)
    where m.shop_id = ${shop.id}
      and (m.vendor_message_id = told.vendor_message_id or m.vendor_message_id is null and m.key = told.key)
      and (m.state in ('SENT', 'SENDING', 'UNKNOWN')
        or told.state <> 'FAILED' and m.state in ('WAITING', 'DELIVERED', 'READ'))
    returning m.id`.execute(db);
  return rows.length;
}

const STOP = /^(stop|berhenti|unsub(scribe)?|stop promo(si)?|berhenti promo(si)?)$/;
const START = /^(start|mulai)$/;

/** What a customer has written: free texts reach this customer for a day, and promos only where they are wanted. */
async function hear(context: Context, { phone, text: written, at }: News['heard'][number]): Promise<void> {
  const { db, shop } = context;
  await sql`insert into message_phones as p (shop_id, phone, heard_at) values (${shop.id}, ${phone}, ${at})
    on conflict (shop_id, phone) do update set heard_at = greatest(p.heard_at, excluded.heard_at)
      where p.shop_id = ${shop.id}`.execute(db);
  const word = written
    .trim()
    .toLowerCase()
    .replaceAll(/[.!"'\s]+/g, ' ')
    .trim();
  const is_opted_out = STOP.test(word);
  if (!is_opted_out && !START.test(word)) return;
  if (!(await notePhone(context, { phone, is_opted_out, at }))) return;
  const customers = await db
    .selectFrom('customers')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('phone', '=', phone)
    .orderBy('id')
    .limit(100)
    .execute();
  const ids = customers.map(({ id }) => id);
  await noteCustomers(context, ids, { is_opted_out, source: 'CUSTOMER' });
  if (is_opted_out) await dropPromos(context, { customer_ids: ids, phone });
}

/**
 * The address that the vendor calls has a secret, and the vendor signs what it says with the secret of the shop’s app. The work is
 * done in the name of who connected the vendor, or of an owner where this person does not work in the shop any more.
 */
export async function verifyMessageCallback(
  context: PublicContext,
  { headers, params, body }: SignedRequest,
): Promise<VerifiedCallback<News> | undefined> {
  const connection = await findConnection(context, params['connection'] ?? '');
  if (connection === undefined) return undefined;
  const { shop_id, app_secret, sender, user_id } = connection;
  const secret = context.secrets.open(MESSAGE_APP_SECRETS, { shop_id, vendor: 'whatsapp' }, app_secret);
  const { messageCallbacks } = context.ports;
  if (!messageCallbacks.isSigned({ headers, body }, secret)) return undefined;
  const input = messageCallbacks.read(body, sender);
  if (input === undefined) return undefined;
  return {
    shop_id,
    user_id,
    connection_id: 1,
    // The same call again, as where our answer was lost, is the same bytes.
    event_id: createHash('sha256').update(body).digest('base64url'),
    input,
  };
}

async function findConnection({ db }: PublicContext, token: string) {
  const shop_id = shopOfToken(token);
  if (shop_id === undefined) return undefined;
  const row = await db
    .selectFrom('message_connections as c')
    .innerJoin('users', (join) => join.on('users.shop_id', '=', shop_id).on('users.status', '=', 'ACTIVE'))
    .select(['c.sender', 'c.app_secret', 'users.id as user_id'])
    .where('c.shop_id', '=', shop_id)
    .where('c.callback_hash', '=', hashToken(token))
    .where((is) => is.or([is('users.id', '=', is.ref('c.user_id')), is('users.role', '=', 'owner')]))
    .orderBy((is) => is('users.id', '<>', is.ref('c.user_id')))
    .orderBy('users.id')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.sender === null || row.app_secret === null) return undefined;
  return { shop_id, sender: row.sender, app_secret: row.app_secret, user_id: row.user_id };
}

export const ConfirmWebhookInput = z.object({
  connection: text({ max: 200 }),
  'hub.mode': text({ max: 50 }),
  'hub.verify_token': text({ max: 200 }),
  'hub.challenge': text({ max: 200 }),
});

/**
 * Meta asks once, when the address is entered, whether it is the shop’s, and wants its challenge back.
 * @throws Refusal 404 where it is no connection’s address, or the token is another
 */
export async function confirmWebhook(
  context: PublicContext,
  input: z.output<typeof ConfirmWebhookInput>,
): Promise<FileAnswer> {
  const { connection: token } = input;
  const is_same = timingSafeEqual(hashToken(token), hashToken(input['hub.verify_token']));
  const is_known =
    input['hub.mode'] === 'subscribe' && is_same && (await findConnection(context, token)) !== undefined;
  if (!is_known) throw kernelErrors.refuse('not_found');
  return new FileAnswer('challenge.txt', 'text/plain', Readable.from([input['hub.challenge']]));
}
