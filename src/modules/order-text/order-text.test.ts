import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addCustomer, addProduct, expectOk } from '../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** Colours and sizes of a product by the letters that its SKUs have for them. */
type Options = Record<string, string>;
const COLOURS: Options = {
  HTM: 'Hitam',
  PTH: 'Putih',
  NVY: 'Navy',
  MRN: 'Maroon',
  DPK: 'Dusty Pink',
  MCA: 'Mocca',
  MLO: 'Milo',
  SGE: 'Sage',
  DNM: 'Denim',
  ABU: 'Abu-abu',
  ARM: 'Army',
  SLV: 'Silver',
  LAV: 'Lavender',
  TSC: 'Tosca',
  BNG: 'Bening',
};
const SHOP: { name: string; sku: string; colours?: string; sizes?: string }[] = [
  { name: 'Kaos Polos', sku: 'KP', colours: 'HTM PTH NVY MRN', sizes: 'M L XL XXL' },
  { name: 'Gamis Syari Aisyah', sku: 'GSA', colours: 'DPK MCA HTM', sizes: 'S M L XL' },
  { name: 'Hijab Segi Empat Voal', sku: 'HSV', colours: 'HTM MLO SGE DNM' },
  { name: 'Sepatu Sneakers Runner', sku: 'SSR', colours: 'PTH HTM', sizes: '38 39 40 41 42 43' },
  { name: 'Celana Jogger', sku: 'CJ', colours: 'HTM ABU ARM', sizes: 'M L XL' },
  { name: 'Tas Ransel Laptop', sku: 'TRL', colours: 'HTM ABU' },
  { name: 'Tumbler Stainless 500ml', sku: 'TBL', colours: 'SLV HTM' },
  { name: 'Mukena Bali Dewasa', sku: 'MBD', colours: 'LAV TSC' },
  { name: 'Kopi Arabika Gayo 250gr', sku: 'KAG-250' },
  { name: 'Kopi Robusta Lampung 250gr', sku: 'KRL-250' },
  { name: 'Keripik Pisang Coklat', sku: 'KPC' },
  { name: 'Keripik Pisang Original', sku: 'KPO' },
  { name: 'Serum Vitamin C 20ml', sku: 'SVC-20' },
  { name: 'Sambal Roa Botol', sku: 'SRB' },
  { name: 'Casing Silikon iPhone 13', sku: 'CSI13', colours: 'BNG HTM' },
  { name: 'Casing Silikon iPhone 14', sku: 'CSI14', colours: 'BNG HTM' },
];

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  for (const { name, sku, colours = '', sizes = '' } of SHOP) {
    const variations = colours.split(' ').flatMap((colour) =>
      sizes.split(' ').map((size) => ({
        sku: [sku, colour, size].filter((part) => part !== '').join('-'),
        color: COLOURS[colour] ?? '',
        size,
      })),
    );
    await addProduct(shop, {
      product: {
        name,
        has_variation: variations.length > 1 ? 'Y' : 'N',
        variations: variations.map((variation) => ({
          images: [],
          primary_image: 0,
          weight: 200,
          price_buy: 40_000,
          price: 100_000,
          price_reseller: 80_000,
          price1: 0,
          price2: 0,
          price3: 0,
          stock_quantity: 100,
          stock: 'Y',
          warehouse_stock: [],
          ...variation,
        })),
      },
    });
  }
  for (const [name, phone] of [
    ['Siti Aminah', '081234567890'],
    ['Budi Santoso', '081398765432'],
    ['Toko Berkah Jaya', '085611112222'],
  ] as const)
    await addCustomer(shop, 'N', name, phone);
}, 60_000);

afterAll(() => app.close());

async function parse(text: string): Promise<any> {
  return expectOk(await shop.call('POST', '/api/open/order/parse', { text })).body.data;
}

interface Case {
  title: string;
  text: string;
  /** `field: value` lines. */
  expected: [string, string][];
}

