import { sql, type UpdateObject } from 'kysely';
import type { MessageError, MessageVendorName, SentMessage } from '../../../integrations/message/port.ts';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import type { ClaimedMessage } from './claim-message.ts';
import { lockBroadcasts, waitingSql } from './waiting-again.ts';

type Change = UpdateObject<DB, 'messages'>;

/** Writes what became of a message, unless another process has taken it meanwhile. @returns whether it was this one's */
async function storeState(
  { db, shop, clock }: Context,
  { id, attempts }: ClaimedMessage,
  change: Change,
  from: readonly ClaimedMessage['state'][] = ['SENDING'],
): Promise<boolean> {
  const stored = await db
    .updateTable('messages')
    .set({ claimed_at: null, updated_at: clock.now(), ...change })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', 'in', from)
    .returning('id')
    .executeTakeFirst();
  return stored !== undefined;
}

/** It does not leave. */
export function storeSkipped(context: Context, message: ClaimedMessage, reason: string): Promise<boolean> {
  return storeState(context, message, { state: 'SKIPPED', reason });
}

/** It leaves later; this was no try. Not before its broadcast goes on, and never where that was stopped meanwhile. */
export function putOff(
  context: Context,
  message: ClaimedMessage,
  at: Date,
  reason: string | null = null,
): Promise<boolean> {
  const wait_ms = message.expires_at.getTime() - message.next_try_at.getTime();
  const moved = reason === null ? { expires_at: new Date(at.getTime() + wait_ms) } : {};
  return context.transaction(async (inner) => {
    const { broadcast_id } = message;
    if (broadcast_id !== null) await lockBroadcasts(inner, [broadcast_id]);
    const change = { state: waitingSql(inner, sql`${broadcast_id}::bigint`), reason, next_try_at: at };
    return storeState(inner, message, { ...change, asked_at: null, ...moved });
  });
}

/** It is not sent any more. */
export function storeFailed(context: Context, message: ClaimedMessage, reason: string): Promise<boolean> {
  return storeState(context, message, { state: 'FAILED', reason });
}

/**
 * Notes, before the vendor is asked, that it may be sent from now on.
 * @returns false where another process has it: then it must not be asked
 */
export async function noteAsked(
  context: Context,
  message: ClaimedMessage,
  asked: { text: string; phone: string; vendor: MessageVendorName; customer_id: number; name: string },
): Promise<boolean> {
  const now = context.clock.now();
  return storeState(context, message, { claimed_at: now, asked_at: now, ...asked });
}

/** It was sent, or its link was made. A late answer counts too, of what was thought to be lost. */
export async function storeSent(context: Context, message: ClaimedMessage, sent: SentMessage): Promise<void> {
  if (sent.state === 'LINK') {
    await storeState(context, message, { state: 'LINK' });
    return;
  }
  const { vendor_message_id } = sent;
  const now = context.clock.now();
  await storeState(context, message, { state: 'SENT', reason: null, vendor_message_id, sent_at: now }, [
    'SENDING',
    'UNKNOWN',
  ]);
}

/** Nobody knows whether it was sent. A callback may tell, else a person decides. */
export function storeUnknown(context: Context, message: ClaimedMessage): Promise<boolean> {
  return storeState(context, message, { state: 'UNKNOWN', reason: 'ANSWER_LOST' });
}

/** Longer and longer, while the vendor fails on and on. */
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** Failures in a row in which an answer was lost, before the vendor is left alone: one may be chance. */
const LOST_BEFORE_PAUSE = 2;

/** The vendor has failed: nothing leaves for a while, which grows with each failure, so that little is lost on it. */
export async function pauseVendor(context: Context, error: MessageError): Promise<Date> {
  const now = context.clock.now();
  const { rows } = await sql<{ failures: number }>`
    update message_settings set failures = least(failures + 1, 100), problem = ${error.problem}
    where shop_id = ${context.shop.id} returning failures`.execute(context.db);
  const failures = (rows[0]?.failures ?? 1) - (error.may_be_sent ? LOST_BEFORE_PAUSE : 0);
  if (failures <= 0) return now;
  const pause_ms = Math.max(
    Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(20, failures - 1)),
    error.retry_after_ms ?? 0,
  );
  const at = new Date(now.getTime() + pause_ms);
  await leaveAlone(context, at);
  return at;
}

/** Nothing leaves before. */
export async function leaveAlone({ db, shop }: Context, at: Date): Promise<void> {
  await sql`update message_settings set next_send_at = greatest(next_send_at, ${at}) where shop_id = ${shop.id}`.execute(
    db,
  );
}

/** The vendor answers again. */
export async function noteAnswer({ db, shop }: Context): Promise<void> {
  await db
    .updateTable('message_settings')
    .set({ failures: 0, problem: null })
    .where('shop_id', '=', shop.id)
    .where((is) => is.or([is('failures', '>', 0), is('problem', 'is not', null)]))
    .execute();
}
