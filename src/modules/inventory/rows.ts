import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';

export type ProgressStatus = 'ON PROGRESS' | 'SUCCESS' | 'FAILED';

/** Names of warehouses of the shop. */
export async function warehouseNames(context: Context, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await context.db
    .selectFrom('warehouses')
    .select(['id', 'name'])
    .where('shop_id', '=', context.shop.id)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

const OWNER = { stock_transfer_lines: 'transfer_id', stock_opname_lines: 'opname_id' } as const;

/**
 * Inserts the lines of a transfer or opname in one statement, in the given order.
 * @param columns a list of numbers for each column
 */
export async function insertLines(
  context: Context,
  table: keyof typeof OWNER,
  owner_id: number,
  columns: Record<string, readonly (number | null)[]>,
): Promise<void> {
  const names = Object.keys(columns);
  const lists = Object.values(columns).map((values) => sql`${values}::bigint[]`);
  const named = sql.join(names.map((name) => sql.ref(name)));
  await sql`
    insert into ${sql.table(table)} (shop_id, ${sql.ref(OWNER[table])}, ${named})
    select ${context.shop.id}, ${owner_id}, ${named}
    from unnest(${sql.join(lists)}) with ordinality as line (${named}, place) order by place`.execute(
    context.db,
  );
}

/** The moment as the reference writes it in details: in microseconds. */
export function microsecondText(instant: Date): string {
  return instant.toISOString().replace('Z', '000Z');
}

/**
 * The progress of a transfer or opname: finished, abandoned by its job (or without a job that could finish it), or in
 * progress.
 */
export function progressOf(row: {
  finished_at: Date | null;
  job_id: number | null;
  job_status: string | null;
}): { progress_status: ProgressStatus; job_id: number | null } {
  const { finished_at, job_id, job_status } = row;
  if (finished_at !== null) return { progress_status: 'SUCCESS', job_id };
  const lost = job_status === null || job_status === 'FAILED';
  return { progress_status: lost ? 'FAILED' : 'ON PROGRESS', job_id };
}
