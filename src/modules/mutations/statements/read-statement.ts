import type { Cell, SheetRow } from '../../../kernel/sheets/cells.ts';
import { withChosen, type ColumnChoice } from '../../../kernel/sheets/column-choice.ts';
import { sheetErrors } from '../../../kernel/sheets/errors.ts';
import { openTable, type Table } from '../../../kernel/sheets/open-table.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { mutationErrors } from '../errors.ts';
import { mutationLimits } from '../limits.ts';
import { accountAbove, plainAccount } from './account-in-statement.ts';
import { bankOfStatement } from './bank-of-statement.ts';
import { STATEMENT_COLUMNS, type ColumnIndexes, type StatementColumn } from './columns.ts';
import { foreignCurrency } from './foreign-currency.ts';
import { isMonthFirst, lastDayIn } from './moment-in-cell.ts';
import { RowReader, type StatementRow } from './row-reader.ts';

/** A bank statement as it was read. */
export interface Statement {
  /** The columns of the file that are read, in the order of the file. */
  columns: { title: string; read_as: StatementColumn }[];
  /** Family of the bank that wrote it; undefined: not known. */
  bank_family: string | undefined;
  /** Digits of the account numbers that it names. */
  accounts: string[];
  rows: StatementRow[];
}

/**
 * Reads a bank statement: the columns by their titles, in any order, with whatever stands above the titles and below the
 * transactions.
 * @param chosen columns that are named by their titles
 * @param today by which days without a year get one, where the file does not tell its period
 * @throws Refusal 422 on `file` if it is no spreadsheet, is too large, has no columns for day and amount, or is not in rupiah
 */
export async function readStatement(
  bytes: Buffer,
  chosen: ColumnChoice<StatementColumn>,
  today: string,
): Promise<Statement> {
  const table = await openTable(bytes, 'file', withChosen(STATEMENT_COLUMNS, chosen), {
    accepts_unknown: true,
    most_rows: mutationLimits.mutation_import_rows,
  });
  refuseWithoutColumns(table, chosen);
  const rows: SheetRow[] = [];
  for await (const row of table.rows) rows.push(row);
  const above = table.rows_above.map(({ cells }) => cells.join(' '));
  const titles = table.columns.map(({ title }) => title);
  const currency = await foreignCurrency(above, table.columns, rows);
  if (currency !== undefined) throw mutationErrors.refuseField('statement_currency', 'file', { currency });
  const indexes = indexesOf(table);
  const day_cells = rows.map(({ cells }) => cells[indexes.day[0] ?? -1]);
  const writing = { is_month_first: isMonthFirst(day_cells), last_day: lastDayIn(above) ?? today };
  const reader = new RowReader(indexes, {
    titles: new Map(table.columns.map(({ index, title }) => [index, title])),
    titles_width: table.width,
    writing,
    today,
  });
  const read = await reader.readAll(rows);
  const above_account = await accountAbove(above);
  return {
    columns: [...table.known]
      .map(([index, read_as]) => ({ index, read_as }))
      .toSorted((a, b) => a.index - b.index)
      .map(({ index, read_as }) => ({
        title: table.columns.find((column) => column.index === index)?.title ?? '',
        read_as,
      })),
    bank_family: bankOfStatement(titles, above),
    accounts: await accountsOf(above_account, rows, indexes.account[0]),
    rows: read,
  };
}

function indexesOf({ known }: Table<StatementColumn>): ColumnIndexes {
  const indexes = Object.fromEntries(
    STATEMENT_COLUMNS.map(({ key }) => [key, [] as number[]]),
  ) as ColumnIndexes;
  for (const [index, key] of [...known].toSorted(([a], [b]) => a - b)) indexes[key].push(index);
  // A column of times alone has the days too.
  if (indexes.day.length === 0) indexes.day = indexes.time.splice(0);
  return indexes;
}

function refuseWithoutColumns(
  { known, columns }: Table<StatementColumn>,
  chosen: ColumnChoice<StatementColumn>,
): void {
  const keys = new Set(known.values());
  const missing = STATEMENT_COLUMNS.flatMap(({ key }) => (keys.has(key) ? [] : (chosen[key] ?? [])));
  if (missing.length > 0)
    throw sheetErrors.refuseField('column_missing', 'file', {
      columns: missing.map((title) => `"${title}"`).join(', '),
    });
  const has_money = keys.has('amount') || keys.has('credit') || keys.has('debit');
  if ((keys.has('day') || keys.has('time')) && has_money) return;
  const titles = columns.map(({ title }) => title).filter((title) => title !== '');
  throw mutationErrors.refuseField('statement_columns', 'file', {
    titles: titles.length === 0 ? '-' : titles.map((title) => `"${title}"`).join(', '),
  });
}

/** The accounts that the rows are of, where they say so; else the one that is named above them. */
async function accountsOf(
  above: string | undefined,
  rows: readonly SheetRow[],
  index: number | undefined,
): Promise<string[]> {
  const found = new Set<string>();
  if (index !== undefined)
    for (const { cells } of rows) {
      await takeTurns();
      const digits = accountDigits(cells[index]);
      if (digits !== undefined) found.add(digits);
      if (found.size > ACCOUNTS_MOST) break;
    }
  if (found.size === 0 && above !== undefined) found.add(above);
  return [...new Map([...found].map((number) => [plainAccount(number), number])).values()];
}

/** A statement of more accounts is none of one. */
const ACCOUNTS_MOST = 10;

function accountDigits(cell: Cell | undefined): string | undefined {
  const digits = String(cell ?? '').replaceAll(/[-. ']/g, '');
  return /^\d{5,20}$/.test(digits) ? digits : undefined;
}
