import { sql } from 'kysely';
import type { Context } from '../context.ts';

/**
 * For a transaction that inserts very many rows. PostgreSQL stores the plans of its foreign-key checks, and those made
 * while a table is small may read all of it: each new row then costs more than the previous one (30,000 variations in a
 * new shop took five minutes instead of twelve seconds). After this call the transaction plans again. Call it again when
 * the tables have doubled.
 */
export async function planForGrowth(context: Context): Promise<void> {
  await sql`discard plans`.execute(context.db);
}
