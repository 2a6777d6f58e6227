/** A day as papers have it, in both languages: 18-01-2021. */
export function dayText(day: string): string {
  return day.split('-').toReversed().join('-');
}
