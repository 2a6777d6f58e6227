import { describe, expect, test } from 'vitest';
import { NET, PAYOUT, payoutScene } from '../../../../test/payout-scene.ts';
import { TitleMatcher } from '../../../kernel/sheets/match-titles.ts';
import { PAYOUT_COLUMNS, readPayoutRow } from './payout-columns.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = payoutScene();
const { upload, uploaded, delivered, apply, undo, lines, queue, order } = scene;

describe('rows that sum up others', () => {
  test('are passed over, wherever they say so, and are never money', async () => {
    await delivered('JN12345670');
    const { id, counts } = await uploaded(
      [
        'No,No Resi,No Pesanan,Penerima,Total Pencairan',
        `1,JN12345670,,Total,${NET}`,
        `TOTAL,,,,${NET}`,
        `,Grand Total,,,${NET}`,
        `,Jumlah,,,${NET}`,
        `,,Subtotal,,${NET}`,
        `,,,Total COD,1`,
        `,Total (1 paket),1,,${NET}`,
      ].join('\n'),
    );
    expect(counts).toMatchObject({ rows: 7, settled: 1, queued: 0, wrong: 0, passed_over: 6 });
    const answered = await apply(id);
    expect(answered).toMatchObject({ settled_idr: NET, counts: { settled: 1, queued: 0, passed_over: 6 } });
    const [, ...totals] = await lines(id);
    for (const line of totals)
      expect(line).toMatchObject({
        status: 'PASSED_OVER',
        fault: 'TOTAL',
        reason: 'The row sums up others.',
      });
    expect(await queue()).toEqual([]);
    await undo(id);
    expect((await lines(id)).map(({ status }) => status)).toEqual([
      'UNDONE',
      ...totals.map(() => 'PASSED_OVER'),
    ]);
  });

  test('are wrong where only their amount says so', async () => {
    const file = (...rows: string[]) => ['No Resi,No Pesanan,Net', ...rows].join('\n');
    const faults = async (text: string) => (await lines((await uploaded(text)).id)).map(({ fault }) => fault);
    const [one, two] = ['JN1000001,,100', 'JN1000002,,50'];
    expect(await faults(file(one, two, ',,150'))).toEqual(['UNKNOWN', 'UNKNOWN', 'SUM_OF_ABOVE']);
    expect(await faults(file(one, two, 'Ringkasan,,150'))).toEqual(['UNKNOWN', 'UNKNOWN', 'SUM_OF_ABOVE']);
    expect(await faults(file(one, two, '2,,150'))).toEqual(['UNKNOWN', 'UNKNOWN', 'SUM_OF_ABOVE']);
    expect(await faults(file(one, two, ',2,150'))).toEqual(['UNKNOWN', 'UNKNOWN', 'SUM_OF_ABOVE']);
    expect(await faults(file(one, two, 'JN1000003,,150'))).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
    expect(await faults(file(one, two, ',,149'))).toEqual(['UNKNOWN', 'UNKNOWN', 'WITHOUT_PARCEL']);
  });
});

test('a preview names the order that each line is going to settle', async () => {
  const [order_id = 0] = await delivered('JN12345671');
  const { id } = await uploaded(`AWB;Net\nJN12345671;${NET}\nJN99999999;1`);
  const { po_number } = await order(order_id);
  expect(await lines(id)).toMatchObject([
    { status: 'READY', order_id, order_po_number: po_number, expected: NET, difference: 0 },
    { status: 'READY', fault: 'UNKNOWN', order_id: null, order_po_number: null },
  ]);
});

test('a file that is sent again before it is applied is the same preview, with what it is sent with now', async () => {
  const text = `AWB;Net\nJN12345672;${NET}`;
  const first = await uploaded(text, { paid_on: '2026-01-09' });
  expect(first.counts).toMatchObject({ settled: 0, queued: 1 });
  const [order_id = 0] = await delivered('JN12345672');
  const again = await uploaded(text, { paid_on: '2026-01-10' });
  expect(again).toMatchObject({ id: first.id, status: 'READY', date: '2026-01-10', counts: { settled: 1 } });
  expect(await lines(first.id)).toHaveLength(1);
  expect(await apply(first.id)).toMatchObject({ settled_idr: NET });
  expect(await order(order_id)).toMatchObject({ payment_status: 'PAID' });
});

