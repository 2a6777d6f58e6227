import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addProduct, expectOk } from '../../../test/stall.ts';
import { shelfProducts } from './texts/shop.ts';
import { swallowedIn } from './texts/swallowed.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  for (const product of shelfProducts()) await addProduct(shop, { product });
}, 60_000);

afterAll(() => app.close());

async function parse(text: string): Promise<any> {
  const { data } = expectOk(await shop.call('POST', '/api/open/order/parse', { text })).body;
  expect(swallowedIn(text, data), text).toEqual([]);
  return data;
}

const goods = ({ products }: any): string[] =>
  products.map(({ qty, variation }: any) => `${variation.value?.sku ?? '?'} x ${qty.value}`);
const unread = (answer: any): string => answer.unread.map(({ text }: any) => text).join('\n');

describe('what a text takes back', () => {
  test('the corrected address, phone number, name and courier win, to be checked, and the earlier one is unread', async () => {
    const cases: [text: string, field: string, value: string, taken_back: string][] = [
      ['Alamat: Perum Permata? bukan ya, yg bener Jl. Mawar 5', 'address', 'Jl. Mawar 5', 'Perum Permata?'],
      ['Alamat: Jl. Mawar 5\nralat alamat: Jl. Melati 7', 'address', 'Jl. Melati 7', 'Jl. Mawar 5'],
      [
        'kirim ke Jl. Mawar 5 Klojen Malang\neh maaf salah alamat, Jl. Melati 7',
        'address',
        'Jl. Melati 7',
        'Jl. Mawar 5',
      ],
      ['Alamat: Jl. Mawar 5\nalamatnya ganti ya kak\nJl. Melati 7', 'address', 'Jl. Melati 7', 'Jl. Mawar 5'],
      ['hp 081298340571 eh salah 081298340599', 'phone', '6281298340599', '081298340571'],
      ['HP: 081298340571\nsalah ketik, hp nya 081298340599', 'phone', '6281298340599', '081298340571'],
      ['HP: 081298340571\nmaksudnya\n081298340599', 'phone', '6281298340599', '081298340571'],
      ['Nama: Rina eh salah Rani', 'name', 'Rani', 'Rina'],
      ['Nama: Rina\nralat nama: Rani', 'name', 'Rani', 'Rina'],
    ];
    for (const [text, field, value, taken_back] of cases) {
      const answer = await parse(text);
      expect(answer.receiver[field].value, text).toBe(value);
      expect(answer.receiver[field].confidence, text).toBeLessThanOrEqual(0.75);
      expect(unread(answer), text).toContain(taken_back);
    }
    const { courier } = await parse('sabun kojic 2\njne eh jnt aja ya');
    expect([courier.value.name, courier.candidates]).toEqual(['J&T', []]);
  });

  test('the corrected colour, size, quantity or product takes the place of the one before', async () => {
    const cases: [string, ...string[]][] = [
      ['kaos polos hitam L 2\neh salah, kaos polos putih L 2', 'KP-PTH-L x 2'],
      ['kaos polos hitam L 2\njadinya XL ya', 'KP-HTM-XL x 2'],
      ['kaos polos hitam L 2\neh jadinya 3 ya kak', 'KP-HTM-L x 3'],
      ['kaos polos hitam L bukan XL tapi M 2', 'KP-HTM-M x 2'],
      ['kaos polos ukuran L eh maksudnya XL hitam 2', 'KP-HTM-XL x 2'],
      ['Order: kaos polos hitam M 2 ralat 3', 'KP-HTM-M x 3'],
      ['kaos polos hitam L 2\nganti warna hitam jadi putih ya', 'KP-PTH-L x 2'],
      ['Produk: kaos polos hitam\nUkuran: L\nJumlah: 2 eh 3', 'KP-HTM-L x 3'],
      ['Produk: kaos polos hitam\nUkuran: L eh XL\nJumlah: 2', 'KP-HTM-XL x 2'],
      ['sabun kojic 2\nmasker wajah 1\neh salah, sabun kojic 5', 'SK x 5', 'MW x 1'],
      ['sabun kojic 2\neh salah\nmasker wajah 2', 'MW x 2'],
      ['kaos polos hitam L 2\nganti putih aja kak', 'KP-PTH-L x 2'],
      [
        'kaos polos hitam L 2\nsepatu runner hitam 40 1\neh yang sepatu 41 ya',
        'KP-HTM-L x 2',
        'SSR-HTM-41 x 1',
      ],
      ['sambal roa 3 botol eh maksudnya 5 botol ya, keripik pisang coklat 2', 'SRB x 5', 'KPC x 2'],
      ['kaos polos hitam XL (bukan L ya) 2, bukan 3', 'KP-HTM-XL x 2'],
    ];
    for (const [text, ...expected] of cases) {
      const answer = await parse(text);
      expect(goods(answer), text).toEqual(expected);
      expect(answer.draft.products, text).toHaveLength(expected.length);
    }
  });

  test('where it is not clear what is corrected nothing is chosen, and both are candidates', async () => {
    const several = await parse('sabun kojic 2\nmasker wajah 1\nkaos polos hitam L 1\njadinya XL ya');
    expect(goods(several)).toEqual(['SK x 2', 'MW x 1', '? x null']);
    expect(several.products[2].variation.candidates.map(({ sku }: any) => sku)).toEqual([
      'KP-HTM-L',
      'KP-HTM-XL',
    ]);
    // 6 is a size as well as how many.
    const number = await parse('kaos dino biru 4 2 pcs\neh jadinya 6');
    expect(goods(number)).toEqual(['? x null']);
    expect(number.products[0].variation.candidates.map(({ sku }: any) => sku)).toEqual([
      'KD-BRU-4',
      'KD-BRU-6',
    ]);
  });

  test('a part of an address that is corrected stands as it is written, to be checked', async () => {
    const { receiver } = await parse('Alamat: Jl. Mawar no 5 eh salah no 7, Klojen, Malang');
    expect(receiver.address).toEqual({
      value: 'Jl. Mawar no 5, eh salah no 7, Klojen, Malang',
      confidence: 0.6,
    });
    expect(receiver.district.value.name).toBe('Klojen');
  });

  test('of two addresses the one that is labelled as the new one is read, else the first, to be checked', async () => {
    const cases: [string, string, number][] = [
      [
        'Alamat lama: Jl. Mawar 5, Klojen, Malang\nAlamat baru: Jl. Melati 7, Blimbing, Malang',
        'Jl. Melati 7, Blimbing, Malang',
        0.9,
      ],
      [
        'Alamat rumah: Jl. Mawar 5, Klojen, Malang\nAlamat kantor: Jl. Melati 7, Blimbing, Malang',
        'Jl. Mawar 5, Klojen, Malang',
        0.6,
      ],
    ];
    for (const [text, value, confidence] of cases) {
      const answer = await parse(text);
      expect(answer.receiver.address, text).toEqual({ value, confidence });
      expect(unread(answer), text).toMatch(/Jl\. (?:Mawar 5|Melati 7)/);
    }
  });

  test('neither notes nor conditions nor greetings correct anything', async () => {
    const cases: [string, ...string[]][] = [
      ['rok plisket hitam 1\nkl kosong ganti mocca ya', 'RP-HTM x 1'],
      ['rok plisket hitam 1\nkalau habis boleh ganti mocca', 'RP-HTM x 1'],
      ['rok plisket hitam 1\nCatatan: jangan salah ya, maksudnya yang mocca', 'RP-HTM x 1'],
      ['eh kak mau order rok plisket hitam 1', 'RP-HTM x 1'],
      ['rok plisket hitam 1\njadinya total berapa kak?', 'RP-HTM x 1'],
      ['rok plisket hitam 1\neh yang kaos ungu aja', 'RP-HTM x 1'],
    ];
    for (const [text, ...expected] of cases) {
      const answer = await parse(text);
      expect(goods(answer), text).toEqual(expected);
      expect(answer.products[0].variation.confidence, text).toBeGreaterThan(0.75);
    }
  });
});

