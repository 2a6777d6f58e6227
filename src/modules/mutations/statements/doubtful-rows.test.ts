import { describe, expect, test } from 'vitest';
import { xlsxOf } from '../../../../test/bank-statements/known.ts';
import { readStatement } from './read-statement.ts';

/** As `+150123 BUDI`; what is not read by its fault. */
async function read(file: string | Buffer, today = '2026-12-10'): Promise<string[]> {
  const { rows } = await readStatement(typeof file === 'string' ? Buffer.from(file) : file, {}, today);
  return rows.map(({ facts, fault }) =>
    facts === null
      ? String(fault)
      : `${facts.direction === 'CREDIT' ? '+' : '-'}${facts.amount_idr} ${facts.description}`,
  );
}

describe('a direction', () => {
  test.each(['DEBIT', 'Keluar', 'DB', 'OUT', 'D', 'Kredit', 'Masuk', 'CR', 'IN'])(
    'is never taken from the description %s',
    async (word) => {
      const rows = [
        '01/11/2026;TRSF DARI RINA;10.001,00;50.001,00',
        `02/11/2026;${word};20.002,00;70.003,00`,
        '03/11/2026;BIAYA;-2.002,00;68.001,00',
      ];
      const expected = ['+10001 TRSF DARI RINA', `+20002 ${word}`, '-2002 BIAYA'];
      expect(await read(['Tanggal;Keterangan;Nominal;Saldo', ...rows].join('\n'))).toEqual(expected);
      const without = rows.map((row) => row.split(';').slice(0, 3).join(';'));
      expect(await read(['Tanggal;Keterangan;Nominal', ...without].join('\n'))).toEqual(expected);
    },
  );

  test('of a column without a title beside the amount is believed', async () => {
    expect(
      await read(
        'Tanggal;Keterangan;Nominal;;Saldo\n01/11/2026;A;1.000;CR;6.000\n01/11/2026;CR;500;DB;5.500',
      ),
    ).toEqual(['+1000 A', '-500 CR']);
  });

  test('that the balance contradicts is said, in either order, and the rest is read', async () => {
    const rows = [
      '01/11/2026;A;1.000;CR;11.000',
      '01/11/2026;B;2.000;DB;13.000',
      '02/11/2026;C;2.500;CR;10.500',
      '02/11/2026;D;500;DB;10.000',
      '02/11/2026;E;700;CR;10.700',
    ];
    const table = (list: string[]) => ['Tanggal;Ket;Jumlah;D/K;Saldo', ...list].join('\n');
    const expected = ['+1000 A', 'BALANCE_CONTRADICTS', 'BALANCE_CONTRADICTS', '-500 D', '+700 E'];
    expect(await read(table(rows))).toEqual(expected);
    expect(await read(table(rows.toReversed()))).toEqual(expected.toReversed());
  });

  test('of columns that are exchanged is booked nowhere', async () => {
    expect(
      await read(
        'Tanggal;Ket;Debet;Kredit;Saldo\n01/11/2026;A;1.000;;11.000\n01/11/2026;B;2.000;;13.000\n01/11/2026;C;;500;12.500',
      ),
    ).toEqual(['DIRECTION_UNKNOWN', 'BALANCE_CONTRADICTS', 'BALANCE_CONTRADICTS']);
  });

  test('of equal amounts in a file from the newest on is not contradicted by the other order', async () => {
    for (const rows of [
      ['02/11/2026;A;;1.000;6.000', '01/11/2026;B;;1.000;5.000'],
      ['02/11/2026;A;;1.000;6.000', '02/11/2026;B;1.000;;5.000', '01/11/2026;C;;1.000;6.000'],
    ]) {
      const found = await read(['Tanggal;Ket;Debet;Kredit;Saldo', ...rows].join('\n'));
      expect(found).not.toContain('BALANCE_CONTRADICTS');
    }
  });

  test('is turned by a minus beside CR; what went out with a minus went out', async () => {
    expect(
      await read('Tanggal;Ket;Jumlah\n01/11/2026;A;-1.000 CR\n01/11/2026;B;-2.000 DB\n01/11/2026;C;3.000 CR'),
    ).toEqual(['-1000 A', '-2000 B', '+3000 C']);
  });
});

describe('a row with more cells than titles', () => {
  test.each([
    ['Tanggal,Keterangan,Kredit', '01/11/2026,TRSF DARI ANI,10.001,00'],
    ['Tanggal,Keterangan,Kredit', '01/11/2026,TRSF DARI ANI,10001,00'],
    ['Tanggal,Keterangan,Kredit', '01/11/2026,TRSF DARI ANI,10,001.00'],
    ['Tanggal,Keterangan,Kredit', '01/11/2026,TRSF DARI ANI,0,10.001'],
    ['Tanggal,Keterangan,Debet,Kredit', '01/11/2026,TRSF DARI ANI,,10.001,00'],
    ['Tanggal,Keterangan,Debet,Kredit', '01/11/2026,TRSF DARI ANI,1,000.00,'],
    ['Tanggal,Keterangan,Debet,Kredit', '01/11/2026,TRSF DARI ANI,10.001,00,'],
    ['Tanggal,Keterangan,Kredit,Saldo', '01/11/2026,TRSF DARI ANI,10001,60001,00'],
    ['Tanggal,Jumlah,Keterangan', '01/11/2026,1,000.00,TRSF DARI ANI'],
    ['Tanggal,Keterangan,Kredit', '01/11/2026,TRSF, DARI ANI,'],
    ['Tanggal,Keterangan,Kredit', '01/11/2026,TRSF,,10.001,x'],
  ])('of %s is neither passed over nor read as another amount: %s', async (titles, row) => {
    const found = await read(`${titles}\n${row}\n02/11/2026,X,,,`);
    expect(found[0]).toMatch(/^(?:CELLS_SHIFTED|AMOUNT_UNREADABLE)$|^\+10001 /);
  });

  test('has the parts of its description put together where no amount can be parted', async () => {
    expect(
      await read(
        'Tanggal,Keterangan,Debet,Kredit,Saldo\n01/11/2026,TRSF, BUDI, 99887766,0,4000,9000\n01/11/2026,A,1000,,8000,',
      ),
    ).toEqual(['+4000 TRSF, BUDI, 99887766', '-1000 A']);
  });
});

describe('a row of titles', () => {
  test('that a page repeats is passed over', async () => {
    const titles = 'Tanggal;Keterangan;Nominal';
    expect(
      await read(`${titles}\n01/11/2026;A;+1.000\n${titles}\n02/11/2026;B;-2.000\n${titles.toUpperCase()}`),
    ).toEqual(['+1000 A', 'WITHOUT_AMOUNT', '-2000 B', 'WITHOUT_AMOUNT']);
    const sheet = ['Tanggal', 'Keterangan', '', 'Debet', 'Kredit'];
    expect(
      await read(
        xlsxOf([sheet, ['01/11/2026', 'A', '', '', 5_000], sheet, ['01/11/2026', 'B', '', 7_000, '']]),
      ),
    ).toEqual(['+5000 A', 'WITHOUT_AMOUNT', '-7000 B']);
  });
});
