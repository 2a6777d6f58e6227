import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import type { SeenMutation } from '../seen-mutation.ts';
import type { StatementFault, StatementRow } from '../statements/row-reader.ts';

/** Rows that one statement writes. */
export const BATCH = 500;

export type PlannedOutcome = 'NEW' | 'KNOWN' | 'WRONG' | 'PASSED_OVER';
export type Outcome = PlannedOutcome | 'RECORDED' | 'UNDONE' | 'KEPT';

/** What a row of a statement would do. */
export interface PlannedRow extends StatementRow {
  outcome: PlannedOutcome;
  /** The recorded one that it is. */
  mutation_id: number | null;
}

const insertBatch = namedStatement<object, { shop_id: number; import_id: number; rows: string }>(
  'insert_mutation_import_rows',
  (
    at,
  ) => `insert into mutation_import_rows (shop_id, import_id, row_number, outcome, fault, text, day, at, direction, amount_idr,
    description, balance_idr, is_pending, mutation_id)
  select ${at.shop_id}, ${at.import_id}, row.row_number, row.outcome, row.fault, row.text, row.day, row.at, row.direction,
    row.amount_idr, row.description, row.balance_idr, coalesce(row.is_pending, false), row.mutation_id
  from jsonb_to_recordset(${at.rows}::jsonb) as row (row_number integer, outcome text, fault text, text text, day date,
    at timestamptz, direction text, amount_idr bigint, description text, balance_idr bigint, is_pending boolean,
    mutation_id bigint)`,
);

/** Stores the rows of an import with what each would do. */
export async function insertRows(
  context: Context,
  import_id: number,
  planned: readonly PlannedRow[],
): Promise<void> {
  for (let start = 0; start < planned.length; start += BATCH) {
    await takeTurns();
    const rows = planned
      .slice(start, start + BATCH)
      .map(({ row: row_number, facts, ...row }) => ({ row_number, ...row, ...facts }));
    await insertBatch.run(context.db, { shop_id: context.shop.id, import_id, rows: JSON.stringify(rows) });
  }
}

/** A row that is to be recorded, or that was. */
export interface RowToRecord extends SeenMutation {
  row_number: number;
  mutation_id: number | null;
}

/** The next rows with one of these outcomes behind a row, at most so many as one statement writes. */
export async function nextRows(
  { db, shop }: Context,
  import_id: number,
  outcomes: readonly Outcome[],
  after = 0,
): Promise<RowToRecord[]> {
  const { rows } = await sql<RowToRecord>`
    select row_number, mutation_id, day, at, direction, amount_idr, description, balance_idr, is_pending, null as provider_ref
    from mutation_import_rows
    where shop_id = ${shop.id} and import_id = ${import_id} and outcome = any(${outcomes}::text[]) and row_number > ${after}
    order by row_number limit ${sql.lit(BATCH)}`.execute(db);
  return rows;
}

/** What became of a row. */
export interface RowResult {
  row_number: number;
  outcome: Outcome;
  fault: StatementFault | KeptFault | null;
  mutation_id: number | null;
}

/** Why a mutation that was recorded by a row stays. */
export type KeptFault = 'MATCHED' | 'SHOWN_AGAIN';

const writeBatch = namedStatement<object, { shop_id: number; import_id: number; rows: string }>(
  'write_mutation_import_rows',
  (at) => `update mutation_import_rows as row
  set outcome = result.outcome, fault = result.fault, mutation_id = result.mutation_id
  from jsonb_to_recordset(${at.rows}::jsonb) as result (row_number integer, outcome text, fault text, mutation_id bigint)
  where row.shop_id = ${at.shop_id} and row.import_id = ${at.import_id} and row.row_number = result.row_number`,
);

export async function writeResults(
  context: Context,
  import_id: number,
  results: readonly RowResult[],
): Promise<void> {
  if (results.length === 0) return;
  await writeBatch.run(context.db, { shop_id: context.shop.id, import_id, rows: JSON.stringify(results) });
}

/** Those of recorded mutations that rows of an import are: what it has recorded, and what rows up to this one were found to be. */
export async function claimedBy(
  { db, shop }: Context,
  import_id: number,
  up_to: number,
  mutation_ids: readonly number[],
): Promise<Set<number>> {
  if (mutation_ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('mutation_import_rows')
    .select('mutation_id')
    .where('shop_id', '=', shop.id)
    .where('import_id', '=', import_id)
    .where('mutation_id', '=', sql<number>`any(${mutation_ids}::bigint[])`)
    .where((is) =>
      is.or([
        is('outcome', '=', 'RECORDED'),
        is.and([is('outcome', '=', 'KNOWN'), is('row_number', '<=', up_to)]),
      ]),
    )
    .execute();
  return new Set(rows.flatMap(({ mutation_id }) => mutation_id ?? []));
}
