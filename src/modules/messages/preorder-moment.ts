import { instantOf } from '../../kernel/calendar.ts';
import type { TimeZone } from '../../kernel/context.ts';

/** In the morning, when customers are awake and the shop packs. */
const TIME = '09:00:00';

/** When a customer is told that a preorder is due on a day. */
export function preorderMoment(day: string, zone: TimeZone): Date {
  return instantOf(`${day} ${TIME}`, zone);
}
