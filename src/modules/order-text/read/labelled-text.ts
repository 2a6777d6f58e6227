import type { Field } from '../words/label-words.ts';
import { addressBeginning, isInsideAddress, withoutFillers } from '../words/vocabulary.ts';
import { atCourier, atOtherSentences, atPayment, freeParts, goodsParts, sentencesOf } from './cut-parts.ts';
import { freeSegment, freeSegments } from './free-text.ts';
import type { Piece } from './labels.ts';
import { phonesIn, withoutPhones } from './phones.ts';
import { isQuantityAlone } from './quantities.ts';
import type { Base, Kind, Segment } from './segment.ts';

/** "Alamat masih sama kak" contains no address. */
const AS_BEFORE =
  /^(?:(?:yang|yg|masih|msh|tetap|ttp|sudah|udah|biasa)\s+)*(?:sama|seperti|kayak|kyk|spt|biasanya|biasa|ada)(?![\p{L}\d])(?![^,]*\d)/iu;

const CORRECTING = /(?<!\p{L})(?:salah|keliru|bukan|bkn|bener|benar)(?:nya)?(?!\p{L})/iu;

/** Fields in whose value something else may follow. */
const CUT = new Set<Field>(['name', 'phone', 'address', 'goods', 'sender_name', 'sender_address']);

/** The segments of a labelled piece: what else its value holds, as a phone number behind a name, is cut off. */
export function labelled(
  base: Base,
  piece: Piece & { field: Field },
  before: Segment | undefined,
): Segment[] {
  const { field, label } = piece;
  const labelled_base = { ...base, kind: field, is_sure: true, label };
  const no_address = field === 'address' ? noAddress(labelled_base, piece) : undefined;
  if (no_address !== undefined) return no_address;
  // "Jumlah Pesanan: 3 hijab voal mocca"
  if (field === 'quantity' && piece.text !== '' && !isQuantityAlone(piece.text))
    return labelled(base, { ...piece, field: 'goods' }, before);
  if (!CUT.has(field)) return [{ ...labelled_base, text: piece.text }];
  const [text = '', ...others] =
    field === 'goods'
      ? goodsParts(piece.text)
      : (field === 'address' ? atOtherSentences(piece.text) : [piece.text])
          .flatMap(atCourier)
          .flatMap(atPayment);
  const behind = others.map((part) => freeSegment({ ...base, starts_line: false }, part));
  if (field === 'goods') return [{ ...labelled_base, text }, ...behind];
  const phones = phonesIn(text).map((found) => ({
    ...labelled_base,
    kind: (field.startsWith('sender') ? 'sender_phone' : 'phone') as Kind,
    label: '',
    text: text.slice(found.at, found.end),
  }));
  const rest = phones.length === 0 ? text : withoutPhones(text);
  // "a/n Sari 0812… transfer BCA": what follows the number is no part of the name.
  const [first] = phonesIn(text);
  const name = first === undefined ? '' : withoutPhones(text.slice(0, first.end));
  if (field === 'name' && first !== undefined && name !== '') {
    const more = withoutPhones(text.slice(first.end));
    return [
      ...nameAndMore(labelled_base, name, piece),
      ...phones,
      ...freeSegments({ ...base, starts_line: false }, more),
      ...behind,
    ];
  }
  if (field === 'name') return [...nameAndMore(labelled_base, rest, piece), ...phones, ...behind];
  // "pengirimnya Zizi Shop ya min"
  if (field === 'sender_name' && piece.is_signed !== true)
    return [{ ...labelled_base, text: nameEnd(rest)[0] }, ...phones, ...behind];
  if (field === 'address' && piece.is_signed !== true) {
    const [own, more] = addressEnd(rest);
    return [
      { ...labelled_base, text: own },
      ...phones,
      ...freeSegments({ ...base, starts_line: false }, more),
      ...behind,
    ];
  }
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

/** What is said of an address and tells none; undefined where it tells one. */
function noAddress(labelled_base: Omit<Segment, 'text'>, { text, is_signed }: Piece): Segment[] | undefined {
  if (AS_BEFORE.test(text)) {
    const [said = '', ...more] = text.split(/\s*,\s*/);
    const base = { line: labelled_base.line, after_blank: labelled_base.after_blank, starts_line: false };
    return [{ ...labelled_base, kind: 'other', text: said }, ...freeSegments(base, more.join(', '))];
  }
  // "konfirmasi alamat ya, RT nya salah, yang bener RT 05 bukan RT 03" corrects an address that nobody told.
  if (is_signed !== true && CORRECTING.test(text) && addressBeginning(text) === undefined)
    return [{ ...labelled_base, kind: 'other', text }];
  // "dikirim ke dua alamat ya"
  return text !== '' && withoutFillers(text) === ''
    ? [{ ...labelled_base, kind: 'nothing', text }]
    : undefined;
}

/** What goes on behind a name in a sentence: "a.n. Sri ya kak, mau order …". */
const BEHIND_NAME =
  /\s(?=(?:mau|mo|mw|ingin|pengen|pengin|pesan|pesen|order|beli|minta|yg|yang|di|dari|dgn|dengan|untuk|utk|buat|via|pake|pakai|lewat|alamat|alamatnya|hp|wa|no|kirim|dikirim|ya+|aja|kak|min|sis|makasih|terima)(?![\p{L}\d]))/iu;

function nameEnd(text: string): [name: string, more: string] {
  const at = BEHIND_NAME.exec(text)?.index;
  return at === undefined ? [text, ''] : [text.slice(0, at), text.slice(at).trim()];
}

/** In a sentence an address ends with the sentence, unless the next one goes on with it: "… Blitar. Yang bayar saya". */
function addressEnd(text: string): [address: string, more: string] {
  const [own = '', ...others] = sentencesOf(text);
  const end = others.findIndex((sentence) => !isInsideAddress(sentence));
  const inside = end === -1 ? others : others.slice(0, end);
  return [[own, ...inside].join(' '), others.slice(inside.length).join(' ')];
}

/** A name in which an address or something else follows, after a comma or, in a sentence, behind it. */
function nameAndMore(labelled_base: Omit<Segment, 'text'>, text: string, { is_signed }: Piece): Segment[] {
  const [whole = '', ...others] = text.split(/\s*[,;|#]\s*|\s+\/+\s+/);
  const [said, behind] = is_signed === true ? [whole, ''] : nameEnd(whole);
  const more = [behind, ...others].filter((part) => part !== '');
  if (more.length === 0) {
    const at = addressBeginning(text);
    if (at === undefined || at < 2 || !/\d|\b(?:rt|no|kec|kel)\b/i.test(text.slice(at)))
      return [{ ...labelled_base, text }];
    return [
      { ...labelled_base, text: text.slice(0, at).trim() },
      freeSegment({ ...labelled_base, starts_line: false }, text.slice(at)),
    ];
  }
  return [
    { ...labelled_base, text: said },
    ...freeParts(more.join(', ')).map((part) => freeSegment({ ...labelled_base, starts_line: false }, part)),
  ];
}
