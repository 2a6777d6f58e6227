import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { readSheet } from '../src/kernel/sheets/read-sheet.ts';
import type { TestApp, TestShop } from './harness.ts';
import type { NaiveReport } from './naive-report.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const sum = (values: readonly unknown[]) => values.reduce((total: number, value) => total + Number(value), 0);

/** The bytes of a file that the API answers with. */
export async function fileOf(
  { app }: Pick<TestApp, 'app'>,
  { token }: Pick<TestShop, 'token'>,
  path: string,
  input: object,
): Promise<Buffer> {
  const query = new URLSearchParams(input as Record<string, string>).toString();
  const url = `/api/open/${path}?${query}`;
  const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer.rawPayload;
}

/** The rows of a workbook below its titles. */
export async function rowsOfWorkbook(bytes: Buffer): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  for await (const { cells } of readSheet(bytes, 'file')) rows.push(cells);
  return rows.slice(1);
}

/** Downloads say what the rows add up to. */
export async function checkFiles(
  app: TestApp,
  shop: TestShop,
  period: object,
  naive: NaiveReport,
): Promise<void> {
  const file = (path: string, input: object = {}) => fileOf(app, shop, path, { ...period, ...input });
  const sold = await rowsOfWorkbook(await file('analyzer/sales/download', { group_by: 'SKU' }));
  expect(sum(sold.map((row) => row[5]))).toBe(naive.net_sales);
  expect(sum(sold.map((row) => row[6]))).toBe(naive.gross_profit);
  const bought = await rowsOfWorkbook(await file('analyzer/customer/download'));
  expect(sum(bought.map((row) => row[8]))).toBe(naive.gross_sales);
  const statement = await rowsOfWorkbook(await file('report/statement/profit-loss/download'));
  const amounts = new Map(statement.map(([title, amount]) => [title, Number(amount)]));
  expect(amounts.get('Gross sales')).toBe(naive.gross_sales);
  expect(amounts.get('Net sales')).toBe(naive.net_sales);
  expect(amounts.get('Gross profit')).toBe(naive.gross_profit);
  expect(amounts.get('Net profit')).toBe(naive.gross_profit - naive.expense);
  const spent = await rowsOfWorkbook(await file('expense/download'));
  expect(sum(spent.map((row) => row[4]))).toBe(naive.expense);
  await checkJournal(await file('report/journal/download'), naive);
}

async function checkJournal(bytes: Buffer, naive: NaiveReport): Promise<void> {
  const lines: string[][] = parse(bytes, { bom: true, from_line: 2 });
  const balance = new Map<string, number>();
  for (const [, , account = '', , debit, credit] of lines)
    balance.set(account, (balance.get(account) ?? 0) + Number(debit) - Number(credit));
  expect(sum([...balance.values()])).toBe(0);
  const of = (account: string) => balance.get(account) ?? 0;
  const paid = sum([...naive.banks.values()]);
  expect({
    sales: of('4-40000'),
    shipping: of('4-40400'),
    other: of('7-70099'),
    cost: of('5-50000'),
    supplier: of('2-20100'),
    receivable: of('1-10100'),
    bank: of('1-10002'),
    expense: of('6-60100'),
  }).toEqual({
    sales: 0 - naive.net_sales,
    shipping: 0 - naive.postage,
    other: 0 - naive.order_cost,
    cost: naive.cost_of_goods,
    supplier: 0 - naive.supplier_pay,
    receivable: naive.gross_sales - paid,
    bank: paid,
    expense: naive.expense,
  });
}
