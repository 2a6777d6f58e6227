import { sql } from 'kysely';
import type { Context } from '../context.ts';

/**
 * For a transaction that fills tables with very many rows. PostgreSQL keeps the plans of its foreign-key checks,
 * and those made while a table is small may read all of it: each row that is added then costs more than the one
 * before (30,000 variations in a new shop took five minutes in place of twelve seconds). After this the transaction
 * plans anew. Call it again when the tables have doubled.
 */
export async function planForGrowth(context: Context): Promise<void> {
  await sql`discard plans`.execute(context.db);
}
