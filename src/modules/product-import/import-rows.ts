import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { Database } from '../../kernel/database/connection.ts';
import { namedStatement } from '../../kernel/database/named-statement.ts';
import type { Bilingual } from '../../kernel/http/answer.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';
import { oneBehind } from '../../kernel/side-by-side.ts';
import type { Table } from '../../kernel/sheets/open-table.ts';
import { takeTurns } from '../../kernel/slices.ts';
import { catalogLimits } from '../catalog/index.ts';
import type { RowRemark } from './plan-import.ts';
import {
  cellsOf,
  columnName,
  rawCells,
  type FileColumn,
  type ImportColumn,
  type RawCells,
} from './read/columns.ts';
import type { ImportRow } from './read/import-row.ts';
import { ProductRows } from './read/product-rows.ts';

/** Rows, and characters of their cells, that one statement writes. */
const BATCH = 500;
const BATCH_CHARACTERS = 1_000_000;

const insertBatch = namedStatement<object, { shop_id: number; import_id: number; rows: string }>(
  'insert_import_rows',
  (at) => `insert into product_import_rows (shop_id, import_id, row_number, product_row, cells)
  select ${at.shop_id}, ${at.import_id}, row.row_number, row.product_row, row.cells
  from jsonb_to_recordset(${at.rows}::jsonb) as row (row_number integer, product_row integer, cells jsonb)`,
);

/** A row as it is stored: its cells are those of the file, so that its columns can be read as something else later. */
interface StoredRow {
  row_number: number;
  product_row: number;
  cells: RawCells;
}

/**
 * Stores the rows of a spreadsheet while it is read.
 * @returns the number of rows
 */
export async function insertRows(
  context: Context,
  import_id: number,
  columns: readonly FileColumn[],
  table: Pick<Table<ImportColumn>, 'rows' | 'width'>,
): Promise<number> {
  const products = new ProductRows();
  const index = columns.find(({ read_as }) => read_as === 'surplus')?.index;
  const surplus = index === undefined ? undefined : { index, titles_width: table.width };
  let rows: StoredRow[] = [];
  let total = 0;
  let characters = 0;
  const written = oneBehind();
  const flush = async () => {
    const batch = { shop_id: context.shop.id, import_id, rows: JSON.stringify(rows) };
    rows = [];
    characters = 0;
    await written.next(() => insertBatch.run(context.db, batch));
  };
  for await (const row of table.rows) {
    const cells = rawCells(row, surplus);
    rows.push({
      row_number: row.number,
      product_row: products.of(row.number, cellsOf(cells, columns)),
      cells,
    });
    total += 1;
    for (const cell of Object.values(cells)) characters += String(cell).length;
    if (rows.length === BATCH || characters > BATCH_CHARACTERS) await flush();
  }
  if (rows.length > 0) await flush();
  await written.end();
  return total;
}

const regroupBatch = namedStatement<
  object,
  { shop_id: number; import_id: number; rows: string; first: number; last: number }
>(
  'regroup_import_rows',
  (at) => `update product_import_rows as row
  set product_row = g.product_row, outcome = null, faults = '[]'
  from jsonb_to_recordset(${at.rows}::jsonb) as g (row_number integer, product_row integer)
  where row.shop_id = ${at.shop_id} and row.import_id = ${at.import_id} and row.row_number between ${at.first} and ${at.last} and row.row_number = g.row_number`,
);

/** Finds out anew which rows form a product, after columns are read as something else. */
export async function regroupRows(
  context: Context,
  import_id: number,
  columns: readonly FileColumn[],
): Promise<void> {
  const products = new ProductRows();
  let after = 0;
  for (;;) {
    const loaded = await storedRows(context, import_id)
      .where('row_number', '>', after)
      .orderBy('row_number')
      .limit(CHUNK)
      .execute();
    if (loaded.length === 0) {
      await countOutcomes(context, import_id);
      return;
    }
    await takeTurns();
    const rows = loaded.map(({ row_number, cells }) => ({
      row_number,
      product_row: products.of(row_number, cellsOf(cells, columns)),
    }));
    const [first = 0, last = 0] = [rows[0]?.row_number, rows.at(-1)?.row_number];
    await regroupBatch.run(context.db, {
      shop_id: context.shop.id,
      import_id,
      rows: JSON.stringify(rows),
      first,
      last,
    });
    after = last;
  }
}

/** Rows that are loaded at a time. */
const CHUNK = 600;

