/** A column of a sheet: words, whole numbers, or a yes or no that is held as Y and N. */
export interface SheetColumn {
  id: string;
  title: string;
  kind: 'text' | 'whole' | 'flag';
  width: number;
  max_length?: number;
}

export interface SheetRow {
  key: string;
  cells: Readonly<Record<string, string>>;
}

/** What a cell becomes. Of a row past the last one the owner of the sheet makes a new one. */
export interface CellChange {
  row: number;
  column: string;
  value: string;
}

const YES = /^(y|ya|yes|true|1|ada|v|x)$/i;

/** What a cell holds of what is typed into it: of a number its digits, however it is grouped. */
export function typedValue({ kind, max_length }: SheetColumn, text: string): string {
  if (kind === 'flag') return YES.test(text.trim()) ? 'Y' : 'N';
  if (kind === 'text') return text.slice(0, max_length ?? 100);
  return text
    .replaceAll(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, 12);
}

/** What a cell holds of what was pasted: amounts as Rp25.000 or 25,000.00 are whole numbers. */
function pastedValue(column: SheetColumn, text: string): string {
  return typedValue(column, column.kind === 'whole' ? text.trim().replace(/[.,]\d{1,2}$/, '') : text);
}

/** Cells as a spreadsheet copies them: lines of cells with tabs between; a cell of several lines stands in quotation marks. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (;;) {
    const found = cell.exec(text);
    if (found === null) break;
    const [, quoted, plain = '', end] = found;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"').replaceAll(/\s+/g, ' '));
    if (end === '' || cell.lastIndex >= text.length) break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}

/** Where each pasted cell lands, from the cell that the cursor is in to the right and down. */
export function pastedChanges(
  text: string,
  at: { row: number; column: number },
  columns: readonly SheetColumn[],
): CellChange[] {
  return readCells(text).flatMap((cells, down) =>
    cells.flatMap((value, right) => {
      const column = columns[at.column + right];
      return column === undefined
        ? []
        : [{ row: at.row + down, column: column.id, value: pastedValue(column, value) }];
    }),
  );
}
