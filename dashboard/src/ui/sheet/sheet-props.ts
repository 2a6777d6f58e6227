import type { ReactNode } from 'react';
import type { CellChange, SheetColumn, SheetRow } from './sheet-cells.ts';

export interface SheetProps {
  label: string;
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  onEdit: (changes: CellChange[]) => void;
  /** What is wrong, by row and column: `2.price`. */
  faults: Readonly<Record<string, string>>;
  rowTitle: (row: SheetRow, index: number) => string;
  isLocked: (row: SheetRow, column: string) => boolean;
  /** Behind the last cell of a row. */
  rowEnd: (row: SheetRow, index: number) => ReactNode;
  extra?: ReactNode;
}

/** Where the cursor is, by place. */
export interface Place {
  row: number;
  column: number;
}
