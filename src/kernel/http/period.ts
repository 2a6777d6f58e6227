import type { z } from 'zod';
import { date, optional } from './input.ts';

/** A period as it was sent: from its first day to its last, each of which may be left out. */
export interface DayPeriod {
  start_date?: string | undefined;
  end_date?: string | undefined;
}

/**
 * The fields of a period. An object that has them is refined by `refuseEarlyEnd`.
 * @param about what the documentation says of each
 */
export function periodFields(about: { start_date?: string; end_date?: string } = {}) {
  return {
    start_date: optional(date()).describe(about.start_date ?? 'First day of the period.'),
    end_date: optional(date()).describe(about.end_date ?? 'Last day of the period.'),
  };
}

/** Refuses a period that ends before it starts, on its end. */
export function refuseEarlyEnd({ start_date, end_date }: DayPeriod, context: z.RefinementCtx): void {
  refuseEarlier(context, { start_date, end_date });
}

/** As well for the days on which something was created. */
export function refuseEarlyCreation(
  { create_from, create_to }: { create_from?: string | undefined; create_to?: string | undefined },
  context: z.RefinementCtx,
): void {
  refuseEarlier(context, { create_from, create_to });
}

/** @param days the first and the last, by the names of their fields */
function refuseEarlier(context: z.RefinementCtx, days: Record<string, string | undefined>): void {
  const [start, end] = Object.keys(days) as [string, string];
  const [first, last] = [days[start], days[end]];
  if (first !== undefined && last !== undefined && last < first)
    context.addIssue({ code: 'custom', path: [end], params: { code: 'period_ends_early', start } });
}
