import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import type { RefusalPart } from '../../../kernel/errors.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { shownCandidates, type PlannedRow } from './plan-rows.ts';

/** Rows that one statement writes. */
const BATCH = 500;
/** Of a cell so much is stored. */
const CELL_CHARACTERS = 200;

const insertBatch = namedStatement<object, { shop_id: number; import_id: number; rows: string }>(
  'insert_awb_import_rows',
  (
    at,
  ) => `insert into awb_import_rows (shop_id, import_id, row_number, cells, outcome, fault, candidates, awb_number,
    order_id, shipment, po_number, matched_by)
  select ${at.shop_id}, ${at.import_id}, row.row_number, row.cells, row.outcome, row.fault, row.candidates, row.awb_number,
    row.order_id, row.shipment, row.po_number, row.matched_by
  from jsonb_to_recordset(${at.rows}::jsonb) as row (row_number integer, cells jsonb, outcome text, fault jsonb,
    candidates jsonb, awb_number text, order_id bigint, shipment smallint, po_number bigint, matched_by text)`,
);

/** Stores the rows of an import with what each would do. */
export async function insertAwbRows(
  context: Context,
  import_id: number,
  planned: readonly PlannedRow[],
): Promise<void> {
  for (let start = 0; start < planned.length; start += BATCH) {
    await takeTurns();
    const rows = JSON.stringify(planned.slice(start, start + BATCH).map(storedRow));
    await insertBatch.run(context.db, { shop_id: context.shop.id, import_id, rows });
  }
}

function storedRow(row: PlannedRow): object {
  const { record, outcome, fault, awb_number, parcel } = row;
  return {
    row_number: record.row,
    cells: Object.fromEntries(
      Object.entries(record.cells).map(([column, cell]) => [column, shortened(cell)]),
    ),
    outcome,
    fault,
    candidates: shownCandidates(row),
    awb_number,
    order_id: parcel?.order_id ?? null,
    shipment: parcel?.shipment ?? null,
    po_number: parcel?.po_number ?? null,
    matched_by: parcel?.found_by ?? null,
  };
}

function shortened(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.slice(0, CELL_CHARACTERS).toWellFormed() : cell;
}

export type Outcome = PlannedRow['outcome'] | 'APPLIED' | 'UNDONE' | 'KEPT';

/** A row that has a parcel, to be applied or undone. */
export interface RowWithParcel {
  row_number: number;
  awb_number: string;
  order_id: number;
  shipment: number;
  po_number: number;
  shipping_status: string | null;
}

/** The next rows with an outcome, at most so many as one statement writes. */
export async function nextRows(
  { db, shop }: Context,
  import_id: number,
  outcome: Outcome,
): Promise<RowWithParcel[]> {
  const { rows } = await sql<RowWithParcel>`
    select row_number, awb_number, order_id, shipment, po_number, shipping_status
    from awb_import_rows
    where shop_id = ${shop.id} and import_id = ${import_id} and outcome = ${outcome}
    order by row_number limit ${BATCH}`.execute(db);
  return rows;
}

/** What became of a row. */
export interface RowResult {
  row_number: number;
  outcome: Outcome;
  fault: RefusalPart | null;
  /** Of the parcel when its number was set. */
  shipping_status: string | null;
}

const writeBatch = namedStatement<object, { shop_id: number; import_id: number; rows: string }>(
  'write_awb_import_rows',
  (at) => `update awb_import_rows as row
  set outcome = result.outcome, fault = result.fault, shipping_status = result.shipping_status
  from jsonb_to_recordset(${at.rows}::jsonb) as result (row_number integer, outcome text, fault jsonb,
    shipping_status text)
  where row.shop_id = ${at.shop_id} and row.import_id = ${at.import_id} and row.row_number = result.row_number`,
);

export async function writeResults(
  context: Context,
  import_id: number,
  results: readonly RowResult[],
): Promise<void> {
  if (results.length === 0) return;
  await writeBatch.run(context.db, {
    shop_id: context.shop.id,
    import_id,
    rows: JSON.stringify(results),
  });
}
