/** Text as it stands there, without blanks around it; a number where the cell holds one; '' where it is empty. */
export type Cell = string | number;

export interface SheetRow {
  /** As a person counts them: the first row is 1. */
  number: number;
  cells: Cell[];
}
