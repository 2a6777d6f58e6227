import type { Field } from './label-words.ts';
import { isFiller } from './vocabulary.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words of labels that say nothing of their own: "Nama lengkap anda", "Pilihan produk". */
const BESIDE = words(
  `lengkap lengkapnya anda kamu kakak saya aku yg yang di dan atau dengan aktif bisa dapat dihubungi wajib diisi isi jelas
  sesuai ktp data rincian detail daftar list pilihan pilih jenis jasa via metode opsi no nomor nomer nmr number untuk utk
  mau dipesan diorder dibeli order ordernya pemesanan penjual tambahan khusus opsional jika kalau ada full baru ini rumah
  kantor kirim pengiriman penerima pemesan pembeli customer konsumen pelanggan tujuan orang kamu juga dll paket cara
  delivery shipping recipient receiver buyer method details nya dia beliau kami kita opsi`,
);

const PARTS: Record<
  | 'stop'
  | 'sender'
  | 'address'
  | 'phone'
  | 'goods'
  | 'quantity'
  | 'variant'
  | 'courier'
  | 'note'
  | 'payment'
  | 'name'
  | 'place',
  ReadonlySet<string>
> = {
  /** What is told here is of the order, but none of its fields. */
  stop: words(
    `total subtotal harga ongkir biaya diskon tanggal tgl hari jam waktu id resi invoice nota email voucher promo event acara
    ucapan judul kartu status tagihan ringkasan tema ulang tahun akun username sosmed instagram ig facebook fb tiktok link
    maps shareloc sharelok lokasi koordinat ktp berat admin toko dp sisa sewa kembali ambil pickup garansi`,
  ),
  sender: words('pengirim pengirimnya dropship dropshipper dropshiper sender'),
  address: words('alamat almt alamt address'),
  phone: words('hp handphone telp tlp telpon telepon wa whatsapp phone mobile telephone kontak contact nohp'),
  goods: words('produk product barang item items pesanan orderan belanja belanjaan menu sku artikel'),
  quantity: words('jumlah jml jmlh qty quantity banyak banyaknya kuantitas'),
  variant: words('warna ukuran size varian variasi variant rasa motif color colour'),
  courier: words('kurir ekspedisi expedisi courier pengantaran'),
  note: words('catatan note notes keterangan ket request'),
  payment: words('pembayaran bayar payment transfer'),
  name: words('nama name'),
  place: words(
    'kecamatan kec kelurahan kel desa kota kab kabupaten provinsi prov pos kode rt rw blok patokan',
  ),
};

/** All words of these. */
export const LABEL_WORDS: readonly string[] = [BESIDE, ...Object.values(PARTS)].flatMap((part) => [...part]);

/**
 * The field that a label of several words names by its parts: "Pilihan Produk & Ukuran" is goods, "Nama Event" none.
 * @returns `unknown` for a label that has other words too; undefined for words that are no label
 */
export function fieldByParts(label: string): Field | 'unknown' | undefined {
  const own = label.toLowerCase().match(/\p{L}+/gu) ?? [];
  const is = (part: keyof typeof PARTS) => own.some((word) => PARTS[part].has(word));
  const isNumber = own.some((word) => /^(?:no|nomor|nomer|nmr|id|kode)$/.test(word));
  const has_part = Object.values(PARTS).some((part) => own.some((word) => part.has(word)));
  const isKnown = (word: string) =>
    BESIDE.has(word) || isFiller(word) || Object.values(PARTS).some((part) => part.has(word));
  if (!own.every(isKnown)) return 'unknown';
  if (!has_part)
    return own.every(isFiller) || own.every((word) => BESIDE.has(word) || isFiller(word))
      ? undefined
      : 'unknown';
  if (is('stop')) return 'other';
  // "No. Pesanan" is a number of the order, "Kode Barang" tells the goods.
  if (isNumber && own.some((word) => /^(?:pesanan|orderan|order)$/.test(word))) return 'other';
  if (is('sender')) return is('phone') ? 'sender_phone' : is('address') ? 'sender_address' : 'sender_name';
  if (is('address')) return 'address';
  if (is('phone')) return is('name') ? 'name' : 'phone';
  if (is('goods')) return own.findIndex((word) => PARTS.quantity.has(word)) === 0 ? 'quantity' : 'goods';
  for (const part of ['quantity', 'variant', 'courier', 'note', 'payment'] as const)
    if (is(part)) return part;
  if (is('place')) return undefined;
  return is('name') ? 'name' : undefined;
}
