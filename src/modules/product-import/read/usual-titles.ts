import type { ProductColumnKey } from '../../catalog/index.ts';

/** What columns of other programs say that have none among ours; it becomes fields of ours, row by row. */
export type ForeignKey =
  | 'row_id'
  | 'parent'
  | 'product_code'
  | 'parent_sku'
  | 'variation'
  | 'variation_name_1'
  | 'variation_name_2'
  | 'variation_name_3'
  | 'variation_1'
  | 'variation_2'
  | 'variation_3'
  | 'weight_kg'
  | 'surplus';

const numbered = (titles: readonly string[], numbers: readonly number[]) =>
  numbers.flatMap((number) => titles.map((title) => `${title} ${number}`));
/** How TikTok Shop calls the first two. */
const ORDINALS: Record<number, readonly string[]> = { 1: ['utama'], 2: ['sekunder', 'kedua'] };
const PICTURES = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Titles that people and other programs write in place of ours, those that fit best first: the templates for uploads and
 * exports of Shopee, Tokopedia, TikTok Shop, Lazada, WooCommerce, Shopify, Jurnal, Accurate and points of sale.
 */
export const USUAL_TITLES: Partial<Record<ProductColumnKey, readonly string[]>> = {
  name: [
    'Nama',
    'Name',
    'Nama barang',
    'Nama item',
    'Nama produk/barang',
    'Item name',
    'Product title',
    'Nama menu',
    'Items name',
    'Nama barang edit',
    'Judul produk',
    'Judul',
    'Title',
    'Produk',
    'Product',
    'Barang',
    'Item',
  ],
  category: ['Kategori produk', 'Product category', 'Kategori barang'],
  product_type: ['Jenis', 'Tipe', 'Type', 'Jenis produk', 'Tipe produk'],
  description: [
    'Deskripsi produk',
    'Product description',
    'Body (HTML)',
    'Deskripsi barang',
    'Keterangan',
    'Short description',
  ],
  color: ['Colour', 'Warna produk', 'Varian warna', 'Variasi warna', 'Color family'],
  size: ['Ukuran produk', 'Ukuran/Size', 'Size/Ukuran', 'Varian ukuran', 'Variasi ukuran'],
  sku: [
    'Seller SKU',
    'SellerSKU',
    'SKU penjual',
    'Variant SKU',
    'SKU variasi',
    'SKU varian',
    'SKU name',
    'SKU produk',
    'Product SKU',
    'Kode SKU',
    'Nomor SKU',
    'No SKU',
    'Kode produk/SKU',
    'Kode barang/SKU',
    'SKU/Kode produk',
    'SKU/Kode barang',
    'Kode variasi',
    'Variation code',
    'Kode barang',
    'Kode barang edit',
    'No. barang',
    'Kode item',
    'Item code',
    'Item number',
    'Product code',
    'Kode produk',
    'Kode',
    'Code',
  ],
  weight: [
    'Berat',
    'Weight',
    'Berat (g)',
    'Berat produk',
    'Berat barang',
    'Parcel weight',
    'Package weight',
    'Berat paket',
    'Berat dalam gram',
    'Variant grams',
  ],
  price_buy: [
    'Harga modal',
    'HPP',
    'Modal',
    'Harga pokok',
    'Harga beli satuan',
    'Harga dasar',
    'Cost price',
    'Buy price',
    'Cost per item',
    'Cost amount',
    'Buy unit price',
    'Harga beli edit',
    'Variant cost',
    'Cost',
  ],
  price: [
    'Harga jual',
    'Harga satuan',
    'Harga jual satuan',
    'Harga variasi',
    'Harga produk',
    'Regular price',
    'Variant price',
    'Selling price',
    'Sell price',
    'Sales price',
    'Unit price',
    'Retail price',
    'Harga ritel',
    'Harga penjualan',
    'Sell unit price',
    'Basic - Price',
    'Harga jual edit',
    'Harga normal',
    'Harga eceran',
    'Harga ecer',
    'Harga retail',
    'Harga umum',
    'Harga jual normal',
    'Harga pasar',
  ],
  price_reseller: ['Reseller', 'Harga jual reseller', 'Price reseller'],
  discount: ['Potongan', 'Potongan harga'],
  wholesale: ['Harga grosir', 'Wholesale price'],
  published: [
    'Ditampilkan',
    'Published',
    'Tampilkan',
    'Tampil',
    'Dipublikasikan',
    'Publish',
    'Status produk',
    'Product status',
    'Status',
    'Tampilkan di menu',
    'Aktif',
    'Active',
  ],
  images: [
    'Image',
    'Foto',
    'Foto produk',
    'Foto produk per varian',
    'Foto sampul',
    'Main image',
    'Main product image',
    'Image src',
    'Variant image',
    'Cover image',
    'Gambar utama',
    'Link gambar',
    'URL gambar',
    ...numbered(
      ['Gambar', 'Foto', 'Foto produk', 'Gambar produk', 'Image', 'Product image', 'Images'],
      PICTURES,
    ),
  ],
  stock: [
    'Jumlah stok',
    'Stok saat ini',
    'Stok tersedia',
    'Stok awal',
    'Stok akhir',
    'Sisa stok',
    'Total stok',
    'Stok barang',
    'Stok produk',
    'Stok variasi',
    'Stok siap jual',
    'Stok gudang',
    'Stock quantity',
    'Stock qty',
    'In stock',
    'Stok edit',
    'Available stock',
    'Variant inventory qty',
    'Kuantitas saat ini',
    'Kuantitas',
    'Quantity',
    'Qty',
    'Jumlah barang',
    'Jumlah',
  ],
};

