import { expect, test } from 'vitest';
import { addressNames } from './address-names.ts';
import { shelfOf } from './choose-goods.ts';
import { composeReading } from './compose-reading.ts';
import { WRITTEN as COURIERS } from './couriers.ts';
import { LABELS } from './label-words.ts';
import { paymentWords } from './payments.ts';
import { plainLines } from './plain-text.ts';
import { QUANTITY_WORDS } from './quantities.ts';
import { segmentsOf } from './segments.ts';
import { chooseItems, goodsLines, settle } from './settle.ts';
import { FILLERS, ONE_WRITING } from './vocabulary.ts';

/** All that is done with a text but for what the database answers. */
function read(text: string): void {
  const shelf = shelfOf({ goods: [], known: new Set(), meant: new Map() });
  const settled = settle(segmentsOf(plainLines(text)), shelf, () => false);
  chooseItems(goodsLines(settled), shelf);
  addressNames(composeReading(settled).places);
}

const words = [
  ...new Set([
    ...Object.values(LABELS).flat(),
    ...Object.values(COURIERS).flat(),
    ...paymentWords,
    ...QUANTITY_WORDS,
    ...FILLERS,
    ...ONE_WRITING.keys(),
    'bayar di tempat',
    'dana bayar di tempat',
    'rt 1 rw 2',
    'a.n.',
    'masing-masing 2',
    'biasa',
    'sama',
  ]),
];

test('no word of the vocabulary, however often it is repeated, keeps the server busy for a second', () => {
  expect(words.length).toBeGreaterThan(600);
  // Other things run beside the test; what grows with each word takes far more than this.
  read('warm '.repeat(100));
  const slow = words.flatMap((word) =>
    [`${word} `, `${word}: `].flatMap((piece) => {
      const started = performance.now();
      read(`${piece.repeat(Math.ceil(9_990 / piece.length)).slice(0, 9_990)}x`);
      const took = performance.now() - started;
      return took < 1_000 ? [] : [`${piece}: ${Math.round(took)} ms`];
    }),
  );
  expect(slow).toEqual([]);
}, 240_000);
