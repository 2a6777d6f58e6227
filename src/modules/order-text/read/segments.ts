import { takeTurns } from '../../../kernel/slices.ts';
import { orderTextLimits } from '../limits.ts';
import type { Field } from '../words/label-words.ts';
import {
  beginsAddress,
  isColourOrSize,
  isInsideAddress,
  isLikeName,
  isQuestion,
  isSaidOfOrder,
} from '../words/vocabulary.ts';
import { BEFORE_VALUE, correctedPieces, cutAtCorrections, type CorrectedPiece } from './corrections.ts';
import { couriersIn } from './couriers.ts';
import { goodsParts } from './cut-parts.ts';
import { freeSegment, freeSegments } from './free-text.ts';
import { knownHead } from './hints.ts';
import { labelled } from './labelled-text.ts';
import { cutAtLabels, isInNameOf, type Piece } from './labels.ts';
import { isOffer } from './offered.ts';
import { isSection, fieldOwner, setOrdererAside, type Owner } from './owners.ts';
import type { Line } from './plain-text.ts';
import { hasQuantity, isQuantityAlone, wordsIn } from './quantities.ts';
import type { Base, Kind, Segment } from './segment.ts';

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

/** The title of a bank's receipt: "BUKTI TRANSFER", "m-Transfer: BERHASIL". */
const RECEIPT =
  /^\W*(?:(?:bukti|struk|resi)\s+(?:transfer|pembayaran|bayar|transaksi)|m-?transfer|m-?banking|(?:transfer|transaksi|pembayaran)(?=\W+(?:berhasil|sukses|success)))(?:\W+(?:berhasil|sukses|success\w*))?\W*$/iu;
const ENDS_RECEIPT = new Set<Piece['field']>(['phone', 'address', 'goods', 'district', 'courier']);

/** "kirim ke rumah mertua saya: Pak Tris" */
const WHOSE =
  /^(?:(?:alamat|rumah|kantor|kos|kost|kosan|tempat)\p{L}*\s+)?(?:\p{L}+\s+)?(?:saya|aku|sy|kami|ku|nya)?\s*:\s+(?=\p{L})/iu;

/** Reads lines one after the other: what a label opened may go on in the next one. */
class LineReader {
  readonly segments: Segment[] = [];
  readonly #heads: Pick<Segment, 'line' | 'text'>[];
  /** The label whose value the next line holds, or goes on with. */
  #open: { kind: Kind; is_empty: boolean } | undefined;
  #is_sender = false;
  #is_to = false;
  #owner: Owner | undefined;
  /** A bank's receipt was pasted: whom it names is paid, and gets no parcel. */
  #is_receipt = false;
  /** What takes back what was said before, where the next line says it. */
  #mark: Segment['mark'];

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
    if (line.after_blank || line.starts_message || this.#endsReceipt(line.text)) this.#is_receipt = false;
    if (RECEIPT.test(line.text)) this.#is_receipt = true;
    if (this.#is_receipt) {
      this.segments.push({ ...partOf(line), kind: 'other', is_sure: true, label: '', text: line.text });
      this.#open = undefined;
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
    for (const [index, piece] of this.#piecesOf(line).entries()) {
      const { field, head } = piece;
      const base = partOf(line, index);
      const from = this.segments.length;
      if (field !== undefined && field !== 'unknown' && head !== undefined)
        this.#heads.push({ line: line.number, text: knownHead(head, field) });
      if (field === 'unknown') this.#readUnknown(base, piece);
      else if (field !== undefined && field !== 'free') this.#readField(base, { ...piece, field });
      else this.#readFree(base, piece, line.after_blank);
      const mark = piece.mark === undefined ? this.#mark : { text: piece.mark };
      if (mark === undefined) continue;
      // What else follows is said for the first time.
      const corrected = this.segments.slice(from).find(({ kind }) => kind !== 'nothing');
      if (corrected !== undefined) corrected.mark = mark;
      // "eh salah" on a line of its own is of the next one.
      this.#mark = this.segments.slice(from).every(({ text }) => text === '') ? mark : undefined;
    }
  }

  /** A field that no bank tells of. */
  #endsReceipt(line: string): boolean {
    return (
      this.#is_receipt &&
      cutAtLabels(line).some(
        ({ field, is_signed }) => is_signed === true && ENDS_RECEIPT.has(field ?? 'unknown'),
      )
    );
  }

