import { sql } from 'kysely';
import type { z } from 'zod';
import { addDays } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { customName } from './courier-name.ts';
import { presentInvoice } from './list-invoices.ts';
import type { CodInvoiceDetail, InvoiceIdInput } from './schemas.ts';

/**
 * An invoice with its parcels, by PO number.
 * @throws Refusal 404 if the shop has no such invoice
 */
export async function getInvoice(
  context: Context,
  { id }: z.output<typeof InvoiceIdInput>,
): Promise<z.input<typeof CodInvoiceDetail>> {
  const row = await context.db
    .selectFrom('cod_invoices')
    .selectAll()
    .select(customName(context, sql`courier`).as('custom_name'))
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return {
    ...presentInvoice(row),
    week_start: row.week_start,
    week_end: addDays(row.week_start, 6),
    total_idr: row.total_idr,
    parcels: await loadParcels(context, id),
  };
}

type InvoicedParcel = z.input<typeof CodInvoiceDetail>['parcels'][number];

async function loadParcels({ db, shop }: Context, id: string): Promise<InvoicedParcel[]> {
  const of = (kind: string) => sql`coalesce(sum(e.amount_idr) filter (where e.kind = ${kind}), 0)::bigint`;
  const { rows } = await sql<InvoicedParcel>`
    select p.order_id, p.po_number, p.awb_number, p.trip, ${of('COLLECTED')} as collected_idr,
      ${of('SHIPPING')} as shipping_idr, ${of('COD_FEE')} as cod_fee_idr, ${of('RETURN_FEE')} as return_fee_idr,
      sum(e.amount_idr)::bigint as net_idr, p.open_idr
    from cod_entries as e
    join cod_parcels as p on p.shop_id = ${shop.id} and p.order_id = e.order_id and p.trip = e.trip
    where e.shop_id = ${shop.id} and e.invoice_id = ${id}
    group by p.order_id, p.trip, p.po_number, p.awb_number, p.open_idr
    order by p.po_number, p.trip`.execute(db);
  return rows;
}
