import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addProduct, expectOk } from '../../../test/stall.ts';
import { smallShelfProducts } from './texts/shop.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  for (const product of smallShelfProducts()) await addProduct(shop, { product });
}, 60_000);

afterAll(() => app.close());

async function parse(text: string): Promise<any> {
  return expectOk(await shop.call('POST', '/api/open/order/parse', { text })).body.data;
}

const reported = ({ products }: any): string[] =>
  products.map(({ qty, variation }: any) => `${variation.value?.sku ?? '?'} x ${qty.value}`);

describe('goods of an order', () => {
  test('a size that there is not in this colour is no quantity, and leaves the line open with its candidates', async () => {
    const open: [string, number, ...string[]][] = [
      ['mau sepatu hitam 40 1', 1, 'SPT-HTM-41', 'SPT-MRH-40'],
      ['sepatu hitam 40', 1, 'SPT-HTM-41', 'SPT-MRH-40'],
      ['sepatu hitam (40)', 1, 'SPT-HTM-41', 'SPT-MRH-40'],
      ['sepatu hitam - 40', 1, 'SPT-HTM-41', 'SPT-MRH-40'],
      ['sepatu merah 41 2', 2, 'SPT-HTM-41', 'SPT-MRH-40'],
      ['sepatu hitam 42 1', 1, 'SPT-HTM-41'],
      ['sepatu 42 1', 1, 'SPT-HTM-41', 'SPT-MRH-40'],
      ['sandal jepit hitam 40 1', 1, 'SJ-HTM-38', 'SJ-HTM-39'],
      ['sandal jepit hitam 40', 1, 'SJ-HTM-38', 'SJ-HTM-39'],
      ['2 sandal jepit hitam 40', 2, 'SJ-HTM-38', 'SJ-HTM-39'],
    ];
    for (const [text, qty, ...candidates] of open)
      for (const whole of [text, `Order: ${text}`]) {
        const { products, draft } = await parse(whole);
        expect(products, whole).toHaveLength(1);
        expect([products[0].variation.value, products[0].qty.value], whole).toEqual([null, qty]);
        expect(products[0].variation.candidates.map(({ sku }: any) => sku).toSorted(), whole).toEqual(
          candidates,
        );
        expect(draft.products, whole).toEqual([]);
      }
  });

  test('a size that there is, and a number that is none, are read as before', async () => {
    const cases: [string, ...string[]][] = [
      ['sepatu hitam 41 2', 'SPT-HTM-41 x 2'],
      ['sepatu merah 40', 'SPT-MRH-40 x 1'],
      ['sepatu merah (40) 2', 'SPT-MRH-40 x 2'],
      ['sepatu hitam 2', 'SPT-HTM-41 x 2'],
      ['sepatu hitam 40 pcs', 'SPT-HTM-41 x 40'],
      ['sandal jepit hitam 38 1 biru 39 2', 'SJ-HTM-38 x 1', 'SJ-BRU-39 x 2'],
      ['sandal jepit hitam 38 1 biru 40 2', 'SJ-HTM-38 x 1', '? x 2'],
      ['kaos polos hitam L 40', 'KP-HTM-L x 40'],
      ['2 kaos polos hitam L 1 kaos polos putih M', 'KP-HTM-L x 2', 'KP-PTH-M x 1'],
    ];
    for (const [text, ...expected] of cases) expect(reported(await parse(text)), text).toEqual(expected);
  });

  test('sizes below a heading are of its product and its colour, and the heading is no line of its own', async () => {
    const cases: [string, ...string[]][] = [
      [
        'Order:\n- kaos polos hitam\n  M = 2\n  L = 3\n- sepatu merah 40 = 1',
        'KP-HTM-M x 2',
        'KP-HTM-L x 3',
        'SPT-MRH-40 x 1',
      ],
      ['kaos polos hitam\nM 2\nL 3', 'KP-HTM-M x 2', 'KP-HTM-L x 3'],
      ['Order:\nkaos polos hitam\nM\nL', 'KP-HTM-M x 1', 'KP-HTM-L x 1'],
      ['kaos polos\nhitam M 2\nputih L 3', 'KP-HTM-M x 2', 'KP-PTH-L x 3'],
      [
        'beli kaos polos hitam L 2 dan M 1 harga 49.999 total 149.997 utk ibu Wati',
        'KP-HTM-L x 2',
        'KP-HTM-M x 1',
      ],
      ['kaos polos hitam\nsepatu merah 40', '? x 1', 'SPT-MRH-40 x 1'],
    ];
    for (const [text, ...expected] of cases) {
      const answer = await parse(text);
      expect(reported(answer), text).toEqual(expected);
      expect(answer.unread, text).toEqual([]);
    }
  });
});

