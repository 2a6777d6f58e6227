import type { Context } from '../../../kernel/context.ts';
import type { RefusalPart } from '../../../kernel/errors.ts';
import type { SheetRecord } from '../../../kernel/sheets/read-records.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import type { AwbColumn } from './columns.ts';
import { awbImportErrors } from './errors.ts';
import { plainAwb } from '../awb-number.ts';
import { findAwbHolders, findParcels, type FoundParcel } from './find-parcels.ts';
import { matchRow } from './match-row.ts';
import { readAwbRow, type AwbRowFacts } from './read-row.ts';

/** Rows that are looked up by one statement. */
const BATCH = 500;
/** Parcels that a row shows as meant perhaps. */
const CANDIDATES_SHOWN = 10;
/** Rows that an error names. */
const ROWS_NAMED = 5;

export type PlannedOutcome = 'MATCHED' | 'UNCHANGED' | 'WRONG' | 'PASSED_OVER';

/** What a row of the file would do. */
export interface PlannedRow {
  record: SheetRecord<AwbColumn>;
  outcome: PlannedOutcome;
  fault: RefusalPart | null;
  candidates: readonly FoundParcel[];
  awb_number: string | null;
  parcel: FoundParcel | null;
}

/** Finds the parcel of each row, with a fixed number of statements for a batch of them. */
export async function planRows(
  context: Context,
  records: readonly SheetRecord<AwbColumn>[],
): Promise<PlannedRow[]> {
  const planned: PlannedRow[] = [];
  for (let start = 0; start < records.length; start += BATCH)
    planned.push(...(await planBatch(context, records.slice(start, start + BATCH))));
  await refuseContradictions(planned);
  return planned;
}

async function planBatch(
  context: Context,
  records: readonly SheetRecord<AwbColumn>[],
): Promise<PlannedRow[]> {
  const read: { record: SheetRecord<AwbColumn>; facts: AwbRowFacts }[] = [];
  const planned = new Map<SheetRecord<AwbColumn>, PlannedRow>();
  for (const record of records) {
    await takeTurns();
    const facts = readAwbRow(record);
    if ('fault' in facts) planned.set(record, unread(record, facts.fault));
    else read.push({ record, facts });
  }
  const found = await findParcels(
    context,
    read.map(({ facts }) => facts),
  );
  const holders = await findAwbHolders(
    context,
    read.map(({ facts }) => facts.awb_number),
  );
  for (const [index, { record, facts }] of read.entries()) {
    await takeTurns();
    const match = matchRow(facts, found[index] ?? []);
    const { awb_number } = facts;
    if (match.outcome === 'WRONG') {
      planned.set(record, { record, awb_number, parcel: null, ...match });
      continue;
    }
    const fault = holderFault(awb_number, match.parcel, holders);
    planned.set(record, {
      record,
      awb_number,
      parcel: match.parcel,
      outcome: fault === null ? match.outcome : 'WRONG',
      fault,
      candidates: [],
    });
  }
  return records.flatMap((record) => planned.get(record) ?? []);
}

function unread(record: SheetRecord<AwbColumn>, fault: RefusalPart): PlannedRow {
  const is_parcel = fault.code !== 'awb_empty' && fault.code !== 'awb_row_total';
  const outcome = is_parcel ? 'WRONG' : 'PASSED_OVER';
  return { record, outcome, fault, candidates: [], awb_number: null, parcel: null };
}

/** Why a parcel cannot get an AWB number that others have; null if none has. */
export function holderFault(
  awb_number: string,
  parcel: { order_id: number; shipment: number },
  holders: Awaited<ReturnType<typeof findAwbHolders>>,
): RefusalPart | null {
  const others = (holders.get(plainAwb(awb_number)) ?? []).filter(
    ({ order_id, shipment }) => order_id !== parcel.order_id || shipment !== parcel.shipment,
  );
  if (others.length === 0) return null;
  const po_numbers = others.flatMap(({ po_number }) => po_number ?? []).slice(0, CANDIDATES_SHOWN);
  return awbImportErrors.part('awb_of_other_order', '', { po_numbers: po_numbers.join(', ') || '-' });
}

/** Of the rows with a parcel: no AWB number of two parcels, no parcel with two AWB numbers, and each said once. */
async function refuseContradictions(planned: PlannedRow[]): Promise<void> {
  const rows = planned.filter(({ parcel }) => parcel !== null);
  const by_awb = Map.groupBy(rows, ({ awb_number }) => plainAwb(awb_number ?? ''));
  const by_parcel = Map.groupBy(rows, parcelKey);
  for (const row of rows) {
    await takeTurns();
    const same_awb = by_awb.get(plainAwb(row.awb_number ?? '')) ?? [];
    const same_parcel = by_parcel.get(parcelKey(row)) ?? [];
    const first = same_parcel[0];
    // What has its number already is right whatever else is said.
    if (row.outcome !== 'MATCHED') continue;
    if (same_awb.some((other) => parcelKey(other) !== parcelKey(row)))
      refuse(row, 'awb_of_several_rows', { rows: rowNames(same_awb) });
    else if (
      same_parcel.some(({ awb_number }) => plainAwb(awb_number ?? '') !== plainAwb(row.awb_number ?? ''))
    )
      refuse(row, 'awb_order_of_several_rows', {
        rows: rowNames(same_parcel),
        po_number: row.parcel?.po_number ?? 0,
      });
    else if (first !== undefined && first !== row) {
      row.outcome = 'PASSED_OVER';
      row.fault = awbImportErrors.part('awb_row_repeated', '', { row: first.record.row });
    }
  }
}

function parcelKey({ parcel }: PlannedRow): string {
  return `${parcel?.order_id}/${parcel?.shipment}`;
}

function rowNames(rows: readonly PlannedRow[]): string {
  const named = rows.slice(0, ROWS_NAMED).map(({ record }) => record.row);
  return named.join(', ') + (rows.length > ROWS_NAMED ? ' …' : '');
}

function refuse(
  row: PlannedRow,
  code: Parameters<typeof awbImportErrors.part>[0],
  values: Record<string, string | number>,
): void {
  row.outcome = 'WRONG';
  row.fault = awbImportErrors.part(code, '', values);
}

/** A parcel as the row of an import shows it. */
export function candidateOf({ order_id, po_number, shipment, receiver_name, order_date }: FoundParcel) {
  return { order_id, po_number, shipment, receiver_name, order_date };
}

export const shownCandidates = ({ candidates }: PlannedRow) =>
  candidates.slice(0, CANDIDATES_SHOWN).map(candidateOf);
