import { sql } from 'kysely';
import type { z } from 'zod';
import { dayRange, startOfDay } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { readPage } from '../../../kernel/paging.ts';
import { customName, vendorName } from './courier-name.ts';
import { momentText } from './moment-text.ts';
import type { CodInvoice, ListInvoicesInput } from './schemas.ts';

/** The weekly invoices of COD couriers, newest first. */
export async function listInvoices(
  context: Context,
  { courier, start_date, end_date, status, ...page }: z.output<typeof ListInvoicesInput>,
): Promise<Page<z.input<typeof CodInvoice>>> {
  const zone = context.shop.time_zone;
  const matching = context.db
    .selectFrom('cod_invoices')
    .where('shop_id', '=', context.shop.id)
    .$if(courier !== undefined, (query) => query.where('courier', '=', courier ?? ''))
    .$if(start_date !== undefined, (query) =>
      query.where('created_at', '>=', startOfDay(start_date ?? '', zone)),
    )
    .$if(end_date !== undefined, (query) =>
      query.where('created_at', '<', dayRange(end_date ?? '', end_date ?? '', zone).before),
    )
    .$if(status === 'COMPLETE', (query) => query.where('completed_at', 'is not', null))
    .$if(status === 'PENDING', (query) => query.where('completed_at', 'is', null));
  const rows = matching
    .select(['id', 'created_at', 'courier', 'number', 'total_idr', 'completed_at'])
    .select(customName(context, sql`courier`).as('custom_name'))
    .orderBy('created_at', 'desc')
    .orderBy('sequence', 'desc');
  return readPage(context.db, page, { matching, rows }, presentInvoice);
}

/** An invoice as in the reference. */
export function presentInvoice(row: {
  id: string;
  created_at: Date;
  courier: string;
  custom_name: string | null;
  number: string;
  total_idr: number;
  completed_at: Date | null;
}): z.input<typeof CodInvoice> {
  return {
    id: row.id,
    date: momentText(row.created_at),
    vendor: vendorName(row),
    invoice_number: row.number,
    total: rupiahText(row.total_idr),
    status: row.completed_at === null ? 'PENDING' : 'COMPLETE',
  };
}
