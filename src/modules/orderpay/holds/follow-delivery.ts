import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { inShop, type EventReader, type ReadEvent } from '../../../kernel/event-readers.ts';
import { balanceOf, credit, debit, transfer } from '../../ledger/index.ts';
import { releaseHold, untilNotOvertaken } from '../../payments/index.ts';

/**
 * What was paid for an order through the gateway of the platform becomes available when the order is delivered, and is on
 * hold again, as far as it is still there, where the delivery is taken back. It looks at how the order is now and at what
 * its money is, so reading events again changes nothing.
 */
export const orderpayHolds: EventReader = {
  name: 'orderpay-holds',
  reads: ['order.shipping_changed', 'order.paid', 'order.reactivated'],
  async read(context, events) {
    for (const [shop_id, of_shop] of Map.groupBy(events, (event) => event.shop_id)) {
      // No moment of a day is looked at here.
      const inner = inShop(context, { id: shop_id, time_zone: 'Asia/Jakarta' });
      for (const order of await loadOrders(inner, of_shop)) await follow(inner, order);
    }
  },
};

interface OrderMoney {
  order_id: number;
  is_delivered: boolean;
  on_hold_idr: number;
  /** What deliveries have made available. */
  released_idr: number;
  /** How often what is on hold was moved. */
  moves: number;
}

/** Those of the orders of these events that ever had money on hold, with a delivery that stands or is taken back. */
async function loadOrders(
  { db, shop }: Context,
  events: readonly ReadEvent[],
): Promise<(OrderMoney & { is_taken_back: boolean })[]> {
  const order_ids = [...new Set(events.map(({ subject_id }) => subject_id))];
  const rows = await db
    .selectFrom('ledger_entries as e')
    .innerJoin('ledger_transfers as t', (join) =>
      join.on('t.shop_id', '=', shop.id).onRef('t.id', '=', 'e.transfer_id'),
    )
    .innerJoin('orders as o', (join) => join.on('o.shop_id', '=', shop.id).onRef('o.id', '=', 'e.order_id'))
    .select('o.id as order_id')
    .select(sql<boolean>`o.shipping_status is not distinct from 'DELIVERED'`.as('is_delivered'))
    .select([
      sql<number>`sum(e.amount_idr)::bigint`.as('on_hold_idr'),
      sql<number>`coalesce(-sum(e.amount_idr) filter (where t.kind in ('ORDER_DELIVERED', 'DELIVERY_TAKEN_BACK')), 0)::bigint`.as(
        'released_idr',
      ),
      sql<number>`count(*)`.as('moves'),
    ])
    .where('e.shop_id', '=', shop.id)
    .where('e.order_id', '=', sql<number>`any(${order_ids}::bigint[])`)
    .where('e.kind', '=', 'ORDERPAY_ON_HOLD')
    .groupBy(['o.id', 'o.shipping_status'])
    .orderBy('o.id')
    .execute();
  const last_status = new Map(
    events.filter(({ name }) => name === 'order.shipping_changed').map((event) => [event.subject_id, event]),
  );
  return rows.map((row) => ({
    ...row,
    is_taken_back: !row.is_delivered && isTakenBack(last_status.get(row.order_id)),
  }));
}

/** What the buyer sends back was delivered. */
function isTakenBack(event: ReadEvent | undefined): boolean {
  return event !== undefined && (event.payload as { is_sent_back?: true }).is_sent_back !== true;
}

async function follow(context: Context, order: OrderMoney & { is_taken_back: boolean }): Promise<void> {
  if (order.is_delivered && order.on_hold_idr > 0)
    await releaseHold(context, order.order_id, 'ORDER_DELIVERED');
  if (order.is_taken_back && order.released_idr > 0) await holdAgain(context, order);
}

/**
 * What was withdrawn meanwhile stays with the shop, and what was given back meanwhile is not the order's: the order is
 * locked, so that nobody cancels it at this moment.
 */
async function holdAgain(context: Context, { order_id, released_idr, moves }: OrderMoney): Promise<void> {
  await context.transaction(async (inner) => {
    const paid_idr = await lockPaid(inner, order_id);
    await untilNotOvertaken(async () => {
      const { balance_idr, reserved_idr } = await balanceOf(inner, { kind: 'ORDERPAY_AVAILABLE' });
      const amount_idr = Math.min(released_idr, paid_idr, balance_idr - reserved_idr);
      if (amount_idr <= 0) return 'KNOWN';
      return transfer(inner, {
        cause: `order:${order_id}:taken-back:${moves + 1}`,
        kind: 'DELIVERY_TAKEN_BACK',
        order_id,
        legs: [credit('ORDERPAY_AVAILABLE', amount_idr), debit('ORDERPAY_ON_HOLD', amount_idr)],
      });
    });
  });
}

/** Locks an order. @returns what is paid of it; 0 where it is not active any more */
async function lockPaid({ db, shop }: Context, order_id: number): Promise<number> {
  const order = await db
    .selectFrom('orders')
    .select(['order_status', 'paid_idr'])
    .where('shop_id', '=', shop.id)
    .where('id', '=', order_id)
    .forShare()
    .executeTakeFirst();
  return order?.order_status === 'ACCEPTED' ? order.paid_idr : 0;
}
