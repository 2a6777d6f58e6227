import { takeTurns } from '../../../kernel/slices.ts';
import { orderTextLimits } from '../limits.ts';
import type { Field } from '../words/label-words.ts';
import {
  addressBeginning,
  beginsAddress,
  isColourOrSize,
  isForSeller,
  isGreeting,
  isInsideAddress,
  isLikeName,
  isNumberAlone,
  isQuestion,
  isRequest,
  receiverBeginning,
  withoutFillers,
} from '../words/vocabulary.ts';
import { courierIn, courierRequest } from './couriers.ts';
import { atCourier, freeParts, goodsParts, isCondition } from './cut-parts.ts';
import { knownHead } from './hints.ts';
import { cutAtLabels, isInNameOf, isLabel, type Piece } from './labels.ts';
import { isSection, fieldOwner, type Owner } from './owners.ts';
import { isPayment } from './payments.ts';
import { phonesIn, withoutPhones } from './phones.ts';
import type { Line } from './plain-text.ts';
import { hasQuantity, isQuantityAlone, itemsIn, withoutPrices } from './quantities.ts';

/** `number` alone continues the preceding product. */
export type Kind = Field | 'nothing' | 'number' | 'unknown';

/** A part of the text with one subject. */
export interface Segment {
  line: number;
  kind: Kind;
  /** It is headed by a label, or has the form of nothing else; else what surrounds it and the shop's rows decide. */
  is_sure: boolean;
  label: string;
  text: string;
  after_blank: boolean;
  /** It is the first of its line. */
  starts_line: boolean;
  /** It stands behind "kirim ke" and the like. */
  is_to?: boolean;
  /** It says whom the products are for: "utk ibu Wati". */
  is_for?: boolean;
  /** Who it is of, where the text tells: who orders is not always who gets it. */
  owner?: Owner | undefined;
  /** A label heads it that nobody knows: it may be goods, but no name and no address. */
  is_headed?: boolean;
}

/** Fields that go on in lines without a label. */
const GOES_ON = new Set<Kind>(['address', 'goods', 'note', 'sender_address']);
/** What heads who gets it, or where. */
const TO = /kepada|kpd|kpda|yth|(?:kirim\w*|ship|pengiriman) (?:ke|to)|^to$|untuk|tujuan|penerima/iu;
const OF_RECEIVER = /penerima|kepada|kpd|kirim ke|tujuan|pembeli|pemesan|customer|untuk/iu;
/**
 * Splits lines into segments, as far as the words alone determine them. Yields between steps. Everything after the
 * maximum number of parts is `other`.
 * @param heads receives the labels that are known, as they are written
 */
export async function segmentsOf(
  lines: readonly Line[],
  heads: Pick<Segment, 'line' | 'text'>[] = [],
): Promise<Segment[]> {
  const reader = new LineReader(heads);
  for (const line of lines) {
    await takeTurns();
    reader.read(line);
  }
  setOrdererAside(reader.segments);
  addAuthors(reader.segments, lines);
  return reader.segments;
}

/** Who wrote the messages may be who gets the parcel, where no other number is told. */
function addAuthors(segments: Segment[], lines: readonly Line[]): void {
  const authors = new Map(lines.map((line) => [line.author_phone, line]));
  authors.delete(undefined);
  const is_only = authors.size === 1 && !segments.some(({ kind }) => kind === 'phone');
  for (const [phone, line] of authors)
    segments.push({
      ...partOf(line),
      kind: is_only ? 'phone' : 'other',
      is_sure: false,
      label: '',
      text: `+${phone}`,
    });
}

/** Reads lines one after the other: what a label opened may go on in the next one. */
class LineReader {
  readonly segments: Segment[] = [];
  readonly #heads: Pick<Segment, 'line' | 'text'>[];
  /** The label whose value the next line holds, or goes on with. */
  #open: { kind: Kind; is_empty: boolean } | undefined;
  #is_sender = false;
  #is_to = false;
  #owner: Owner | undefined;

