import type { Bilingual } from '../../../kernel/http/answer.ts';
import type { Language } from '../../../kernel/language.ts';

/** A column of the product spreadsheets for download and import; a row is a variation. */
export interface ProductColumn {
  key: string;
  title: Bilingual;
  width_characters?: number;
  is_number?: boolean;
}

/** The columns that every sheet has, in order; the stock of other warehouses than the main one follows. */
export const PRODUCT_COLUMNS = [
  { key: 'name', title: { en: 'Product name', id: 'Nama produk' }, width_characters: 32 },
  { key: 'category', title: { en: 'Category', id: 'Kategori' }, width_characters: 18 },
  { key: 'product_type', title: { en: 'Type (S, R or PO)', id: 'Jenis (S, R, atau PO)' } },
  { key: 'preorder', title: { en: 'Preorder', id: 'Preorder' }, width_characters: 14 },
  { key: 'description', title: { en: 'Description', id: 'Deskripsi' }, width_characters: 40 },
  { key: 'color', title: { en: 'Color', id: 'Warna' } },
  { key: 'size', title: { en: 'Size', id: 'Ukuran' } },
  { key: 'sku', title: { en: 'SKU', id: 'SKU' }, width_characters: 18 },
  { key: 'weight', title: { en: 'Weight (gram)', id: 'Berat (gram)' }, is_number: true },
  { key: 'price_buy', title: { en: 'Purchase price', id: 'Harga beli' }, is_number: true },
  { key: 'price', title: { en: 'Price', id: 'Harga' }, is_number: true },
  { key: 'price_reseller', title: { en: 'Reseller price', id: 'Harga reseller' }, is_number: true },
  { key: 'price1', title: { en: 'Price 1', id: 'Harga 1' }, is_number: true },
  { key: 'price2', title: { en: 'Price 2', id: 'Harga 2' }, is_number: true },
  { key: 'price3', title: { en: 'Price 3', id: 'Harga 3' }, is_number: true },
  { key: 'discount', title: { en: 'Discount', id: 'Diskon' }, is_number: true },
  { key: 'wholesale', title: { en: 'Wholesale', id: 'Grosir' }, width_characters: 24 },
  { key: 'published', title: { en: 'Published (Y or N)', id: 'Ditampilkan (Y atau N)' } },
  { key: 'images', title: { en: 'Images', id: 'Gambar' }, width_characters: 30 },
  { key: 'stock', title: { en: 'Stock', id: 'Stok' }, is_number: true },
] as const satisfies readonly ProductColumn[];

export type ProductColumnKey = (typeof PRODUCT_COLUMNS)[number]['key'];

/** The column for the stock of a warehouse other than the main one. */
export function warehouseTitle(name: string): Bilingual {
  return { en: `Stock: ${name}`, id: `Stok: ${name}` };
}

export interface Preorder {
  type: string;
  number: number;
  start_date?: string | null;
  end_date?: string | null;
}

const UNITS: Record<string, Bilingual> = {
  day: { en: 'days', id: 'hari' },
  week: { en: 'weeks', id: 'minggu' },
};

/**
 * The processing time of a preorder as a cell shows it, with its period if it has one: `7 hari (2026-12-01 –
 * 2026-12-31)`.
 */
export function preorderText(setting: Preorder | null, language: Language): string {
  if (setting === null) return '';
  const { type, number, start_date, end_date } = setting;
  const period = start_date || end_date ? ` (${start_date ?? ''} – ${end_date ?? ''})` : '';
  return `${number} ${UNITS[type]?.[language] ?? type}${period}`;
}

const PREORDER =
  /^(\d+)\s*(day|week|hari|minggu)s?\s*(?:\((?:\s*(\d{4}-\d{2}-\d{2}))?\s*[-–](?:\s*(\d{4}-\d{2}-\d{2}))?\s*\))?$/i;

/** The value of such a cell, in either language; undefined if the text is not valid. */
export function readPreorder(cell: string): Preorder | undefined {
  const [, number, unit = '', start_date = null, end_date = null] = PREORDER.exec(cell.trim()) ?? [];
  if (number === undefined) return undefined;
  const type = /^(?:day|hari)$/i.test(unit) ? 'day' : 'week';
  return { type, number: Number(number), start_date, end_date };
}

/** Wholesale steps as a cell shows them: `3-11: 4500; 12-100: 4000`. */
export function wholesaleText(steps: readonly { from: number; to: number; price: number }[]): string {
  return steps.map(({ from, to, price }) => `${from}-${to}: ${price}`).join('; ');
}
