const DAY_MS = 86_400_000;

/** A day as papers have it, in both languages: 18-01-2021. */
export function dayText(day: string): string {
  return day.split('-').toReversed().join('-');
}

/** Days from one day (yyyy-mm-dd) to a later one; below 0 where it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
