/** Trimmed text; a number if the cell contains one; '' if it is empty. */
export type Cell = string | number;

export interface SheetRow {
  /** As a person counts them: the first row is 1. */
  number: number;
  cells: Cell[];
  /** How many it has in a CSV file, with empty ones at its end. */
  width?: number;
}

/** A sheet of a workbook, or the only one of a CSV file, which has no name. */
export interface Sheet {
  name: string;
  /** Its rows from the first on; one sheet is read at a time. */
  rows: () => AsyncGenerator<SheetRow>;
}

/** What a formula gives that no program has calculated: a file shows values only if the program stored them. */
export const FORMULA_WITHOUT_VALUE = '#FORMULA!';

/** Whether a cell has no value but an error of its formula, as a spreadsheet shows it: `#REF!`, `#N/A`. */
export function isErrorCell(cell: Cell): boolean {
  return typeof cell === 'string' && /^#(?:N\/A|[A-Z0-9]+(?:\/0)?[!?])$/.test(cell);
}
