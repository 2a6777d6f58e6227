import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { VENDOR_TITLES } from '../../../integrations/courier/port.ts';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage } from '../../../kernel/paging.ts';
import { visibleOrders } from '../../orders/index.ts';
import { presentProblem } from '../vendor-errors.ts';
import type { ListShippingWorkInput, ShippingWork } from './schemas.ts';

type Work = z.input<typeof ShippingWork>;

/** What waits for a vendor, and what a vendor did not do and why, the newest first. */
export async function listShippingWork(
  context: Context,
  input: z.output<typeof ListShippingWorkInput>,
): Promise<Page<Work>> {
  let found = input.state === undefined ? openWork(context) : workInState(context, input.state);
  if (input.order_id !== undefined) found = found.where('b.order_id', '=', input.order_id);
  const rows = found
    .select([
      'b.id',
      'b.order_id',
      'orders.po_number',
      'b.shipment',
      'b.vendor',
      'b.state',
      'b.collection',
      'b.attempts',
      'b.problem',
      'b.next_try_at',
      'b.created_at',
      'b.updated_at',
    ])
    .orderBy('b.id', 'desc');
  return readPage(context.db, input, { matching: found, rows }, (row) => workAnswer(context, row));
}

/** Work that is not done, of orders that the user can see. */
export function openWork(context: Context) {
  return context.db
    .selectFrom('courier_bookings as b')
    .innerJoin('orders', (join) =>
      join.on('orders.shop_id', '=', context.shop.id).onRef('orders.id', '=', 'b.order_id'),
    )
    .where('b.shop_id', '=', context.shop.id)
    .where(sql<SqlBool>`(b.next_try_at is not null or b.problem is not null)`)
    .where(visibleOrders(context));
}

/** The same in a state. */
export function workInState(
  context: Context,
  state: NonNullable<z.output<typeof ListShippingWorkInput>['state']>,
) {
  return openWork(context).where('b.state', '=', state);
}

interface Row extends Pick<Work, 'id' | 'order_id' | 'po_number' | 'shipment' | 'attempts'> {
  vendor: keyof typeof VENDOR_TITLES;
  state: string;
  collection: Work['service'];
  problem: string | null;
  next_try_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export function workAnswer(context: Context, { vendor, collection, problem, state, ...row }: Row): Work {
  const at = (moment: Date) => isoWithZone(moment, context.shop.time_zone);
  return {
    id: row.id,
    order_id: row.order_id,
    po_number: row.po_number,
    shipment: row.shipment,
    vendor: { code: vendor, name: VENDOR_TITLES[vendor] },
    state: state as Work['state'],
    service: collection,
    attempts: row.attempts,
    problem: presentProblem(context.language, vendor, problem),
    next_try_at: row.next_try_at === null ? null : at(row.next_try_at),
    created_at: at(row.created_at),
    updated_at: at(row.updated_at),
  };
}
