import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { lockQueues, openLanes } from '../lanes.ts';
import { makeWebhookId } from '../webhook-id.ts';
import type { NewMessage } from './build-messages.ts';

/** Who wants which messages. */
export interface Subscriber {
  id: number;
  /** null: all */
  event_types: readonly string[] | null;
}

export const wants = ({ event_types }: Subscriber, type: string) => event_types?.includes(type) ?? true;

/** Rows of one statement, at most. */
const ROWS_AT_ONCE = 1_000;

/**
 * Stores messages and their deliveries, in the transaction of the reader. A message that is there already, as its event was
 * read once before, is not stored again.
 */
export async function storeMessages(
  context: Context,
  subscribers: readonly Subscriber[],
  messages: readonly NewMessage[],
): Promise<void> {
  await lockQueues(
    context,
    subscribers.map(({ id }) => id),
  );
  for (let from = 0; from < messages.length; from += ROWS_AT_ONCE) {
    const stored = await insertMessages(context, messages.slice(from, from + ROWS_AT_ONCE));
    const deliveries = stored.flatMap((message) =>
      subscribers
        .filter((subscriber) => wants(subscriber, message.type))
        .map(({ id }) => ({ ...message, endpoint_id: id })),
    );
    for (let first = 0; first < deliveries.length; first += ROWS_AT_ONCE) {
      const part = deliveries.slice(first, first + ROWS_AT_ONCE);
      await insertDeliveries(context, part);
      await openLanes(context, part);
    }
  }
}

interface StoredMessage {
  message_id: number;
  type: string;
  subject: string;
  position: number;
  part: number;
}

async function insertMessages(
  { db, shop, clock, random }: Context,
  messages: readonly NewMessage[],
): Promise<StoredMessage[]> {
  const rows = messages.map((message) => ({ ...message, webhook_id: makeWebhookId(random) }));
  const { rows: stored } = await sql<StoredMessage>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given
        (event_id bigint, type text, subject text, position bigint, part integer, body text, webhook_id text)
    ), stored as (
      insert into webhook_messages (shop_id, webhook_id, event_id, type, subject, body, created_at)
      select ${shop.id}::bigint, webhook_id, event_id, type, subject, body, ${clock.now()}::timestamptz from given
      on conflict (shop_id, event_id, type, subject) do nothing
      returning id, event_id, type, subject
    )
    select stored.id as message_id, type, subject, given.position, given.part
    from stored join given using (event_id, type, subject)
    order by position, part`.execute(db);
  return stored;
}

async function insertDeliveries(
  { db, shop, clock }: Context,
  deliveries: readonly (StoredMessage & { endpoint_id: number })[],
): Promise<void> {
  const now = clock.now();
  await sql`
    insert into webhook_deliveries
      (shop_id, message_id, endpoint_id, type, subject, position, part, state, queued_at, created_at)
    select ${shop.id}::bigint, message_id, endpoint_id, type, subject, position, part, 'WAITING', ${now}::timestamptz,
      ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) as given
      (message_id bigint, endpoint_id bigint, type text, subject text, position bigint, part integer)
    order by position, part, endpoint_id`.execute(db);
}
