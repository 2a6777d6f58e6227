import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { openPaper, pdfAnswer } from '../../../kernel/paper/open-paper.ts';
import { readLogo } from '../../shop/index.ts';
import { invoiceErrors } from '../errors.ts';
import { drawStatement } from './draw-statement.ts';
import { loadStatement } from './load-statement.ts';
import type { StatementInput } from './schemas.ts';
import { STATEMENT_WORDS } from './words.ts';

/**
 * What a customer owes at the end of a day as PDF: the orders that were not paid then, what was paid of each, and the sums
 * by age. The rules are those of the list.
 * @throws Refusal 404 where the shop has no such customer; 422 for a day that has not begun
 */
export async function printStatement(
  context: Context,
  { customer_id, date }: z.output<typeof StatementInput>,
): Promise<FileAnswer> {
  const now = today(context.clock, context.shop.time_zone);
  const day = date ?? now;
  if (day > now) throw invoiceErrors.refuseField('receivable_day_ahead', 'date', { today: now });
  const statement = await loadStatement(context, customer_id, day);
  const logo = await readLogo(context, context.shop.id, statement.shop.logo_url);
  const { paper, end } = openPaper(context, STATEMENT_WORDS[context.language].title);
  await drawStatement(paper, statement, context.language, logo);
  return pdfAnswer(`statement-${customer_id}-${day}.pdf`, await end());
}