describe('an order on one line', () => {
  test('goods behind an address are goods, and no part of the address', async () => {
    const cases: [string, string | null, ...string[]][] = [
      [
        'Nama Lina, alamat Jl Mawar no 25 klojen malang, hp 087877776666, kaos polos putih L 1',
        'Jl Mawar no 25 klojen malang',
        'KP-PTH-L x 1',
      ],
      [
        'Nama Lina, alamat Jl Mawar no 25 klojen malang, hp 087877776666, pesan kaos polos putih L 1, M 2, jne reg',
        'Jl Mawar no 25 klojen malang',
        'KP-PTH-L x 1',
        'KP-PTH-M x 2',
      ],
      [
        'Nama Lina, alamat Jl Mawar no 25, klojen, malang, sepatu hitam 40 1, hp 087877776666',
        'Jl Mawar no 25, klojen, malang',
        '? x 1',
      ],
      [
        'kirim ke jl mawar 2 klojen malang kaos polos htm M 1 hp 081222333444',
        'jl mawar 2 klojen malang',
        'KP-HTM-M x 1',
      ],
      ['tolong kirim ke alamat biasa ya, kaos polos htm M 1, pelanggan n 08123456781', null, 'KP-HTM-M x 1'],
    ];
    for (const [text, address, ...expected] of cases) {
      const answer = await parse(text);
      expect(answer.receiver.address.value, text).toBe(address);
      expect(reported(answer), text).toEqual(expected);
    }
  });

  test('streets and houses that are named like goods stay in the address', async () => {
    for (const address of [
      'Jl Kaos Polos 12, Klojen, Malang',
      'Jl Sepatu Merah 40 klojen malang',
      'Toko Kaos Polos Hitam M 1, klojen malang',
      'Jl Raya Merah Putih 41, klojen malang',
    ]) {
      const answer = await parse(`Nama Lina, alamat ${address}, hp 087877776666`);
      expect([answer.receiver.address.value, answer.products], address).toEqual([address, []]);
    }
  });
});

describe('names and addresses', () => {
  test('an address keeps its shortened words as they are written', async () => {
    for (const address of [
      'Jl Jend. Sudirman Kav 25',
      'Komp. Permata Blok. B No. 7',
      'Perum. Griya Asri 5',
      'Jl. Mayjend. Sungkono 5, Klojen, Malang',
    ])
      for (const text of [address, `Lina, 087877776666, ${address}`, `kirim ke ${address}`])
        expect((await parse(text)).receiver.address.value, text).toBe(address);
  });

  test('a name ends without the point of its sentence, and keeps that of what is shortened', async () => {
    const cases: [string, string][] = [
      ['Nama: Lina.', 'Lina'],
      ['Nama: Lina. HP: 087877776666.', 'Lina'],
      ['ini Siti. 087877776666', 'Siti'],
      ['Nama: Sinta W.', 'Sinta W.'],
      ['Nama: Siti Aminah, S.Pd.', 'Siti Aminah'],
      ['Penerima 1: Ani', 'Ani'],
    ];
    for (const [text, name] of cases) expect((await parse(text)).receiver.name.value, text).toBe(name);
  });

  test('who the goods are for is the receiver, or unread where another one is told', async () => {
    const cases: [string, string | null][] = [
      ['sepatu merah 40 1 utk Tono', 'Tono'],
      ['Order: kaos polos hitam L 1 utk Tono', 'Tono'],
      ['kaos polos hitam L 1 utk ibu Wati', 'ibu Wati'],
      ['sepatu merah 40 1 utk besok', null],
    ];
    for (const [text, name] of cases) {
      const answer = await parse(text);
      expect(answer.receiver.name.value, text).toBe(name);
      expect(answer.products[0].qty.value, text).toBe(1);
    }
    for (const head of ['Nama: Lina', 'Lina 087877776666']) {
      const text = `${head}\nkaos polos hitam L 1 utk ibu Wati`;
      const { receiver, unread } = await parse(text);
      expect([receiver.name.value, unread], text).toEqual(['Lina', [{ line: 2, text: 'utk ibu Wati' }]]);
    }
  });
});
