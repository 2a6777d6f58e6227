import { expect, test } from 'vitest';
import { pastedChanges, readCells, typedValue, type SheetColumn } from './sheet-cells.ts';

const PRICE: SheetColumn = { id: 'price', title: 'Harga', kind: 'whole', width: 100 };
const SKU: SheetColumn = { id: 'sku', title: 'SKU', kind: 'text', width: 100, max_length: 5 };
const STOCK: SheetColumn = { id: 'stock', title: 'Ada', kind: 'flag', width: 60 };

test.each([
  ['Rp25.000', '25000'],
  ['25,000.00', '25000'],
  ['25.000,00', '25000'],
  [' 007 ', '7'],
  ['0', '0'],
  ['gratis', ''],
])('an amount pasted as %s is %s', (text, value) => {
  expect(pastedChanges(text, { row: 0, column: 0 }, [PRICE])).toEqual([{ row: 0, column: 'price', value }]);
});

test('words are cut to what the column holds, and yes is understood in both languages', () => {
  expect(typedValue(SKU, 'ABCDEFGH')).toBe('ABCDE');
  expect(['ya', 'Y', '1', 'ada'].map((text) => typedValue(STOCK, text))).toEqual(['Y', 'Y', 'Y', 'Y']);
  expect(['tidak', '', '0'].map((text) => typedValue(STOCK, text))).toEqual(['N', 'N', 'N']);
});

test('cells of a spreadsheet are read by line and tab, also those in quotation marks', () => {
  expect(readCells('a\tb\r\nc\t\r\n')).toEqual([
    ['a', 'b'],
    ['c', ''],
  ]);
  expect(readCells('"two\nlines"\t"say ""hi"""')).toEqual([['two lines', 'say "hi"']]);
  expect(readCells('a')).toEqual([['a']]);
});

test('what is pasted lands right and down of the cursor, and nothing beyond the last column', () => {
  expect(pastedChanges('A1\t10.000\tYa\nB1\t20.000\tYa', { row: 3, column: 0 }, [SKU, PRICE])).toEqual([
    { row: 3, column: 'sku', value: 'A1' },
    { row: 3, column: 'price', value: '10000' },
    { row: 4, column: 'sku', value: 'B1' },
    { row: 4, column: 'price', value: '20000' },
  ]);
});
