import { sql } from 'kysely';
import type { Context } from './context.ts';

/**
 * Records that something happened, in the transaction in which it happened. Readers (notifications,
 * webhooks, aggregates) take it from the outbox; its id is stable, so they can drop what they have seen.
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
      created_at: context.clock.now(),
    })
    .execute();
}

/** Records that the same happened to several, in one statement. */
export async function emitAll(context: Context, name: string, subject_ids: readonly number[]): Promise<void> {
  if (subject_ids.length === 0) return;
  await sql`insert into outbox_events (shop_id, name, subject_id, payload, created_at)
    select ${context.shop.id}, ${name}, id, '{}', ${context.clock.now()}
    from unnest(${subject_ids}::bigint[]) as subject (id)`.execute(context.db);
}
