import { currentLanguage } from './language.ts';

const LOCALES = { id: 'id-ID', en: 'en-ID' } as const;
const locale = () => LOCALES[currentLanguage()];

/** Rp1.234.567, in both languages as it stands on every bill in Indonesia. */
export function formatRupiah(amount_idr: number): string {
  const digits = Math.abs(amount_idr).toLocaleString('id-ID');
  return `${amount_idr < 0 ? '−' : ''}Rp${digits}`;
}

export function formatNumber(value: number): string {
  return value.toLocaleString(locale());
}

/** A day without its time, as the server writes it: `2026-11-30`, or with a time behind. */
export function formatDay(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString(locale(), {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** A moment as the shop's clock shows it: the server writes times of the shop's zone. */
export function formatMoment(text: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})/.exec(text) ?? [];
  return day === undefined || time === undefined ? text : `${formatDay(day)} ${time.replace(':', '.')}`;
}
