import type { RefusalPart } from '../../../kernel/errors.ts';
import { awbImportErrors } from './errors.ts';
import { plainAwb } from '../awb-number.ts';
import type { FoundParcel } from './find-parcels.ts';
import type { AwbRowFacts } from './read-row.ts';

/** The parcel that a row means, or why none can be said. */
export type AwbMatch =
  | { outcome: 'MATCHED' | 'UNCHANGED'; parcel: FoundParcel }
  | { outcome: 'WRONG'; fault: RefusalPart; candidates: readonly FoundParcel[] };

/** A parcel that is on its way was ordered that many days before at most. */
const DAYS_BEFORE = 60;
const DAY_MS = 86_400_000;

/**
 * Which of the parcels a row means: that of its order number, if the receiver does not contradict; else that of its phone number,
 * with name and day where the row has them. Never one of several.
 * @param found the parcels with the number or phone of the row
 */
export function matchRow(row: AwbRowFacts, found: readonly FoundParcel[]): AwbMatch {
  const numbered = ofNumber(row, found);
  const fitting = numbered.filter((parcel) => !isOtherReceiver(row, parcel));
  if (fitting.length > 0) return chooseNumbered(row, poNumberFirst(row, fitting));
  const phoned = row.phone === null ? undefined : choosePhoned(row, found);
  const [other] = numbered;
  // The number is none of ours, so what the phone number finds counts; where it finds nothing, the number says more.
  if (other !== undefined && (phoned === undefined || isUnknown(phoned)))
    return wrong('awb_other_receiver', { po_number: other.po_number }, numbered);
  if (phoned !== undefined) return phoned;
  return row.po_number === null
    ? wrong('awb_row_without_order', {}, [])
    : wrong('awb_order_unknown', { value: row.po_number }, []);
}

/** The parcels with the order number of the row; where that is the text of a QR code, the one that it names. */
function ofNumber(row: AwbRowFacts, found: readonly FoundParcel[]): FoundParcel[] {
  return found.filter(
    ({ found_by, order_id, po_number, shipment }) =>
      found_by === 'ORDER_NUMBER' &&
      (row.shipment === null ||
        (shipment === row.shipment && order_id === row.order_id && po_number === row.po_number)),
  );
}

/** Digits alone are the PO number, which stands on labels and invoices; an ID only where no order has that PO number. */
function poNumberFirst(row: AwbRowFacts, parcels: readonly FoundParcel[]): readonly FoundParcel[] {
  const of_po = parcels.filter(({ po_number }) => po_number === row.po_number);
  return of_po.length > 0 ? of_po : parcels;
}

const isUnknown = (match: AwbMatch) => match.outcome === 'WRONG' && match.fault.code === 'awb_order_unknown';

function chooseNumbered(row: AwbRowFacts, parcels: readonly FoundParcel[]): AwbMatch {
  const active = parcels.filter(({ order_status }) => order_status === 'ACCEPTED');
  const [closed] = parcels;
  if (active.length === 0 && closed !== undefined)
    return wrong(
      'awb_order_not_active',
      { po_number: closed.po_number, status: closed.order_status },
      parcels,
    );
  return chooseOne(row, active);
}

function choosePhoned(row: AwbRowFacts, found: readonly FoundParcel[]): AwbMatch {
  const parcels = found.filter(({ found_by }) => found_by === 'PHONE');
  const fitting = parcels.filter(
    ({ receiver_name, order_date }) =>
      (row.name === null || isSameName(row.name, receiver_name)) && isShippedOn(row.day, order_date),
  );
  const of_day = fitting.filter(({ order_date }) => order_date === row.day);
  if (fitting.length === 0) {
    const said = [row.po_number, row.phone, row.name, row.day].filter((value) => value !== null).join(', ');
    return wrong('awb_order_unknown', { value: said }, parcels);
  }
  const match = chooseOne(row, of_day.length > 0 ? of_day : fitting);
  if (match.outcome !== 'WRONG' || match.fault.code !== 'awb_several_orders' || row.day_unread === null)
    return match;
  const values = { ...match.fault.values, value: row.day_unread } as Record<string, string>;
  return wrong('awb_day_unread', values, match.candidates);
}

/** Of active orders, the parcel that has the number, or the only one that has none. */
function chooseOne(row: AwbRowFacts, parcels: readonly FoundParcel[]): AwbMatch {
  const awb = plainAwb(row.awb_number);
  const having = parcels.find(({ awb_number }) => awb_number !== null && plainAwb(awb_number) === awb);
  if (having !== undefined) return { outcome: 'UNCHANGED', parcel: having };
  const waiting = parcels.filter(({ awb_number }) => awb_number === null);
  const [first] = waiting;
  if (first === undefined) {
    const [taken] = parcels;
    const values = { po_number: taken?.po_number ?? 0, awb_number: taken?.awb_number ?? '' };
    return wrong('awb_order_has_other', values, parcels);
  }
  return waiting.length === 1
    ? { outcome: 'MATCHED', parcel: first }
    : wrong('awb_several_orders', { parcels: waiting.map(parcelName).join(', ') }, waiting);
}

function parcelName({ po_number, order_id, shipment }: FoundParcel): string {
  return `PO${po_number}/${order_id}/${shipment}`;
}

/** Whether what the row says of the receiver is neither of the order's receiver nor of its customer. */
function isOtherReceiver({ phone, name }: AwbRowFacts, parcel: FoundParcel): boolean {
  if (phone === null && name === null) return false;
  const has_phone = phone === parcel.receiver_phone || phone === parcel.sender_phone;
  const has_name =
    name !== null && (isSameName(name, parcel.receiver_name) || isSameName(name, parcel.sender_name));
  return !(phone !== null && has_phone) && !has_name;
}

/** Whether two names share a word, as `Bu Siti A.` and `Siti Aminah`; short ones are compared whole. */
export function isSameName(one: string, other: string): boolean {
  const words = wordsOf(one);
  const others = new Set(wordsOf(other));
  if (words.join('') === [...others].join('')) return true;
  return words.some((word) => word.length >= 3 && others.has(word));
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !ADDRESSED.has(word));
}

/** How people are addressed: that two names have it in common says nothing. */
const ADDRESSED = new Set(['ibu', 'bpk', 'bapak', 'pak', 'bu', 'kak', 'mas', 'mbak', 'sdr', 'sdri', 'toko']);

/** A parcel is not shipped before it is ordered; a day of the evening before is one of another time zone. */
function isShippedOn(day: string | null, order_date: string): boolean {
  if (day === null) return true;
  const days = (Date.parse(day) - Date.parse(order_date)) / DAY_MS;
  return days >= -1 && days <= DAYS_BEFORE;
}

function wrong(
  code: Parameters<typeof awbImportErrors.part>[0],
  values: Record<string, string | number>,
  candidates: readonly FoundParcel[],
): AwbMatch {
  return { outcome: 'WRONG', fault: awbImportErrors.part(code, '', values), candidates };
}
