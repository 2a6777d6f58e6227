import type { z } from 'zod';
import { dateText } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import type { FileAnswer } from '../../kernel/http/answer.ts';
import { openPaper, pdfAnswer } from '../../kernel/paper/open-paper.ts';
import { priceListOf } from '../packages/index.ts';
import { billingNumber, serviceText, statusOf } from './billing-order.ts';
import { billingRows } from './billing-rows.ts';
import { drawBilling } from './draw-billing.ts';
import type { BillingIdInput } from './schemas.ts';

/**
 * An invoice of the platform as PDF, on A4.
 * @throws Refusal 404 where the shop has no such invoice
 */
export async function downloadBilling(
  context: Context,
  { id }: z.output<typeof BillingIdInput>,
): Promise<FileAnswer> {
  const order = await billingRows(context).where('b.id', '=', id).executeTakeFirst();
  if (order === undefined) throw kernelErrors.refuse('not_found');
  const { db, shop, language } = context;
  const customer = await db
    .selectFrom('shops')
    .select(['name', 'address', 'phone'])
    .where('id', '=', shop.id)
    .executeTakeFirstOrThrow();
  const number = billingNumber(shop.id, order);
  const { paper, end } = openPaper(context, number);
  drawBilling(
    paper,
    {
      number,
      issuer: priceListOf(context.config).issuer,
      customer,
      status: statusOf(order),
      date: dateText(order.created_at, shop.time_zone),
      expires_on: dateText(order.expires_at, shop.time_zone),
      paid_on: order.paid_at && dateText(order.paid_at, shop.time_zone),
      lines: order.lines.map((line) => ({
        service: serviceText(line, language),
        amount_idr: line.amount_idr,
      })),
      amount_idr: order.amount_idr,
      payment_url: order.payment_url,
    },
    language,
  );
  return pdfAnswer(`${number}.pdf`, await end());
}
