import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addCustomer, addProduct, expectOk } from '../../../test/stall.ts';
import { casesOf, type Case } from './texts/cases.ts';
import { CUSTOMERS, layoutProducts, shelfProducts } from './texts/shop.ts';
import { swallowedIn } from './texts/swallowed.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;
let shop_of_layouts: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  for (const product of shelfProducts()) await addProduct(shop, { product });
  for (const [name, phone] of CUSTOMERS) await addCustomer(shop, 'N', name, phone);
  shop_of_layouts = await app.openShop();
  for (const product of layoutProducts()) await addProduct(shop_of_layouts, { product });
}, 60_000);

afterAll(() => app.close());

async function parse(text: string, of = shop): Promise<any> {
  return expectOk(await of.call('POST', '/api/open/order/parse', { text })).body.data;
}

/** Signs, case and the words that head a part of an address don't matter. */
function plain(value: string): string {
  return value
    .toLowerCase()
    .replaceAll(/\b(?:kelurahan|kel|desa|rt|rw|patokan)\b/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

interface Reported {
  field: string;
  value: string;
  confidence: number;
}

/** What an answer reports, in the words of the cases. */
function reported(answer: any): Reported[] {
  const { receiver, sender, courier, products } = answer;
  const { district, customer } = receiver;
  const fields: [string, string | null | undefined, number][] = [
    ['name', receiver.name.value, receiver.name.confidence],
    ['phone', receiver.phone.value, receiver.phone.confidence],
    ['address', receiver.address.value, receiver.address.confidence],
    ['postal_code', receiver.postal_code.value, receiver.postal_code.confidence],
    ['district', district.value && `${district.value.name}, ${district.value.city}`, district.confidence],
    ['customer', customer.value?.name, customer.confidence],
    ['near_customer', customer.candidates.length === 1 ? customer.candidates[0].name : null, 0],
    ['sender_name', sender?.name.value, sender?.name.confidence],
    ['sender_phone', sender?.phone.value, sender?.phone.confidence],
    ['courier', courier.value && `${courier.value.name} ${serviceOf(courier.value)}`, courier.confidence],
    ['note', answer.note.value, answer.note.confidence],
    ['payment', answer.payment.value, answer.payment.confidence],
    ...products.map(({ qty, variation }: any): [string, string, number] => [
      'product',
      `${variation.value?.sku ?? '?'} x ${qty.value}`,
      Math.min(variation.confidence, qty.confidence),
    ]),
  ];
  return fields.flatMap(([field, value, confidence]) =>
    value == null || value === '' ? [] : [{ field, value, confidence }],
  );
}

function serviceOf({ name, service }: any): string {
  return service === null || name === 'Ambil di Toko' ? '' : service.code;
}

const bare = (value: string) =>
  value.toLowerCase().replaceAll(/\b(?:kota administrasi|kota|kabupaten)\b|[^a-z,]/g, '');

function isSame(field: string, expected: string, value: string): boolean {
  if (field === 'district') return bare(expected) === bare(value);
  // Names of services differ; what stands in the text is their beginning.
  if (field === 'courier') return plain(value).replaceAll(' ', '') === plain(expected).replaceAll(' ', '');
  if (field === 'sender_phone' || field === 'phone') return expected === value;
  if (field === 'address_begins') return plain(value).startsWith(plain(expected));
  return plain(expected) === plain(value);
}

interface Score {
  fields: number;
  right: number;
  /** Filled in though the text doesn't say it, or something of the shop that was not meant. */
  invented: string[];
  faults: string[];
  /** Of each field that was reported, whether it is right. */
  reported: { confidence: number; is_right: boolean }[];
}

const isField = (expected: string, field: string) => expected.replace(/_begins$/, '') === field;

/** Values of the shop or of the country: a wrong one is not misread but made up. */
const CHOSEN = new Set([
  'district',
  'customer',
  'product',
  'courier',
  'phone',
  'sender_phone',
  'postal_code',
]);

function compare({ title, expected }: Case, answer: any): Score {
  const score: Score = { fields: 0, right: 0, invented: [], faults: [], reported: [] };
  const open = reported(answer);
  const missed: [string, string][] = [];
  for (const [field, value] of expected) {
    score.fields += 1;
    const at = open.findIndex((one) => isField(field, one.field) && isSame(field, value, one.value));
    if (at === -1) missed.push([field, value]);
    else {
      score.right += 1;
      for (const { confidence } of open.splice(at, 1)) score.reported.push({ confidence, is_right: true });
    }
  }
  for (const { confidence } of open) score.reported.push({ confidence, is_right: false });
  for (const [field, value] of missed) {
    const at = open.findIndex((one) => isField(field, one.field));
    const found = at === -1 ? undefined : open.splice(at, 1)[0]?.value;
    score.faults.push(`${title} · ${field}: ${value} · reported: ${found ?? '-'}`);
    // A product left open is not made up.
    if (found !== undefined && CHOSEN.has(field) && !found.startsWith('?'))
      score.invented.push(`${title} · ${field}: ${found}, not ${value}`);
  }
  for (const { field, value } of open) {
    score.faults.push(`${title} · ${field} reported: ${value}`);
    if (!value.startsWith('?')) score.invented.push(`${title} · ${field}: ${value}, not said`);
  }
  return score;
}

interface Read extends Score {
  cases: number;
  swallowed: string[];
}

const collections = new Map<string, Promise<Read>>();

/** Reads a collection once, and prints what is right of it. */
function readAll(file: string): Promise<Read> {
  const read = collections.get(file) ?? readTexts(file);
  collections.set(file, read);
  return read;
}

async function readTexts(file: string): Promise<Read> {
  const cases = casesOf(file);
  const total: Score = { fields: 0, right: 0, invented: [], faults: [], reported: [] };
  const swallowed: string[] = [];
  for (const one of cases) {
    const answer = await parse(
      one.text,
      ['layouts.txt', 'kinds.txt', 'mixed.txt'].includes(file) ? shop_of_layouts : shop,
    );
    const score = compare(one, answer);
    total.fields += score.fields;
    total.right += score.right;
    total.invented.push(...score.invented);
    total.faults.push(...score.faults);
    total.reported.push(...score.reported);
    const words = swallowedIn(one.text, answer);
    if (words.length > 0) swallowed.push(`${one.title}: ${words.join(' ')}`);
  }
  const share = ((total.right / total.fields) * 100).toFixed(1);
  console.info(
    `${file}: ${cases.length} texts, ${total.right} of ${total.fields} fields right (${share} %), ${total.invented.length} made up`,
  );
  for (const fault of total.faults) console.info(`  ${fault}`);
  return { ...total, cases: cases.length, swallowed };
}

describe('the texts of the collection', () => {
  test('at least 98 % of what the texts say is read right, and nothing is made up', async () => {
    const { cases, fields, right, invented } = await readAll('tuned.txt');
    expect(cases).toBeGreaterThanOrEqual(60);
    expect(right / fields).toBeGreaterThanOrEqual(0.98);
    expect(invented).toEqual([]);
  }, 120_000);

  test('texts that nothing was made for are read as well', async () => {
    const { cases, fields, right, invented } = await readAll('unseen.txt');
    expect(cases).toBeGreaterThanOrEqual(20);
    expect(right / fields).toBeGreaterThanOrEqual(0.98);
    expect(invented).toEqual([]);
  }, 120_000);

  test('forms of shops, marketplaces and programs are read at least 99 % right, and nothing is made up', async () => {
    const { cases, fields, right, invented } = await readAll('layouts.txt');
    expect(cases).toBeGreaterThanOrEqual(24);
    expect(right / fields).toBeGreaterThanOrEqual(0.99);
    expect(invented).toEqual([]);
  }, 120_000);

  test('messages with corrections, introductions, quotes and times of export, also spoken ones, are read as well', async () => {
    const { cases, fields, right, invented } = await readAll('chats.txt');
    expect(cases).toBeGreaterThanOrEqual(25);
    expect(right / fields).toBeGreaterThanOrEqual(0.98);
    expect(invented).toEqual([]);
  }, 120_000);

  test('tables, boxes, brackets, several people and whole sentences are read at least 99 % right, and nothing is made up', async () => {
    const { cases, fields, right, invented } = await readAll('kinds.txt');
    expect(cases).toBeGreaterThanOrEqual(28);
    expect(right / fields).toBeGreaterThanOrEqual(0.99);
    expect(invented).toEqual([]);
  }, 120_000);

  test('receipts, complaints, offers and sentences name nobody and no place, and orders among them are read', async () => {
    const { cases, fields, right, invented } = await readAll('mixed.txt');
    expect(cases).toBeGreaterThanOrEqual(20);
    expect(right / fields).toBeGreaterThanOrEqual(0.98);
    expect(invented).toEqual([]);
  }, 120_000);

  const files = ['tuned.txt', 'unseen.txt', 'layouts.txt', 'chats.txt', 'kinds.txt', 'mixed.txt'];

  test('nothing of a text is swallowed: all but courtesy is in a field, a candidate or unread', async () => {
    const read = await Promise.all(files.map(readAll));
    expect(read.flatMap(({ swallowed }) => swallowed)).toEqual([]);
    // A reader that loses what it doesn't understand is found out.
    const { products, ...answer } = await parse('Nama: Rina\nOrder: kaos polos hitam XL 2');
    expect(swallowedIn('Nama: Rina\nOrder: kaos polos hitam XL 2', { ...answer, products: [] })).toEqual([
      'kaos',
      'polos',
      'hitam',
      'xl',
      '2',
    ]);
    expect(products).toHaveLength(1);
    // Nor does one mention stand for two.
    const twice = 'Order: kaos polos hitam XL 2\nOrder: kaos polos hitam XL 2';
    const { products: both, ...rest } = await parse(twice);
    expect(both).toHaveLength(2);
    expect(swallowedIn(twice, { ...rest, products: [both[0]] })).toEqual([
      'kaos',
      'polos',
      'hitam',
      'xl',
      '2',
    ]);
  }, 120_000);

  test('nothing is swallowed of what is torn, mixed up or repeated', async () => {
    const whole = files.flatMap(casesOf).map(({ text }) => text);
    const lines = whole.flatMap((text) => text.split('\n'));
    const all = whole.join('\n');
    const mixed = Array.from({ length: 150 }, (_, seed) => {
      const parts = Array.from(
        { length: 8 },
        (_part, part) => seed * 7_919 + part * 104_729 + part * part * 31,
      );
      if (seed % 3 === 0) return parts.map((at) => lines[at % lines.length]).join('\n');
      const torn = parts.map((at) => all.slice(at % all.length, (at % all.length) + 20 + (at % 90)));
      return torn.join(seed % 3 === 1 ? '\n' : ' ');
    });
    const swallowed: string[] = [];
    for (const text of mixed) {
      const words = swallowedIn(text, await parse(text));
      if (words.length > 0) swallowed.push(`${words.join(' ')} of ${text}`);
    }
    expect(swallowed).toEqual([]);
  }, 120_000);

  test('a confidence of 0.9 and more is right in at least 99 of 100 fields', async () => {
    const read = await Promise.all(files.map(readAll));
    const all = read.flatMap(({ reported: fields }) => fields);
    const bands = [
      ['0.9 to 1', 0.9, 1.01],
      ['0.8 to 0.9', 0.8, 0.9],
      ['0.5 to 0.8', 0.5, 0.8],
    ] as const;
    console.info('confidence   fields  right');
    for (const [band, from, to] of bands) {
      const fields = all.filter(({ confidence }) => confidence >= from && confidence < to);
      const right = fields.filter(({ is_right }) => is_right).length;
      console.info(
        `${band.padEnd(12)} ${String(fields.length).padStart(6)}  ${((right / fields.length) * 100).toFixed(1)} %`,
      );
    }
    const sure = all.filter(({ confidence }) => confidence >= 0.9);
    expect(sure.length).toBeGreaterThan(500);
    expect(sure.filter(({ is_right }) => is_right).length / sure.length).toBeGreaterThanOrEqual(0.99);
  }, 120_000);
});
