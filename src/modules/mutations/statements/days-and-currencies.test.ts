import { describe, expect, test } from 'vitest';
import { xlsxOf } from '../../../../test/bank-statements/known.ts';
import { readStatement } from './read-statement.ts';

const open = (file: string | Buffer) =>
  readStatement(typeof file === 'string' ? Buffer.from(file) : file, {}, '2026-12-10');
const moments = async (file: string | Buffer) =>
  (await open(file)).rows.map(({ facts, fault }) => [facts?.day ?? fault, facts?.at?.toISOString() ?? null]);

describe('a time of UTC', () => {
  test.each([
    ['2026-11-27T20:00:00Z', '2026-11-28', '2026-11-27T20:00:00.000Z'],
    ['2026-11-27T20:00:00.000Z', '2026-11-28', '2026-11-27T20:00:00.000Z'],
    ['2026-11-27 20:00:00 UTC', '2026-11-28', '2026-11-27T20:00:00.000Z'],
    ['2026-11-27T20:00:00+00:00', '2026-11-28', '2026-11-27T20:00:00.000Z'],
    ['2026-11-27T16:59:59Z', '2026-11-27', '2026-11-27T16:59:59.000Z'],
    ['2026-11-28T00:30:00+08:00', '2026-11-27', '2026-11-27T16:30:00.000Z'],
    ['2026-11-28T03:00:00+07:00', '2026-11-28', '2026-11-27T20:00:00.000Z'],
    // Midnight in Jakarta, as programs write a day alone.
    ['2026-11-27T17:00:00Z', '2026-11-28', null],
    ['2026-11-27T00:00:00Z', '2026-11-27', null],
    // What a bank writes of its own zone is of its own day.
    ['28/11/2026 00:30 WITA', '2026-11-28', '2026-11-27T16:30:00.000Z'],
  ])('as %s is of the day in Jakarta, %s', async (written, day, at) => {
    expect(await moments(`Tanggal;Ket;Kredit\n${written};A;1.000`)).toEqual([[day, at]]);
  });

  test('in a column of its own counts alike, and what is of tomorrow by it lies ahead', async () => {
    expect(
      await moments(
        'Tanggal;Jam;Ket;Kredit\n2026-11-27;20:00:00Z;A;1.000\n2026-12-10;20:00:00Z;A;1.000\n2026-12-10;02:00Z;A;1.000',
      ),
    ).toEqual([
      ['2026-11-28', '2026-11-27T20:00:00.000Z'],
      ['DAY_AHEAD', null],
      ['2026-12-10', '2026-12-10T02:00:00.000Z'],
    ]);
  });
});

test('days of eight digits are read with the year first, and with the day first where nothing else is a day', async () => {
  const written = [
    '20261125 10:11:12',
    '20261125',
    '28112026',
    '28112026 10:11',
    '20112026',
    '31022026',
    '12345678',
  ];
  const expected = [
    ['2026-11-25', '2026-11-25T03:11:12.000Z'],
    ['2026-11-25', null],
    ['2026-11-28', null],
    ['2026-11-28', '2026-11-28T03:11:00.000Z'],
    ['2026-11-20', null],
    ['DAY_UNREADABLE', null],
    ['DAY_UNREADABLE', null],
  ];
  expect(await moments(['Tanggal;Ket;Kredit', ...written.map((day) => `${day};A;1.000`)].join('\n'))).toEqual(
    expected,
  );
  expect(
    await moments(
      xlsxOf([['Tanggal', 'Ket', 'Kredit'], ...[20_261_125, 28_112_026].map((day) => [day, 'A', 1_000])]),
    ),
  ).toEqual([
    ['2026-11-25', null],
    ['2026-11-28', null],
  ]);
});

describe('a statement in another currency', () => {
  const table = 'Tanggal;Keterangan;Kredit\n01/11/2026;A;1.000';
  test.each([
    'Mata Uang;USD',
    'Mata Uang : SGD',
    'Currency: usd - US Dollar',
    'Mata Uang / Currency;;JPY',
    'No. Rekening;7712345678;Mata Uang;EUR',
    'CCY=AUD',
  ])('is refused, as %s', async (line) => {
    await expect(open(`${line}\n${table}`)).rejects.toMatchObject({
      parts: [{ code: 'statement_currency' }],
    });
  });

  test('is known by its column too', async () => {
    const rows = (ccy: string) => open(`Tanggal;Keterangan;Ccy;Kredit\n01/11/2026;A;${ccy};1.000`);
    await expect(rows('USD')).rejects.toMatchObject({ parts: [{ values: { currency: 'USD' } }] });
    expect((await rows('IDR')).rows[0]?.facts).toMatchObject({ amount_idr: 1_000 });
  });

  test.each(['Mata Uang;IDR', 'Mata Uang : Rp', 'Mata Uang;Rupiah', 'Currency: ALL', 'Mata uang dan saldo'])(
    'is not suspected of %s',
    async (line) => {
      expect((await open(`${line}\n${table}`)).rows[0]?.facts).toMatchObject({ amount_idr: 1_000 });
    },
  );
});