/** Stock in a place: what comes behind is its name. */
export const STOCK_BEGINNINGS = ['Quantity in', 'Jumlah di', 'Kuantitas di', 'Stok di', 'Stock in'];

export const FOREIGN_TITLES: Record<ForeignKey, readonly string[]> = {
  // Cells beyond the titles have none.
  surplus: [],
  row_id: ['ID'],
  parent: ['Parent', 'Induk'],
  product_code: [
    'Kode integrasi variasi',
    'Variation integration no.',
    'Variation integration number',
    'Handle',
    'ID produk',
    'Product ID',
    'Kode produk',
  ],
  parent_sku: ['SKU induk', 'Parent SKU', 'SKU utama'],
  variation: [
    'Nama variasi',
    'Variation name',
    'Variasi',
    'Varian',
    'Variation',
    'Variant',
    'Nama varian',
    'Variant name',
    'Nilai variasi',
    'Variation value',
    'Variations combo',
    'Opsi',
  ],
  variation_name_1: namesOf(1),
  variation_name_2: namesOf(2),
  variation_name_3: namesOf(3),
  variation_1: valuesOf(1),
  variation_2: valuesOf(2),
  variation_3: valuesOf(3),
  weight_kg: [
    'Berat (kg)',
    'Weight (kg)',
    'Package weight (kg)',
    'Berat paket (kg)',
    'Parcel weight (kg)',
    'Berat produk (kg)',
  ],
};

function namesOf(number: number): readonly string[] {
  return [
    `Nama variasi ${number}`,
    `Variation name ${number}`,
    `Variation ${number} name`,
    `Nama varian ${number}`,
    `Tipe varian ${number}`,
    `Tipe variasi ${number}`,
    `Option${number} name`,
    `Nama opsi ${number}`,
    `Attribute ${number} name`,
    `Nama atribut ${number}`,
    `Variation theme ${number}`,
    `Property name ${number}`,
    ...(ORDINALS[number] ?? []).map((ordinal) => `Nama varian ${ordinal}`),
  ];
}

function valuesOf(number: number): readonly string[] {
  return [
    `Varian untuk variasi ${number}`,
    `Option for variation ${number}`,
    `Variation option ${number}`,
    `Variation value ${number}`,
    `Variation ${number} value`,
    `Nilai variasi ${number}`,
    `Nilai varian ${number}`,
    `Option${number} value`,
    `Nilai opsi ${number}`,
    `Attribute ${number} value(s)`,
    `Nilai atribut ${number}`,
    `Variasi ${number}`,
    `Varian ${number}`,
    `Variation ${number}`,
    `Variant ${number}`,
    `Opsi ${number}`,
    `Property value ${number}`,
    ...(ORDINALS[number] ?? []).map((ordinal) => `Nilai varian ${ordinal}`),
  ];
}
