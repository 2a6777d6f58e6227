import { CompiledQuery, type DatabaseConnection } from 'kysely';

/**
 * A stored plan assumes ten values, whatever a list contains: a loop within a loop is nothing for ten, and 25 million steps
 * for 5,000. So a statement with a long list is planned for its values, which takes a millisecond or two.
 */
const FEW_VALUES = 50;

/** Whether a list among the values of a statement is long. */
export function holdsMany(values: unknown): boolean {
  return Array.isArray(values) && values.some((value) => Array.isArray(value) && value.length > FEW_VALUES);
}

export const FORGET_PLANS = 'discard plans';

/**
 * PostgreSQL stores the plans of prepared statements, foreign-key checks and functions as long as the connection lives,
 * and makes new ones only when the table is analysed: a plan made for the first ten rows of a shop may read all of its
 * ten thousand later. Here no plan is older than ten seconds.
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
