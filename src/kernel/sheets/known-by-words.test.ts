import { expect, test } from 'vitest';
import { TitleMatcher, type SoughtColumn } from './match-titles.ts';
import { openRecords, type SheetRecord } from './read-records.ts';

const SOUGHT: readonly SoughtColumn<'code' | 'order' | 'net'>[] = [
  {
    key: 'code',
    titles: ['No. Resi'],
    words: { says: 'resi awb', says_with_others: 'kiriman', beside: 'no nomor kode' },
    is_needed: true,
  },
  { key: 'order', titles: ['No. Order', 'Reference No'], alternatives: 2 },
  { key: 'net', titles: ['Nominal Bersih'], words: { says: 'pencairan cair', beside: 'nilai dana total' } },
];
const known = (titles: string[]) => [...new TitleMatcher(SOUGHT).match(titles).entries()];
async function read(text: string, options: Parameters<typeof openRecords<'code' | 'order' | 'net'>>[3] = {}) {
  const { titles, records } = await openRecords(Buffer.from(text), 'file', SOUGHT, options);
  const all: SheetRecord<'code' | 'order' | 'net'>[] = [];
  for await (const record of records) all.push(record);
  return { titles: Object.fromEntries(titles), records: all };
}

test('a title that is made of known words is known, whatever stands between them', () => {
  for (const title of ['No Resi / AWB', 'NOMOR RESI (AWB)', 'KODE_RESI', 'kodeKiriman', 'Awb'])
    expect(known([title]), title).toEqual([[0, 'code']]);
  for (const title of ['Kiriman', 'Resi Retur', 'No', 'Kode', 'Status Resi'])
    expect(known([title])).toEqual([]);
});

test('a title that is listed comes before one that its words tell, and of two of these none is taken', () => {
  expect(known(['Dana Cair', 'Nominal Bersih'])).toEqual([[1, 'net']]);
  expect(known(['Dana Cair', 'Nilai Pencairan'])).toEqual([]);
});

test('of several columns of a needed one, the refusal names them all', async () => {
  await expect(read('Kode AWB,Kode Resi\nA,B')).rejects.toMatchObject({
    parts: [{ code: 'column_unsure', values: { titles: '"Kode AWB", "Kode Resi"' } }],
  });
});

test('of two columns of one meaning, the one that is filled in counts in each row', async () => {
  const { titles, records } = await read('No. Resi,Reference No,No. Order\nA,1,\nB,,2\nC,3,4');
  expect(records.map(({ cells }) => cells.order)).toEqual(['1', '2', '4']);
  expect(titles['order']).toBe('No. Order / Reference No');
});

test('columns that are named by hand are read as said, also against their titles', async () => {
  const text = 'No. Resi,Nomor Paket,Reference No\nA,B,C';
  const chosen = { code: 'nomor paket', order: 'No. Resi' };
  expect((await read(text, { chosen })).records[0]?.cells).toEqual({ code: 'B', order: 'A' });
  expect((await read(text, { chosen: { order: null } })).records[0]?.cells).toEqual({ code: 'A' });
  await expect(read(text, { chosen: { code: 'Barcode' } })).rejects.toMatchObject({
    parts: [{ code: 'column_missing', values: { columns: '"Barcode"' } }],
  });
});

test('a row says that it sums up others in whatever column', async () => {
  const { records } = await read('No,No. Resi,Nominal Bersih\n1,A,5\n,Grand Total,5\nJumlah,,5');
  expect(records.map(({ is_total }) => is_total)).toEqual([false, true, true]);
});
