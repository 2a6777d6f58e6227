import { isFiller, isInsideAddress, withoutFillers } from '../words/vocabulary.ts';
import { withoutPrices } from './quantities.ts';

/** Banks and purses by the words that people pay to them with. */
const BANKS =
  'bca bri bni bsi mandiri btn cimb permata danamon jago seabank dana ovo gopay shopeepay linkaja qris va'.split(
    ' ',
  );
/** Words that say that somebody pays, and how. */
const WAYS = ['cod', 'tf', 'trf', 'transfer', 'ditransfer', 'cash', 'tunai', 'lunas'];
/** All words of paying; what is more in a part is something else. */
const WORDS = new Set([
  ...BANKS,
  ...WAYS,
  ...'sudah udah sdh udh bayar byr bayarnya dibayar pembayaran by via pakai pake lewat ke rek rekening norek bank nanti akan tempat'.split(
    ' ',
  ),
]);
const PAID_BY = new Set([...BANKS, ...WAYS]);
/** Whose account it is may follow behind these; the others are words of everyday, or names of streets. */
const TO_ACCOUNT = new Set(
  'tf trf transfer ditransfer rek rekening norek bank bca bri bni bsi cimb seabank ovo gopay shopeepay linkaja qris'.split(
    ' ',
  ),
);

const HOLDER = /(?<!\p{L})(?:a\s?[./]\s?n\.?|an\.|atas nama)\s/iu;
const ACCOUNT_NUMBER = /(?<![\p{L}\d])\d[\d-]{5,}(?![\p{L}\d])/gu;

/** All words about payment. */
export const paymentWords: readonly string[] = [...WORDS];

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('c.o.d', 'cod')
      .match(/[\p{L}\d'-]+/gu) ?? []
  );
}

/** Whether a part as a whole describes the payment, with the account and its holder. */
export function isPayment(part: string): boolean {
  const holder = HOLDER.exec(part);
  const before = holder === null ? part : part.slice(0, holder.index);
  const words = wordsOf(withoutPrices(before).replaceAll(ACCOUNT_NUMBER, ' '));
  const is_said = words.some((word) => PAID_BY.has(word)) || /\bdi tempat\b/iu.test(before);
  if (holder !== null && !isBeforeHolder(before)) return false;
  return is_said && words.every((word) => WORDS.has(word) || isFiller(word));
}

/** Whether "a/n" after these words names an account holder, not a receiver. */
export function isBeforeHolder(text: string): boolean {
  const near = text.slice(-100);
  const words = wordsOf(near).slice(-12);
  const has_number = near.match(ACCOUNT_NUMBER) !== null;
  const is_paying = words.some((word) => TO_ACCOUNT.has(word) || (has_number && BANKS.includes(word)));
  return is_paying && !isInsideAddress(near.replaceAll(ACCOUNT_NUMBER, ' '));
}

/** What a payment is announced by: "sudah bayar via". */
const ANNOUNCED =
  /^(?:(?:sudah|udah|sdh|udh|ke|aku|saya|bayar|bayarnya|dibayar|pembayaran|via|pakai|pake|lewat|by|mau|akan|nanti)\s+)+(?=\S)/iu;

/** "sudah bayar via transfer ke BCA ya kak." is "transfer BCA". */
export function paymentText(text: string): string {
  const [on_the_spot] = /(?:bayar\s+)?di\s+tempat/iu.exec(text) ?? [];
  if (on_the_spot !== undefined) return on_the_spot;
  const words = withoutFillers(text).split(' ');
  const said = words.filter((word) => !/^(?:sudah|udah|sdh|udh|ke|aku|saya)$/iu.test(word)).join(' ');
  const bare = withoutFillers(said.replace(ANNOUNCED, '')).replace(/[\s.,;]+$/u, '');
  return bare || text;
}

/** Whether ways of paying are offered to choose from, and none is chosen: "COD / Transfer". */
export function isPaymentChoice(text: string): boolean {
  const parts = text.split(/\s*\/\s*|\s+(?:atau|or|ato)\s+/iu);
  return parts.length > 1 && parts.every((part) => wordsOf(part).some((word) => PAID_BY.has(word)));
}
