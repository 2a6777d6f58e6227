import { sql, type Expression, type SqlBool } from 'kysely';
import type { DayPeriod } from '../../../kernel/http/period.ts';

/** What the list of closed orders calls their statuses. */
export const STATUS_OF_CLOSED = { CANCEL: 'CANCELED', REJECTED: 'REJECTED', EXPIRED: 'EXPIRED' } as const;

export type ClosedType = keyof typeof STATUS_OF_CLOSED;

/** The conditions for closed orders of the shop, whoever sees them. */
export function closedConditions(
  type: ClosedType,
  { start_date, end_date }: DayPeriod,
): Expression<SqlBool>[] {
  return [
    sql<SqlBool>`orders.order_status = ${STATUS_OF_CLOSED[type]}`,
    // What the index is of: only with it in the query the planner knows.
    sql<SqlBool>`orders.order_status in ('CANCELED', 'REJECTED', 'EXPIRED')`,
    ...(start_date === undefined ? [] : [sql<SqlBool>`orders.order_date >= ${start_date}`]),
    ...(end_date === undefined ? [] : [sql<SqlBool>`orders.order_date <= ${end_date}`]),
  ];
}
