import { addDays } from '../../kernel/calendar.ts';
import { orderLimits } from './limits.ts';

/** The last day that an order can be of. @param today the shop's day */
export function lastOrderDay(today: string): string {
  return addDays(today, orderLimits.order_days_ahead);
}