  constructor(heads: Pick<Segment, 'line' | 'text'>[]) {
    this.#heads = heads;
  }

  read(line: Line): void {
    if (this.segments.length >= orderTextLimits.order_text_parts) {
      this.segments.push({ ...partOf(line), kind: 'other', is_sure: true, label: '', text: line.text });
      return;
    }
    if (line.is_unticked === true) {
      this.segments.push({ ...partOf(line), kind: 'other', is_sure: true, label: '', text: line.text });
      return;
    }
    // Nobody fills in a form of the message before, or one that is blank as a whole.
    if (this.#open?.is_empty === true && (line.starts_message || isBlankForm(this.segments)))
      this.#open = undefined;
    if (isQuestionAlone(line.text)) {
      this.segments.push(...freeSegments(partOf(line), line.text));
      this.#open = undefined;
      return;
    }
    if (isSection(line.text)) this.#owner = fieldOwner(line.text);
    for (const [index, piece] of cutAtLabels(line.text).entries()) {
      const { field, head } = piece;
      const base = partOf(line, index);
      if (field !== undefined && field !== 'unknown' && head !== undefined)
        this.#heads.push({ line: line.number, text: knownHead(head, field) });
      if (field === 'unknown') this.#readUnknown(base, piece);
      else if (field !== undefined && field !== 'free') this.#readField(base, { ...piece, field });
      else this.#readFree(base, piece, line.after_blank);
    }
  }

  /** What is headed by a label that nobody knows ends the field before it. */
  #readUnknown(base: Base, { label, text }: Piece): void {
    const is_empty = text === '';
    this.segments.push({
      ...base,
      kind: is_empty ? 'other' : 'unknown',
      is_sure: false,
      label: is_empty ? '' : label,
      text: is_empty ? label : text,
      is_headed: true,
    });
    this.#open = { kind: 'other', is_empty };
    this.#is_to = false;
  }

  #readField(base: Base, piece: Piece & { field: Field }): void {
    const { field, label, text } = piece;
    const before = this.segments.at(-1);
    if (field === 'sender_name') this.#is_sender = text === '';
    else if (OF_RECEIVER.test(label) || !['name', 'phone'].includes(field)) this.#is_sender = false;
    const kind = isHolder(piece, before) ? 'other' : this.#is_sender ? senderKind(field) : field;
    const owner = fieldOwner(label);
    if (field === 'name') this.#owner = owner ?? this.#owner;
    this.#is_to = false;
    // "PESANAN BARU - BUTIK RAMAI" may be a title.
    const may_be_title = kind === 'goods' && piece.is_signed !== true && text !== '' && !hasQuantity(text);
    const parts = may_be_title ? titleParts(base, text) : labelled(base, { ...piece, field: kind }, before);
    for (const part of parts) part.owner = owner ?? this.#owner;
    this.segments.push(...parts);
    this.#open = { kind, is_empty: text === '' };
  }

  #readFree(base: Base, { field, label, text }: Piece, after_blank: boolean): void {
    if (field === 'free') {
      this.#owner = fieldOwner(label) ?? this.#owner;
      this.#open = undefined;
      this.#is_sender = false;
      this.#is_to = TO.test(label);
    }
    const parts = freeSegments(base, text);
    if (this.#is_to && parts[0] !== undefined) {
      parts[0].is_to = true;
      this.#is_to = false;
    }
    this.#open = goOn(parts, this.#open, after_blank);
    for (const part of parts) part.owner = this.#owner;
    this.segments.push(...parts);
  }
}

/** "apakah bisa kirim ke Papua?" names no place to send to. */
function isQuestionAlone(line: string): boolean {
  return isQuestion(line) && /\?\W*$/u.test(line) && !/\d/.test(line) && !isInsideAddress(line);
}

function titleParts(base: Base, text: string): Segment[] {
  return goodsParts(text).map((part) => {
    const segment = freeSegment({ ...base, starts_line: false }, part);
    return segment.kind === 'unknown' ? { ...segment, is_headed: true } : segment;
  });
}

