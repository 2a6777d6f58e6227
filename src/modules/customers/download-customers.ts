import { sql } from 'kysely';
import type { z } from 'zod';
import { startOfDay } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { columnsFor, isLongList, type ListField, type ListSheet } from '../../kernel/files/list-sheet.ts';
import { mailedDownload } from '../../kernel/files/mailed-download.ts';
import type { FileAnswer } from '../../kernel/http/answer.ts';
import { ChosenCustomers, type DownloadCustomersInput } from './schemas.ts';
import { withPlaces } from './with-places.ts';

type Choice = z.output<typeof ChosenCustomers>;

/** Customers read at a time. */
const BATCH = 1_000;

type Row = Awaited<ReturnType<ReturnType<typeof chosenCustomers>['execute']>>[number];

const FIELDS: ListField<Row>[] = [
  { title: { en: 'Name', id: 'Nama' }, value: (row) => row.name },
  { title: { en: 'Phone', id: 'Telepon' }, value: (row) => row.phone },
  { title: { en: 'Email', id: 'Email' }, value: (row) => row.email ?? '' },
  { title: { en: 'Line', id: 'Line' }, value: (row) => row.line ?? '' },
  { title: { en: 'Other contact', id: 'Kontak lain' }, value: (row) => row.other ?? '' },
  { title: { en: 'Category', id: 'Kategori' }, value: (row) => row.category },
  { title: { en: 'Address', id: 'Alamat' }, value: (row) => row.address },
  { title: { en: 'District', id: 'Kecamatan' }, value: (row) => row.district ?? '' },
  { title: { en: 'City', id: 'Kota' }, value: (row) => row.city ?? '' },
  { title: { en: 'Province', id: 'Provinsi' }, value: (row) => row.province ?? '' },
  { title: { en: 'Postal code', id: 'Kode pos' }, value: (row) => row.postal_code ?? '' },
  { title: { en: 'Customer since', id: 'Pelanggan sejak' }, value: (row) => row.since ?? '' },
  { title: { en: 'Last order', id: 'Order terakhir' }, value: (row) => row.last_order ?? '' },
];

export const customerDownload = mailedDownload({
  name: 'download-customers',
  choice: ChosenCustomers,
  data: { en: 'customer', id: 'pelanggan' },
  isLong: (context, choice) => isLongList(chosenCustomers(context, choice)),
  sheet: (context, choice): ListSheet<Row, Row> => ({
    file_name: { en: 'customers', id: 'pelanggan' },
    title: { en: 'Customers', id: 'Pelanggan' },
    columns: columnsFor(context, FIELDS),
    query: chosenCustomers(context, choice),
    batch_rows: BATCH,
    load: (rows) => rows,
  }),
});

/** The query of the customers of a month, or of all, newest first, as the columns of the sheet. */
function chosenCustomers(context: Context, { date }: Choice) {
  const { time_zone } = context.shop;
  const day = (column: string) =>
    sql<string | null>`to_char(${sql.ref(column)} at time zone ${time_zone}, 'YYYY-MM-DD')`;
  const first = date === undefined ? undefined : `${date}-01`;
  return context.db
    .selectFrom('customers')
    .$call(withPlaces(context))
    .select([
      'customers.name',
      'customers.phone',
      'customers.email',
      'customers.line',
      'customers.other',
      'category.name as category',
      'customers.address',
    ])
    .select([
      'district.name as district',
      'city.name as city',
      'province.name as province',
      'customers.postal_code',
    ])
    .select([day('customers.created_at').as('since'), day('customers.last_order_at').as('last_order')])
    .where('customers.shop_id', '=', context.shop.id)
    .where('customers.archived_at', 'is', null)
    .$if(first !== undefined, (query) =>
      query
        .where('customers.created_at', '>=', startOfDay(first ?? '', time_zone))
        .where('customers.created_at', '<', startOfDay(monthAfter(first ?? ''), time_zone)),
    )
    .orderBy('customers.created_at', 'desc')
    .orderBy('customers.id', 'desc');
}

/** The first day of the month after the one that begins on the day. */
function monthAfter(first: string): string {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

/**
 * Writes the customers of a month, or all, to a workbook and mails a link to it, or answers with the workbook.
 * @throws Refusal 422 if the workbook is requested immediately and has too many rows
 */
export async function downloadCustomers(
  context: Context,
  input: z.output<typeof DownloadCustomersInput>,
): Promise<{ response: string } | FileAnswer> {
  const { without_being_sent, ...choice } = input;
  const answer = await customerDownload.request(context, choice, without_being_sent);
  return typeof answer === 'string' ? { response: answer } : answer;
}
