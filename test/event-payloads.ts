import type pg from 'pg';
import { eventTable } from '../src/kernel/events.ts';

/** Rows looked at; more than any test but those of mass makes. */
const MOST = 20_000;

/**
 * What of the outbox does not fit its declaration: a name that no module declares, another version, or a payload that
 * its schema refuses. It sees what statements write themselves, too.
 */
export async function eventMisfits(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; version: number; payload: unknown }>(
    `select distinct name, version, payload from (select * from outbox_events limit ${MOST}) as e`,
  );
  return rows.flatMap(({ name, version, payload }) => {
    const entry = eventTable.get(name);
    if (entry === undefined) return [`${name} is declared nowhere`];
    if (entry.version !== version) return [`${name} of version ${version}, not ${entry.version}`];
    const read = entry.payload.safeParse(payload);
    return read.success ? [] : [`${name}: ${read.error.message} in ${JSON.stringify(payload)}`];
  });
}
