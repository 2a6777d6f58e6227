import { withoutTimeLimits, type Database } from './kernel/database/connection.ts';
import type { Services } from './kernel/context.ts';
import { unknownKeys } from './kernel/sealed/reseal.ts';
import { modules, sealedColumns } from './modules.ts';

export interface CheckResult {
  title: string;
  differences: unknown[];
  duration_ms: number;
}

/**
 * Recomputes all derived data of all shops, and lists the differences. It only reads, in one snapshot, so it can run
 * while orders arrive.
 */
export async function diagnose(db: Database): Promise<CheckResult[]> {
  const inSnapshot = (connection: Database) =>
    connection.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return withoutTimeLimits(db.withoutPlugins(), (connection) =>
    inSnapshot(connection).execute(async (snapshot) => {
      const results: CheckResult[] = [];
      for (const { title, find } of modules.flatMap(({ checks }) => checks ?? [])) {
        const started = performance.now();
        const differences = await find(snapshot);
        results.push({ title, differences, duration_ms: Math.round(performance.now() - started) });
      }
      return results;
    }),
  );
}

/** Finds secrets that cannot be opened because their key is missing. */
export async function diagnoseSecrets({
  db,
  secrets,
}: Pick<Services, 'db' | 'secrets'>): Promise<CheckResult> {
  const started = performance.now();
  const differences: unknown[] = [];
  for (const column of sealedColumns)
    differences.push(...(await unknownKeys(db.withoutPlugins(), secrets, column)));
  const duration_ms = Math.round(performance.now() - started);
  return { title: 'secrets are sealed with keys that are here', differences, duration_ms };
}
