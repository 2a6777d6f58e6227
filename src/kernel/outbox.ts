import { sql } from 'kysely';
import type { Context } from './context.ts';

/**
 * Records that something happened, in the transaction in which it happened. Readers (notifications,
 * webhooks, aggregates) take it from the outbox; its id is stable, so they can drop what they have seen. The
 * owner reads there who changed what: give the payload what changed.
 * @param name past tense with its noun, as `product.created`
 */
export async function emit(
  context: Context,
  name: string,
  subject_id: number,
  payload: Record<string, unknown> = {},
): Promise<void> {
  await context.db
    .insertInto('outbox_events')
    .values({
      shop_id: context.shop.id,
      name,
      subject_id,
      payload: JSON.stringify(payload),
      ...actorOf(context),
      created_at: context.clock.now(),
    })
    .execute();
}

/** Records that the same happened to several, in one statement. */
export async function emitAll(context: Context, name: string, subject_ids: readonly number[]): Promise<void> {
  if (subject_ids.length === 0) return;
  const { user_id, api_key_id } = actorOf(context);
  await sql`insert into outbox_events (shop_id, name, subject_id, payload, user_id, api_key_id, created_at)
    select ${context.shop.id}, ${name}, id, '{}', ${user_id}::bigint, ${api_key_id}::bigint, ${context.clock.now()}
    from unnest(${subject_ids}::bigint[]) as subject (id)`.execute(context.db);
}

/** Who did it, as the outbox keeps it. */
export function actorOf({ actor }: Context): { user_id: number; api_key_id: number | null } {
  return { user_id: actor.user_id, api_key_id: actor.kind === 'api_key' ? actor.credential_id : null };
}
