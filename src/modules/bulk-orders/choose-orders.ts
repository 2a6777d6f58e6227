import { sql } from 'kysely';
import type { z } from 'zod';
import { today } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors, Refusal } from '../../kernel/errors.ts';
import { idNotFound, refuseNotFound } from '../../kernel/not-found.ts';
import { may } from '../../kernel/permissions.ts';
import { chosenOrderIds, paymentDateFaults, visibleOrders } from '../orders/index.ts';
import { BULK_ACTION_TABLE } from './actions.ts';
import { bulkOrderErrors } from './errors.ts';
import { bulkOrderLimits } from './limits.ts';
import type { BulkOrdersInput } from './schemas.ts';

type Input = z.output<typeof BulkOrdersInput>;

/**
 * The orders of the input, in the order in which they are worked: the oldest first.
 * @throws Refusal 403 if the user may not do it with one order; 422 for IDs that the shop has not, no orders, or more than
 *   `limits.bulk_orders`
 */
export async function chooseOrders(context: Context, input: Input): Promise<number[]> {
  if (!may(context.actor.role, BULK_ACTION_TABLE[input.action].permission))
    throw kernelErrors.refuse('forbidden');
  const { order_ids, filter, except_ids = [] } = input;
  await refuseUnknown(context, { order_ids, except_ids });
  await refuseTerms(context, input);
  const limit = bulkOrderLimits.bulk_orders;
  const found =
    filter === undefined
      ? (order_ids ?? [])
      : await chosenOrderIds(context, filter, limit + except_ids.length + 1);
  const left_out = new Set(except_ids);
  const chosen = [...new Set(found)].filter((id) => !left_out.has(id)).toSorted((a, b) => a - b);
  const field = filter === undefined ? 'order_ids' : 'filter';
  if (chosen.length > limit) throw bulkOrderErrors.refuseField('bulk_too_many_orders', field, { limit });
  if (chosen.length === 0) throw bulkOrderErrors.refuseField('bulk_no_orders', field);
  return chosen;
}

/** One statement for both lists. @throws Refusal 422 on each that names no order which the user can see */
async function refuseUnknown(
  context: Context,
  lists: Record<'order_ids' | 'except_ids', readonly number[] | undefined>,
): Promise<void> {
  const named = Object.values(lists).flatMap((ids) => ids ?? []);
  if (named.length === 0) return;
  const rows = await context.db
    .selectFrom('orders')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', sql<number>`any(${named}::bigint[])`)
    .where(visibleOrders(context))
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  const faults = Object.entries(lists).flatMap(([field, ids = []]) =>
    ids.flatMap((id, index) => (known.has(id) ? [] : [idNotFound(`${field}.${index}`)])),
  );
  if (faults.length > 0) throw new Refusal(faults);
}

/** What every order would be refused for. */
async function refuseTerms(context: Context, { action, bank_id, date }: Input): Promise<void> {
  if (action !== 'PAY' || bank_id === undefined) return;
  const { db, clock, shop } = context;
  const account = await db
    .selectFrom('bank_accounts')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('id', '=', bank_id)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  refuseNotFound(account === undefined ? ['bank_id'] : []);
  const ahead = paymentDateFaults(date, today(clock, shop.time_zone));
  if (ahead.length > 0) throw new Refusal(ahead.map((part) => ({ ...part, field: 'date' })));
}
