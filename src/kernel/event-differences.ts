import { sql } from 'kysely';
import type { Database } from './database/connection.ts';
import { MOST_DIFFERENCES } from './module.ts';

/** Readers that have failed at the event that comes next, with why and when they try again. */
export async function findFailingReaders(db: Database): Promise<unknown[]> {
  const { rows } = await sql`select name, position, failures, error, retry_at from event_readers
    where failures > 0 order by name limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Events that a reader went on without. */
export async function findSetAside(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select a.shop_id, a.reader, a.event_id, e.name, e.subject_id, a.error, a.created_at
    from events_set_aside a join outbox_events e on e.shop_id = a.shop_id and e.id = a.event_id
    order by a.created_at, a.event_id limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
