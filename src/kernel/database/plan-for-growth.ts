import { sql } from 'kysely';
import type { Context } from '../context.ts';

/**
 * For a transaction that fills tables with very many rows. PostgreSQL keeps the plans of its foreign-key checks,
 * and those made while a table is small read all of it: each row that is added then costs more than the one
 * before (30,000 variations in a new shop took five minutes in place of twelve seconds). From here to its end
 * the transaction plans anew, and by indexes. Call it again when the tables have doubled.
 */
export async function planForGrowth(context: Context): Promise<void> {
  await sql`set local enable_seqscan = off`.execute(context.db);
  await sql`discard plans`.execute(context.db);
}
