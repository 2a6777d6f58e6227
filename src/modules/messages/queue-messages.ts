import { sql } from 'kysely';
import type { ApprovedTemplate } from '../../integrations/message/port.ts';
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { enqueue } from '../../kernel/jobs/enqueue.ts';
import { messageLimits } from './limits.ts';
import { MESSAGE_WORK } from './message-work.ts';
import type { MessageKind } from './kinds.ts';

/** A message that is to leave. */
export interface NewMessage {
  /** By which it is made once. */
  key: string;
  kind: MessageKind;
  lane: number;
  broadcast_id: number | null;
  order_id: number | null;
  customer_id: number;
  phone: string;
  name: string;
  /** null: the template of the shop when it leaves. */
  template: string | null;
  approved: Approved | null;
  /** LINK: with its text, for a person to send. */
  state: 'WAITING' | 'LINK';
  text: string | null;
  vendor: 'link' | null;
  next_try_at: Date;
}

/** A template that WhatsApp has approved, with the placeholders whose values it takes. */
export type Approved = Omit<ApprovedTemplate, 'values'> & { placeholders: string[] };

/** Why a message was left out that may be true again. */
const LEFT_OUT_FOR_NOW = ['ORDER_CHANGED', 'SWITCHED_OFF'];

/**
 * Stores messages, each once by its key, and has them worked soon. One that is there already waits again where it was left out as
 * it was not true for a while, and leaves sooner where it waits for a later time.
 * @param wait_hours how long after its time a message may leave at the latest
 * @returns the IDs of those that wait by this, by key
 */
export async function queueMessages(
  context: Context,
  messages: readonly NewMessage[],
  wait_hours: number = messageLimits.message_wait_hours,
): Promise<Map<string, number>> {
  if (messages.length === 0) return new Map();
  const now = context.clock.now();
  const wait_ms = wait_hours * 3_600_000;
  const rows = messages.map(({ next_try_at, ...message }) => ({
    ...message,
    next_try_at: next_try_at.toISOString(),
    expires_at: new Date(next_try_at.getTime() + wait_ms).toISOString(),
  }));
  const user_id = context.actor.user_id === 0 ? null : context.actor.user_id;
  const { rows: made } = await sql<{ id: number; key: string }>`
    insert into messages as m (shop_id, key, kind, lane, broadcast_id, order_id, customer_id, phone, name, template, approved, state, text, vendor,
      next_try_at, expires_at, user_id, created_at, updated_at)
    select ${context.shop.id}, key, kind, lane, broadcast_id, order_id, customer_id, phone, name, template, approved, state, text, vendor,
      next_try_at, expires_at, ${user_id}::bigint, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (key text, kind text, lane smallint, broadcast_id bigint,
      order_id bigint, customer_id bigint, phone text, name text, template text, approved jsonb, state text, text text, vendor text,
      next_try_at timestamptz, expires_at timestamptz)
    on conflict (shop_id, key) do update set state = excluded.state, reason = null, customer_id = excluded.customer_id,
      phone = excluded.phone, name = excluded.name, text = excluded.text, vendor = excluded.vendor, asked_at = null,
      next_try_at = excluded.next_try_at, expires_at = excluded.expires_at, updated_at = excluded.updated_at
      where m.shop_id = ${context.shop.id} and (m.state = 'SKIPPED' and m.reason = any(${LEFT_OUT_FOR_NOW}::text[])
        or m.state = 'WAITING' and m.next_try_at > excluded.next_try_at)
    returning id, key`.execute(context.db);
  const first = messages.reduce<Date | undefined>(
    (least, { state, next_try_at }) =>
      state === 'WAITING' && (least === undefined || next_try_at < least) ? next_try_at : least,
    undefined,
  );
  if (first !== undefined) await haveWork(context, first);
  return new Map(made.map(({ id, key }) => [key, id]));
}

/** Notes when there is something to do, for whichever process looks, unless it is sooner anyhow. */
export async function haveWork({ db, shop }: Context, at: Date): Promise<void> {
  await sql`insert into message_settings as s (shop_id, work_due_at) values (${shop.id}, ${at})
    on conflict (shop_id) do update set work_due_at = least(s.work_due_at, excluded.work_due_at)
    where s.shop_id = ${shop.id} and (s.work_due_at is null or s.work_due_at > excluded.work_due_at)`.execute(
    db,
  );
}

/** Has what waits worked at once; it is in any case, within seconds. */
export async function wakeMessages(context: Context): Promise<void> {
  const queued = await context.db
    .selectFrom('shop_jobs')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('name', '=', MESSAGE_WORK.name)
    .where('status', '=', 'QUEUED')
    .executeTakeFirst();
  if (queued !== undefined) return;
  try {
    await enqueue(context, MESSAGE_WORK, {});
  } catch (error) {
    // The shop has much other work waiting.
    if (!(error instanceof Refusal)) throw error;
  }
}
