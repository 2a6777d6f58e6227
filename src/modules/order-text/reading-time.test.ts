import { expect, test } from 'vitest';
import { addressNames } from './address-names.ts';
import { composeReading } from './compose-reading.ts';
import { WRITTEN as COURIERS } from './couriers.ts';
import { LABELS } from './label-words.ts';
import { paymentWords } from './payments.ts';
import { plainLines } from './plain-text.ts';
import { QUANTITY_WORDS } from './quantities.ts';
import { segmentsOf } from './segments.ts';
import { chooseItems, goodsLines, settle } from './settle.ts';
import { shelfOf } from './shelf.ts';
import { FILLERS, ONE_WRITING } from './vocabulary.ts';

/** All that is done with a text but for what the database answers. */
async function read(text: string): Promise<void> {
  const shelf = await shelfOf({ goods: [], known: new Set(), meant: new Map() });
  const settled = await settle(await segmentsOf(plainLines(text)), shelf, () => false);
  await chooseItems(goodsLines(settled), shelf);
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

test('no word of the vocabulary, however often it is repeated, keeps the server busy for a second', async () => {
  expect(words.length).toBeGreaterThan(600);
  // Other things run beside the test; what grows with each word takes far more than this.
  await read('warm '.repeat(100));
  const slow: string[] = [];
  for (const piece of words.flatMap((word) => [`${word} `, `${word}: `])) {
    const started = performance.now();
    await read(`${piece.repeat(Math.ceil(9_990 / piece.length)).slice(0, 9_990)}x`);
    const took = performance.now() - started;
    if (took >= 1_000) slow.push(`${piece}: ${Math.round(took)} ms`);
  }
  expect(slow).toEqual([]);
}, 240_000);
