import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { errorText } from '../../../kernel/errors.ts';
import { codErrors } from './errors.ts';
import { ordersOfAwb } from './match-lines.ts';
import type { PayoutRowFault } from './payout-columns.ts';
import type { PayoutLineAnswer } from './schemas.ts';

/** The lines of payouts of the shop, to be narrowed down. */
export function payoutLines({ db, shop }: Context) {
  return db.selectFrom('cod_payout_lines as l').where('l.shop_id', '=', shop.id);
}

/** Of several orders with one AWB number, those that are named. */
const NAMED = 5;

/** Lines with the PO numbers of the orders that they were matched with, or of those of which none was taken. */
export function withOrders({ shop }: Context, lines: ReturnType<typeof payoutLines>) {
  return lines.selectAll('l').select([
    sql<
      number | null
    >`(select o.po_number from orders as o where o.shop_id = ${shop.id} and o.id = l.order_id)`.as(
      'order_po_number',
    ),
    sql<number[] | null>`(case when l.fault = 'SEVERAL_PARCELS' then array(select held.po_number
        from (${ordersOfAwb(shop.id, sql`l.awb_number`)}) as held order by held.is_live desc, held.po_number
        limit ${NAMED + 1}) end)`.as('several_po_numbers'),
  ]);
}

type LineRow = Awaited<ReturnType<ReturnType<typeof withOrders>['executeTakeFirstOrThrow']>>;

/** A line as in lists and in the queue. */
export function presentLine(context: Context, row: LineRow): z.input<typeof PayoutLineAnswer> {
  const { net_idr, expected_idr } = row;
  return {
    id: row.id,
    payout_id: row.payout_id,
    row: row.row_number,
    awb_number: row.awb_number,
    po_number: row.po_number,
    cod_amount: row.cod_idr,
    fee: row.fee_idr,
    net: net_idr,
    date: row.paid_on,
    status: row.status,
    fault: row.fault,
    order_id: row.order_id,
    order_po_number: row.order_po_number,
    expected: expected_idr,
    difference: net_idr === null || expected_idr === null ? null : net_idr - expected_idr,
    reason: row.reason ?? reasonOf(context, row),
  };
}

const REASONS: Record<PayoutRowFault, Parameters<typeof codErrors.part>[0]> = {
  WITHOUT_PARCEL: 'payout_line_without_parcel',
  AWB_UNREADABLE: 'payout_line_awb',
  NET_UNREADABLE: 'payout_line_net',
  AMOUNT_UNREADABLE: 'payout_line_amount',
  SUM_OF_ABOVE: 'payout_line_sum',
  TOTAL: 'payout_line_total',
};

/**
 * Why a row of the file does nothing, or what of it is not read; of one that may be of several parcels, which these are;
 * of one that pays its parcel with others, that it does.
 */
function reasonOf({ language }: Context, line: LineRow): string | null {
  const { status, fault, day_unread, several_po_numbers, last_row_number } = line;
  if (status === 'WRONG' || status === 'PASSED_OVER') {
    const code = REASONS[fault as PayoutRowFault];
    return errorText(codErrors.part(code, ''), language);
  }
  if (several_po_numbers !== null) {
    const orders = several_po_numbers
      .map((number, index) => (index < NAMED ? `PO#${number}` : '…'))
      .join(', ');
    const values = { awb_number: line.awb_number ?? '', orders };
    return errorText(codErrors.part('payout_line_several', '', values), language);
  }
  if (last_row_number !== null && (status === 'READY' || status === 'SETTLED'))
    return errorText(codErrors.part('payout_line_part', '', { row: last_row_number }), language);
  if (day_unread === null) return null;
  return errorText(codErrors.part('payout_line_day', '', { value: day_unread }), language);
}
