import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../kernel/calendar.ts';
import { partsOf, type Part } from './sales-of-period.ts';

const DAY_0 = '2022-12-25';
const day = fc.nat(1_200).map((days) => addDays(DAY_0, days));

/** How often each day counts in the parts. */
function countedDays(parts: readonly Part[]): Map<string, number> {
  const counted = new Map<string, number>();
  const length = { D: 10, M: 7, Y: 4 };
  for (const { grain, sign, from, to } of parts)
    for (let of_day = DAY_0.replace(/-..-..$/, '-01-01'); of_day < '2027'; of_day = addDays(of_day, 1)) {
      const [name, first, last] = [of_day, from, to].map((text) => text.slice(0, length[grain]));
      if (first! <= name! && name! <= last!) counted.set(of_day, (counted.get(of_day) ?? 0) + sign);
    }
  return counted;
}

test('the parts of a period hold each of its days once, and no other', () => {
  fc.assert(
    fc.property(day, day, day, (one, other, today) => {
      const [from, to] = [one, other].toSorted() as [string, string];
      const counted = countedDays(partsOf({ from, to }, today));
      for (const [of_day, times] of counted)
        expect(times, of_day).toBe(from <= of_day && of_day <= to ? 1 : 0);
      expect([...counted.values()].filter((times) => times === 1)).toHaveLength(daysBetween(from, to) + 1);
    }),
    { numRuns: 60 },
  );
});

test('a year is read from years and months, whenever it begins', () => {
  const today = '2026-11-30';
  const days = (parts: readonly Part[]) =>
    parts
      .filter(({ grain }) => grain === 'D')
      .reduce((sum, part) => sum + daysBetween(part.from, part.to) + 1, 0);
  expect(partsOf({ from: '2025-01-01', to: '2025-12-31' }, today)).toEqual([
    { grain: 'Y', sign: 1, from: '2025-01-01', to: '2025-01-01' },
  ]);
  // Of this year nothing is to come.
  expect(partsOf({ from: '2025-12-01', to: today }, today)).toEqual(
    expect.arrayContaining([
      { grain: 'Y', sign: 1, from: '2026-01-01', to: '2026-01-01' },
      { grain: 'M', sign: 1, from: '2025-12-01', to: '2025-12-01' },
    ]),
  );
  for (let n = 0; n < 365; n += 7) {
    const from = addDays('2025-01-01', n);
    expect(days(partsOf({ from, to: addDays(from, 364) }, today)), from).toBeLessThanOrEqual(75);
  }
});