/** Texts with what they say: `### title`, the text, `=>`, a line `field: value` for all that it tells. */
function casesOf(file: string): Case[] {
  const source = readFileSync(new URL(`texts/${file}`, import.meta.url), 'utf8');
  return source
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [head = '', answer = ''] = part.split(/^=>$/m);
      const [title = '', ...lines] = head.split('\n');
      const expected = answer.split('\n').flatMap((line): [string, string][] => {
        const [, field, value] = /^(\w+): (.+)$/.exec(line) ?? [];
        return field === undefined || value === undefined ? [] : [[field, value.trim()]];
      });
      return { title: title.trim(), text: lines.join('\n'), expected };
    });
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
function told(answer: any): [string, string][] {
  const { receiver, sender, courier, products } = answer;
  const { district, customer } = receiver;
  const fields: [string, string | null | undefined][] = [
    ['name', receiver.name.value],
    ['phone', receiver.phone.value],
    ['address', receiver.address.value],
    ['postal_code', receiver.postal_code.value],
    ['district', district.value && `${district.value.name}, ${district.value.city}`],
    ['customer', customer.value?.name],
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
  const open = told(answer);
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
    score.faults.push(`${title} · ${field}: ${value} · told: ${found ?? '-'}`);
    // A product left open is not made up.
    if (found !== undefined && CHOSEN.has(field) && !found.startsWith('?'))
      score.invented.push(`${title} · ${field}: ${found}, not ${value}`);
  }
  for (const [field, value] of open) {
    score.faults.push(`${title} · ${field} told: ${value}`);
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

describe('an order out of a chat message', () => {
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

  test('the draft is the body of an order once the shop adds supplier, courier rate and payment', async () => {
    const { draft } = await parse(
      'Nama: Siti Aminah\nHP: 0812-3456-7890\nOrder: kaos polos hitam XL 2, hijab voal sage 1\nKurir: JNE REG\nCatatan: bubble wrap',
    );
    const suppliers = expectOk(await shop.call('GET', '/api/open/supplier'));
    const made = expectOk(
      await shop.call('POST', '/api/open/order', {
        ...draft,
        supplier_id: suppliers.body.data[0].id,
        order_date: '2026-11-24',
        expedition: { ...draft.expedition, rate: 12_000 },
        payment: { status: 'UNPAID' },
      }),
    );
    const detail = expectOk(
      await shop.call('GET', '/api/open/order/detail', { id: String(made.body.data.order_id) }),
    );
    expect(JSON.stringify(detail.body.data)).toContain('bubble wrap');
    expect(draft.products.map(({ qty }: any) => qty)).toEqual([2, 1]);
  });

  test('who is no customer yet comes as the body of a new one', async () => {
    const { new_customer } = await parse(
      'Nama: Rina\nHP: 0812-9999-0001\nAlamat: Jl. Mawar 1, Kec. Tajinan, Malang 65172',
    );
    const { body } = expectOk(
      await shop.call('POST', '/api/open/customer/create', {
        ...new_customer,
        category: 'N',
        is_active: 'Y',
      }),
    );
    expect(body.data.customer_id).toBeGreaterThan(0);
    await shop.call('POST', '/api/open/customer/delete', { customer_id: body.data.customer_id });
  });

  test('two customers of one phone number are told as candidates, and the name decides', async () => {
    const phone = '0812-7070-7070';
    const ids = [
      await addCustomer(shop, 'N', 'Tuti', phone),
      await addCustomer(shop, 'N', 'Toko Tuti', phone),
    ];
    const undecided = await parse(`Nama: Ibu T\nHP: ${phone}`);
    expect(undecided.receiver.customer.value).toBeNull();
    expect(undecided.receiver.customer.candidates.map(({ id }: any) => id)).toEqual(ids.toReversed());
    expect((await parse(`Nama: Toko Tuti\nHP: ${phone}`)).receiver.customer.value.id).toBe(ids[1]);
  });

  test('a district that two cities have comes as candidates', async () => {
    const { receiver } = await parse('Nama: Slamet\nAlamat: Jl. Raya 5, Kec. Wonosari');
    expect(receiver.district.value).toBeNull();
    expect(receiver.district.candidates.length).toBeGreaterThan(1);
  });

  test("another shop's goods and customers are not there", async () => {
    const other = await app.openShop();
    const { body } = expectOk(
      await other.call('POST', '/api/open/order/parse', {
        text: 'Nama: Siti Aminah\nHP: 081234567890\nOrder: KP-HTM-XL 2 pcs, kaos polos hitam M 1',
      }),
    );
    expect(body.data.receiver.customer).toMatchObject({ value: null, candidates: [] });
    expect(body.data.products.map(({ variation }: any) => [variation.value, variation.candidates])).toEqual([
      [null, []],
      [null, []],
    ]);
  });

  test('nothing is saved', async () => {
    const rows = async () => {
      const { rows: counts } = await sql`
        select (select count(*) from orders where shop_id = ${shop.shop_id}) as orders,
          (select count(*) from customers where shop_id = ${shop.shop_id}) as customers,
          (select count(*) from outbox_events where shop_id = ${shop.shop_id}) as events`.execute(
        app.services.db,
      );
      return counts;
    };
    const before = await rows();
    await parse('Nama: Orang Baru\nHP: 0812-1212-9898\nAlamat: Jl. Baru 1\nOrder: KP-HTM-XL 2 pcs');
    expect(await rows()).toEqual(before);
  });

  test('takes six statements at most, however long the text is', async () => {
    const texts = casesOf('tuned.txt').map(({ text }) => text);
    for (const text of [texts[0] ?? '', texts.join('\n').slice(0, 10_000)]) {
      const before = app.database.statements.sent;
      await parse(text);
      expect(app.database.statements.sent - before).toBeLessThanOrEqual(6);
    }
  });

  test('what is torn, mixed up or repeated is read without a fault', async () => {
    const whole = [...casesOf('tuned.txt'), ...casesOf('unseen.txt')].map(({ text }) => text).join('\n');
    for (let seed = 0; seed < 80; seed += 1) {
      const pieces = Array.from({ length: 6 }, (_, part) => {
        const at = (seed * 7_919 + part * 104_729) % (whole.length - 200);
        return whole.slice(at, at + 20 + ((seed * 31 + part * 17) % 180));
      });
      const { products, unread } = await parse(pieces.join(seed % 2 === 0 ? '\n' : ' '));
      expect(Array.isArray(products) && Array.isArray(unread)).toBe(true);
    }
  }, 60_000);

  test('the longest texts take bounded time, whatever they hold', async () => {
    const longest = (text: string) =>
      text
        .repeat(Math.ceil(10_000 / text.length))
        .slice(0, 10_000)
        .trim();
    const texts = [
      'nama: ',
      'jl ',
      '0812',
      '0812-',
      'a',
      'kaos polos hitam 1, ',
      'kaos ',
      '2x ',
      '( ',
      ' : ',
      'kec cengkareng ',

      '\n-',
      'kaos polos hitam M 1\n',
      'jakarta barat, ',
      '@3 ',
      'kirim ke ',
      '1/2 lusin ',
      'Budi ',
      '8 ',
      'atas nama ',

      'x'.repeat(50) + ' ',
      'Kab. Malang Kec. Pakis ',
      '*_~',
      'Rp 1.000.000 ',
      'via jne ',
      'a/n b/c ',
      'abcd efgh ijkl. ',
    ];
    for (const text of texts) {
      const started = performance.now();
      await parse(longest(text));
      expect(performance.now() - started, text).toBeLessThan(3_000);
    }
  }, 120_000);

  test('a text that is too long, or none, is refused by its field', async () => {
    for (const text of ['x'.repeat(10_001), '', undefined]) {
      const { status, body } = await shop.call('POST', '/api/open/order/parse', { text });
      expect(status).toBe(422);
      expect(JSON.stringify(body)).toContain('text');
    }
  });
});
