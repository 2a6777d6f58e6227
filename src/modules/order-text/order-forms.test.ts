import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addProduct, expectOk } from '../../../test/stall.ts';
import { layoutProducts } from './texts/shop.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  for (const product of layoutProducts()) await addProduct(shop, { product });
}, 60_000);

afterAll(() => app.close());

async function parse(text: string): Promise<any> {
  return expectOk(await shop.call('POST', '/api/open/order/parse', { text })).body.data;
}

const goods = ({ products }: any): string[] =>
  products.map(({ qty, variation }: any) => `${variation.value?.sku ?? '?'} x ${qty.value}`);
const unread = (answer: any): string[] => answer.unread.map(({ text }: any) => text);

describe('forms', () => {
  test('who orders and who receives are two people, and the labelled phone number of the receiver wins', async () => {
    const answer = await parse(
      'Nama Pemesan: Dinda\nNo. WA Pemesan: 081234500099\nNama Penerima: Bu Endang\nNo. HP Penerima: 085611223344\nAlamat Penerima: Jl. Melati 5, Kec. Lowokwaru, Kota Malang',
    );
    expect([answer.receiver.name.value, answer.receiver.phone.value]).toEqual(['Bu Endang', '6285611223344']);
    expect(unread(answer).join(' ')).toMatch(/Dinda.*081234500099/);
    const without = await parse(
      'Data Pemesan:\nNama: Dinda\nHP: 081234500099\nData Penerima:\nNama: Endang\nAlamat: Jl. Melati 5',
    );
    expect([without.receiver.name.value, without.receiver.phone.value]).toEqual(['Endang', null]);
    expect(unread(without).join(' ')).toContain('081234500099');
  });

  test('a second phone number is returned as unread', async () => {
    const answer = await parse('Nama: Sri\nHP: 081255550001\nHP 2: 081255550002\nOrder: GA-NAV-M 1');
    expect(answer.receiver.phone).toEqual({ value: '6281255550001', confidence: 0.8 });
    expect(unread(answer).join(' ')).toContain('081255550002');
  });

  test('labels that nobody knows end the field before them, and are unread', async () => {
    const text =
      'Nama: Fajar Nugraha\nAlamat: Jl. Mawar 3, Kec. Coblong, Bandung\nShareloc: https://maps.example/abc\nDaerah: Bandung\nWaktu: Sabtu pagi\nUcapan:\nSelamat ulang tahun\nNama Event: Bazar Gula Aren\nTahu dari: Teman / Instagram';
    const answer = await parse(text);
    expect(answer.receiver.address.value).toBe('Jl. Mawar 3, Kec. Coblong, Bandung');
    expect([answer.receiver.name.value, answer.sender, answer.note.value, goods(answer)]).toEqual([
      'Fajar Nugraha',
      null,
      null,
      [],
    ]);
    for (const label of ['Shareloc', 'Daerah', 'Waktu', 'ulang tahun', 'Nama Event', 'Tahu dari'])
      expect(unread(answer).join('\n')).toContain(label);
  });

  test('goods stand behind any label, with their quantity in the next line or behind it', async () => {
    const cases: [string, ...string[]][] = [
      ['Komoditas: Madu Hutan 500 gr\nJumlah: 2 unit', 'MH500 x 2'],
      ['Jumlah Pesanan: 3 hijab voal mocca', 'HV-MOC x 3'],
      ['Jumlah pesanan:\n3 hijab voal mocca\n1 topi baseball', 'HV-MOC x 3', 'TB-01 x 1'],
      ['Produk: Kaos Polos\nWarna: Navy\nUkuran: M\nBanyak:\n3', 'KP-NAV-M x 3'],
      ['Nama Produk: Gamis Aisyah\nVariasi: Navy,XL\nJumlah: 1', 'GA-NAV-XL x 1'],
      ['3 * Cendol Medium, 2 * Cendol Large', 'DWM x 3', 'DWL x 2'],
      ['Kaos Polos (Hitam, XL) × 2 @ Rp 85.000', 'KP-HIT-XL x 2'],
      ['Madu Hutan [500 gr] (2x) = Rp100.000', 'MH500 x 2'],
      ['Pesanan: Serum Wajah Glow, 2, 99.000, Jl. Anggrek No 3 Kec. Lowokwaru', 'SWG20 x 2'],
    ];
    for (const [text, ...expected] of cases) expect(goods(await parse(text)), text).toEqual(expected);
  });

  test('titles, greetings, numbers of orders and totals are neither goods nor notes', async () => {
    const answer = await parse(
      'PESANAN BARU - GULA AREN\nHalo Gula Aren, mau pesan\nNo. Pesanan: 118\nOrder ID: GA-48213\nTotal Tagihan: Rp180.000\nTolong kabari total sama ongkirnya\nCatatan: tidak ada catatan',
    );
    expect([goods(answer), answer.note.value]).toEqual([[], null]);
  });

  test('of alternatives none is chosen', async () => {
    const courier = async (text: string) => {
      const answer = await parse(`Nama: Rina\n${text}`);
      return [answer.courier.value, answer.courier.candidates.map(({ name }: any) => name)];
    };
    expect(await courier('Kurir: JNE / GoSend')).toEqual([null, ['JNE']]);
    expect(await courier('Pengiriman: Pickup / GrabExpress / Custom')).toEqual([null, ['Ambil di Toko']]);
    const paid = await parse('Nama: Rina\nPembayaran: COD / Transfer');
    expect([paid.payment.value, unread(paid)]).toEqual([null, ['Pembayaran: COD / Transfer']]);
  });

  test('districts of old provinces, with numerals, marks in their names and streets named like regencies are found', async () => {
    const cases: [string, string][] = [
      ['Jl. Raya Puncak KM 83, Cisarua, Bogor', 'Cisarua, Kabupaten Bogor'],
      ['Jl. Veteran 3, Kec. Kota Kudus, Kudus', 'Kota Kudus, Kabupaten Kudus'],
      ['Jl. Merdeka 5, Kota Baru, Jambi', 'Kota Baru, Kota Jambi'],
      ['Jl. Ampera 1, Seberang Ulu I, Palembang', 'Seberang Ulu Satu, Kota Palembang'],
      ['Jl. Ampera 1, Kec. Ilir Barat 1, Palembang', 'Ilir Barat Satu, Kota Palembang'],
      ['Jl. Enggano 1, Tj. Priok, Jakarta Utara', 'Tanjung Priok, Kota Administrasi Jakarta Utara'],
      ['Jl. Kaliurang 5, Depok, DIY', 'Depok, Kabupaten Sleman'],
      ['Jl. Irian 3, Kec. Wamena, Papua', 'Wamena, Kabupaten Jayawijaya'],
      ['Jl. Basuki 3, Sorong Timur, Kota Sorong, Papua Barat', 'Sorong Timur, Kota Sorong'],
      ['Jl. Raya Serpong, Kec. Serpong Utara, Tangsel', 'Serpong Utara, Kota Tangerang Selatan'],
      ['Jl. Bung Tomo 2, Samarinda Seberang, Samarinda', 'Samarinda Seberang, Kota Samarinda'],
    ];
    for (const [address, expected] of cases) {
      const { value } = (await parse(`Nama: Budi\nHP: 081234567890\nAlamat: ${address}`)).receiver.district;
      expect(`${value?.name}, ${value?.city}`, address).toBe(expected);
    }
  });

  test('districts of the same name are told apart by another place of the text', async () => {
    const district = async (more: string) => {
      const answer = await parse(`Nama: Budi\nHP: 081234567890\nAlamat: Jl. Melati 3, Kec. Cisarua\n${more}`);
      const { value, confidence } = answer.receiver.district;
      return [value?.city, confidence];
    };
    expect(await district('Daerah: Bogor')).toEqual(['Kabupaten Bogor', 0.75]);
    expect(await district('Order: topi baseball 1')).toEqual([undefined, 0]);
  });

  test('two addresses with phone numbers of their own are two receivers', async () => {
    const answer = await parse(
      'untuk dikirim ke 2 alamat ya\nAlamat 1: Jl. Mawar 1, Coblong, Bandung (Ani 081111111111) - kaos polos hitam M 1\nAlamat 2: Jl. Melati 2, Klojen, Malang (Budi 082222222222) - kaos polos putih L 1',
    );
    expect([answer.has_more_receivers, answer.draft.products, goods(answer)]).toEqual([
      true,
      [],
      ['KP-HIT-M x 1'],
    ]);
    expect(answer.receiver.address.value).toMatch(/^Jl\. Mawar 1/);
    expect(unread(answer).join()).toMatch(/Melati 2.*kaos polos putih L 1.*082222222222/);
  });

  test('an address ends where a sentence goes on with the courier, the payment or the seller', async () => {
    const cases: [string, string][] = [
      [
        'Alamat Jalan Kenari 3, Tebet, Jakarta Selatan. Pengiriman JNE. Wassalam.',
        'Jalan Kenari 3, Tebet, Jakarta Selatan.',
      ],
      ['alamat Jalan Kenari 3, Tebet, Jakarta Selatan, bayar COD', 'Jalan Kenari 3, Tebet, Jakarta Selatan'],
      ['Alamat: Jl. Kenari 3, Tebet\nkurirnya?', 'Jl. Kenari 3, Tebet'],
      ['Alamat: Jl. Kenari 3, Tebet\ngrab instan kalau bisa', 'Jl. Kenari 3, Tebet'],
      ['alamatnya di Jalan Kenari 3, Tebet', 'Jalan Kenari 3, Tebet'],
      ['Alamat: (rumah pagar hijau) Jl. Kenari 3, Tebet', '(rumah pagar hijau) Jl. Kenari 3, Tebet'],
      [
        'Kirim ke kantor aja: Gedung Graha lt 5, Jl. Kenari 3, Tebet',
        'Gedung Graha lt 5, Jl. Kenari 3, Tebet',
      ],
    ];
    for (const [text, address] of cases)
      expect((await parse(text)).receiver.address.value, text).toBe(address);
  });

  test('a new customer is created with the body that is returned', async () => {
    const { new_customer } = await parse(
      'Nama: Wulan Prasetya\nHP: 0813 2200 4517\nAlamat: Jl. Kenanga Raya No. 8, Kec. Ngaliyan, Kota Semarang 50181',
    );
    const { body } = expectOk(await shop.call('POST', '/api/open/customer/create', new_customer));
    expect(body.data).toMatchObject({ name: 'Wulan Prasetya' });
  });
});
