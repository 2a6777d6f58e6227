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

async function removeOld(services: Services, { table, column, days }: Retention): Promise<void> {
  const before = new Date(services.clock.now().getTime() - days * 86_400_000);
  const db = services.db.withoutPlugins();
  for (;;) {
    // As text: a Date holds no microseconds.
    const { rows } = await sql<{
      last: string;
    }>`select ${sql.ref(column)}::text as last from ${sql.table(table)}
      where ${sql.ref(column)} < ${before} order by ${sql.ref(column)} offset ${sql.lit(BATCH - 1)} limit 1`.execute(
      db,
    );
    const last = rows[0]?.last;
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} < ${before}
      and ${last === undefined ? sql.lit(true) : sql`${sql.ref(column)} <= ${last}::timestamptz`}`.execute(
      db,
    );
    if (last === undefined) return;
  }
}
