import { sql, type Expression } from 'kysely';
import type { Database } from './connection.ts';

/**
 * Reads what a query finds a batch at a time, all from the snapshot of the moment at which it begins: however
 * long the list is, no more than a batch is in memory, and no row is missed or comes twice because others
 * write meanwhile. What is loaded for a batch by the `db` given with it is of the same snapshot.
 *
 * It holds a connection until it ends, so nothing slow may be waited for between batches: write to a local
 * file, never to a client.
 */
export async function* readBatches<Row>(
  db: Database,
  query: Expression<Row>,
  batch_rows: number,
): AsyncGenerator<{ rows: Row[]; db: Database }> {
  const snapshot = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  try {
    await sql`declare batches no scroll cursor for ${query}`.execute(snapshot);
    for (;;) {
      const { rows } = await sql<Row>`fetch ${sql.lit(batch_rows)} from batches`.execute(snapshot);
      if (rows.length === 0) return;
      yield { rows, db: snapshot };
    }
  } finally {
    await snapshot.rollback().execute();
  }
}