/** Where another one gets the parcel, what is told of who orders is none of its fields. */
function setOrdererAside(segments: readonly Segment[]): void {
  const isTold = ({ kind, text }: Segment) => text !== '' && ['name', 'phone', 'address'].includes(kind);
  if (!segments.some((segment) => isTold(segment) && segment.owner === 'receiver')) return;
  const isPlaced = ({ kind, owner }: Segment) => kind === 'address' && owner !== 'orderer';
  const has_address = segments.some(isPlaced);
  const aside = has_address ? OF_PERSON : new Set<Kind>(['name', 'phone']);
  for (const segment of segments)
    if (segment.owner === 'orderer' && aside.has(segment.kind)) segment.kind = 'other';
}

const OF_PERSON = new Set<Kind>([
  'name',
  'phone',
  'address',
  'village',
  'district',
  'city',
  'province',
  'postal_code',
]);

/** What is known of a part by its place in a line. */
function partOf({ number, after_blank }: Line, index = 0): Base {
  return { line: number, after_blank: after_blank && index === 0, starts_line: index === 0 };
}

/** Three labels or more, the last ones of the text so far, and none has a value. */
function isBlankForm(segments: readonly Segment[]): boolean {
  const labelled = segments.filter(({ label }) => label !== '');
  return labelled.length > 2 && labelled.every(({ text }) => text === '');
}

/** "a/n Budi" below an account. */
function isHolder({ label }: Piece, before: Segment | undefined): boolean {
  return (
    isInNameOf(label) &&
    before !== undefined &&
    (before.kind === 'payment' || before.kind === 'other') &&
    /\d{6}|\brek/iu.test(`${before.label} ${before.text}`)
  );
}

/** The parts of free text; what only goes on with colours and sizes stays with what it goes on: "hitam M, L @3". */
function freeSegments(base: Base, text: string): Segment[] {
  const segments: Segment[] = [];
  for (const part of freeParts(text)) {
    const segment = freeSegment({ ...base, starts_line: base.starts_line && segments.length === 0 }, part);
    const before = segments.at(-1);
    if (before === undefined || !['goods', 'unknown'].includes(before.kind) || !isOnlyOptions(part))
      segments.push(segment);
    else if (segment.kind === 'goods' || segment.kind === 'unknown') {
      const between = /^\d+$/.test(part) ? ' ' : ', ';
      Object.assign(before, {
        text: `${before.text}${between}${part}`,
        is_sure: before.is_sure || segment.is_sure,
      });
      if (segment.kind === 'goods') before.kind = 'goods';
    }
  }
  return segments;
}

function isOnlyOptions(part: string): boolean {
  const words = itemsIn(part).flatMap((item) => item.words);
  return words.length > 0 && words.every((word) => isColourOrSize(word) || /^\d{1,3}$/.test(word));
}

function senderKind(field: Field): Field {
  return field === 'name' ? 'sender_name' : field === 'phone' ? 'sender_phone' : field;
}

type Base = Pick<Segment, 'line' | 'after_blank' | 'starts_line'>;

/** "Alamat masih sama kak" contains no address. */
const AS_BEFORE =
  /^(?:(?:yang|yg|masih|msh|tetap|ttp|sudah|udah|biasa)\s+)*(?:sama|seperti|kayak|kyk|spt|biasanya|biasa|ada)(?![\p{L}\d])(?![^,]*\d)/iu;

/** Fields in whose value something else may follow. */
const CUT = new Set<Field>(['name', 'phone', 'address', 'goods', 'sender_name', 'sender_address']);

