import { daysBetween } from '../../../kernel/calendar.ts';
import type { Language } from '../../../kernel/language.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { openTable } from '../../../kernel/paper/draw-table.ts';
import { MM, type Paper } from '../../../kernel/paper/open-paper.ts';
import { A4, openPages, type Pages } from '../../../kernel/paper/pages.ts';
import { printable } from '../../../kernel/paper/printable-text.ts';
import { writeParagraph } from '../../../kernel/paper/write-paragraph.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { invoiceNumber } from '../../orders/index.ts';
import { bankName } from '../../reference/index.ts';
import { dayText } from '../../../kernel/calendar.ts';
import { drawLetterhead } from '../../../kernel/paper/draw-letterhead.ts';
import { letterheadOf, phoneText } from '../../../kernel/paper/letterhead.ts';
import { accountLines } from '../account-lines.ts';
import { AGE_NAMES } from './ages.ts';
import type { Statement, StatementOrder } from './statement.ts';
import { STATEMENT_WORDS } from './words.ts';

type Words = (typeof STATEMENT_WORDS)['en'];
type WriteRow = ReturnType<typeof openTable>;

/** Draws a statement on as many pages of A4 as it needs: orders and their payments, with what is owed after each. */
export async function drawStatement(
  paper: Paper,
  statement: Statement,
  language: Language,
  logo: Buffer | undefined,
): Promise<void> {
  const words = STATEMENT_WORDS[language];
  const { customer, owed_idr, day } = statement;
  const pages = openPages(paper, A4, (page) => `${words.title} ${dayText(day)}  |  ${words.page} ${page}`);
  drawLetterhead(pages, letterheadOf(statement.shop), logo, {
    title: words.title,
    facts: [`${words.as_of} ${dayText(day)}`, rupiahText(owed_idr)],
  });
  writeParagraph(pages, words.customer);
  writeParagraph(pages, printable(customer.name) || '-', 'Helvetica-Bold');
  for (const line of [phoneText(customer.phone), printable(customer.address)])
    if (line !== '') writeParagraph(pages, line);
  pages.take(3 * MM);
  if (statement.order_count === 0) writeParagraph(pages, words.nothing);
  else await drawOrders(pages, statement, words);
  pages.take(4 * MM);
  drawAgeing(pages, statement, words);
  const accounts = owed_idr > 0 ? accountLines(statement.accounts) : [];
  if (accounts.length > 0) {
    pages.take(4 * MM);
    writeParagraph(pages, words.instructions);
  }
  for (const line of accounts) writeParagraph(pages, line, 'Helvetica-Bold');
}

async function drawOrders(pages: Pages, statement: Statement, words: Words): Promise<void> {
  const right = { align: 'right' } as const;
  const write = openTable(pages, [
    { title: words.date, share: 0.14 },
    { title: words.description, share: 0.38 },
    { title: words.order, share: 0.16, ...right },
    { title: words.payment, share: 0.16, ...right },
    { title: words.balance, share: 0.16, ...right },
  ]);
  let balance_idr = 0;
  for (const order of statement.orders) {
    balance_idr = drawOrder(write, order, balance_idr, statement, words);
    await takeTurns();
  }
  const further = statement.order_count - statement.orders.length;
  if (further > 0) {
    const rest_idr = statement.owed_idr - balance_idr;
    write(['', `${further} ${words.more}`, rupiahText(rest_idr), '', rupiahText(statement.owed_idr)]);
  }
  write(['', words.owed, '', '', rupiahText(statement.owed_idr)], { font: 'Helvetica-Bold', is_open: true });
  pages.repeat(undefined);
}

/** @returns what is owed after it */
function drawOrder(
  write: WriteRow,
  order: StatementOrder,
  before_idr: number,
  { day }: Statement,
  words: Words,
): number {
  const { order_date, po_number, total_idr, paid_idr, payments } = order;
  let balance_idr = before_idr + total_idr;
  const age = `${daysBetween(order_date, day)} ${words.days}`;
  write([
    dayText(order_date),
    { text: invoiceNumber(order_date, po_number), below: age },
    rupiahText(total_idr),
    '',
    rupiahText(balance_idr),
  ]);
  const earlier_idr = payments.reduce((rest, { amount_idr }) => rest - amount_idr, paid_idr);
  const paid: [date: string, title: string, amount_idr: number][] = [
    ...(earlier_idr === 0 ? [] : ([['', words.earlier, earlier_idr]] as [string, string, number][])),
    ...payments.map(({ bank_type, paid_on, amount_idr }): [string, string, number] => [
      dayText(paid_on),
      printable(`${words.payment} (${bankName(bank_type)})`),
      amount_idr,
    ]),
  ];
  for (const [date, title, amount_idr] of paid) {
    balance_idr -= amount_idr;
    write([date, title, '', rupiahText(amount_idr), rupiahText(balance_idr)]);
  }
  return balance_idr;
}

function drawAgeing(pages: Pages, { ageing }: Statement, words: Words): void {
  // At the end of a day no order of that day is younger.
  const ages = AGE_NAMES.filter((name) => name !== 'not_due');
  const write = openTable(
    pages,
    ages.map((name) => ({ title: words[name], share: 1 / ages.length, align: 'right' })),
  );
  write(ages.map((name) => rupiahText(ageing[name])));
  pages.repeat(undefined);
}
