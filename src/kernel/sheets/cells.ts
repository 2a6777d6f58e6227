/** Trimmed text; a number if the cell contains one; '' if it is empty. */
export type Cell = string | number;

export interface SheetRow {
  /** As a person counts them: the first row is 1. */
  number: number;
  cells: Cell[];
}
