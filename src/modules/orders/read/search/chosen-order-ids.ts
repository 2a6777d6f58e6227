import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../../kernel/context.ts';
import { chooseReading } from './choose-reading.ts';
import { matchingIds } from './order-filters.ts';
import type { ChosenOrders } from './schemas.ts';

/**
 * The orders that the list shows with these filters, by ID, in no particular order; one statement, and with a keyword one more.
 * @param most no more are read
 * @throws Refusal 403 like the list
 */
export async function chosenOrderIds(
  context: Context,
  choice: z.output<typeof ChosenOrders>,
  most: number,
): Promise<number[]> {
  const { id, rows } = await chooseReading(context, matchingIds(context, choice));
  const found = await sql<{ ids: number[] }>`
    select coalesce(json_agg(hit.id), '[]') as ids
    from (select ${id} as id ${rows} limit ${sql.lit(most)}) as hit`.execute(context.db);
  return found.rows[0]?.ids ?? [];
}
