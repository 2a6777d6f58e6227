import { isSlipOf } from '../../../kernel/slips.ts';
import { bareName, courierServices, couriers, longPlace, numeralWord } from '../../reference/index.ts';
import { WRITTEN as COURIERS } from '../read/couriers.ts';
import { paymentWords } from '../read/payments.ts';
import { phonesIn } from '../read/phones.ts';
import { plainLines, type Line } from '../read/plain-text.ts';
import { LABEL_WORDS } from '../words/label-parts.ts';
import { BEGINNING, LABELS, MIDDLE } from '../words/label-words.ts';
import { isCourtesy, isFiller } from '../words/vocabulary.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** The label of how many, where the goods say it too. */
const OF_QUANTITY = /(?:jumlah|jml|jmlh|qty|quantity|banyak)[^:=]*[:=]\s*$/iu;

const wordsOfAll = (texts: readonly string[]) =>
  new Set(texts.flatMap((text) => [...wordsOf(text), text.replaceAll(/[ ./]/g, '')]));

const OF_LABELS = wordsOfAll([...Object.values(LABELS).flat(), ...LABEL_WORDS]);
const OF_UNSIGNED_LABELS = wordsOfAll([...BEGINNING, ...MIDDLE, 'u p']);
const OF_PAYMENTS = wordsOfAll(paymentWords);
/** What says that a courier is named, and how it sends. */
const BESIDE_COURIERS = wordsOfAll([
  'via pakai pake pakek lewat by kurir kurirnya ekspedisi ekspedisinya expedisi pengiriman kirim kirimnya dikirim paket ongkir biasa',
  'reguler regular reg express ekspres service layanan aku ambil di ke toko barang barangnya pesanan langsung dari cod tolong',
]);

/** "(S/M/L)" and "(1-5)" of a label. */
const CHOICES = /\((?:[^()]*[/|][^()]*|\d+\s*[-–]\s*\d+|(?:[\p{L} ]{1,20},)+[\p{L} ]{1,20})\)(?=\s*[:=])/gu;
const blank = (text: string) => text.replaceAll(/[\p{L}\p{N}]/gu, '_');

/** A line of which what is understood is blanked out, so that no occurrence is counted twice. */
class Remains {
  readonly #lines: { line: Line; left: string }[];

  constructor(text: string) {
    // What a label has to choose from is no value.
    this.#lines = plainLines(text).map((line) => ({ line, left: line.text.replaceAll(CHOICES, blank) }));
  }

  /** Takes a part out once: where it stands as a row of words, else word by word. */
  take(part: string, number?: number): void {
    const words = wordsOf(part);
    if (words.length === 0 || this.#takeRow(words, number)) return;
    for (const word of words) if (!this.#takeRow([word], number)) this.#takeRow([word], undefined);
  }

  #takeRow(words: readonly string[], number: number | undefined): boolean {
    const row = new RegExp(
      String.raw`(?<![\p{L}\p{N}])${words.join(String.raw`[^\p{L}\p{N}]+`)}(?![\p{L}\p{N}])`,
      'iu',
    );
    const found = this.#lines.find(
      ({ line, left }) => (number === undefined || line.number === number) && row.test(left),
    );
    if (found === undefined) return false;
    found.left = found.left.replace(row, blank);
    return true;
  }

  /** The numbers of people, wherever they are repeated. */
  takePhones(phones: readonly string[]): void {
    for (const one of this.#lines)
      for (const { phone, at, end } of phonesIn(one.line.text))
        if (phones.includes(phone))
          one.left = `${one.left.slice(0, at)}${'_'.repeat(end - at)}${one.left.slice(end)}`;
  }

  words(isKnown: (word: string, before: string, behind: string) => boolean): string[] {
    return this.#lines.flatMap(({ left }) =>
      [...left.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) =>
        isKnown(word.toLowerCase(), left.slice(0, index), left.slice(index + word.length))
          ? []
          : [word.toLowerCase()],
      ),
    );
  }
}

/** What of a text an answer has in no field, no candidate and not in `unread`, but for courtesy and labels. */
export function swallowedIn(text: string, answer: any): string[] {
  const { receiver, sender, products, courier, note, payment, unread } = answer;
  const parties = [receiver, ...(sender === null ? [] : [sender])];
  const remains = new Remains(text);
  remains.takePhones(parties.map(({ phone }) => phone.value));
  const parts: [string | null | undefined, number?][] = [
    ...products.flatMap(({ text: written, line, qty }: any) => [
      [written, line],
      ...(wordsOf(written).includes(String(qty.value)) ? [] : [[String(qty.value ?? '')]]),
    ]),
    ...unread.map((one: any) => [one.text, one.line]),
    ...parties.map(({ name }): [string | null] => [name.value]),
    ...(receiver.address.value ?? '').split(', ').map((one: string) => [one]),
    [receiver.postal_code.value],
    ...(note.value ?? '').split('\n').map((one: string) => [one]),
    [payment.value],
  ];
  for (const [part, line] of parts.toSorted(([a], [b]) => (b ?? '').length - (a ?? '').length))
    remains.take(part ?? '', line);
  const districts = [receiver.district.value, ...receiver.district.candidates].filter((one) => one !== null);
  const places = districts.flatMap(({ name, city, province }) => [name, city, province].map(bareName));
  const named = [courier.value, ...courier.candidates].filter((one) => one !== null);
  const of_couriers = wordsOfAll([
    ...couriers
      .filter(({ id }) => named.some((one) => one.id === id))
      .flatMap(({ id, code, name }) => [
        name,
        ...(COURIERS[code] ?? []),
        ...courierServices.flatMap((one) => (one.courier_id === id ? [one.code, one.name] : [])),
      ]),
    ...(named.length === 0 ? [] : BESIDE_COURIERS),
  ]);
  return remains.words(
    (word, before, behind) =>
      isCourtesy(word, before) ||
      isOfLabel(word, before, behind) ||
      word === receiver.postal_code.value ||
      (products.some(({ qty }: any) => String(qty.value) === word) && OF_QUANTITY.test(before)) ||
      of_couriers.has(word) ||
      (payment.value !== null && OF_PAYMENTS.has(word)) ||
      places.some(
        (place) => place.includes(bareName(numeralWord(word) ?? longPlace(word))) && word.length > 2,
      ) ||
      places.some((place) => isSlipOf(bareName(word), place)),
  );
}

/** Whether a word stands where labels do: before a colon, or at the beginning of a line or what is said. */
function isOfLabel(word: string, before: string, behind: string): boolean {
  const plain = word.replace(/(?<=\p{L})\d$/u, '');
  const is_before_sign = /^[^:=]{0,60}[:=]/u.test(behind);
  if (is_before_sign)
    return OF_LABELS.has(plain) || isFiller(plain) || /^\d{1,2}$/.test(word) || isSlipOfLabel(word);
  return (
    OF_UNSIGNED_LABELS.has(plain) || (OF_LABELS.has(plain) && wordsOf(behind).every((one) => isFiller(one)))
  );
}

const ONE_WORD_LABELS = [...OF_LABELS];

function isSlipOfLabel(word: string): boolean {
  return ONE_WORD_LABELS.some((label) => isSlipOf(word, label));
}
