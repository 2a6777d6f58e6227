import { isStreetWord } from '../words/address-names.ts';
import {
  addressBeginning,
  beginsAddress,
  isFiller,
  isInsideAddress,
  isSaidOfOrder,
  receiverBeginning,
} from '../words/vocabulary.ts';
import { courierRequest } from './couriers.ts';
import { atIntroduction } from './introductions.ts';
import { isPayment } from './payments.ts';
import { phonesIn, withoutPhones } from './phones.ts';
import { PIECES_END } from './quantities.ts';

/** Cuts free text where something else begins: at signs and sentences, phone numbers, addresses and couriers. */
export function freeParts(text: string): string[] {
  const signs =
    phonesIn(text).length > 0
      ? /\s*[;|#]\s*|\s*,(?!\d)\s*|\s+[-–/]+\s+/
      : /\s*[;|#]\s*|\s*,(?!\d)\s*|\s+\|\s+/;
  return atConditions(text)
    .flatMap((part) => (isCondition(part) ? [part] : splitOutside(part, signs)))
    .flatMap(atSentences)
    .flatMap(atIntroduction)
    .flatMap(aroundPhones)
    .flatMap(atCourier)
    .flatMap(atPayment)
    .flatMap(atPurpose)
    .flatMap(atReceiver)
    .flatMap(atDestination)
    .flatMap(atAddress)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** What brackets and quotes hold together. */
const TOGETHER = /\([^()]{0,200}\)|\[[^[\]]{0,200}\]|"[^"]{0,200}"|“[^“”]{0,200}”/gu;
const HELD_COMMA = '\u0001';

function splitOutside(part: string, signs: RegExp): string[] {
  return part
    .replaceAll(TOGETHER, (held) => held.replaceAll(',', HELD_COMMA))
    .split(signs)
    .map((one) => one.replaceAll(HELD_COMMA, ','));
}

/** The products after a label, and what else follows it. */
export function goodsParts(text: string): string[] {
  return atConditions(text)
    .flatMap(atSentences)
    .flatMap(behindGoods)
    .flatMap(atCourier)
    .flatMap(atPayment)
    .flatMap(atReceiver);
}

/** "Serum Wajah Glow, 2, 99.000, Jl. Anggrek No 3": an address behind goods begins with its sign. */
function behindGoods(part: string): string[] {
  const at = /[,;]\s+(?=\S)/gu;
  for (const sign of part.matchAll(at)) {
    const behind = part.slice(sign.index + sign[0].length);
    if (beginsAddress(behind) && /\d|\b(?:rt|no|kec|kel|kab|kota|desa)\b/iu.test(behind))
      return [part.slice(0, sign.index), behind];
  }
  return [part];
}

const IF = String.raw`(?:kl|klo|klu|kalo|kalau|jika|misal)\s(?=[^,;|#()]{0,60}\b(?:kosong|ksg|habis|hbs|abis|sold|(?:g|ga|gak|nggak|ngga|tidak|tdk)\s?ada)\b)`;
const CONDITIONS = new RegExp(String.raw`\s*(?:\(\s*(${IF}[^()]*)\)?|(?<=\s)(${IF}[^,;|#()]*))`, 'giu');
const CONDITION = new RegExp(`^${IF}|^(?:ganti|diganti)\\s`, 'iu');

/** "kl kosong ganti mocca" is a note for the packer, not a product. */
export function isCondition(part: string): boolean {
  return CONDITION.test(part);
}

/** "Rok hitam 1 (kl kosong ganti mocca)" */
function atConditions(text: string): string[] {
  return text.split(CONDITIONS).filter((part) => part !== undefined && /[\p{L}\p{N}]/u.test(part));
}

/** A sentence's end; what is shortened ends with a point too: "Jl. Melati No. 5". */
const SENTENCE_END = new RegExp(
  String.raw`(?<=[?!])\s+(?=\S)|(?<=\p{L}{4,}\.)\s+(?=\p{L})|(?<=\s\d+\.)\s+(?=\p{L}{3,})|(?<=\)\.)\s+(?=\p{L})|(?<=${PIECES_END})\s+(?=\p{L})`,
  'giu',
);
/** Fillers that stand before a name: "Ko. Andi". */
const BEFORE_NAME = /^(?:ko|koh|ci|cik|om|kk|ka|mba|mbak|bang|bund|sis|bos)\.$/iu;

/** What is shortened in addresses though it has a vowel and ends like a word. */
const SHORTENED = new Set(
  'perum perumh prof letjen brigjen mayjen laksda komodor apart kompl resid'.split(' '),
);

/** "Jend.", "Komp.": no word of Indonesian ends with two consonants but "ng", and none in an address ends a sentence. */
function isShortened(word: string): boolean {
  const bare = word.toLowerCase().replace(/\.$/, '');
  if (isFiller(bare)) return false;
  return isStreetWord(bare) || SHORTENED.has(bare) || /[b-df-hj-np-tv-z]{2}$/.test(bare.replace(/ng$/, 'a'));
}

/** The sentences of a part; inside an address what is shortened ends none. */
export function sentencesOf(part: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { 0: blank, index } of part.matchAll(SENTENCE_END)) {
    const before = part.slice(from, index);
    const last = before.slice(before.lastIndexOf(' ') + 1);
    if (last.endsWith('.') && isShortened(last) && isInsideAddress(before)) continue;
    sentences.push(before);
    from = index + blank.length;
  }
  return [...sentences, part.slice(from)];
}

/** "…, Kab. Gowa 92111. Bayar di tempat. Ongkir berapa?": an address ends where a sentence of paying, asking or wishing begins. */
export function atOtherSentences(part: string): string[] {
  const [first = '', ...others] = sentencesOf(part);
  const at = others.findIndex((one) => isPayment(one) || isSaidOfOrder(one));
  if (at === -1) return [part];
  const address = [first, ...others.slice(0, at)].join(' ');
  return [address, ...others.slice(at)];
}

function atSentences(part: string): string[] {
  return sentencesOf(part).flatMap((sentence) => {
    const words = sentence.split(' ');
    const parts = [''];
    for (const [index, word] of words.entries()) {
      parts[parts.length - 1] += ` ${word}`;
      const ends = /\p{L}\.$/u.test(word) && isFiller(word) && !BEFORE_NAME.test(word);
      if (ends && index < words.length - 1) parts.push('');
    }
    return parts.map((one) => one.trim());
  });
}

function aroundPhones(part: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { at, end } of phonesIn(part)) {
    parts.push(withoutPhones(`${part.slice(from, at)} ,`), part.slice(at, end));
    from = end;
  }
  if (from === 0) return [part];
  return [...parts, part.slice(from).replace(/^[\s()\]:./-]+/, '')];
}

