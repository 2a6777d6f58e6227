import type { Language } from '../../kernel/language.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From the longest; a month and a year as long as they are on average. */
const UNITS = [
  ['year', 365.25 * DAY],
  ['month', 30.4375 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;

const JUST_NOW: Record<Language, string> = { id: 'baru saja', en: 'just now' };

const words: Record<Language, Intl.RelativeTimeFormat> = {
  id: new Intl.RelativeTimeFormat('id', { numeric: 'always' }),
  en: new Intl.RelativeTimeFormat('en', { numeric: 'always' }),
};

/** How long ago something was, in whole units of the largest that fits: `5 jam yang lalu`, `1 month ago`. */
export function timeAgo(moment: Date, now: Date, language: Language): string {
  const passed_ms = now.getTime() - moment.getTime();
  for (const [unit, unit_ms] of UNITS)
    if (passed_ms >= unit_ms) return words[language].format(-Math.floor(passed_ms / unit_ms), unit);
  return JUST_NOW[language];
}
