import { sql } from 'kysely';
import type { Services } from '../context.ts';
import type { ScheduledJob } from './queue.ts';

/** Rows removed in one transaction, so that a sweep never holds locks for long. */
const BATCH = 5_000;

/** How long rows of a table serve: those whose column is older than so many days are removed. */
export interface Retention {
  table: string;
  column: string;
  days: number;
}

/** Removes what has served its time, every hour. */
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
    const result = await sql`delete from ${sql.table(table)} where ctid in (
      select ctid from ${sql.table(table)} where ${sql.ref(column)} < ${before} limit ${sql.lit(BATCH)})`.execute(
      db,
    );
    if (Number(result.numAffectedRows ?? 0) < BATCH) return;
  }
}
