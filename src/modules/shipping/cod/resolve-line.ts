import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import { readPage } from '../../../kernel/paging.ts';
import { bookParcels } from './book-parcels.ts';
import { codErrors } from './errors.ts';
import { refreshInvoices } from './invoice-state.ts';
import { lockCounter } from './lock-counter.ts';
import { faultOf, matchLines, parcelOf, type Match } from './match-lines.ts';
import { payoutLines, presentLine, withOrders } from './payout-lines.ts';
import { lockPayout, refreshPayout } from './payout-state.ts';
import type { ListQueueInput, PayoutLineAnswer, ResolveLineInput } from './schemas.ts';
import { matchColumns, queueLine, setLine, settleLine, type PayoutLine } from './settle-lines.ts';

type Answer = z.input<typeof PayoutLineAnswer>;

/** Lines of payouts that somebody has to look at, oldest first. */
export function listQueue(
  context: Context,
  { fault, ...page }: z.output<typeof ListQueueInput>,
): Promise<Page<Answer>> {
  const matching = payoutLines(context)
    .where('l.status', '=', 'QUEUED')
    .$if(fault !== undefined, (query) => query.where('l.fault', '=', fault ?? ''));
  const rows = withOrders(context, matching).orderBy('l.id');
  return readPage(context.db, page, { matching, rows }, (row) => presentLine(context, row));
}

/**
 * Resolves a line of the queue. MATCH looks at it anew, with the parcel of the order given or by its own numbers: it is
 * settled if it pays exactly what is open. ACCEPT settles the parcel, and writes the difference off. IGNORE leaves the
 * parcel as it is.
 * @throws Refusal 404 if the shop has no such line; 409 if it is not in the queue; 422 on `order_id` if the order has no
 *   COD parcel, and if a difference is to be accepted of no delivered parcel
 */
export function resolveLine(context: Context, input: z.output<typeof ResolveLineInput>): Promise<Answer> {
  return context.transaction(async (inner) => {
    await lockCounter(inner);
    const line = await lockLine(inner, input.id);
    if (line.status !== 'QUEUED') throw codErrors.refuse('cod_line_resolved');
    const resolution = { reason: input.reason ?? '', resolved_by: inner.actor.user_id };
    if (input.action === 'IGNORE') {
      const resolved_at = inner.clock.now();
      await setLine(inner, line, { status: 'IGNORED', ...resolution, resolved_at });
    } else {
      const match = await matchOf(inner, line, input.order_id);
      if (input.action === 'MATCH') await matchAnew(inner, line, match);
      else await accept(inner, line, match, resolution);
    }
    await refreshPayout(inner, line.payout_id);
    const resolved = payoutLines(inner).where('l.id', '=', line.id);
    return presentLine(inner, await withOrders(inner, resolved).executeTakeFirstOrThrow());
  });
}

async function lockLine({ db, shop }: Context, id: number): Promise<PayoutLine> {
  const line = await db
    .selectFrom('cod_payout_lines')
    .selectAll()
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (line === undefined) throw kernelErrors.refuse('not_found');
  return line;
}

/** @throws Refusal 422 on `order_id` if that order has no COD parcel */
async function matchOf(context: Context, line: PayoutLine, order_id: number | undefined): Promise<Match> {
  if (order_id === undefined && line.trip === null) return (await matchLines(context, [line]))[0];
  const order = await context.db
    .selectFrom('cod_parcels')
    .select('po_number')
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', order_id ?? line.order_id ?? 0)
    .executeTakeFirst();
  const { po_number } = foundBy('order_id', order);
  return (await matchLines(context, [{ awb_number: null, po_number }]))[0];
}

/** Looks anew at lines of the queue, by their own numbers. The caller has locked the counter. */
export async function matchAgain(context: Context, lines: readonly PayoutLine[]): Promise<void> {
  for (const line of lines) await matchAnew(context, line, await matchOf(context, line, undefined));
  for (const payout_id of new Set(lines.map((line) => line.payout_id)))
    await refreshPayout(context, payout_id);
}

async function matchAnew(context: Context, line: PayoutLine, match: Match): Promise<void> {
  const fault = faultOf(line.net_idr ?? 0, match);
  const parcel = parcelOf(match);
  if (fault !== undefined || parcel === undefined) return queueLine(context, line, match, fault ?? 'UNKNOWN');
  await settleLine(context, await lockPayout(context, line.payout_id), line, parcel);
  await refreshInvoices(context, [parcel]);
  await bookParcels(context, [parcel]);
}

async function accept(
  context: Context,
  line: PayoutLine,
  match: Match,
  resolution: { reason: string; resolved_by: number },
): Promise<void> {
  const fault = faultOf(line.net_idr ?? 0, match);
  const parcel = parcelOf(match);
  if (parcel === undefined || (fault === 'NOT_DELIVERED' && parcel.state !== 'LOST'))
    throw codErrors.refuseField('cod_line_without_parcel', 'id');
  await setLine(context, line, matchColumns(match));
  await settleLine(context, await lockPayout(context, line.payout_id), line, parcel, resolution);
  await refreshInvoices(context, [parcel]);
  await bookParcels(context, [parcel]);
}
