import { sql } from 'kysely';
import type { z } from 'zod';
import { startOfDay } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { readBatches } from '../../kernel/database/read-batches.ts';
import { mailedDownload } from '../../kernel/files/mailed-download.ts';
import type { FileAnswer } from '../../kernel/http/answer.ts';
import { limits } from '../../kernel/limits.ts';
import type { Cell } from '../../kernel/sheets/cells.ts';
import { writeXlsxFile, XLSX_TYPE } from '../../kernel/sheets/write-sheet.ts';
import { ChosenCustomers, type DownloadCustomersInput } from './schemas.ts';

type Choice = z.output<typeof ChosenCustomers>;

/** Customers read at a time. */
const BATCH = 1_000;

const TITLES = [
  ['Name', 'Nama'],
  ['Phone', 'Telepon'],
  ['Email', 'Email'],
  ['Line', 'Line'],
  ['Other contact', 'Kontak lain'],
  ['Category', 'Kategori'],
  ['Address', 'Alamat'],
  ['District', 'Kecamatan'],
  ['City', 'Kota'],
  ['Province', 'Provinsi'],
  ['Postal code', 'Kode pos'],
  ['Customer since', 'Pelanggan sejak'],
  ['Last order', 'Order terakhir'],
] as const;

export const customerDownload = mailedDownload({
  name: 'download-customers',
  choice: ChosenCustomers,
  data: { en: 'customer', id: 'pelanggan' },
  async isLong(context, choice) {
    const beyond = chosenCustomers(context, choice).offset(limits.download_rows_at_once).limit(1);
    return (await beyond.executeTakeFirst()) !== undefined;
  },
  make: async (context, choice, onRows) => ({
    name: context.language === 'id' ? 'pelanggan.xlsx' : 'customers.xlsx',
    content_type: XLSX_TYPE,
    write: (path) =>
      writeXlsxFile(
        path,
        context.language === 'id' ? 'Pelanggan' : 'Customers',
        TITLES.map(([en, id]) => ({ header: context.language === 'id' ? id : en })),
        rowsOf(context, choice, onRows),
      ),
  }),
});

/** The query of the customers of a month, or of all, newest first, as the columns of the sheet. */
function chosenCustomers(context: Context, { date }: Choice) {
  const { time_zone } = context.shop;
  const day = (column: string) =>
    sql<string | null>`to_char(${sql.ref(column)} at time zone ${time_zone}, 'YYYY-MM-DD')`;
  const first = date === undefined ? undefined : `${date}-01`;
  return context.db
    .selectFrom('customers as c')
    .innerJoin('customer_categories as k', (join) =>
      join.on('k.shop_id', '=', context.shop.id).onRef('k.code', '=', 'c.category_code'),
    )
    .leftJoin('districts as d', 'd.code', 'c.district_code')
    .leftJoin('cities as t', 't.code', 'd.city_code')
    .leftJoin('provinces as p', 'p.code', 't.province_code')
    .select(['c.name', 'c.phone', 'c.email', 'c.line', 'c.other', 'k.name as category', 'c.address'])
    .select(['d.name as district', 't.name as city', 'p.name as province', 'c.postal_code'])
    .select([day('c.created_at').as('since'), day('c.last_order_at').as('last_order')])
    .where('c.shop_id', '=', context.shop.id)
    .where('c.archived_at', 'is', null)
    .$if(first !== undefined, (query) =>
      query
        .where('c.created_at', '>=', startOfDay(first ?? '', time_zone))
        .where('c.created_at', '<', startOfDay(monthAfter(first ?? ''), time_zone)),
    )
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id', 'desc');
}

/** The first day of the month after the one that begins on the day. */
function monthAfter(first: string): string {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

async function* rowsOf(
  context: Context,
  choice: Choice,
  onRows: (rows: number) => Promise<void>,
): AsyncGenerator<Cell[]> {
  let written = 0;
  for await (const { rows } of readBatches(context.db, chosenCustomers(context, choice), BATCH)) {
    for (const row of rows)
      yield [
        row.name,
        row.phone,
        row.email,
        row.line,
        row.other,
        row.category,
        row.address,
        row.district,
        row.city,
        row.province,
        row.postal_code,
        row.since,
        row.last_order,
      ].map((value) => value ?? '');
    written += rows.length;
    await onRows(written);
  }
}

/**
 * Has the customers of a month, or all, written to a workbook, and a link to it mailed to the user; or answers with
 * the workbook at once.
 * @throws Refusal 422 where too many are asked for at once
 */
export async function downloadCustomers(
  context: Context,
  input: z.output<typeof DownloadCustomersInput>,
): Promise<{ response: string } | FileAnswer> {
  const { without_being_sent, ...choice } = input;
  const answer = await customerDownload.ask(context, choice, without_being_sent);
  return typeof answer === 'string' ? { response: answer } : answer;
}
