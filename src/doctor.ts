import { withoutTimeLimits, type Database } from './kernel/database/connection.ts';
import { modules } from './modules.ts';

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
