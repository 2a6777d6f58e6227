import { BALANCES, grouped, indonesian, lines, sides, TRANSACTIONS, two, type Transaction } from './known.ts';

export type Placed = Transaction & { balance: number; place: number };

/** A text file as programs store it. */
export function encodedAs(text: string, encoding: 'utf8bom' | 'utf16le' | 'utf16be' | 'latin1'): Buffer {
  if (encoding === 'utf8bom') return Buffer.from(`\uFEFF${text}`);
  if (encoding === 'latin1') return Buffer.from(text, 'latin1');
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return encoding === 'utf16le' ? little : little.swap16();
}

export const q = (text: string) => `"${text.replaceAll('"', '""')}"`;
export const plain = (amount: number) => String(Math.abs(amount));
export const cents = (amount: number) => `${Math.abs(amount)}.00`;
export const rupiah = (amount: number) => `Rp ${indonesian(amount)}`;
export const short = (amount: number) => `Rp${grouped(amount, '.')}`;

/** A table with a column for each side. */
export function bothSides(
  titles: string,
  separator: string,
  date: (day: number) => string,
  write: (amount: number) => string,
  {
    none = '',
    with_balance = true,
    quotes = true,
  }: { none?: string; with_balance?: boolean; quotes?: boolean } = {},
): string[] {
  const cell = (text: string) => (quotes && text.includes(separator) ? q(text) : text);
  return [
    titles,
    ...lines(({ day, text, amount, balance }) =>
      [date(day), text, ...sides(amount, write, none), ...(with_balance ? [write(balance)] : [])]
        .map(cell)
        .join(separator),
    ),
  ];
}

/** A table with one column of amounts. */
export function oneAmount(
  titles: string,
  separator: string,
  write: (transaction: Placed) => string[],
): string[] {
  return [
    titles,
    ...lines((transaction) =>
      write(transaction)
        .map((text) => (text.includes(separator) ? q(text) : text))
        .join(separator),
    ),
  ];
}

export const slash = (day: number) => `${two(day)}/08/2026`;
export const iso = (day: number) => `2026-08-${two(day)}`;
export const MON = 'Agu';

export const rowsOf = (write: (transaction: Placed) => (string | number | null)[]) =>
  TRANSACTIONS.map((transaction, place) => write({ ...transaction, balance: BALANCES[place] ?? 0, place }));

/** Days from 1899-12-30 to that of August 2026. */
export const serial = (day: number) => 46_235 + day - 1;