function storedRows(context: Context, import_id: number) {
  return context.db
    .selectFrom('product_import_rows')
    .select(['row_number', 'product_row', sql<RawCells>`cells`.as('cells')])
    .where('shop_id', '=', context.shop.id)
    .where('import_id', '=', import_id);
}

/**
 * The rows of an import in batches, so that memory use is bounded; a product is never split, unless it has more rows
 * than allowed. The rows of a product follow one another, wherever they stand in the file.
 */
export async function* rowChunks(
  context: Context,
  import_id: number,
  columns: readonly FileColumn[],
): AsyncGenerator<ImportRow[]> {
  let held: ImportRow[] = [];
  let after = { product_row: 0, row_number: 0 };
  for (;;) {
    const loaded = await storedRows(context, import_id)
      .where(sql<boolean>`(product_row, row_number) > (${after.product_row}, ${after.row_number})`)
      .orderBy('product_row')
      .orderBy('row_number')
      .limit(CHUNK)
      .execute();
    const rows = [...held, ...loaded.map((row) => ({ ...row, cells: cellsOf(row.cells, columns) }))];
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
    // The last product may go on beyond what is loaded.
    const same = rows.findLastIndex((row) => row.product_row !== last.product_row) + 1;
    // One more than its variations: the row of a parent is none.
    const is_too_long = rows.length - same > catalogLimits.product_variations + 1;
    const cut = loaded.length < CHUNK || is_too_long ? rows.length : same;
    held = rows.slice(cut);
    if (cut > 0) yield rows.slice(0, cut);
    if (loaded.length < CHUNK) return;
  }
}

/** What a row does, or did. */
export interface RowOutcome {
  row_number: number;
  outcome: 'NEW' | 'CHANGED' | 'UNCHANGED' | 'WRONG' | 'PASSED_OVER';
  /** What is wrong with it, or why it is passed over, at the column that it is about. */
  faults: { column: Bilingual; en: string; id: string }[];
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

/** How many rows do what, of `product_import_rows as r`. */
const COUNTS = `count(*) filter (where r.outcome = 'NEW')::int as created,
  count(*) filter (where r.outcome = 'CHANGED')::int as changed,
  count(*) filter (where r.outcome = 'UNCHANGED')::int as unchanged,
  count(*) filter (where r.outcome = 'WRONG')::int as wrong,
  count(*) filter (where r.outcome = 'PASSED_OVER')::int as passed`;

/**
 * Notes how many rows do what: who waits for an import looks again and again, and to count 30,000 rows each time took
 * half of what PostgreSQL did for the import.
 */
export async function countOutcomes({ db, shop }: Context, import_id: number): Promise<void> {
  await sql`
    update product_imports as i set rows_created = counted.created, rows_changed = counted.changed,
      rows_unchanged = counted.unchanged, rows_wrong = counted.wrong, rows_passed = counted.passed
    from (
      select ${sql.raw(COUNTS)} from product_import_rows as r
      where r.shop_id = ${shop.id} and r.import_id = ${import_id}
    ) as counted
    where i.shop_id = ${shop.id} and i.id = ${import_id}`.execute(db);
}

/** Imports that say other counts than their rows do. */
export async function findCountDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select i.shop_id, i.id as import_id, ${sql.raw(COUNTS)}
    from product_imports as i
    left join product_import_rows as r on r.shop_id = i.shop_id and r.import_id = i.id
    group by i.shop_id, i.id
    having count(*) filter (where r.outcome = 'NEW') <> i.rows_created
      or count(*) filter (where r.outcome = 'CHANGED') <> i.rows_changed
      or count(*) filter (where r.outcome = 'UNCHANGED') <> i.rows_unchanged
      or count(*) filter (where r.outcome = 'WRONG') <> i.rows_wrong
      or count(*) filter (where r.outcome = 'PASSED_OVER') <> i.rows_passed
    limit ${sql.lit(MOST_DIFFERENCES)}`.execute(db);
  return rows;
}

/** Maximum of errors that are stored for a row. */
const ROW_FAULTS_MOST = 20;

/** The first faults of each row, by the titles that the columns have in the file. */
export function faultsByRow(
  faults: readonly RowRemark[],
  titles: ReadonlyMap<ImportColumn, string>,
): Map<number, RowOutcome['faults']> {
  const by_row = new Map<number, RowOutcome['faults']>();
  for (const { row_number, column, en, id } of faults) {
    const fault = { column: columnName(column, titles), en, id };
    const known = by_row.get(row_number);
    if (known === undefined) by_row.set(row_number, [fault]);
    else if (known.length < ROW_FAULTS_MOST) known.push(fault);
  }
  return by_row;
}
