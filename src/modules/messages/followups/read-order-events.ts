import { sql } from 'kysely';
import { instantOf } from '../../../kernel/calendar.ts';
import type { Context, TimeZone } from '../../../kernel/context.ts';
import { inShop, type EventReader, type ReadEvent } from '../../../kernel/event-readers.ts';
import { FOLLOWUP_KINDS, LANES, type FollowupKind } from '../kinds.ts';
import { loadOrderFacts, type OrderFacts } from '../order-facts.ts';
import { isAtStage } from '../order-stage.ts';
import { queueMessages, type NewMessage } from '../queue-messages.ts';
import { isSendable } from '../receivers.ts';

/** In the morning, when customers are awake and the shop packs. */
const PREORDER_TIME = '09:00:00';

interface Followup {
  kind: FollowupKind;
  after_hours: number | null;
  enabled_at: Date;
}

/**
 * Makes what is told by itself when an order has come so far, once of each kind for an order, and drops what is not true any
 * more: a reminder of an order that was paid. What is to be told later is looked at again before it leaves.
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
  const happened = new Map<number, Date>();
  for (const { name, subject_id, created_at } of events)
    if (!name.startsWith('buyer_payment')) happened.set(subject_id, created_at);
  const messages = [...orders.values()].flatMap((order) => {
    const at = happened.get(order.id);
    return at === undefined
      ? []
      : followups.flatMap((followup) => messageOf(shop.time_zone, followup, order, at));
  });
  // The clock has them sent.
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

/** A message of a follow-up, where the order is at its stage. */
function messageOf(
  zone: TimeZone,
  { kind, after_hours, enabled_at }: Followup,
  order: OrderFacts,
  happened_at: Date,
): NewMessage[] {
  if (happened_at < enabled_at || !isAtStage(kind, order) || !isSendable(order.sender_phone)) return [];
  const at =
    kind === 'REMINDER'
      ? new Date(happened_at.getTime() + (after_hours ?? 0) * 3_600_000)
      : kind === 'PREORDER_DUE'
        ? instantOf(`${order.estimated_ship_on ?? ''} ${PREORDER_TIME}`, zone)
        : happened_at;
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
