import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { columnsFor, type ListField, type ListSheet } from '../../../kernel/files/list-sheet.ts';
import { mailedDownload } from '../../../kernel/files/mailed-download.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { limits } from '../../../kernel/limits.ts';
import { bestCustomers, countCustomers, presentCustomer, refuseHiddenOrder } from './best-customers.ts';
import { bestSales, presentSale } from './best-sales.ts';
import { ChosenCustomers, ChosenSales, type BestCustomer, type BestSale } from './schemas.ts';

type Customer = z.input<typeof BestCustomer>;
type Sale = z.input<typeof BestSale>;

/** Read at a time. */
const BATCH = 1_000;

const CUSTOMER_FIELDS: ListField<Customer>[] = [
  { title: { en: 'Name', id: 'Nama' }, value: (row) => row.name },
  { title: { en: 'Phone', id: 'Telepon' }, value: (row) => row.phone ?? '' },
  { title: { en: 'Email', id: 'Email' }, value: (row) => row.email ?? '' },
  { title: { en: 'Category', id: 'Kategori' }, value: (row) => row.category_name },
  { title: { en: 'City', id: 'Kota/Kabupaten' }, value: (row) => row.city ?? '' },
  { title: { en: 'Address', id: 'Alamat' }, value: (row) => row.address },
  { title: { en: 'Orders', id: 'Jumlah order' }, is_number: true, value: (row) => row.total_order },
  { title: { en: 'Items', id: 'Jumlah barang' }, is_number: true, value: (row) => row.sold_items },
  { title: { en: 'Gross sales', id: 'Penjualan kotor' }, is_number: true, value: (row) => row.gross_sales },
  { title: { en: 'Net sales', id: 'Penjualan bersih' }, is_number: true, value: (row) => row.net_sales },
  {
    title: { en: 'Gross profit', id: 'Laba kotor' },
    is_number: true,
    only: 'cost.read',
    value: (row) => row.gross_profit ?? 0,
  },
];

const SALE_FIELDS: ListField<Sale>[] = [
  { title: { en: 'Name', id: 'Nama' }, value: (row) => row.name },
  { title: { en: 'SKU', id: 'SKU' }, value: (row) => row.sku ?? '' },
  { title: { en: 'Sold', id: 'Terjual' }, is_number: true, value: (row) => row.sold },
  { title: { en: 'Orders', id: 'Jumlah order' }, is_number: true, value: (row) => row.order },
  { title: { en: 'Gross sales', id: 'Penjualan kotor' }, is_number: true, value: (row) => row.gross_sales },
  { title: { en: 'Net sales', id: 'Penjualan bersih' }, is_number: true, value: (row) => row.net_sales },
  {
    title: { en: 'Gross profit', id: 'Laba kotor' },
    is_number: true,
    only: 'cost.read',
    value: (row) => row.gross_profit ?? 0,
  },
];

const beyond = sql`limit 1 offset ${limits.download_rows_at_once}::int`;

export const bestCustomerDownload = mailedDownload({
  name: 'download-best-customers',
  choice: ChosenCustomers,
  data: { en: 'best customer', id: 'pelanggan terbaik' },
  isLong: async (context, choice) => (await countCustomers(context, choice)) > limits.download_rows_at_once,
  sheet: (context, choice): ListSheet<Parameters<typeof presentCustomer>[1], Customer> => ({
    file_name: { en: 'best-customers', id: 'pelanggan-terbaik' },
    title: { en: 'Best customers', id: 'Pelanggan terbaik' },
    columns: columnsFor(context, CUSTOMER_FIELDS),
    query: bestCustomers(context, choice),
    batch_rows: BATCH,
    load: (rows) => rows.map((row) => presentCustomer(context, row)),
  }),
});

export const bestSalesDownload = mailedDownload({
  name: 'download-best-sales',
  choice: ChosenSales,
  data: { en: 'best-selling product', id: 'produk terlaris' },
  isLong: async (context, choice) => {
    const { rows } = await bestSales(context, choice, beyond).execute(context.db);
    return rows.length > 0;
  },
  sheet: (context, choice): ListSheet<Parameters<typeof presentSale>[1], Sale> => ({
    file_name: { en: 'best-sales', id: 'produk-terlaris' },
    title: { en: 'Best sales', id: 'Produk terlaris' },
    columns: columnsFor(context, SALE_FIELDS),
    query: bestSales(context, choice, sql``),
    batch_rows: BATCH,
    load: (rows) => rows.map((row) => presentSale(context, row)),
  }),
});

type Downloaded = FileAnswer | { response: string; message: string };

/**
 * Answers with the list as a workbook; where it is very long, a link to it is mailed to the user.
 * @throws Refusal 403 for an order by profit, for roles that cannot see it
 */
export async function downloadBestCustomers(
  context: Context,
  input: z.output<typeof ChosenCustomers>,
): Promise<Downloaded> {
  refuseHiddenOrder(context, input);
  const answer = await bestCustomerDownload.request(context, input, 'where it is short');
  return typeof answer === 'string' ? { response: 'Success', message: answer } : answer;
}

/** The same of what was sold. */
export async function downloadBestSales(
  context: Context,
  input: z.output<typeof ChosenSales>,
): Promise<Downloaded> {
  refuseHiddenOrder(context, input);
  const answer = await bestSalesDownload.request(context, input, 'where it is short');
  return typeof answer === 'string' ? { response: 'Success', message: answer } : answer;
}
