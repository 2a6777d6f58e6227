import type { z } from 'zod';
import { dayText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { makeAnswer } from '../../../kernel/files/downloads.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import type { Period } from '../../../kernel/http/report-period.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { drawLetterhead } from '../../../kernel/paper/draw-letterhead.ts';
import { letterheadOf } from '../../../kernel/paper/letterhead.ts';
import { openTable } from '../../../kernel/paper/draw-table.ts';
import { openPaper, pdfAnswer, type Paper } from '../../../kernel/paper/open-paper.ts';
import { A4, openPages } from '../../../kernel/paper/pages.ts';
import { printable } from '../../../kernel/paper/printable-text.ts';
import { writeXlsxFile, XLSX_TYPE } from '../../../kernel/sheets/write-sheet.ts';
import { readLogo } from '../../shop/index.ts';
import type { ProfitLossInput } from '../schemas.ts';
import { loadProfitLoss, type ProfitLoss } from './load-profit-loss.ts';

const WORDS = {
  en: {
    title: 'Profit and loss',
    line: 'Description',
    before: 'Period before',
    last_year: 'Last year',
    page: 'Page',
    file: 'profit-loss',
  },
  id: {
    title: 'Laba rugi',
    line: 'Keterangan',
    before: 'Periode sebelumnya',
    last_year: 'Tahun lalu',
    page: 'Halaman',
    file: 'laba-rugi',
  },
};

/** 01-11-2026 - 30-11-2026 */
function daysText({ from, to }: Period): string {
  return `${dayText(from)} - ${dayText(to)}`;
}

type Input = z.output<typeof ProfitLossInput>;

/** Answers with profit and loss of a period as a workbook. */
export async function downloadProfitLoss(context: Context, input: Input): Promise<FileAnswer> {
  return workbookOf(context, await loadProfitLoss(context, input));
}

/** The same as PDF, with the shop's head. */
export async function printProfitLoss(context: Context, input: Input): Promise<FileAnswer> {
  return pdfOf(context, await loadProfitLoss(context, input));
}

function fileName(context: Context, { periods: [{ from, to }] }: ProfitLoss, ending: string): string {
  return `${WORDS[context.language].file}-${from}-${to}.${ending}`;
}

function workbookOf(context: Context, statement: ProfitLoss): Promise<FileAnswer> {
  const { language } = context;
  const words = WORDS[language];
  const [now, before, last_year] = statement.periods.map(daysText);
  const amount = (header: string) => ({ header, is_number: true, width_characters: 26 });
  const columns = [
    { header: words.line, width_characters: 40 },
    amount(now ?? ''),
    amount(`${words.before}: ${before}`),
    amount(`${words.last_year}: ${last_year}`),
  ];
  const rows = statement.lines.map(({ title, amounts }) => [title[language], ...amounts]);
  return makeAnswer({
    name: fileName(context, statement, 'xlsx'),
    content_type: XLSX_TYPE,
    write: (path) => writeXlsxFile(path, words.title, columns, rows),
  });
}

async function pdfOf(context: Context, statement: ProfitLoss): Promise<FileAnswer> {
  const shop = await context.db
    .selectFrom('shops')
    .select(['name', 'address', 'phone', 'logo_url'])
    .where('id', '=', context.shop.id)
    .executeTakeFirstOrThrow();
  const logo = await readLogo(context, context.shop.id, shop.logo_url);
  const { paper, end } = openPaper(context, WORDS[context.language].title);
  draw(paper, context, statement, shop, logo);
  return pdfAnswer(fileName(context, statement, 'pdf'), await end());
}

function draw(
  paper: Paper,
  { language }: Context,
  { periods, lines }: ProfitLoss,
  shop: { name: string; address: string; phone: string },
  logo: Buffer | undefined,
): void {
  const words = WORDS[language];
  const [now, before, last_year] = periods.map(daysText);
  const pages = openPages(paper, A4, (page) => `${words.title} ${now}  |  ${words.page} ${page}`);
  drawLetterhead(pages, letterheadOf(shop), logo, {
    title: words.title,
    facts: [now ?? ''],
  });
  const right = { align: 'right' } as const;
  const write = openTable(pages, [
    { title: words.line, share: 0.37 },
    { title: now ?? '', share: 0.21, ...right },
    { title: `${words.before} ${before}`, share: 0.21, ...right },
    { title: `${words.last_year} ${last_year}`, share: 0.21, ...right },
  ]);
  for (const { title, is_sum, amounts } of lines)
    write([printable(title[language]), ...amounts.map(rupiahText)], is_sum ? { font: 'Helvetica-Bold' } : {});
  pages.repeat(undefined);
}
