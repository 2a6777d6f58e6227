import type { Context } from '../../kernel/context.ts';
import type { SoughtColumn } from '../../kernel/sheets/read-records.ts';
import { PRODUCT_COLUMNS, warehouseTitle, type ProductColumnKey } from '../catalog/index.ts';

/** A column of products, or `stock@ID`: the stock of a warehouse other than the main one. */
export type ImportColumn = ProductColumnKey | `stock@${number}`;

/** The columns that an import of the shop can have; only the name is required. */
export async function soughtColumns(context: Context): Promise<SoughtColumn<ImportColumn>[]> {
  const warehouses = await context.db
    .selectFrom('warehouses')
    .select(['id', 'name'])
    .where('shop_id', '=', context.shop.id)
    .where('archived_at', 'is', null)
    .where('id', '<>', 0)
    .orderBy('id')
    .execute();
  return [
    ...PRODUCT_COLUMNS.map(({ key, title }) => ({
      key,
      titles: [title.en, title.id, ...(ALSO[key] ?? [])],
      is_needed: key === 'name',
    })),
    ...warehouses.map(({ id, name }) => ({
      key: `stock@${id}` as const,
      titles: Object.values(warehouseTitle(name)),
    })),
  ];
}

/** What people write in place of our titles. */
const ALSO: Partial<Record<ProductColumnKey, string[]>> = {
  name: ['Nama', 'Name', 'Produk', 'Product'],
  product_type: ['Jenis', 'Tipe', 'Type'],
  color: ['Colour'],
  weight: ['Berat', 'Weight', 'Berat (g)'],
  price_buy: ['Harga modal', 'HPP', 'Modal'],
  price: ['Harga jual'],
  published: ['Ditampilkan', 'Published'],
};
