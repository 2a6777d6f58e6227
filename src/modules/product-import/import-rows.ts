import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { namedStatement } from '../../kernel/database/named-statement.ts';
import type { SheetRecord } from '../../kernel/sheets/read-records.ts';
import { catalogLimits } from '../catalog/index.ts';
import type { ImportColumn } from './columns.ts';
import type { ImportRow } from './import-row.ts';
import { nameOf, type RowFault } from './plan-import.ts';

/** Rows, and characters of their cells, that one statement writes. */
const BATCH = 500;
const BATCH_CHARACTERS = 1_000_000;

const insertBatch = namedStatement<object, { shop_id: number; import_id: number; rows: string }>(
  'insert_import_rows',
  (at) => `insert into product_import_rows (shop_id, import_id, row_number, cells)
  select ${at.shop_id}, ${at.import_id}, row.row_number, row.cells
  from jsonb_to_recordset(${at.rows}::jsonb) as row (row_number integer, cells jsonb)`,
);

/**
 * Stores the rows of a spreadsheet while it is read.
 * @returns the number of rows
 */
export async function insertRows(
  context: Context,
  import_id: number,
  records: AsyncIterable<SheetRecord<ImportColumn>>,
): Promise<number> {
  let rows: ImportRow[] = [];
  let total = 0;
  let characters = 0;
  const flush = async () => {
    await insertBatch.run(context.db, { shop_id: context.shop.id, import_id, rows: JSON.stringify(rows) });
    rows = [];
    characters = 0;
  };
  for await (const { row, cells } of records) {
    rows.push({ row_number: row, cells });
    total += 1;
    for (const cell of Object.values(cells)) characters += String(cell).length;
    if (rows.length === BATCH || characters > BATCH_CHARACTERS) await flush();
  }
  if (rows.length > 0) await flush();
  return total;
}

/** Rows that are loaded at a time. */
const CHUNK = 600;

/**
 * The rows of an import in batches, so that memory use is bounded; a product is never split, unless it has more rows
 * than allowed.
 */
export async function* rowChunks(context: Context, import_id: number): AsyncGenerator<ImportRow[]> {
  let held: ImportRow[] = [];
  let after = 0;
  for (;;) {
    const loaded = await context.db
      .selectFrom('product_import_rows')
      .select(['row_number', sql<ImportRow['cells']>`cells`.as('cells')])
      .where('shop_id', '=', context.shop.id)
      .where('import_id', '=', import_id)
      .where('row_number', '>', after)
      .orderBy('row_number')
      .limit(CHUNK)
      .execute();
    const rows = [...held, ...loaded];
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.row_number;
    // The last product may go on beyond what is loaded.
    const same = rows.findLastIndex((row) => nameOf(row) !== nameOf(last)) + 1;
    const is_too_long = rows.length - same > catalogLimits.product_variations;
    const cut = loaded.length < CHUNK || is_too_long ? rows.length : same;
    held = rows.slice(cut);
    if (cut > 0) yield rows.slice(0, cut);
    if (loaded.length < CHUNK) return;
  }
}

/** What a row does, or did. */
export interface RowOutcome {
  row_number: number;
  outcome: 'NEW' | 'CHANGED' | 'UNCHANGED' | 'WRONG';
  faults: { column: string; en: string; id: string }[];
  product_id: number | null;
  variation_id: number | null;
  before: object | null;
}

/** From the first row to the last, so that no plan reads all rows of the import for some of them. */
const writeBatch = namedStatement<
  object,
  { shop_id: number; import_id: number; outcomes: string; first: number; last: number }
>(
  'write_import_outcomes',
  (at) => `update product_import_rows as row
  set outcome = o.outcome, faults = o.faults, product_id = o.product_id, variation_id = o.variation_id, before = o.before
  from jsonb_to_recordset(${at.outcomes}::jsonb) as o (row_number integer, outcome text, faults jsonb, product_id bigint,
    variation_id bigint, before jsonb)
  where row.shop_id = ${at.shop_id} and row.import_id = ${at.import_id} and row.row_number between ${at.first} and ${at.last} and row.row_number = o.row_number`,
);

/** Stores what rows do, or did. */
export async function writeOutcomes(
  context: Context,
  import_id: number,
  outcomes: readonly RowOutcome[],
): Promise<void> {
  const in_order = outcomes.toSorted((a, b) => a.row_number - b.row_number);
  for (let start = 0; start < in_order.length; start += BATCH) {
    const batch = in_order.slice(start, start + BATCH);
    const [first = 0, last = 0] = [batch[0]?.row_number, batch.at(-1)?.row_number];
    await writeBatch.run(context.db, {
      shop_id: context.shop.id,
      import_id,
      outcomes: JSON.stringify(batch),
      first,
      last,
    });
  }
}

/** Maximum of errors that are stored for a row. */
const ROW_FAULTS_MOST = 20;

/** The first faults of each row, by the titles that the columns have in the file. */
export function faultsByRow(
  faults: readonly RowFault[],
  titles: ReadonlyMap<ImportColumn, string>,
): Map<number, RowOutcome['faults']> {
  const by_row = new Map<number, RowOutcome['faults']>();
  for (const { row_number, column, en, id } of faults) {
    const fault = { column: titles.get(column) ?? column, en, id };
    const known = by_row.get(row_number);
    if (known === undefined) by_row.set(row_number, [fault]);
    else if (known.length < ROW_FAULTS_MOST) known.push(fault);
  }
  return by_row;
}
