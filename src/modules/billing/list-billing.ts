import type { z } from 'zod';
import { dateText, dayRange, today } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { readPage } from '../../kernel/paging.ts';
import { billingRows } from './billing-rows.ts';
import { presentBilling } from './present-billing.ts';
import type { Billing, BILLING_HEAD, ListBillingInput } from './schemas.ts';

type Answer = Page<z.input<typeof Billing>> & { head: z.input<z.ZodObject<typeof BILLING_HEAD>> };

/** The invoices of the platform to the shop, newest first, also those of a time in which billing was on. Three statements. */
export async function listBilling(
  context: Context,
  input: z.output<typeof ListBillingInput>,
): Promise<Answer> {
  const { db, shop, clock } = context;
  const { created_at } = await db
    .selectFrom('shops')
    .select('created_at')
    .where('id', '=', shop.id)
    .executeTakeFirstOrThrow();
  const end_date = input.end_date ?? today(clock, shop.time_zone);
  const joined = dateText(created_at, shop.time_zone);
  const start_date = input.start_date ?? (joined < end_date ? joined : end_date);
  const { from, before } = dayRange(start_date, end_date, shop.time_zone);
  const matching = db
    .selectFrom('billing_orders as b')
    .where('b.shop_id', '=', shop.id)
    .where('b.created_at', '>=', from)
    .where('b.created_at', '<', before);
  const rows = billingRows(context)
    .where('b.created_at', '>=', from)
    .where('b.created_at', '<', before)
    .orderBy('b.created_at', 'desc')
    .orderBy('b.id', 'desc');
  const page = await readPage(db, input, { matching, rows }, (row) => presentBilling(context, row));
  return { ...page, head: { start_date, end_date } };
}