/** The segments of a labelled piece: what else its value holds, as a phone number behind a name, is cut off. */
function labelled(base: Base, piece: Piece & { field: Field }, before: Segment | undefined): Segment[] {
  const { field, label } = piece;
  const labelled_base = { ...base, kind: field, is_sure: true, label };
  if (field === 'address' && AS_BEFORE.test(piece.text)) {
    const [said = '', ...more] = piece.text.split(/\s*,\s*/);
    const behind = freeSegments({ ...base, starts_line: false }, more.join(', '));
    return [{ ...labelled_base, kind: 'other', text: said }, ...behind];
  }
  // "Jumlah Pesanan: 3 hijab voal mocca"
  if (field === 'quantity' && piece.text !== '' && !isQuantityAlone(piece.text))
    return labelled(base, { ...piece, field: 'goods' }, before);
  if (!CUT.has(field)) return [{ ...labelled_base, text: piece.text }];
  const [text = '', ...others] = field === 'goods' ? goodsParts(piece.text) : atCourier(piece.text);
  const behind = others.map((part) => freeSegment({ ...base, starts_line: false }, part));
  if (field === 'goods') return [{ ...labelled_base, text }, ...behind];
  const phones = phonesIn(text).map((found) => ({
    ...labelled_base,
    kind: (field.startsWith('sender') ? 'sender_phone' : 'phone') as Kind,
    label: '',
    text: text.slice(found.at, found.end),
  }));
  const rest = withoutPhones(text);
  // "a/n Sari 0812… transfer BCA": what follows the number is no part of the name.
  const [first] = phonesIn(text);
  const name = first === undefined ? '' : withoutPhones(text.slice(0, first.end));
  if (field === 'name' && first !== undefined && name !== '') {
    const more = withoutPhones(text.slice(first.end));
    return [
      ...nameAndMore(labelled_base, name),
      ...phones,
      ...freeSegments({ ...base, starts_line: false }, more),
      ...behind,
    ];
  }
  if (field === 'name') return [...nameAndMore(labelled_base, rest), ...phones, ...behind];
  if (field !== 'phone') return [{ ...labelled_base, text: rest }, ...phones, ...behind];
  if (phones.length > 0)
    return [
      ...phones,
      ...freeParts(rest).map((part) => freeSegment({ ...base, starts_line: false }, part)),
      ...behind,
    ];
  // "Jl. Melati no: 5"
  if (before?.line === base.line && before.kind === 'address')
    return [{ ...labelled_base, kind: 'address', text: `${label} ${text}` }];
  return [{ ...labelled_base, kind: text === '' ? 'nothing' : 'other', text }];
}

