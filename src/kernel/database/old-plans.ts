import { CompiledQuery, type DatabaseConnection } from 'kysely';

/**
 * A plan that is kept is for ten values, whatever a list holds: a loop within a loop for ten is nothing, and for 5,000 takes
 * 25 million steps. So what comes with long lists is planned for what it holds; that takes a millisecond or two.
 */
const FEW_VALUES = 50;

/** Whether a list among the values of a statement is long. */
export function holdsMany(values: unknown): boolean {
  return Array.isArray(values) && values.some((value) => Array.isArray(value) && value.length > FEW_VALUES);
}

export const FORGET_PLANS = 'discard plans';

/**
 * PostgreSQL keeps the plans of declared statements, of foreign-key checks and of functions as long as the connection
 * lives, and makes them anew only when the table is analysed: those made for the first ten rows of a shop may read all of
 * its ten thousand. Here none is older than ten seconds.
 */
const PLANS_LAST_MS = 10_000;

/** For the reserving of a connection: where it has old plans, they are forgotten first. */
export function forgetOldPlans(): (connection: DatabaseConnection) => Promise<void> {
  const forgotten_at = new WeakMap<DatabaseConnection, number>();
  return async (connection) => {
    const now = performance.now();
    const before = forgotten_at.get(connection);
    if (before !== undefined && now - before < PLANS_LAST_MS) return;
    forgotten_at.set(connection, now);
    // A connection that is broken says so to the statement that it was reserved for.
    if (before !== undefined)
      await connection.executeQuery(CompiledQuery.raw(FORGET_PLANS)).catch(() => undefined);
  };
}
