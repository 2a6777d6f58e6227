import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addCustomer, addProduct, expectOk } from '../../../test/stall.ts';
import { casesOf, type Case } from './texts/cases.ts';
import { CUSTOMERS, shelfProducts } from './texts/shop.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  for (const product of shelfProducts()) await addProduct(shop, { product });
  for (const [name, phone] of CUSTOMERS) await addCustomer(shop, 'N', name, phone);
}, 60_000);

afterAll(() => app.close());

async function parse(text: string): Promise<any> {
  return expectOk(await shop.call('POST', '/api/open/order/parse', { text })).body.data;
}

/** Signs, case and the words that head a part of an address don't matter. */
function plain(value: string): string {
  return value
    .toLowerCase()
    .replaceAll(/\b(?:kelurahan|kel|desa|rt|rw|patokan)\b/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What an answer tells, in the words of the cases. */
function reported(answer: any): [string, string][] {
  const { receiver, sender, courier, products } = answer;
  const { district, customer } = receiver;
  const fields: [string, string | null | undefined][] = [
    ['name', receiver.name.value],
    ['phone', receiver.phone.value],
    ['address', receiver.address.value],
    ['postal_code', receiver.postal_code.value],
    ['district', district.value && `${district.value.name}, ${district.value.city}`],
    ['customer', customer.value?.name],
    ['near_customer', customer.candidates.length === 1 ? customer.candidates[0].name : null],
    ['sender_name', sender?.name.value],
    ['sender_phone', sender?.phone.value],
    ['courier', courier.value && `${courier.value.name} ${serviceOf(courier.value)}`],
    ['note', answer.note.value],
    ['payment', answer.payment.value],
    ...products.map(({ qty, variation }: any): [string, string] => [
      'product',
      `${variation.value?.sku ?? '?'} x ${qty.value}`,
    ]),
  ];
  return fields.flatMap(([field, value]) => (value == null || value === '' ? [] : [[field, value]]));
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
  return plain(expected) === plain(value);
}

interface Score {
  fields: number;
  right: number;
  /** Filled in though the text doesn't say it, or something of the shop that was not meant. */
  invented: string[];
  faults: string[];
}

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
  const score: Score = { fields: 0, right: 0, invented: [], faults: [] };
  const open = reported(answer);
  const missed: [string, string][] = [];
  for (const [field, value] of expected) {
    score.fields += 1;
    const at = open.findIndex(([other, text]) => other === field && isSame(field, value, text));
    if (at === -1) missed.push([field, value]);
    else {
      score.right += 1;
      open.splice(at, 1);
    }
  }
  for (const [field, value] of missed) {
    const at = open.findIndex(([other]) => other === field);
    const found = at === -1 ? undefined : open.splice(at, 1)[0]?.[1];
    score.faults.push(`${title} · ${field}: ${value} · found: ${found ?? '-'}`);
    // A product left open is not made up.
    if (found !== undefined && CHOSEN.has(field) && !found.startsWith('?'))
      score.invented.push(`${title} · ${field}: ${found}, not ${value}`);
  }
  for (const [field, value] of open) {
    score.faults.push(`${title} · ${field} found: ${value}`);
    if (!value.startsWith('?')) score.invented.push(`${title} · ${field}: ${value}, not said`);
  }
  return score;
}

async function readAll(file: string): Promise<Score & { cases: number }> {
  const cases = casesOf(file);
  const total: Score = { fields: 0, right: 0, invented: [], faults: [] };
  for (const one of cases) {
    const { fields, right, invented, faults } = compare(one, await parse(one.text));
    total.fields += fields;
    total.right += right;
    total.invented.push(...invented);
    total.faults.push(...faults);
  }
  const share = ((total.right / total.fields) * 100).toFixed(1);
  console.info(
    `${file}: ${cases.length} texts, ${total.right} of ${total.fields} fields right (${share} %), ${total.invented.length} invented`,
  );
  for (const fault of total.faults) console.info(`  ${fault}`);
  return { ...total, cases: cases.length };
}

describe('the texts of the collection', () => {
  test('at least 90 % of what the texts say is read right, and nothing is invented', async () => {
    const { cases, fields, right, invented } = await readAll('tuned.txt');
    expect(cases).toBeGreaterThanOrEqual(60);
    expect(right / fields).toBeGreaterThanOrEqual(0.9);
    expect(invented).toEqual([]);
  }, 60_000);

  test('texts that nothing was made for are read as well', async () => {
    const { cases, fields, right, invented } = await readAll('unseen.txt');
    expect(cases).toBeGreaterThanOrEqual(20);
    expect(right / fields).toBeGreaterThanOrEqual(0.9);
    expect(invented).toEqual([]);
  }, 60_000);
});
