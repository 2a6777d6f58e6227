import type { RefusalPart } from '../../../kernel/errors.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import { openRecords, type SheetRecord } from '../../../kernel/sheets/read-records.ts';
import { wholeNumber } from '../../../kernel/sheets/whole-number.ts';
import { stockLimits } from '../../stock/index.ts';
import { inventoryErrors } from '../errors.ts';
import { OPNAME_COLUMNS, type OpnameColumn } from './opname-sheet.ts';

/** A counted line as in the spreadsheet, before its variation and warehouse are resolved. */
export interface SheetLine {
  row: number;
  variation_id: number | undefined;
  sku: string | undefined;
  /** Name or id. */
  warehouse: string | undefined;
  counted: number;
}

/** The error of a cell. */
export interface CellFault {
  row: number;
  /** The title of the column, as it stands in the file. */
  column: string;
  part: RefusalPart;
}

export interface OpnameSheet {
  lines: SheetLine[];
  faults: CellFault[];
  /** The title of a column as it stands in the file, or its own where the file has none. */
  titleOf(column: OpnameColumn): string;
}

/**
 * Reads a sheet of counted stock; rows whose counted stock is empty were not counted and are left out.
 * @throws Refusal 422 on `file` where it is no sheet, or has not the columns needed
 */
export async function readOpnameSheet(bytes: Buffer): Promise<OpnameSheet> {
  const { titles, records } = await openRecords<OpnameColumn>(
    bytes,
    'file',
    Object.entries(OPNAME_COLUMNS).map(([key, title]) => ({
      key: key as OpnameColumn,
      titles: Object.values(title),
      is_needed: key === 'counted' || key === 'sku',
    })),
  );
  const titleOf = (column: OpnameColumn) => titles.get(column) ?? OPNAME_COLUMNS[column].en;
  const faults: CellFault[] = [];
  const lines: SheetLine[] = [];
  for await (const record of records) lines.push(...lineOf(record, titleOf, faults));
  return { lines, faults, titleOf };
}

function lineOf(
  { row, cells }: SheetRecord<OpnameColumn>,
  titleOf: (column: OpnameColumn) => string,
  faults: CellFault[],
): SheetLine[] {
  if (cells.counted === undefined) return [];
  const fault = (column: OpnameColumn, part: RefusalPart) =>
    faults.push({ row, column: titleOf(column), part });
  const counted = wholeNumber(cells.counted);
  if (counted === undefined || counted > stockLimits.stock_quantity)
    fault('counted', inventoryErrors.part('counted_number', '', { max: stockLimits.stock_quantity }));
  const variation_id = cells.variation_id === undefined ? undefined : wholeNumber(cells.variation_id);
  const sku = textOf(cells.sku);
  if (sku === undefined && variation_id === undefined) fault('sku', inventoryErrors.part('sku_missing', ''));
  if (counted === undefined || counted > stockLimits.stock_quantity) return [];
  if (sku === undefined && variation_id === undefined) return [];
  return [{ row, variation_id, sku, warehouse: textOf(cells.warehouse), counted }];
}

function textOf(cell: Cell | undefined): string | undefined {
  return cell === undefined ? undefined : String(cell).toLowerCase();
}
