import { sql, type Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { settleCod, unsettleCod } from '../../orders/index.ts';
import { bookParcels } from './book-parcels.ts';
import { refreshInvoices } from './invoice-state.ts';
import {
  faultOf,
  matchLines,
  paidTogether,
  parcelOf,
  type Match,
  type OpenParcel,
  type QueueFault,
} from './match-lines.ts';

export type Payout = Selectable<DB['cod_payouts']>;
export type PayoutLine = Selectable<DB['cod_payout_lines']>;

/**
 * Settles lines of a payout that wait: each pays exactly what is open of its parcel, by itself or with others of its
 * parcel, or goes into the queue; what was paid by the same line before is left alone. The caller has locked the counter, and refreshes the payout.
 */
export async function settleLines(
  context: Context,
  payout: Payout,
  lines: readonly PayoutLine[],
): Promise<void> {
  const waiting = await withRowsOfTheirParcels(context, payout, lines);
  const matches = await matchLines(context, waiting);
  const known = await knownKeys(context, waiting);
  const fresh: { line: PayoutLine; net_idr: number; match: Match }[] = [];
  for (const [index, line] of waiting.entries()) {
    const key = line.line_key ?? '';
    if (known.has(key)) await setLine(context, line, { status: 'REPEATED', fault: null });
    else fresh.push({ line, net_idr: line.net_idr ?? 0, match: matches[index] });
    known.add(key);
  }
  const together = paidTogether(fresh);
  const settled: OpenParcel[] = [];
  for (const { line, net_idr, match } of fresh) {
    const parcel = parcelOf(match);
    const last = together.get(line);
    const fault = last === undefined ? faultOf(net_idr, match) : undefined;
    if (fault !== undefined) await queueLine(context, line, match, fault);
    else if (parcel !== undefined) {
      await settleLine(context, payout, line, parcel, last && { last_row_number: last.row_number });
      settled.push(parcel);
    }
  }
  await refreshInvoices(context, settled);
  await bookParcels(context, settled);
}

/** Those of the lines that wait, with all others of the payout that wait and are of the same orders by its preview. */
async function withRowsOfTheirParcels(
  context: Context,
  { id }: Payout,
  lines: readonly PayoutLine[],
): Promise<PayoutLine[]> {
  const waiting = lines.filter(({ status }) => status === 'READY');
  const order_ids = [...new Set(waiting.flatMap(({ order_id }) => order_id ?? []))];
  if (order_ids.length === 0) return waiting;
  const others = await context.db
    .selectFrom('cod_payout_lines')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('payout_id', '=', id)
    .where('status', '=', 'READY')
    .where('id', '>', waiting.at(-1)?.id ?? 0)
    .where('order_id', '=', sql<number>`any(${order_ids}::bigint[])`)
    .orderBy('id')
    .execute();
  return [...waiting, ...others];
}

/** Keys of these lines that stand in a payout already. */
export async function knownKeys(
  context: Context,
  lines: readonly Pick<PayoutLine, 'line_key'>[],
): Promise<Set<string>> {
  const keys = lines.flatMap(({ line_key }) => line_key ?? []);
  const rows = await context.db
    .selectFrom('cod_payout_lines')
    .select('line_key')
    .where('shop_id', '=', context.shop.id)
    .where('line_key', '=', sql<string>`any(${keys}::text[])`)
    .where('status', 'in', ['SETTLED', 'QUEUED', 'IGNORED'])
    .execute();
  return new Set(rows.flatMap(({ line_key }) => line_key ?? []));
}

/** Puts a line into the queue, or says anew why it is there. */
export async function queueLine(
  context: Context,
  line: PayoutLine,
  match: Match,
  fault: QueueFault,
): Promise<void> {
  await setLine(context, line, { status: 'QUEUED', fault, ...matchColumns(match) });
}

/** What of a match stands on a line. */
export function matchColumns(match: Match): Pick<PayoutLine, 'order_id' | 'trip' | 'expected_idr'> {
  if (match === undefined || match === 'SEVERAL') return { order_id: null, trip: null, expected_idr: null };
  if (!('parcel' in match)) return { order_id: match.order_id, trip: null, expected_idr: null };
  const { order_id, trip, open_idr } = match.parcel;
  return { order_id, trip, expected_idr: open_idr };
}

export interface Resolution {
  reason: string;
  resolved_by: number;
}

/** A row that pays a parcel together with others. */
interface PartOfParcel {
  last_row_number: number;
}

/**
 * Allocates a line to a parcel. With a resolution, the difference to what is open is written off; as a part, the line is
 * expected to pay no more than it does. The order is paid by
 * it, if the courier has collected and the money is on a bank account. The caller refreshes invoices and payout.
 */
export async function settleLine(
  context: Context,
  payout: Payout,
  line: PayoutLine,
  parcel: OpenParcel,
  how?: Resolution | PartOfParcel,
): Promise<void> {
  const net_idr = line.net_idr ?? 0;
  const { order_id, trip } = parcel;
  const resolution = how !== undefined && 'reason' in how ? how : undefined;
  const part = how !== undefined && 'last_row_number' in how ? how : undefined;
  const expected_idr = part === undefined ? parcel.open_idr : net_idr;
  const written_off_idr = resolution === undefined ? 0 : expected_idr - net_idr;
  await append(context, line, parcel, [
    { kind: 'PAYOUT', amount_idr: net_idr, reason: null },
    { kind: 'WRITE_OFF', amount_idr: written_off_idr, reason: resolution?.reason ?? null },
  ]);
  const payment_id = await payOrder(context, payout, parcel);
  const resolved = resolution && { ...resolution, resolved_at: context.clock.now() };
  await setLine(context, line, {
    status: 'SETTLED',
    fault: null,
    order_id,
    trip,
    expected_idr,
    payment_id: payment_id ?? null,
    ...resolved,
    ...part,
  });
}

/** Where the money of a payout came in, and when. */
type PaidPayout = Pick<Payout, 'bank_account_id' | 'paid_on' | 'withdrawn_on'>;

/**
 * Pays an order by a payout: all that was collected where nothing is open of the parcel, as what the courier keeps of it is
 * settled too; else what is paid out.
 * @returns the payment; undefined where there is none to make
 */
export async function payOrder(
  context: Context,
  payout: PaidPayout,
  { order_id, state, cod_idr, paid_idr, open_idr }: OpenParcel,
): Promise<number | undefined> {
  if (state !== 'COLLECTED' || payout.bank_account_id === null) return undefined;
  const { bank_account_id: bank_id } = payout;
  const paid_on = payout.withdrawn_on ?? payout.paid_on;
  const collected_idr = open_idr > 0 ? Math.min(cod_idr, paid_idr) : cod_idr;
  return settleCod(context, { order_id, collected_idr, bank_id, paid_on });
}

/** Undoes a line: takes back what it has settled, with the payment of the order. The caller refreshes invoices and payout. */
export async function unsettleLine(context: Context, line: PayoutLine, parcel: OpenParcel): Promise<void> {
  const rows = await context.db
    .selectFrom('cod_settlements')
    .select(['kind', sql<number>`sum(amount_idr)::bigint`.as('amount_idr')])
    .where('shop_id', '=', context.shop.id)
    .where('payout_id', '=', line.payout_id)
    .where('line_id', '=', line.id)
    .groupBy('kind')
    .execute();
  const undone = rows.map(({ kind, amount_idr }) => ({ kind, amount_idr: 0 - amount_idr, reason: null }));
  await append(context, line, parcel, undone);
  const { payment_id } = line;
  const is_removed =
    payment_id !== null && (await unsettleCod(context, { order_id: parcel.order_id, payment_id }));
  await setLine(context, line, { status: 'UNDONE', ...(is_removed && { payment_id: null }) });
  await countOthers(context, parcel);
}

/**
 * What other payouts have paid of a parcel counts for itself, now that one is undone: what was accepted as too much pays
 * what is open again, and the order is paid by them.
 */
async function countOthers(context: Context, parcel: OpenParcel): Promise<void> {
  const others = await context.db
    .selectFrom('cod_payout_lines as l')
    .innerJoin('cod_payouts as p', (join) =>
      join.on('p.shop_id', '=', context.shop.id).onRef('p.id', '=', 'l.payout_id'),
    )
    .select(['l.id', 'l.payout_id', 'l.net_idr', 'l.expected_idr', 'l.reason', 'l.payment_id'])
    .select(['p.bank_account_id', 'p.paid_on', 'p.withdrawn_on'])
    .where('l.shop_id', '=', context.shop.id)
    .where('l.id', 'in', (query) =>
      query
        .selectFrom('cod_settlements as s')
        .select('s.line_id')
        .where('s.shop_id', '=', context.shop.id)
        .where('s.order_id', '=', parcel.order_id)
        .where('s.trip', '=', parcel.trip),
    )
    .where('l.status', '=', 'SETTLED')
    .where('p.status', 'in', ['APPLYING', 'APPLIED'])
    .orderBy('l.id')
    .execute();
  for (const line of others) {
    const expected_idr = line.expected_idr ?? 0;
    const amount_idr = Math.min((line.net_idr ?? 0) - expected_idr, parcel.open_idr);
    if (amount_idr <= 0) continue;
    await append(context, line, parcel, [{ kind: 'WRITE_OFF', amount_idr, reason: line.reason }]);
    await setLine(context, line, { expected_idr: expected_idr + amount_idr });
  }
  let paid_idr = 0;
  for (const line of others) {
    paid_idr += line.net_idr ?? 0;
    const payment_id = await payAnew(context, line, { ...parcel, paid_idr });
    if (payment_id !== undefined) await setLine(context, line, { payment_id });
  }
}

/** @returns the payment that the line has instead of its own; null: none; undefined: it stays */
async function payAnew(
  context: Context,
  { payment_id, ...line }: Pick<PayoutLine, 'payment_id'> & PaidPayout,
  parcel: OpenParcel,
): Promise<number | null | undefined> {
  if (payment_id !== null) {
    if (parcel.open_idr <= 0) return undefined;
    if (!(await unsettleCod(context, { order_id: parcel.order_id, payment_id }))) return undefined;
  }
  return (await payOrder(context, line, parcel)) ?? (payment_id === null ? undefined : null);
}

interface Settlement {
  kind: 'PAYOUT' | 'WRITE_OFF';
  amount_idr: number;
  reason: string | null;
}

/** Appends to the ledger, and to the sums of the parcel. The caller refreshes the payout. */
async function append(
  context: Context,
  line: Pick<PayoutLine, 'id' | 'payout_id'>,
  parcel: OpenParcel,
  settlements: readonly Settlement[],
): Promise<void> {
  const rows = settlements.filter(({ amount_idr }) => amount_idr !== 0);
  if (rows.length === 0) return;
  const { shop, actor, clock } = context;
  const { order_id, trip } = parcel;
  await context.db
    .insertInto('cod_settlements')
    .values(
      rows.map((row) => ({
        shop_id: shop.id,
        order_id,
        trip,
        line_id: line.id,
        payout_id: line.payout_id,
        ...row,
        created_by: actor.user_id,
        created_at: clock.now(),
      })),
    )
    .execute();
  const sumOf = (kind: Settlement['kind']) =>
    rows.reduce((sum, row) => sum + (row.kind === kind ? row.amount_idr : 0), 0);
  const [paid_idr, written_off_idr] = [sumOf('PAYOUT'), sumOf('WRITE_OFF')];
  await sql`update cod_parcels set paid_idr = paid_idr + ${paid_idr}::bigint,
      written_off_idr = written_off_idr + ${written_off_idr}::bigint
    where shop_id = ${shop.id} and order_id = ${order_id} and trip = ${trip}`.execute(context.db);
  parcel.paid_idr += paid_idr;
  parcel.open_idr -= paid_idr + written_off_idr;
}

export async function setLine(
  context: Context,
  { id }: Pick<PayoutLine, 'id'>,
  columns: Partial<Omit<PayoutLine, 'id' | 'shop_id'>>,
): Promise<void> {
  await context.db
    .updateTable('cod_payout_lines')
    .set(columns)
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .execute();
}
