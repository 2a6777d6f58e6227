import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { columnsFor, isLongList, type ListField, type ListSheet } from '../../kernel/files/list-sheet.ts';
import { mailedDownload } from '../../kernel/files/mailed-download.ts';
import type { FileAnswer } from '../../kernel/http/answer.ts';
import { periodOf } from '../../kernel/http/report-period.ts';
import { expenseRows, expensesOf, type ExpenseRow } from './list-expenses.ts';
import { ChosenExpenses } from './schemas.ts';

/** Expenses read at a time. */
const BATCH = 1_000;

const FIELDS: ListField<ExpenseRow>[] = [
  { title: { en: 'Date', id: 'Tanggal' }, value: (row) => row.spent_on },
  { title: { en: 'Title', id: 'Judul' }, value: (row) => row.title },
  { title: { en: 'Amount', id: 'Nominal' }, is_number: true, value: (row) => row.nominal_idr },
  { title: { en: 'Quantity', id: 'Jumlah' }, is_number: true, value: (row) => row.quantity },
  { title: { en: 'Total', id: 'Total' }, is_number: true, value: (row) => row.total_idr },
  { title: { en: 'Note', id: 'Catatan' }, value: (row) => row.note },
  { title: { en: 'Recorded by', id: 'Dicatat oleh' }, value: (row) => row.full_name ?? '' },
];

export const expenseDownload = mailedDownload({
  name: 'download-expenses',
  choice: ChosenExpenses,
  data: { en: 'expense', id: 'pengeluaran' },
  isLong: (context, choice) => isLongList(expensesOf(context, periodOf(context, choice)).select('e.id')),
  sheet: (context, choice): ListSheet<ExpenseRow, ExpenseRow> => ({
    file_name: { en: 'expenses', id: 'pengeluaran' },
    title: { en: 'Expenses', id: 'Pengeluaran' },
    columns: columnsFor(context, FIELDS),
    query: expenseRows(context, periodOf(context, choice)),
    batch_rows: BATCH,
    load: (rows) => rows,
  }),
});

/** Answers with the expenses of a period as a workbook; where there are very many, a link to it is mailed to the user. */
export async function downloadExpenses(
  context: Context,
  input: z.output<typeof ChosenExpenses>,
): Promise<{ response: string; message: string } | FileAnswer> {
  const answer = await expenseDownload.request(context, input, 'where it is short');
  return typeof answer === 'string' ? { response: 'Success', message: answer } : answer;
}
