import { describe, expect, test } from 'vitest';
import { FOREIGN_BANKS } from '../../../../test/bank-statements/foreign-banks.ts';
import { FOREIGN_TABLES } from '../../../../test/bank-statements/foreign-tables.ts';
import { FOREIGN_WRITINGS } from '../../../../test/bank-statements/foreign-writings.ts';
import { TRANSACTIONS, two } from '../../../../test/bank-statements/known.ts';
import { readStatement } from './read-statement.ts';

const EXPECTED = TRANSACTIONS.map(({ day, text, amount }) => [
  `2026-08-${two(day)}`,
  amount < 0 ? 'DEBIT' : 'CREDIT',
  Math.abs(amount),
  text.replaceAll(/[ ,]+/g, ' '),
]);

describe('statements of shapes that the reader was not made for', () => {
  test.each([...FOREIGN_BANKS, ...FOREIGN_TABLES, ...FOREIGN_WRITINGS])('$name', async ({ file }) => {
    const bytes = typeof file === 'string' ? Buffer.from(file) : file;
    const { rows } = await readStatement(bytes, {}, '2026-09-10');
    const facts = rows.flatMap((row) => row.facts ?? []);
    expect(
      facts.map(({ day, direction, amount_idr, description }) => [
        day,
        direction,
        amount_idr,
        description.replaceAll(/[ ,]+/g, ' '),
      ]),
    ).toEqual(EXPECTED);
    expect(
      rows.filter(({ fault }) => fault !== null && !['TOTAL', 'WITHOUT_AMOUNT'].includes(fault)),
    ).toEqual([]);
  });
});