test('every line that does nothing says why, in the language of who asks', async () => {
  const rows = [
    'No Resi;Nilai COD;Net;Tanggal',
    ';1;5;',
    '1.23E+12;1;5;',
    'JN1000001;1;12,5;',
    'JN1000002;satu;5;',
  ];
  const { id } = await uploaded([...rows, 'JN1000003;1;5;kemarin'].join('\n'));
  const reasons = async (language: string) => {
    const { body } = await scene.shop.call(
      'GET',
      `${PAYOUT}/${id}/lines`,
      {},
      { 'accept-language': language },
    );
    return body.data.map(({ status, reason }: any) => [status, reason]);
  };
  expect(await reasons('en')).toEqual([
    ['WRONG', 'The row has no AWB number and no PO number.'],
    ['WRONG', expect.stringMatching(/^The AWB number was shortened/)],
    ['WRONG', expect.stringMatching(/^The net amount is not/)],
    ['WRONG', expect.stringMatching(/^The COD amount or the fee/)],
    ['READY', 'The date kemarin cannot be read, so the line has none.'],
  ]);
  expect((await reasons('id'))[0]).toEqual([
    'WRONG',
    'Baris ini tidak memiliki nomor resi atau nomor pesanan.',
  ]);
});

test('amounts are read in every writing, and days too', () => {
  const net = (net_idr: string | number) => readPayoutRow({ awb_number: 'JN1', net_idr }).facts.net_idr;
  for (const written of ['Rp -12.000', '12.000-', '− 12.000', '(12.000)', '-Rp12.000', -12_000])
    expect(net(written), String(written)).toBe(-12_000);
  for (const written of ['Rp 1.250.000,00', '1,250,000.00']) expect(net(written)).toBe(1_250_000);
  expect(net(999_999_999_999_999)).toBeNull();
  const day = (paid_on: string) => readPayoutRow({ awb_number: 'JN1', net_idr: 1, paid_on }).facts.paid_on;
  for (const written of ['29 Nov 2026', '29/11/26', '20261129', '29-Nov-26'])
    expect(day(written)).toBe('2026-11-29');
  expect(readPayoutRow({ awb_number: '1293464790123.0', net_idr: 1 }).facts.awb_number).toBe('1293464790123');
  expect(readPayoutRow({ po_number: '13.0', net_idr: 1 }).facts.po_number).toBe(13);
});

describe('columns', () => {
  const matcher = new TitleMatcher(PAYOUT_COLUMNS);
  const netOf = (...titles: string[]) => [...matcher.match(titles)].find(([, key]) => key === 'net_idr')?.[0];

  test('of the net amount are known by the titles that couriers give them', () => {
    for (const title of (
      'Jumlah Diterima|Total Diterima|Settlement Amount|Nilai Pencairan|Total Remittance|Remittance|Nett|NETT|Netto|' +
      'Dana Dicairkan|Dicairkan|Total Dibayarkan|Disbursement|Disbursement Amount|Total Payout|Estimasi Pencairan|' +
      'COD Net|Net Amount|Total Transfer|Amount Payable|Pendapatan Bersih|Nilai Bersih (Rp)'
    ).split('|'))
      expect(netOf('No Resi', title), title).toBe(1);
  });

  test('that are something else are never taken for it', () => {
    for (const title of (
      'Total|Jumlah|Nominal|Amount|Nilai COD|COD Collected|Total Ongkir|Biaya Transfer|Transfer|Bank Transfer|Diterima|' +
      'Diterima Oleh|Tanggal Pencairan|Settlement Date|Payout ID|Status Pencairan|Net Weight|No Transfer|Total Bayar'
    ).split('|'))
      expect(netOf('No Resi', title), title).toBeUndefined();
    expect(netOf('Jumlah', 'Biaya', 'Jumlah Diterima', 'Jumlah Bersih')).toBe(3);
    expect(netOf('Nilai Barang', 'Nominal Transfer Bank', 'Nominal Transfer')).toBe(2);
  });

  test('of which several may be the net amount are named in the refusal, and one is chosen by hand', async () => {
    const text = 'STT No;Total Diterima;Dana Dicairkan\nJN1000001;7;5';
    const { status, body } = await upload(text);
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'column_unsure' });
    expect(body.message.file[0]).toContain('"Total Diterima", "Dana Dicairkan"');
    const { id } = await uploaded(text, { columns: '{"net_idr":"dana dicairkan"}' });
    expect(await lines(id)).toMatchObject([{ awb_number: 'JN1000001', net: 5 }]);
  });
});
