import { addDays } from '../../kernel/calendar.ts';
import { orderLimits } from './limits.ts';

/** The last day that an order can be of. @param today the shop's day */
export function lastOrderDay(today: string): string {
  return addDays(today, orderLimits.order_days_ahead);
}

/** The last day that a payment can be of: tomorrow, as the caller's day may have begun before the shop's. */
export function lastPaymentDay(today: string): string {
  return addDays(today, 1);
}
