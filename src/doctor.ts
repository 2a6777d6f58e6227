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
 * Recomputes everything that is kept beside its rows, over all shops, and lists what does not agree. It
 * reads only, and in one snapshot, so that it may run while orders come in.
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

/** Looks for secrets that can't be opened, as they are sealed with a key that is not here. */
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
