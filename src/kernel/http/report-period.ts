import { z } from 'zod';
import { addDays, addMonths, daysBetween, today } from '../calendar.ts';
import type { Context } from '../context.ts';
import { kernelErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import { integer, oneOf, optional, withDefault } from './input.ts';
import { periodFields, refuseEarlyEnd, type DayPeriod } from './period.ts';

/** A period as reports are asked for: by its days, or as a month. */
export interface PeriodChoice extends DayPeriod {
  type: 'BY_DATE' | 'BY_MONTH';
  month?: number | undefined;
  year?: number | undefined;
}

/** Its days from the first to the last, as yyyy-mm-dd. */
export interface Period {
  from: string;
  to: string;
}

/** The fields of such a period. An object that has them is refined by `refuseUnclearPeriod`. */
export function reportPeriodFields() {
  return {
    type: withDefault(oneOf(['BY_DATE', 'BY_MONTH']), 'BY_DATE').describe(
      'BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month.',
    ),
    month: optional(integer({ min: 1, max: 12 })).describe('Month from 1 to 12, for BY_MONTH.'),
    year: optional(integer({ min: 0, max: 2099 })).describe(
      'Last two digits of the year, for BY_MONTH; four are accepted too.',
    ),
    ...periodFields({
      start_date: 'First day, for BY_DATE. Default: the first day of the month of the last day.',
      end_date: 'Last day, for BY_DATE. Default: today.',
    }),
  };
}

/** Refuses a month without its number or year, and a period that ends before it starts. */
export function refuseUnclearPeriod(choice: PeriodChoice, context: z.RefinementCtx): void {
  if (choice.type === 'BY_MONTH')
    for (const field of ['month', 'year'] as const)
      if (choice[field] === undefined)
        context.addIssue({ code: 'custom', path: [field], params: { code: 'period_month_missing' } });
  if (choice.year !== undefined && choice.year > 99 && choice.year < 2000)
    context.addIssue({ code: 'too_small', minimum: 2000, origin: 'number', inclusive: true, path: ['year'] });
  refuseEarlyEnd(choice, context);
}

/**
 * The days of a chosen period: of a month all, of dates this month so far where none are given.
 * @throws Refusal 422 if it starts after today without an end, or is longer than `limits.report_days`
 */
export function periodOf(context: Pick<Context, 'clock' | 'shop'>, choice: PeriodChoice): Period {
  const { type, month = 1, year = 0, start_date, end_date } = choice;
  if (type === 'BY_MONTH') {
    const from = `${year < 100 ? 2000 + year : year}-${String(month).padStart(2, '0')}-01`;
    return { from, to: addDays(addMonths(from, 1), -1) };
  }
  const to = end_date ?? today(context.clock, context.shop.time_zone);
  const from = start_date ?? `${to.slice(0, 8)}01`;
  if (to < from) throw kernelErrors.refuseField('period_ends_early', 'end_date', { start: 'start_date' });
  if (daysBetween(from, to) >= limits.report_days)
    throw kernelErrors.refuseField('period_too_long', 'end_date', { days: limits.report_days });
  return { from, to };
}

/** The period of the same length just before. */
export function periodBefore({ from, to }: Period): Period {
  const to_before = addDays(from, -1);
  return { from: addDays(to_before, -daysBetween(from, to)), to: to_before };
}

/** The same days a year before. */
export function periodLastYear({ from, to }: Period): Period {
  return { from: addMonths(from, -12), to: addMonths(to, -12) };
}
