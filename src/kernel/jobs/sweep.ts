import { sql } from 'kysely';
import type { Services } from '../context.ts';
import { limits } from '../limits.ts';
import type { ScheduledJob } from './jobs.ts';

/** Rows removed in one transaction, so that a sweep never holds locks for long. */
const BATCH = 5_000;

/** Removes what has served its time: stored answers, read events, ended sessions, old counts of logins. */
export function sweep(services: Services): ScheduledJob {
  return {
    name: 'sweep',
    cron: '17 * * * *',
    async run() {
      const before = (days: number) => new Date(services.clock.now().getTime() - days * 86_400_000);
      await removeOld(services, 'idempotency_keys', 'created_at', before(limits.idempotency_days));
      await removeOld(services, 'outbox_events', 'created_at', before(limits.outbox_days));
      await removeOld(services, 'sessions', 'expires_at', before(0));
      await removeOld(services, 'login_attempts', 'window_started_at', before(1));
    },
  };
}

async function removeOld(services: Services, table: string, column: string, before: Date): Promise<void> {
  const db = services.db.withoutPlugins();
  for (;;) {
    const result = await sql`delete from ${sql.table(table)} where ctid in (
      select ctid from ${sql.table(table)} where ${sql.ref(column)} < ${before} limit ${sql.lit(BATCH)})`.execute(db);
    if (Number(result.numAffectedRows ?? 0) < BATCH) return;
  }
}
