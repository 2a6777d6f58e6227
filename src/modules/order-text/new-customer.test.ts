import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addProduct, expectOk } from '../../../test/stall.ts';
import { customerLimits } from '../customers/index.ts';
import { orderLimits } from '../orders/index.ts';
import { casesOf } from './texts/cases.ts';
import { shelfProducts } from './texts/shop.ts';
import { swallowedIn } from './texts/swallowed.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;
/** Where the customers are created: those of the shop itself would be found in the next text. */
let other: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  for (const product of shelfProducts()) await addProduct(shop, { product });
  other = await app.openShop();
}, 60_000);

afterAll(() => app.close());

async function parse(text: string): Promise<any> {
  return expectOk(await shop.call('POST', '/api/open/order/parse', { text })).body.data;
}

const place = 'Kec. Klojen, Kota Malang, Jawa Timur 65111';
const head = 'Nama: Rina Wulandari\nHP: 0812-3450-0011\n';
const street = Array.from({ length: 90 }, (_, at) => `Gang Melati ${at}`);
const EXTREMES = [
  `${head}Alamat: ${place}, ${street.join(', ')}`,
  `${head}Alamat: ${street.join(', ')}, ${place}`,
  `${head}Alamat: Jl. ${street.join(' ')} ${place}`,
  `${head}Alamat: Jl. ${'x'.repeat(900)}, ${place}`,
  `${head}Alamat: Jl. Mawar 5, ${place}\n${street.join('\n')}`,
  `${head}Alamat: Jl. 🌸 Mawar ${'🌸 5 '.repeat(300)}, ${place}`,
  `${head}Alamat: Jl. Mawar ${'ﷺ '.repeat(60)}, ${place}`,
  `Nama: ${'Rina Wulandari '.repeat(20)}\nHP: 0812-3450-0011\nAlamat: Jl. Mawar 5, ${place}`,
  `Nama: ${'Rina'.repeat(60)}\nHP: 0812-3450-0011\nAlamat: Jl. Mawar 5, ${place}`,
  `Nama: Rina 𝓦𝓾𝓵𝓪𝓷\nHP: ٠٨١٢٣٤٥٠٠٠١١\nAlamat: Jl. Mawar 5\u200b, ${place}`,
  `${head}Alamat: Jl. "Mawar" <b>5</b> \\ ' ${place}`,
  `${head}Alamat: Jl. Mawar 5, ${place}\nKode pos: 651`,
  `${head}Alamat: Jl. Mawar 5, ${place}\nKode pos: 651112`,
  `${head}Alamat: - \nKec: Klojen\nKota: Malang`,
  `Nama: Rina\nHP: 0274-556677\nAlamat: Jl. Mawar 5, ${place}`,
  `Nama: Rina\nHP: +65 9123 4567\nAlamat: Jl. Mawar 5, ${place}`,
  `Nama: .\nHP: 0812-3450-0011\nAlamat: Jl. Mawar 5, ${place}`,
];

test('a new customer is created with the body that is returned, whatever the text, or refused for what it is said to lack', async () => {
  const texts = ['tuned.txt', 'unseen.txt', 'layouts.txt'].flatMap(casesOf).map(({ text }) => text);
  let created = 0;
  for (const text of [...EXTREMES, ...texts]) {
    const { new_customer, new_customer_missing: missing } = await parse(text);
    const { status, body } = await other.call('POST', '/api/open/customer/create', new_customer ?? {});
    const refused_for = status === 422 ? Object.keys(body.message).toSorted() : [];
    // Without anybody new there is nothing to say of them.
    const expected = new_customer === null ? refused_for : missing.toSorted();
    expect([status, refused_for, missing.length > 0 && new_customer === null], text).toEqual([
      expected.length > 0 ? 422 : 200,
      expected,
      false,
    ]);
    created += Number(status === 200);
  }
  expect(created).toBeGreaterThan(80);
}, 120_000);

test('an address ends at a comma before it is too long for a customer, a name that is too long is none, and the rest is unread', async () => {
  for (const text of EXTREMES) {
    const answer = await parse(text);
    const { name, address } = answer.receiver;
    expect((address.value ?? '').length, text).toBeLessThanOrEqual(
      customerLimits.customer_address_characters,
    );
    expect((name.value ?? '').length, text).toBeLessThanOrEqual(customerLimits.customer_name_characters);
    expect(swallowedIn(text, answer), text).toEqual([]);
  }
  const { receiver, unread } = await parse(EXTREMES[0] ?? '');
  expect(receiver.address.value).toMatch(/^Kec\. Klojen, .*, Gang Melati \d+$/);
  expect(receiver.district.value).toMatchObject({ name: 'Klojen' });
  expect(unread.map(({ text }: any) => text).join()).toContain('Gang Melati 89');
});

test('a note ends before it is too long for an order, and the rest is unread', async () => {
  const line = 'tolong dibungkus kado yang rapi';
  const text = `Catatan: ${line}\n${Array.from({ length: 90 }, (_, at) => `${line} ${at}`).join('\n')}`;
  const answer = await parse(text);
  expect(answer.draft.note.length).toBeLessThanOrEqual(orderLimits.order_note_characters);
  expect(answer.draft.note.length).toBeGreaterThan(orderLimits.order_note_characters / 2);
  expect(swallowedIn(text, answer)).toEqual([]);
});
