import { sql } from 'kysely';
import type { Context } from './context.ts';
import { eventTable, type DeclaredEvent, type EventPayload } from './events.ts';

/** The payload, which can be omitted if all of its fields can. */
type PayloadArgument<Name extends DeclaredEvent> =
  Record<string, never> extends EventPayload<Name>
    ? [payload?: EventPayload<Name>]
    : [payload: EventPayload<Name>];

/**
 * Writes an event to the outbox, in the transaction of the change. Readers (event-readers.ts) process it from there; its
 * ID is stable, so they can skip what they have processed. The audit log shows it to the owner, so the payload says
 * what changed.
 * @param name declared by a module with `defineEvents`
 * @param subject_id ID of the row that changed
 */
export async function emit<Name extends DeclaredEvent>(
  context: Context,
  name: Name,
  subject_id: number,
  ...[payload]: PayloadArgument<Name>
): Promise<void> {
  await context.db
    .insertInto('outbox_events')
    .values({
      shop_id: context.shop.id,
      name,
      version: versionOf(name),
      subject_id,
      payload: JSON.stringify(payload ?? {}),
      ...actorOf(context),
      created_at: context.clock.now(),
    })
    .execute();
}

/** Writes the same event for several rows, in one statement. */
export async function emitAll<Name extends DeclaredEvent>(
  context: Context,
  name: Record<string, never> extends EventPayload<Name> ? Name : never,
  subject_ids: readonly number[],
): Promise<void> {
  const events = subject_ids.map((subject_id) => ({ subject_id, payload: {} as EventPayload<Name> }));
  await emitEach(context, name, events);
}

/** Writes an event for each of several rows, in one statement. */
export async function emitEach<Name extends DeclaredEvent>(
  context: Context,
  name: Name,
  events: readonly { subject_id: number; payload: EventPayload<Name> }[],
): Promise<void> {
  if (events.length === 0) return;
  const { user_id, api_key_id } = actorOf(context);
  await sql`insert into outbox_events (shop_id, name, version, subject_id, payload, user_id, api_key_id, created_at)
    select ${context.shop.id}, ${name}, ${versionOf(name)}::smallint, subject_id, payload, ${user_id}::bigint, ${api_key_id}::bigint, ${context.clock.now()}
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as event (subject_id bigint, payload jsonb)`.execute(
    context.db,
  );
}

function versionOf(name: string): number {
  const entry = eventTable.get(name);
  if (entry === undefined) throw new Error(`no module declares the event ${name}`);
  return entry.version;
}

/** The actor, in the columns of the outbox. */
export function actorOf({ actor }: Context): { user_id: number; api_key_id: number | null } {
  return { user_id: actor.user_id, api_key_id: actor.kind === 'api_key' ? actor.credential_id : null };
}

/** The user who acts, as rows refer to it; null where it is nobody: the clock, or a buyer. */
export function userIdOf({ actor }: Context): number | null {
  return actor.user_id === 0 ? null : actor.user_id;
}

/** The same of an SQL expression. */
export const userIdSql = (user_id: string): string => `nullif(${user_id}, 0)`;
