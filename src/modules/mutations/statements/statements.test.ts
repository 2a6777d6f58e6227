import { describe, expect, test } from 'vitest';
import { STATEMENTS, TRANSACTIONS, two } from '../../../../test/bank-statements/known.ts';
import { readStatement } from './read-statement.ts';

const read = (file: string | Buffer) =>
  readStatement(typeof file === 'string' ? Buffer.from(file) : file, {}, '2026-09-10');

const EXPECTED = TRANSACTIONS.map(({ day, text, amount }) => [
  `2026-08-${two(day)}`,
  amount < 0 ? 'DEBIT' : 'CREDIT',
  Math.abs(amount),
  text,
]);

describe.each(STATEMENTS)('a statement of $name', ({ file, bank, account }) => {
  test('is read to the rupiah, and nothing of it is taken for a transaction that is none', async () => {
    const { rows, bank_family, accounts } = await read(file);
    const facts = rows.flatMap((row) => row.facts ?? []);
    expect(
      facts.map(({ day, direction, amount_idr, description }) => [day, direction, amount_idr, description]),
    ).toEqual(EXPECTED);
    expect(
      rows.filter(({ fault }) => fault !== null && !['TOTAL', 'WITHOUT_AMOUNT'].includes(fault)),
    ).toEqual([]);
    expect(bank_family).toBe(bank);
    expect(accounts).toEqual(account === undefined ? [] : [account]);
  });
});
