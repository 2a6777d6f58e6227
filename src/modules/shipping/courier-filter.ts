import { sql, type Expression, type SqlBool } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { couriers } from '../reference/index.ts';

/** JNE asks why a pickup is cancelled. */
const REASON_REQUIRED = new Set(['jne']);

/** The courier whose code or name is the one given, in any letter case. */
function courierNamed(name: string): number | undefined {
  const wanted = name.trim().toLowerCase();
  return couriers.find((courier) =>
    [courier.code, courier.name, courier.full_name].some((known) => known.toLowerCase() === wanted),
  )?.id;
}

/** Whether a courier's pickup is cancelled only with a reason. */
export function requiresCancelReason(courier_id: number): boolean {
  return couriers.some(({ id, code }) => id === courier_id && REASON_REQUIRED.has(code));
}

/**
 * The condition for one courier, so that an index has the list's order: of the reference, or of the shop's own.
 * @param column of the courier's ID, as `shipments.courier_id`
 * @param name code or name, in any letter case
 */
export function ofCourier({ shop }: Context, column: string, name: string): Expression<SqlBool> {
  const known = courierNamed(name);
  if (known !== undefined) return sql<SqlBool>`${sql.ref(column)} = ${known}`;
  return sql<SqlBool>`${sql.ref(column)} = (select own.id from custom_couriers as own
    where own.shop_id = ${shop.id} and lower(own.name) = lower(${name}) order by own.archived_at desc nulls first limit 1)`;
}
