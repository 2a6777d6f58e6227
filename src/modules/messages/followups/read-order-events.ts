import { sql } from 'kysely';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { inShop, type EventReader, type ReadEvent } from '../../../kernel/event-readers.ts';
import { FOLLOWUP_KINDS, LANES, type FollowupKind } from '../kinds.ts';
import { loadOrderFacts, type OrderFacts } from '../order-facts.ts';
import { isAtStage } from '../order-stage.ts';
import { preorderMoment } from '../preorder-moment.ts';
import { queueMessages, type NewMessage } from '../queue-messages.ts';
import { isSendable } from '../receivers.ts';

interface Followup {
  kind: FollowupKind;
  after_hours: number | null;
  enabled_at: Date;
}

/** Fields of an order that say what is to be paid, and whether it is wanted. */
const OF_PAYMENT = ['order_status', 'is_cod', 'total_idr', 'paid_idr'] as const;

/**
 * With what an order comes to each stage: it was placed, or one of these fields was changed. Whatever else happens to an order that
 * came so far long ago, it is told nothing.
 */
const BRINGS: Readonly<Record<FollowupKind, { is_placed: boolean; fields: readonly string[] }>> = {
  REMINDER: { is_placed: true, fields: OF_PAYMENT },
  ORDER_PROCESSED: { is_placed: true, fields: OF_PAYMENT },
  ORDER_SHIPPED: { is_placed: true, fields: ['awb_number'] },
  ORDER_COMPLETED: { is_placed: false, fields: ['shipping_status'] },
  ORDER_CANCELED: { is_placed: false, fields: ['order_status'] },
  PREORDER_DUE: { is_placed: true, fields: [...OF_PAYMENT, 'estimated_ship_on'] },
};

function doesBring(kind: FollowupKind, { name, payload }: ReadEvent): boolean {
  const { is_placed, fields } = BRINGS[kind];
  return name === 'order.created' ? is_placed : fields.some((field) => field in (payload as object));
}

/**
 * Makes what is told by itself when an order has come so far, once of each kind for an order, and drops what is not true any
 * more: a reminder of an order that was paid. What was dropped is made again when it is true again. What is to be told later is
 * looked at again before it leaves.
 */
export const orderFollowups: EventReader = {
  name: 'message-followups',
  reads: [
    'order.created',
    'order.confirmed',
    'order.edited',
    'order.paid',
    'order.payment_removed',
    'order.awb_added',
    'order.shipping_changed',
    'order.canceled',
    'order.rejected',
    'order.expired',
    'order.reactivated',
    'order.revived',
    'buyer_payment.claimed',
  ],
  async read(context, events) {
    for (const [shop_id, own] of Map.groupBy(events, (event) => event.shop_id)) {
      const shop = await context.platform
        .selectFrom('shops')
        .select(['id', 'time_zone'])
        .where('id', '=', shop_id)
        .executeTakeFirst();
      if (shop !== undefined) await readShop(inShop(context, shop), own);
    }
  },
};

async function readShop(context: Context, events: readonly ReadEvent[]): Promise<void> {
  const { db, shop } = context;
  const followups: Followup[] = await db
    .selectFrom('message_followups')
    .select(['kind', 'after_hours', 'enabled_at'])
    .where('shop_id', '=', shop.id)
    .execute();
  const order_ids = await ordersOf(context, events);
  const orders = await loadOrderFacts(
    context,
    followups.length > 0 ? order_ids : await withOpen(context, order_ids),
  );
  if (orders.size === 0) return;
  await dropUntrue(context, orders);
  const of_orders = Map.groupBy(
    events.filter(({ name }) => name.startsWith('order.')),
    ({ subject_id }) => subject_id,
  );
  const messages = [...orders.values()].flatMap((order) =>
    followups.flatMap((followup) => messageOf(context, followup, order, of_orders.get(order.id) ?? [])),
  );
  await queueMessages(context, messages);
}

/** The orders that events are about; of a payment of a buyer all of its orders. */
async function ordersOf({ db, shop }: Context, events: readonly ReadEvent[]): Promise<number[]> {
  const [of_payments, of_orders] = [true, false].map((is_payment) =>
    events
      .filter(({ name }) => name.startsWith('buyer_payment') === is_payment)
      .map(({ subject_id }) => subject_id),
  ) as [number[], number[]];
  if (of_payments.length === 0) return [...new Set(of_orders)];
  const rows = await db
    .selectFrom('buyer_payment_orders')
    .select('order_id')
    .where('shop_id', '=', shop.id)
    .where('payment_id', '=', sql<number>`any(${of_payments}::bigint[])`)
    .execute();
  return [...new Set([...of_orders, ...rows.map(({ order_id }) => order_id)])];
}

/** Of a shop that tells nothing by itself any more: the orders of which something still waits. */
async function withOpen({ db, shop }: Context, order_ids: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('messages')
    .select('order_id')
    .distinct()
    .where('shop_id', '=', shop.id)
    .where('order_id', '=', sql<number>`any(${order_ids}::bigint[])`)
    .where('state', 'in', ['WAITING', 'HELD', 'LINK'])
    .execute();
  return rows.flatMap(({ order_id }) => order_id ?? []);
}

/** A message of a follow-up, where one of the events has brought the order to its stage. */
function messageOf(
  { shop, clock }: Context,
  { kind, after_hours, enabled_at }: Followup,
  order: OrderFacts,
  events: readonly ReadEvent[],
): NewMessage[] {
  const event = events.find((one) => one.created_at >= enabled_at && doesBring(kind, one));
  if (event === undefined || !isAtStage(kind, order) || !isSendable(order.sender_phone)) return [];
  const { created_at } = event;
  const { estimated_ship_on } = order;
  // That something was due some time ago is no news.
  const is_over = estimated_ship_on !== null && estimated_ship_on < today(clock, shop.time_zone);
  if (kind === 'PREORDER_DUE' && (estimated_ship_on === null || is_over)) return [];
  const at =
    kind === 'REMINDER'
      ? new Date(created_at.getTime() + (after_hours ?? 0) * 3_600_000)
      : kind === 'PREORDER_DUE' && estimated_ship_on !== null
        ? preorderMoment(estimated_ship_on, shop.time_zone)
        : created_at;
  return [
    {
      key: `order-${order.id}-${kind}`,
      kind,
      lane: LANES.FOLLOWUP,
      broadcast_id: null,
      order_id: order.id,
      customer_id: order.sender_id,
      phone: order.sender_phone,
      name: order.sender_name,
      template: null,
      approved: null,
      state: 'WAITING',
      text: null,
      vendor: null,
      next_try_at: at,
    },
  ];
}

/** What was to be said of an order, and is not true any more. */
async function dropUntrue(
  { db, shop, clock }: Context,
  orders: ReadonlyMap<number, OrderFacts>,
): Promise<void> {
  const untrue = [...orders.values()].flatMap((order) =>
    FOLLOWUP_KINDS.filter((kind) => !isAtStage(kind, order)).map((kind) => ({ order_id: order.id, kind })),
  );
  await sql`update messages m set state = 'SKIPPED', reason = 'ORDER_CHANGED', updated_at = ${clock.now()}
    from jsonb_to_recordset(${JSON.stringify(untrue)}::jsonb) as untrue (order_id bigint, kind text)
    where m.shop_id = ${shop.id} and m.order_id = untrue.order_id and m.kind = untrue.kind and m.lane > ${sql.lit(LANES.SINGLE)}
      and m.state in ('WAITING', 'HELD', 'LINK')`.execute(db);
}
