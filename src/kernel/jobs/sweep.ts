import { sql } from 'kysely';
import type { Services } from '../context.ts';
import type { ScheduledJob } from './queue.ts';

/** Rows removed in one transaction, or some more of one moment, so that a sweep never holds locks for long. */
const BATCH = 5_000;

/** How long rows of a table serve: those whose column is older than so many days are removed. */
export interface Retention {
  table: string;
  column: string;
  days: number;
}

/** Deletes rows whose retention time is over, every hour. */
export function sweep(services: Services, retentions: readonly Retention[]): ScheduledJob {
  return {
    name: 'sweep',
    cron: '17 * * * *',
    async run() {
      for (const retention of retentions) await removeOld(services, retention);
    },
  };
}

/**
 * The index of a table's age is of all shops, so that no list of one shop may be read by it, as PostgreSQL would think as
 * good as the index of the list (decision 0010: every shop is thought to have the whole table). Hence it is of an
 * expression, which only the sweep uses.
 */
async function removeOld(services: Services, { table, column, days }: Retention): Promise<void> {
  const before = new Date(services.clock.now().getTime() - days * 86_400_000);
  const db = services.db.withoutPlugins();
  const age = sql`(${sql.ref(column)} at time zone 'UTC')`;
  const is_old = sql`${age} < (${before}::timestamptz at time zone 'UTC')`;
  for (;;) {
    // As text: a Date holds no microseconds.
    const { rows } = await sql<{ last: string }>`select ${age}::text as last from ${sql.table(table)}
      where ${is_old} order by ${age} offset ${sql.lit(BATCH - 1)} limit 1`.execute(db);
    const last = rows[0]?.last;
    await sql`delete from ${sql.table(table)} where ${is_old}
      and ${last === undefined ? sql.lit(true) : sql`${age} <= ${last}::timestamp`}`.execute(db);
    if (last === undefined) return;
  }
}