/** A name in which an address or something else follows after a comma. */
function nameAndMore(labelled_base: Omit<Segment, 'text'>, text: string): Segment[] {
  const [name = '', ...others] = text.split(/\s*[,;|#]\s*|\s+\/+\s+/);
  if (others.length === 0) {
    const at = addressBeginning(text);
    if (at === undefined || at < 2 || !/\d|\b(?:rt|no|kec|kel)\b/i.test(text.slice(at)))
      return [{ ...labelled_base, text }];
    return [
      { ...labelled_base, text: text.slice(0, at).trim() },
      freeSegment({ ...labelled_base, starts_line: false }, text.slice(at)),
    ];
  }
  return [
    { ...labelled_base, text: name },
    ...freeParts(others.join(', ')).map((part) =>
      freeSegment({ ...labelled_base, starts_line: false }, part),
    ),
  ];
}

export function freeSegment(base: Base, text: string): Segment {
  const { kind, is_sure } = kindOf(text);
  const { line, after_blank, starts_line } = base;
  const is_for = kind === 'unknown' && receiverBeginning(text) === 0 ? { is_for: true } : {};
  return { line, after_blank, starts_line, kind, is_sure, label: '', text: text.trim(), ...is_for };
}

/** The kind of a part of free text, recognised by its form. */
function kindOf(text: string): { kind: Kind; is_sure: boolean } {
  if (phonesIn(text).length > 0) return { kind: 'phone', is_sure: true };
  if (isQuestion(text) && !hasQuantity(text)) return { kind: 'other', is_sure: true };
  if (isCondition(text)) return { kind: 'note', is_sure: true };
  if (isGreeting(text) && !/\d/.test(text)) return { kind: 'other', is_sure: true };
  if (isPayment(text)) return { kind: 'payment', is_sure: true };
  if (isCourier(text)) return { kind: 'courier', is_sure: true };
  const words = withoutFillers(text);
  if (words === '' || isLabel(words)) return { kind: 'nothing', is_sure: true };
  if (
    /^(?:total|subtotal|ongkir|harga|jadi total|totalnya)\b/iu.test(text) ||
    /^\W*(?:rp\.?)\s*\d[\d.,]*$/iu.test(text)
  )
    return { kind: 'other', is_sure: true };
  if (/^\d{5}$/.test(words)) return { kind: 'postal_code', is_sure: false };
  if (beginsAddress(words) && (!hasQuantity(words) || isInsideAddress(words.replace(/^\S+/, ''))))
    return { kind: 'address', is_sure: true };
  if (isForSeller(text) && isRequest(text) && !isInsideAddress(text) && !hasQuantity(text))
    return { kind: 'other', is_sure: true };
  // "tolong kirim …" may name goods.
  if (isRequest(text) && !isInsideAddress(text) && !hasQuantity(text))
    return { kind: 'note', is_sure: false };
  if (isInsideAddress(words) && !hasQuantity(words))
    return { kind: 'address', is_sure: !isNumberAlone(words) };
  if (hasQuantity(text)) return { kind: 'goods', is_sure: true };
  return { kind: 'unknown', is_sure: false };
}

/** A courier and little else; where one is requested, or parcels are fetched, with the reason why. */
function isCourier(part: string): boolean {
  const text = withoutPrices(part);
  const is_requested = /\b(?:via|pakai|pake|pakek|kurir|ekspedisi|kirim|lewat|by|ongkir)\b/iu.test(text);
  const found =
    courierIn(text, is_requested) ?? courierIn(/^\s*[a-z ]{3,14}\s*$/i.test(text) ? text : '', true);
  if (found === undefined) return false;
  const rest = withoutFillers(found.rest);
  const words = rest.split(' ').filter((word) => word !== '');
  if (words.length === 0) return true;
  return (found.courier.virtual || courierRequest(text) === 0) && words.length < 6 && !hasQuantity(text);
}

/** Gives parts without a recognisable form to the field that is open; returns the field that is open after them. */
function goOn(
  parts: Segment[],
  open: { kind: Kind; is_empty: boolean } | undefined,
  after_blank: boolean,
): { kind: Kind; is_empty: boolean } | undefined {
  if (open === undefined) return undefined;
  let is_empty = open.is_empty;
  for (const part of parts) {
    if (open.kind === 'other' && is_empty && part.kind === 'unknown') part.is_headed = true;
    // What a number alone goes on with is settled by what stands before it.
    if (open.kind === 'goods' && !is_empty && /^\d{1,4}$/.test(part.text)) continue;
    const fits = part.kind === 'unknown' || (part.kind === 'postal_code' && open.kind === 'address');
    const takes = fits && (is_empty ? takesValue(open.kind, part) : GOES_ON.has(open.kind) && !after_blank);
    if (open.kind === 'goods' && part.kind === 'address' && !beginsAddress(part.text)) continue;
    if (takes) {
      part.kind = open.kind;
      part.is_sure = is_empty || open.kind === 'goods';
      if (!GOES_ON.has(open.kind)) return undefined;
    }
    if (part.kind === open.kind) is_empty = false;
  }
  const stays =
    GOES_ON.has(open.kind) && (is_empty || !after_blank || parts.some(({ kind }) => kind === open.kind));
  return stays ? { kind: open.kind, is_empty } : undefined;
}

function takesValue(kind: Kind, part: Segment): boolean {
  if (kind === 'quantity') return isQuantityAlone(part.text);
  return kind === 'name' || kind === 'sender_name' ? isLikeName(part.text) : kind !== 'other';
}
