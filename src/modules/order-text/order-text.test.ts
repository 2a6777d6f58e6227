import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addCustomer, addProduct, expectOk } from '../../../test/stall.ts';
import { casesOf } from './texts/cases.ts';
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

describe('an order out of a chat message', () => {
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

  test('a known phone number whose text tells another address or person gets no parcel at the kept address', async () => {
    const phone = '0812-8080-8080';
    const id = await addCustomer(shop, 'N', 'Rini Astuti', phone);
    const elsewhere = [
      `Nama: Rini\nHP: ${phone}\nAlamat: Jl. Thamrin 12, Kec. Lawang, Kab. Malang`,
      `Nama: Rini\nHP: ${phone}\nAlamat: Jl. Melati 5, Kec. Lawang, Kab. Malang`,
      `Nama: Rini\nHP: ${phone}\nAlamat: Jl. Melati 5, Surabaya`,
      `Nama: Rini\nHP: ${phone}\nAlamat: Jl. Kenanga 8, Tajinan, Malang`,
      `Nama: Hendra Wijaya\nHP: ${phone}`,
      `Nama: Hendra Wijaya\nHP: ${phone}\nAlamat: Jl. Melati 5, Tajinan`,
    ];
    for (const text of elsewhere) {
      const { receiver, draft, new_customer } = await parse(`${text}\nOrder: sabun kojic 2`);
      expect([draft.customer_receiver_id, draft.customer_sender_id], text).toEqual([undefined, undefined]);
      expect(receiver.customer.value, text).toBeNull();
      expect(receiver.customer.candidates, text).toMatchObject([
        { id, address: 'Jl. Melati 5', postal_code: '65172', district: { name: 'Tajinan' } },
      ]);
      expect(new_customer, text).toMatchObject({ name: receiver.name.value, phone: '6281280808080' });
      expect(new_customer.address, text).toBe(receiver.address.value ?? undefined);
      expect(new_customer.district_id, text).toBe(receiver.district.value?.id);
    }
    const same = [
      `Nama: Rini\nHP: ${phone}`,
      `Bu Rini ${phone}`,
      `Nama: Rini Astuti\nHP: ${phone}\nAlamat: Jalan Melati No. 5 RT 02/01, Kec. Tajinan, Kab. Malang, Jatim 65172`,
      `Nama: rini\nHP: ${phone}\nAlamat: jl melati no 05 tajinan`,
      `Nama: Rini\nHP: ${phone}\nKec: Tajinan\nKota: Malang`,
    ];
    for (const text of same) {
      const { receiver, draft, new_customer } = await parse(`${text}\nOrder: sabun kojic 2`);
      expect(draft.customer_receiver_id, text).toBe(id);
      expect(receiver.customer.value, text).toMatchObject({ id, address: 'Jl. Melati 5' });
      expect(new_customer, text).toBeNull();
    }
  });

  test('a number behind "size" is no quantity, and of two sizes the last is how many, to be checked', async () => {
    const cases: [string, ...string[]][] = [
      ['kaos dino biru size 6 2', 'KD-BRU-6 x 2'],
      ['kaos dino biru sz 6 2', 'KD-BRU-6 x 2'],
      ['kaos dino biru no 8 2', 'KD-BRU-8 x 2'],
      ['kaos dino biru 2 uk 6', 'KD-BRU-6 x 2'],
      ['kaos dino biru 6 2', 'KD-BRU-6 x 2'],
      ['kaos dino biru 4 4', 'KD-BRU-4 x 4'],
      ['kaos dino biru size 4', 'KD-BRU-4 x 1'],
      ['kaos dino biru sz 6 & 8 masing2 2', 'KD-BRU-6 x 2', 'KD-BRU-8 x 2'],
      ['kaos dino biru 6, merah 8 masing-masing 3', 'KD-BRU-6 x 3', 'KD-MRH-8 x 3'],
      ['kaos dino biru size 6\nkaos dino merah size 8\nmasing-masing 2 ya', 'KD-BRU-6 x 2', 'KD-MRH-8 x 2'],
      ['kaos dino biru size 6 2 merah size 8 1', 'KD-BRU-6 x 2', 'KD-MRH-8 x 1'],
      ['sneakers hitam 42 2, 41 @3', 'SSR-HTM-42 x 2', 'SSR-HTM-41 x 3'],
    ];
    for (const [text, ...expected] of cases)
      for (const whole of [text, `Order: ${text}`]) {
        const { products } = await parse(whole);
        expect(
          products.map(({ qty, variation }: any) => `${variation.value?.sku} x ${qty.value}`),
          whole,
        ).toEqual(expected);
      }
    const [doubtful] = (await parse('kaos dino biru 6 2')).products;
    expect(doubtful.qty.confidence).toBeLessThanOrEqual(0.6);
    expect(doubtful.variation.confidence).toBeLessThanOrEqual(0.6);
  });

  test('of several receivers none gets what another one ordered', async () => {
    const texts = [
      '1) Wati 0812-1111-2222 Jl. Dewi 3 kec batu kota batu - sabun kojic 2\n2) Yuni 0813-3333-4444 kec klojen malang - masker wajah 3',
      'Nama: Wati\nHP: 0812-1111-2222\nAlamat: Jl. Dewi 3, Kec. Batu, Kota Batu\nOrder: sabun kojic 2\n\nNama: Yuni\nHP: 0813-3333-4444\nAlamat: Jl. Ijen 4, Kec. Klojen, Kota Malang\nOrder: masker wajah 3',
      'Wati\n0812-1111-2222\nJl. Dewi 3, Kec. Batu, Kota Batu\nsabun kojic 2\n\nYuni\n0813-3333-4444\nJl. Ijen 4, Kec. Klojen, Kota Malang\nmasker wajah 3',
      'Jl. Dewi 3, Kec. Batu, Kota Batu\nWati 0812-1111-2222\nsabun kojic 2\n\nJl. Ijen 4, Kec. Klojen, Kota Malang\nYuni 0813-3333-4444\nmasker wajah 3',
      '0812-1111-2222\nJl. Dewi 3, Kec. Batu, Kota Batu\nsabun kojic 2\n\n0813-3333-4444\nJl. Ijen 4, Kec. Klojen, Kota Malang\nmasker wajah 3',
      'Wati 0812-1111-2222 Jl. Dewi 3, Kec. Batu, Kota Batu\nYuni 0813-3333-4444 Jl. Ijen 4, Kec. Klojen, Kota Malang\nmasing-masing sabun kojic 2',
    ];
    for (const text of texts) {
      const { receiver, products, draft, new_customer, unread, has_more_receivers } = await parse(text);
      expect(has_more_receivers, text).toBe(true);
      expect([draft, new_customer], text).toEqual([{ products: [] }, null]);
      expect(receiver.phone.value, text).toBe('6281211112222');
      expect([receiver.district.value?.name, null], text).toContain('Batu');
      expect(JSON.stringify(products), text).not.toContain('masker');
      expect(JSON.stringify(unread), text).toContain('0813-3333-4444');
      expect(JSON.stringify(unread), text).toMatch(/klojen/i);
    }
    const ones = [
      'Nama: Wati\nHP: 0812-1111-2222\nAlamat: Jl. Dewi 3\nHP 2: 0813-3333-4444\nKec: Batu\nKota: Batu\nOrder: sabun kojic 2',
      'Wati 0812-1111-2222 / 0813-3333-4444\nJl. Dewi 3, Kec. Batu, Kota Batu\nsabun kojic 2',
      'Jl. Dewi 3\nWati 0812-1111-2222\nKec. Batu, Kota Batu\nsabun kojic 2\nWA aktif 0813-3333-4444',
      'Pengirim: Toko Ayu 0856-1111-3333\nPenerima: Wati 0812-1111-2222\nJl. Dewi 3, Kec. Batu, Kota Batu\nsabun kojic 2',
      'Nama pemesan: Yuni\nNama penerima: Wati\nHP: 0812-1111-2222\nAlamat: Jl. Dewi 3, Kec. Batu, Kota Batu\nsabun kojic 2',
    ];
    for (const text of [
      ...ones,
      ...[...casesOf('tuned.txt'), ...casesOf('unseen.txt')].map((one) => one.text),
    ])
      expect((await parse(text)).has_more_receivers, text).toBe(false);
    for (const text of ones) {
      const { draft } = await parse(text);
      expect(draft.products, text).toHaveLength(1);
    }
  }, 60_000);

  test('of two couriers or two services none is chosen', async () => {
    const cases: [string, string[]][] = [
      ['sabun kojic 2\npake jne / jnt yg paling murah', ['JNE', 'J&T']],
      ['sabun kojic 2 via jne atau sicepat ya', ['JNE', 'SiCepat']],
      ['Kurir: JNE/SiCepat', ['JNE', 'SiCepat']],
      ['Kurir: jnt / pos', ['J&T', 'POS']],
      ['Kurir: JNE\nsabun kojic 2\nkirim pake jnt aja', ['JNE', 'J&T']],
    ];
    for (const [text, names] of cases) {
      const { courier, draft } = await parse(text);
      expect(courier.value, text).toBeNull();
      expect(
        courier.candidates.map(({ name }: any) => name),
        text,
      ).toEqual(names);
      expect(draft.expedition, text).toBeUndefined();
    }
    for (const text of ['Kurir: JNE REG/YES', 'Kurir: JNE reg atau oke', 'pake jne ok kak']) {
      const { courier } = await parse(text);
      expect([courier.value.name, courier.value.service], text).toEqual(['JNE', null]);
      expect(courier.services.length, text).toBeGreaterThan(1);
    }
    const unknown = await parse('Kurir: GoSend');
    expect([unknown.courier.value, unknown.unread]).toEqual([null, [{ line: 1, text: 'Kurir: GoSend' }]]);
    expect((await parse('Jne oke')).courier.value.service.code).toBe('OKE');
    expect((await parse('Ekspedisi: JNE\nongkir jne reg 11.000')).courier.value.service.code).toBe('REG');
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

  test('takes seven statements at most, however long the text is', async () => {
    const texts = casesOf('tuned.txt').map(({ text }) => text);
    for (const text of [texts[0] ?? '', texts.join('\n').slice(0, 10_000)]) {
      const before = app.database.statements.sent;
      await parse(text);
      expect(app.database.statements.sent - before).toBeLessThanOrEqual(7);
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
      'jl mawar 2 kaos polos hitam M 1\n',
      'alamat jl mawar kaos polos hitam 1, ',
      'kaos polos hitam M 1 utk Tono, ',
      'sneakers hitam 44 1 ',
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
