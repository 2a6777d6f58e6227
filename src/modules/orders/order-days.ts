import { addDays } from '../../kernel/calendar.ts';
import type { RefusalPart } from '../../kernel/errors.ts';
import { orderErrors } from './errors.ts';
import { orderLimits } from './limits.ts';

/** The last day that an order can be of. @param today the shop's day */
export function lastOrderDay(today: string): string {
  return addDays(today, orderLimits.order_days_ahead);
}

/** Nobody has paid yet on a day that is to come; but tomorrow may have begun where the caller is. */
export function paymentDateFaults(date: string | undefined, today: string): RefusalPart[] {
  const last = addDays(today, 1);
  return date !== undefined && date > last
    ? [orderErrors.part('payment_date_ahead', 'payment.date', { last })]
    : [];
}
