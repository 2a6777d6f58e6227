import { sql } from 'kysely';
import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import { codErrors } from './errors.ts';
import { getPayout } from './get-payout.ts';
import { lockCounter } from './lock-counter.ts';
import {
  insertLines,
  insertPayout,
  lockPayout,
  refuseUnknownBank,
  setPayout,
  type NewLine,
} from './payout-state.ts';
import { processPayout } from './process-payout.ts';
import { matchColumns } from './settle-lines.ts';
import type { PayoutDetail, RecordPayoutInput } from './schemas.ts';

interface Parcel {
  order_id: number;
  po_number: number;
  awb_number: string | null;
  courier: string;
  cod_idr: number;
  open_idr: number;
}

/**
 * Records a payout by hand: of the parcels named, or of all open parcels of an invoice. Without an amount, a parcel is
 * paid what is open of it.
 * @throws Refusal 422 on `parcels.N.order_id` or `invoice_id` where the shop has no such parcel or invoice, or nothing of
 *   it is open; on `parcels.N.amount` below 0 while the courier owes more; on `bank_id` where there is no such account
 */
export function recordPayout(
  context: Context,
  input: z.output<typeof RecordPayoutInput>,
): Promise<z.input<typeof PayoutDetail>> {
  return context.transaction(async (inner) => {
    await lockCounter(inner);
    await refuseUnknownBank(inner, input.bank_id);
    const paid_on = input.date ?? today(inner.clock, inner.shop.time_zone);
    const { lines, courier } =
      input.invoice_id === undefined
        ? await linesOfParcels(inner, input.parcels ?? [], paid_on)
        : await linesOfInvoice(inner, input.invoice_id, paid_on);
    const id = await insertPayout(inner, {
      source: 'HAND',
      courier: input.courier ?? courier,
      bank_account_id: input.bank_id ?? null,
      paid_on,
      file_name: null,
      file_hash: null,
      row_total: lines.length,
    });
    await insertLines(inner, id, lines);
    await setPayout(inner, id, { status: 'APPLYING' });
    await processPayout(inner, await lockPayout(inner, id), 'APPLY');
    return getPayout(inner, { id });
  });
}

type NamedParcels = NonNullable<z.output<typeof RecordPayoutInput>['parcels']>;

async function linesOfParcels(context: Context, named: NamedParcels, paid_on: string) {
  const rows = await lastTrips(
    context,
    named.map(({ order_id }) => order_id),
  );
  const lines = named.map(({ order_id, amount }, index) => {
    const field = `parcels.${index}.order_id`;
    const parcel = foundBy(
      field,
      rows.find((row) => row.order_id === order_id),
    );
    if (!amount && parcel.open_idr === 0) throw codErrors.refuseField('cod_nothing_open', field);
    if (amount !== undefined && amount < 0 && parcel.open_idr > 0)
      throw codErrors.refuseField('payout_amount_negative', `parcels.${index}.amount`, {
        amount: rupiahText(amount),
        open: rupiahText(parcel.open_idr),
      });
    return lineOf(parcel, index, amount ?? parcel.open_idr, paid_on);
  });
  return { lines, courier: rows[0]?.courier ?? '' };
}

async function linesOfInvoice(context: Context, id: string, paid_on: string) {
  const invoice = foundBy(
    'invoice_id',
    await context.db
      .selectFrom('cod_invoices')
      .select('courier')
      .where('shop_id', '=', context.shop.id)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  const { shop } = context;
  const { rows } = await sql<Parcel>`
    select p.order_id, p.po_number, p.awb_number, p.courier, p.cod_idr, p.open_idr from cod_parcels as p
    where p.shop_id = ${shop.id} and p.open_idr <> 0 and (p.order_id, p.trip) in (
      select e.order_id, e.trip from cod_entries as e where e.shop_id = ${shop.id} and e.invoice_id = ${id})
    order by p.order_id, p.trip for update of p`.execute(context.db);
  if (rows.length === 0) throw codErrors.refuseField('cod_nothing_open', 'invoice_id');
  const lines = rows.map((parcel, index) => lineOf(parcel, index, parcel.open_idr, paid_on));
  return { lines, courier: invoice.courier };
}

/** Of several trips the one of which something is open, else the last. */
async function lastTrips({ db, shop }: Context, order_ids: readonly number[]): Promise<Parcel[]> {
  const { rows } = await sql<Parcel>`
    select distinct on (order_id) order_id, po_number, awb_number, courier, cod_idr, open_idr from cod_parcels
    where shop_id = ${shop.id} and order_id = any(${order_ids}::bigint[])
    order by order_id, open_idr <> 0 desc, trip desc`.execute(db);
  return rows;
}

function lineOf(parcel: Parcel, index: number, net_idr: number, paid_on: string): NewLine {
  const { awb_number, po_number, cod_idr } = parcel;
  const facts = { awb_number, po_number, cod_idr, fee_idr: null, net_idr, paid_on };
  const matched = matchColumns(undefined);
  return {
    row_number: index + 1,
    facts,
    status: 'READY',
    fault: null,
    day_unread: null,
    matched,
    last_row_number: null,
  };
}
