import { sql } from 'kysely';
import type { PublicContext } from '../context.ts';

/**
 * Tries something within the open transaction: where it throws, nothing of it was done, and the transaction goes on.
 * @throws what `run` throws
 */
export async function withSavepoint<C extends PublicContext, T>(
  context: C,
  run: (context: C) => Promise<T>,
): Promise<T> {
  if (!context.in_transaction) throw new Error('a savepoint needs an open transaction');
  await sql`savepoint attempt`.execute(context.db);
  try {
    const result = await run(context);
    await sql`release savepoint attempt`.execute(context.db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(context.db);
    // Else it would be the one that an attempt around this one returns to.
    await sql`release savepoint attempt`.execute(context.db);
    throw error;
  }
}
