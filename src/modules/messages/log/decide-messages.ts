import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors, Refusal } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { messageErrors } from '../errors.ts';
import { messageLimits } from '../limits.ts';
import { haveWork, wakeMessages } from '../queue-messages.ts';
import type { DecideMessagesInput, MESSAGE_STATES, MessagesDecided } from './schemas.ts';

type Input = z.output<typeof DecideMessagesInput>;

/** In which states a person can decide what. What has left, or waits, is not decided any more. */
const FROM: Readonly<Record<Input['decision'], readonly (typeof MESSAGE_STATES)[number][]>> = {
  SENT: ['LINK', 'UNKNOWN'],
  SEND_AGAIN: ['FAILED', 'UNKNOWN'],
  DROP: ['LINK', 'UNKNOWN', 'WAITING', 'HELD', 'FAILED'],
};

/**
 * A person says what becomes of messages: that they were sent by hand, that they are to be sent again, which nobody does by itself
 * where they may have been sent, or that they are not to be sent. All of them, or none.
 * @throws Refusal 422 for messages that the shop does not have; 409 where one is in another state
 */
export async function decideMessages(
  context: Context,
  { ids, decision }: Input,
): Promise<z.input<typeof MessagesDecided>> {
  return context.transaction(async (inner) => {
    const chosen = [...new Set(ids)].toSorted((a, b) => a - b);
    const rows = await inner.db
      .selectFrom('messages')
      .select(['id', 'state'])
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', sql<number>`any(${chosen}::bigint[])`)
      .orderBy('id')
      .forUpdate()
      .execute();
    const states = new Map(rows.map(({ id, state }) => [id, state]));
    const unknown = ids.flatMap((id, index) =>
      states.has(id) ? [] : [kernelErrors.part('field_not_found', `ids.${index}`)],
    );
    if (unknown.length > 0) throw new Refusal(unknown);
    const wrong = ids.flatMap((id, index) => {
      const state = states.get(id);
      return state === undefined || FROM[decision].includes(state)
        ? []
        : [messageErrors.part('message_state', `ids.${index}`, { state })];
    });
    if (wrong.length > 0) throw new Refusal(wrong);
    await write(inner, chosen, decision);
    await emit(inner, 'message.decided', chosen[0] ?? 0, { decision, message_ids: chosen });
    return { decision, ids: chosen };
  });
}

async function write(context: Context, ids: readonly number[], decision: Input['decision']): Promise<void> {
  const { db, shop, clock } = context;
  const now = clock.now();
  const wait_ms = messageLimits.message_wait_hours * 3_600_000;
  const change =
    decision === 'SENT'
      ? { state: 'SENT' as const, reason: null, sent_at: now }
      : decision === 'DROP'
        ? { state: 'SKIPPED' as const, reason: null }
        : {
            state: 'WAITING' as const,
            reason: null,
            asked_at: null,
            vendor_message_id: null,
            next_try_at: now,
            expires_at: new Date(now.getTime() + wait_ms),
          };
  await db
    .updateTable('messages')
    .set({ ...change, updated_at: now })
    .where('shop_id', '=', shop.id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute();
  if (decision !== 'SEND_AGAIN') return;
  await haveWork(context, now);
  await wakeMessages(context);
}
