import { addDays } from '../../kernel/calendar.ts';
import type { RefusalPart } from '../../kernel/errors.ts';
import { orderErrors } from './errors.ts';
import { orderLimits } from './limits.ts';

/** The last day that an order can be of. @param today the shop's day */
export function lastOrderDay(today: string): string {
  return addDays(today, orderLimits.order_days_ahead);
}

/** The last day that a payment can be of: tomorrow, as the caller's day may have begun before the shop's. */
export function lastPaymentDay(today: string): string {
  return addDays(today, 1);
}

/** Nobody has paid yet on a day that is to come. */
export function paymentDateFaults(date: string | undefined, today: string): RefusalPart[] {
  const last = lastPaymentDay(today);
  return date !== undefined && date > last
    ? [orderErrors.part('payment_date_ahead', 'payment.date', { last })]
    : [];
}