describe('who introduces themselves', () => {
  test('is the receiver, where nobody else is', async () => {
    const cases: [string, string | null][] = [
      ['saya Tutik mau order sabun kojic 2', 'Tutik'],
      ['halo kak, dengan saya Rina mau pesan sabun kojic 2', 'Rina'],
      ['Perkenalkan nama saya Budi Hartono\nmau order sabun kojic 2', 'Budi Hartono'],
      ['dengan Ibu Sri, mau pesan sabun kojic 2', 'Ibu Sri'],
      ['sabun kojic 2 atas nama Bu Sri', 'Bu Sri'],
      ['atas nama Bu Sri masker wajah 2', 'Bu Sri'],
      ['sabun kojic 2 a.n. Sri Wahyuni ya kak', 'Sri Wahyuni'],
      ['saya Rina dari Toko Maju, mau order sabun kojic 2', 'Rina'],
      ['saya Tutik mau order sabun kojic 2 atas nama Bu Sri', 'Bu Sri'],
      ['saya Tutik mau order sabun kojic 2\nkirim ke Bu Endang, Jl. Mawar 5', 'Bu Endang'],
    ];
    for (const [text, name] of cases) expect((await parse(text)).receiver.name.value, text).toBe(name);
  });

  test('courtesy, goods and places are nobody', async () => {
    for (const text of [
      'saya mau order sabun kojic 2',
      'saya juga mau order sabun kojic 2',
      'saya jadi mau ambil sabun kojic 2',
      'saya dari Malang mau order sabun kojic 2',
      'saya Malang mau order sabun kojic 2',
      'saya Pashmina mau order 2',
      'SAYA BUTUH SABUN KOJIC 2',
      'dengan packing rapi ya, sabun kojic 2',
      'saya setuju, sabun kojic 2',
      'saya sendiri mau order sabun kojic 2',
    ])
      expect((await parse(text)).receiver.name.value, text).toBeNull();
  });
});
