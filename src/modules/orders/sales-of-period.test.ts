import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween } from '../../kernel/calendar.ts';
import { partsOf, type Part } from './sales-of-period.ts';

const DAY_0 = '2022-12-25';
const kind = fc.constantFrom('CUSTOMER' as const, 'VARIATION' as const);
const day = fc.nat(1_200).map((days) => addDays(DAY_0, days));

/** How often each day counts in the parts. */
function countedDays(parts: readonly Part[]): Map<string, number> {
  const counted = new Map<string, number>();
  const nameOf = {
    D: (of_day: string) => of_day,
    M: (of_day: string) => of_day.slice(0, 7),
    Q: (of_day: string) => `${of_day.slice(0, 4)} ${Math.ceil(Number(of_day.slice(5, 7)) / 3)}`,
    Y: (of_day: string) => of_day.slice(0, 4),
  };
  for (const { grain, sign, from, to } of parts)
    for (let of_day = DAY_0.replace(/-..-..$/, '-01-01'); of_day < '2027'; of_day = addDays(of_day, 1)) {
      const [name, first, last] = [of_day, from, to].map((text) => nameOf[grain](text));
      if (first! <= name! && name! <= last!) counted.set(of_day, (counted.get(of_day) ?? 0) + sign);
    }
  return counted;
}

test('the parts of a period hold each of its days once, and no other', () => {
  fc.assert(
    fc.property(kind, day, day, day, (of_kind, one, other, today) => {
      const [from, to] = [one, other].toSorted() as [string, string];
      const counted = countedDays(partsOf(of_kind, { from, to }, today));
      for (const [of_day, times] of counted)
        expect(times, of_day).toBe(from <= of_day && of_day <= to ? 1 : 0);
      expect([...counted.values()].filter((times) => times === 1)).toHaveLength(daysBetween(from, to) + 1);
    }),
    { numRuns: 60 },
  );
});

/** How many rows a customer has in the parts who buys every second week: some one in each month, quarter and year. */
function rowsOfBuyer(parts: readonly Part[], today: string): number {
  return parts.reduce((sum, { grain, from, to }) => {
    const last = to < today ? to : today;
    if (grain === 'D') return sum + Math.max(0, daysBetween(from, last) + 1) / 14;
    const months = { M: 1, Q: 3, Y: 12 }[grain];
    for (let start = from; start <= to; start = addMonths(start, months)) sum += 1;
    return sum;
  }, 0);
}

test('a year of customers is read from some six rows of each, whenever it begins', () => {
  const today = '2026-11-30';
  const partsOfYear = (from: string, to: string) => partsOf('CUSTOMER', { from, to }, today);
  expect(partsOfYear('2025-01-01', '2025-12-31')).toEqual([
    { grain: 'Y', sign: 1, from: '2025-01-01', to: '2025-01-01' },
  ]);
  // Of this year nothing is to come.
  expect(partsOfYear('2025-12-01', today)).toEqual(
    expect.arrayContaining([
      { grain: 'Y', sign: 1, from: '2026-01-01', to: '2026-01-01' },
      { grain: 'M', sign: 1, from: '2025-12-01', to: '2025-12-01' },
    ]),
  );
  for (let n = 0; n < 365; n += 1) {
    const from = addDays('2025-01-01', n);
    const to = addDays(from, 364);
    expect(rowsOfBuyer(partsOfYear(from, to), today), from).toBeLessThan(8);
    expect(rowsOfBuyer(partsOf('CUSTOMER', { from, to }, to), to), from).toBeLessThan(6);
  }
});

test('a year of variations is read from their days of less than two months', () => {
  for (let n = 0; n < 365; n += 1) {
    const from = addDays('2025-01-01', n);
    const parts = partsOf('VARIATION', { from, to: addDays(from, 364) }, '2026-11-30');
    const days = parts.filter(({ grain }) => grain === 'D');
    expect(days.reduce((sum, part) => sum + daysBetween(part.from, part.to) + 1, 0)).toBeLessThan(75);
    expect(parts.map(({ grain }) => grain)).not.toContain('Q');
  }
});