/** "… via JNE ya" */
export function atCourier(part: string): string[] {
  const at = courierRequest(part);
  return at === undefined || at === 0 ? [part] : [part.slice(0, at), part.slice(at)];
}

const PAYING =
  /\s(?=(?:(?:sudah|udah|sdh|udh|bayar|byr|by|via|mau|saya|aku|nanti)\s+)*(?:cod|tf|trf|transfer|ditransfer)\b)/iu;

/** "udah tf 90.000 utk 2 hijab sage" */
const PAID_FOR =
  /^(?=.{0,40}?\b(?:tf|trf|transfer|bayar|dibayar)\b)[^,;]{2,60}?\s(?:utk|untuk|buat|bwt)\s(?=\d{1,3}\s[\p{L}(])/iu;

/** "… 1 pcs COD", "… tf BCA a/n Budi" */
export function atPayment(part: string): string[] {
  const paid = PAID_FOR.exec(part);
  if (paid !== null) return [part.slice(0, paid[0].length).trim(), part.slice(paid[0].length).trim()];
  const at = PAYING.exec(part)?.index;
  if (at === undefined || isPayment(part)) return [part];
  const behind = part.slice(at).trim();
  return /^(?:bayar\s+)?cod\b/iu.test(behind) || isPayment(behind) ? [part.slice(0, at), behind] : [part];
}

/** "kaos hitam L 1 utk ibu Wati" */
function atReceiver(part: string): string[] {
  const at = receiverBeginning(part);
  return at === undefined || at === 0 ? [part] : [part.slice(0, at).trim(), part.slice(at)];
}

const PURPOSE =
  /\s(?=(?:(?:buat|bwt|untuk|utk)\s+(?:acara|arisan|ultah|ulang\s?tahun|hajatan|nikahan|pernikahan|pengajian|syukuran|kado|hadiah|lebaran|natal|besok|lusa|hari|tanggal|tgl|event|rapat|seminar)|(?:tanggal|tgl)\s+\d))/iu;

/** "cendol small 10 buat acara arisan tanggal 5 desember" */
function atPurpose(part: string): string[] {
  const at = PURPOSE.exec(part)?.index;
  return at === undefined ? [part] : [part.slice(0, at), part.slice(at).trim()];
}

/** "tolong kirim … ke Cut Rahmi" */
function atDestination(part: string): string[] {
  if (!/\b(?:kirim|kirimin|kirimkan|dikirim|antar)\b/iu.test(part)) return [part];
  const match = /\s+ke\s+(?=\p{Lu}|jl|jalan)/u.exec(part);
  return match === null ? [part] : [part.slice(0, match.index), part.slice(match.index + match[0].length)];
}

function atAddress(part: string): string[] {
  const at = addressBeginning(part);
  if (at === undefined || at === 0 || isInsideAddress(part.slice(0, at))) return [part];
  // "desa" and the like in the middle of a sentence begin nothing.
  if (part.slice(at).split(' ').length < 2) return [part];
  return [part.slice(0, at), part.slice(at)];
}
