import { isInsideAddress } from '../words/vocabulary.ts';
import type { Piece } from './labels.ts';

/** A part of a line; `mark` is what takes back what was said before it: "eh salah", "bukan XL tapi". */
export interface CorrectedPart {
  text: string;
  mark: string | undefined;
}

const SORRY = String.raw`(?:(?:eh+|maaf|sorry|sori|mf|duh|aduh|waduh|ups|oops|yah)[\s,.]+)`;
const OF_FIELD =
  '(?:ketik|tulis|kirim|input|isi|alamat|nomor|nomer|no|hp|ukuran|size|warna|jumlah|nama|kurir|ekspedisi|penerima)';
const COURTESY = String.raw`(?:[\s,.:;!?-]+(?:ya+|kak|ka|kk|min|sis|deh|dong|gan|itu|aja)(?![\p{L}\d]))*[\s,.:;!?-]*`;
/** Words that take back what stands before them, wherever they stand. */
const TAKING_BACK = [
  String.raw`${SORRY}+salah(?:\s+${OF_FIELD})?`,
  String.raw`${SORRY}*salah\s+(?:ketik|tulis|kirim|input|isi)`,
  String.raw`${SORRY}*(?:di)?(?:ralat|koreksi|revisi)(?:nya)?`,
  String.raw`${SORRY}*maksud(?:nya|ku|\s+(?:saya|aku|sy))`,
  String.raw`${SORRY}*jadinya(?!\s+(?:total|berapa|brp))`,
  String.raw`${SORRY}*bukan\s+(?:ya+|itu|deh|kak)(?=[\s,.!])`,
  String.raw`${SORRY}*bukan\s+[^,;?!\n]{1,60}?\s*,?\s(?:tapi|tp|tetapi|melainkan)`,
  String.raw`(?:yg|yang)\s+(?:bener|benar|betul|bnr)(?:nya)?(?:\s+(?:itu|adalah|tuh|yg|yang))?`,
];
/** Words that say what is to change; where something may be sold out they are a condition. */
const CHANGING = [
  String.raw`${SORRY}*(?:ganti|diganti|ubah|diubah|tukar)\s+[^,;?!\n]{0,40}?\s?(?:jadi|menjadi)(?:nya)?`,
  String.raw`${SORRY}*(?:ganti|diganti|ubah|diubah|pindah)(?=\s+${OF_FIELD}(?![\p{L}\d])|\s+(?:ya+|kak|ke|jadi)(?![\p{L}])|[\s,.:]*$)`,
];
const CONDITIONAL =
  /\b(?:kosong|ksg|habis|hbs|abis|sold|kalau|kalo|klau|kl|klo|jika|misal\w*|bila|boleh|bisa|(?:g|ga|gak|nggak|ngga|tidak|tdk)\s?ada)\b|\?/iu;

const marked = (words: readonly string[]) =>
  new RegExp(String.raw`(?<![\p{L}\d])(?:(?:${words.join('|')})(?![\p{L}\d])${COURTESY})+`, 'giu');
const TAKEN_BACK = marked(TAKING_BACK);
const TAKEN_BACK_OR_CHANGED = marked([...TAKING_BACK, ...CHANGING]);
/** "JNE eh J&T"; at the beginning of a line it is a greeting, but for "eh yang sepatu 41". */
const EH = /(?:(?<=\S[\s,]{1,3})eh+[\s,.]+(?=\S)|^eh+[\s,.]+(?=(?:yang|yg|\d)))/giu;
/** "ganti sicepat aja" */
const CHANGES_ALL = /^(?:eh+[\s,.]+)?(?:ganti|diganti)\s+(?=\S)/giu;

/** What begins a corrected value, and is no part of it: "jadi 3", "ya, Jl. Melati". */
export const BEFORE_VALUE =
  /^(?:(?:ya+|kak|ke|jadi|jadinya|nya|itu|adalah|yg|yang|aja)(?![\p{L}\d])[\s,.:]*)+(?=[\p{L}\d+(])/iu;

/** A text cut where it takes something back; the first part has no mark unless it begins with one. */
export function cutAtCorrections(text: string): CorrectedPart[] {
  const expression = CONDITIONAL.test(text.replaceAll(TAKEN_BACK, ' ')) ? TAKEN_BACK : TAKEN_BACK_OR_CHANGED;
  const marks = [...text.matchAll(expression)].map(({ 0: mark, index }) => ({ mark, at: index }));
  const more = expression === TAKEN_BACK ? [EH] : [EH, CHANGES_ALL];
  for (const { 0: mark, index } of more.flatMap((one) => [...text.matchAll(one)]))
    if (marks.every(({ mark: other, at }) => index + mark.length <= at || index >= at + other.length))
      marks.push({ mark, at: index });
  marks.sort((a, b) => a.at - b.at);
  const parts: CorrectedPart[] = [{ text: text.slice(0, marks[0]?.at ?? text.length), mark: undefined }];
  for (const [index, { mark, at }] of marks.entries()) {
    const value = text.slice(at + mark.length, marks[index + 1]?.at ?? text.length);
    parts.push({ text: value.replace(BEFORE_VALUE, ''), mark: mark.trim() });
  }
  return parts.map((part) => ({ ...part, text: part.text.trim() }));
}

/** Values that are read as they are written, whatever they say. */
const VERBATIM = new Set<Piece['field']>(['note', 'other', 'unknown', 'sender_address', 'payment']);

/** A piece of a line; one with a mark takes the place of what was said before. */
export type CorrectedPiece = Piece & { mark?: string | undefined };

/** The pieces of a line with what they correct; a mark that ends the line is of an empty one. */
export function correctedPieces(pieces: readonly Piece[]): CorrectedPiece[] {
  let mark: string | undefined;
  const corrected: CorrectedPiece[] = [];
  for (const piece of pieces) {
    // "alamatnya ya kak, Jl. Melati"
    const is_in_sentence = piece.field === 'address' && piece.is_signed !== true;
    const value = mark !== undefined || is_in_sentence ? piece.text.replace(BEFORE_VALUE, '') : piece.text;
    const parts = VERBATIM.has(piece.field)
      ? [{ text: piece.text, mark: undefined }]
      : cutAtCorrections(value);
    let is_headed = false;
    for (const [index, part] of parts.entries()) {
      mark = part.mark ?? mark;
      // "eh salah, alamat: …" has nothing of its own; "alamat: ganti ya" has it in the next line.
      if (part.text === '' && (index < parts.length - 1 || (part.mark !== undefined && is_headed))) continue;
      // "Atas nama Wulan, …, eh maksudnya Kec. Coblong"
      const is_other = is_headed && piece.field === 'name' && isInsideAddress(part.text);
      const field = is_other ? undefined : piece.field;
      corrected.push({ ...piece, field, text: part.text, mark, ...(is_headed ? { head: '' } : {}) });
      is_headed = true;
      if (part.text !== '') mark = undefined;
    }
  }
  const last = pieces.at(-1);
  return mark === undefined || last === undefined || corrected.at(-1)?.text === ''
    ? corrected
    : [...corrected, { ...last, head: '', text: '', mark }];
}
