import { addDays, startOfDay, today } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import type { DayPeriod } from '../../kernel/http/period.ts';

/** Without dates the reference lists the last 30 days. */
const DEFAULT_DAYS = 30;

/** The first and the last moment that a list by days means, in the shop's zone. */
export function momentsOf(context: Context, input: DayPeriod) {
  const { time_zone } = context.shop;
  const last = input.end_date ?? today(context.clock, time_zone);
  return {
    from: startOfDay(input.start_date ?? addDays(last, -DEFAULT_DAYS), time_zone),
    before: startOfDay(addDays(last, 1), time_zone),
  };
}