  /** The pieces of a line; in notes nothing is corrected. */
  #piecesOf({ text }: Line): CorrectedPiece[] {
    const is_in_note = this.#open?.kind === 'note' && !this.#open.is_empty;
    const [first, second] = cutAtCorrections(text);
    if (is_in_note || first?.text !== '' || second === undefined) {
      const pieces = cutAtLabels(text);
      return is_in_note ? pieces : correctedPieces(pieces);
    }
    // "ralat alamat: …" is no label of its own.
    const rest = text.slice(text.indexOf(second.mark ?? '') + (second.mark ?? '').length);
    const [piece, ...others] = correctedPieces(cutAtLabels(rest.replace(BEFORE_VALUE, '').trim()));
    return [{ field: undefined, label: '', text: '', ...piece, mark: second.mark }, ...others];
  }

  /** What is headed by a label that nobody knows ends the field before it. */
  #readUnknown(base: Base, { label, text }: Piece): void {
    const is_empty = text === '';
    // Below "Pesanan:" it is goods: "Hijab Voal Mocca : 2"
    if (this.#open?.kind === 'goods' && !is_empty && isQuantityAlone(text) && !isNumbersLabel(label)) {
      this.segments.push({ ...base, kind: 'goods', is_sure: true, label: '', text: `${label} : ${text}` });
      this.#open = { kind: 'goods', is_empty: false };
      return;
    }
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
    const kind =
      isHolder(piece, before) || (field === 'goods' && isOffer(text))
        ? 'other'
        : this.#is_sender
          ? senderKind(field)
          : field;
    const owner = fieldOwner(label);
    if (field === 'name') this.#owner = owner ?? this.#owner;
    this.#is_to = false;
    // "Shipping (JNE REG): 22000"
    const in_brackets = /\(([^()]+)\)/u.exec(piece.head ?? '')?.[1] ?? '';
    if (kind === 'courier' && couriersIn(text).length === 0 && couriersIn(in_brackets).length > 0)
      piece = { ...piece, text: in_brackets };
    // "PESANAN BARU - BUTIK RAMAI" may be a title.
    const may_be_title = kind === 'goods' && piece.is_signed !== true && text !== '' && !hasQuantity(text);
    const parts = may_be_title ? titleParts(base, text) : labelled(base, { ...piece, field: kind }, before);
    for (const part of parts) {
      part.owner = owner ?? this.#owner;
      part.is_spoken = piece.is_signed !== true;
    }
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
    const whose = this.#is_to ? (WHOSE.exec(text)?.[0] ?? '') : '';
    if (whose !== '') this.segments.push({ ...base, kind: 'other', is_sure: true, label: '', text: whose });
    const parts = freeSegments(base, text.slice(whose.length));
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

/** What is known of a part by its place in a line. */
function partOf({ number, after_blank }: Line, index = 0): Base {
  return { line: number, after_blank: after_blank && index === 0, starts_line: index === 0 };
}

/** What is counted or told here is none of the goods: "Antrian: 5". */
function isNumbersLabel(label: string): boolean {
  return /(?<!\p{L})(?:no|nomor|nomer|antrian|jam|tgl|tanggal|kode|id|lantai|usia|umur|meja|batch|hari|diskon|poin)(?!\p{L})/iu.test(
    label,
  );
}

/** Three labels or more, the last ones of the text so far, and none has a value. */
function isBlankForm(segments: readonly Segment[]): boolean {
  const labelled = segments.filter(({ label }) => label !== '');
  const is_filled = segments.some(
    ({ label, text, is_sure, kind }) =>
      label === '' && text !== '' && is_sure && !['nothing', 'other'].includes(kind),
  );
  return labelled.length > 2 && labelled.every(({ text }) => text === '') && !is_filled;
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

function senderKind(field: Field): Field {
  return field === 'name' ? 'sender_name' : field === 'phone' ? 'sender_phone' : field;
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
    // Below goods may stand anything: without a number the shop's goods decide.
    if (open.kind === 'goods' && !is_empty && !hasQuantity(part.text) && !hasOption(part.text)) continue;
    if (open.kind === 'address' && part.kind === 'unknown' && isSaidOfOrder(part.text)) continue;
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

function hasOption(text: string): boolean {
  return wordsIn(text).some(isColourOrSize);
}

function takesValue(kind: Kind, part: Segment): boolean {
  if (kind === 'quantity') return isQuantityAlone(part.text);
  return kind === 'name' || kind === 'sender_name' ? isLikeName(part.text) : kind !== 'other';
}
