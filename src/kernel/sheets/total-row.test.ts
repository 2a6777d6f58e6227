import { expect, test } from 'vitest';
import { isTotal } from './total-row.ts';

test.each([
  'TOTAL',
  'Grand Total',
  'Sub-total:',
  'Subtotal',
  'Jumlah',
  'JUMLAH TOTAL',
  'Total COD',
  'Total (12 paket)',
  'Total Nilai COD: Rp 1.250.000',
  'GRANDTOTAL',
  'Rekap 29 paket',
])('%s says that its row sums up others', (cell) => {
  expect(isTotal(cell)).toBe(true);
});

test.each(['', 'JP1234567890', 'Toko Total Motor', 'Totalindo', 'COD', 'Jumlah Sari', 'PO 12', 12])(
  '%j says nothing of that',
  (cell) => {
    expect(isTotal(cell)).toBe(false);
  },
);
