import { isSlipOf } from '../../../kernel/slips.ts';
import { bareName, courierServices, longPlace } from '../../reference/index.ts';
import { WRITTEN as COURIERS } from '../read/couriers.ts';
import { paymentWords } from '../read/payments.ts';
import { phonesIn } from '../read/phones.ts';
import { plainLines } from '../read/plain-text.ts';
import { QUANTITY_WORDS } from '../read/quantities.ts';
import { LABEL_WORDS } from '../words/label-parts.ts';
import { LABELS } from '../words/label-words.ts';
import { FILLERS } from '../words/vocabulary.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Courtesy, and words that announce a field or join its parts: whoever reads the fields misses none of them. */
const KNOWN = new Set(
  [
    ...FILLERS,
    ...Object.values(LABELS).flat(),
    ...LABEL_WORDS,
    ...QUANTITY_WORDS,
    ...paymentWords,
    ...Object.values(COURIERS).flat(),
    ...courierServices.flatMap(({ code, name }) => [code, name]),
    'reguler regular express ekspres biasa paket kirimkan kirimnya pake pakai lewat tempat a n an u p rp rb',
  ].flatMap(wordsOf),
);

/** The words of a text that an answer has in no field, no candidate and not in `unread`, but for known courtesy. */
export function swallowedIn(text: string, answer: any): string[] {
  const { receiver, sender, products, courier, note, payment, unread } = answer;
  const parties = [receiver, ...(sender === null ? [] : [sender])];
  const phones = parties.map(({ phone }) => phone.value);
  const districts = [receiver.district.value, ...receiver.district.candidates].filter((one) => one !== null);
  const read = [
    ...parties.map(({ name }) => name.value),
    receiver.address.value,
    receiver.postal_code.value,
    ...products.flatMap((product: any) => [product.text, String(product.qty.value ?? '')]),
    courier.value?.name,
    note.value,
    payment.value,
    ...unread.map((one: any) => one.text),
  ];
  const places = districts
    .map(({ name, city, province }) => bareName(`${name} ${city} ${province}`))
    .join(' ');
  const left = new Map<string, number>();
  for (const word of read.flatMap((part) => wordsOf(part ?? ''))) left.set(word, (left.get(word) ?? 0) + 1);
  return plainLines(text).flatMap(({ text: line }) =>
    wordsOf(withoutRead(line, phones)).filter((word) => {
      const count = left.get(word) ?? 0;
      left.set(word, count - 1);
      return (
        count <= 0 &&
        !KNOWN.has(word.replace(/(?<=\p{L})\d$/u, '')) &&
        !places.includes(bareName(longPlace(word))) &&
        !isSlipOfLabel(word)
      );
    }),
  );
}

const ONE_WORD_LABELS = [...new Set(Object.values(LABELS).flat().flatMap(wordsOf))];

function isSlipOfLabel(word: string): boolean {
  return ONE_WORD_LABELS.some((label) => isSlipOf(word, label));
}

/** A line without the phone numbers that were read. */
function withoutRead(line: string, phones: readonly string[]): string {
  let rest = line;
  for (const { phone, at, end } of phonesIn(line).reverse())
    if (phones.includes(phone)) rest = `${rest.slice(0, at)} ${rest.slice(end)}`;
  return rest;
}
