import { sql } from 'kysely';
import type { PublicContext } from '../../kernel/context.ts';
import type { EventReader, ReadEvent } from '../../kernel/event-readers.ts';
import { findOffer, priceListOf } from '../packages/index.ts';
import { draftOf, TOLD_EVENTS, type Draft, type Subjects } from './draft-notification.ts';
import { notificationLimits } from './limits.ts';
import { queuePushes } from './push/queue-pushes.ts';
import { loadCustomerNames, loadEmptied, loadOrders, loadPayments } from './load-subjects.ts';

/** Makes the notifications of what happens, each once, in one transaction with the cursor of the reader. */
export const notificationRecorder: EventReader = {
  name: 'notifications',
  reads: TOLD_EVENTS,
  async read(context, events) {
    for (const [shop_id, of_shop] of Map.groupBy(events, (event) => event.shop_id)) {
      const subjects = await loadSubjects(context, shop_id, of_shop);
      const made = of_shop.flatMap((event) => {
        const draft = draftOf(event, subjects);
        return draft === undefined ? [] : [{ ...draft, event }];
      });
      if (made.length > 0) await storeNotifications(context, shop_id, made);
    }
  },
};

/** Up to four statements, of which most batches need one. */
async function loadSubjects(
  context: PublicContext,
  shop_id: number,
  events: readonly ReadEvent[],
): Promise<Subjects> {
  const subjectsOf = (...prefixes: string[]) => [
    ...new Set(
      events
        .filter(({ name }) => prefixes.some((prefix) => name.startsWith(prefix)))
        .map(({ subject_id }) => subject_id),
    ),
  ];
  const queued = events.flatMap(({ name, payload }) =>
    name === 'gateway_payment.queued' ? [(payload as { payment_id: number }).payment_id] : [],
  );
  const shelves = events.flatMap(({ name, subject_id: variation_id, payload }) =>
    name === 'stock.emptied'
      ? [{ variation_id, warehouse_id: (payload as { warehouse_id: number }).warehouse_id }]
      : [],
  );
  return {
    orders: await loadOrders(context, shop_id, subjectsOf('order.')),
    payments: await loadPayments(context, shop_id, [...subjectsOf('buyer_payment.'), ...queued]),
    emptied: await loadEmptied(context, shop_id, shelves),
    customers: await loadCustomerNames(context, shop_id, subjectsOf('customer.')),
    packageName: (code) => findOffer(priceListOf(context.config), code)?.name ?? code,
  };
}

/** So many are removed together. */
const REMOVED_AT_ONCE = 100;

/** With numbers that follow those of the shop, in the order of the events; the oldest make room. */
async function storeNotifications(
  context: PublicContext,
  shop_id: number,
  made: readonly (Draft & { event: ReadEvent })[],
): Promise<void> {
  const { db, random } = context;
  const last_number = await takeNumbers(context, shop_id, made.length);
  const first_number = last_number - made.length + 1;
  const rows = made.map((draft, index) => ({
    number: first_number + index,
    id: uuidOf(random.bytes(16)),
    kind: draft.kind,
    event_id: draft.event.id,
    order_id: draft.order_id ?? null,
    warehouse_id: draft.warehouse_id ?? null,
    actor_id: draft.actor_id ?? null,
    user_id: draft.user_id ?? null,
    details: draft.details,
    created_at: draft.event.created_at,
  }));
  await sql`insert into notifications (shop_id, number, id, kind, event_id, order_id, warehouse_id, actor_id, user_id, details, created_at)
    select ${shop_id}::bigint, n.number, n.id, n.kind, n.event_id, n.order_id, n.warehouse_id, n.actor_id, n.user_id, n.details, n.created_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (number bigint, id uuid, kind text, event_id bigint, order_id bigint,
      warehouse_id bigint, actor_id bigint, user_id bigint, details jsonb, created_at timestamptz)
    on conflict (shop_id, event_id) do nothing`.execute(db);
  await queuePushes(context, shop_id, { first_number, last_number });
  await removeOldest(context, shop_id, { first_number, last_number });
}

/** Those beyond the limit are shown nowhere: it is enough to remove them now and then. */
async function removeOldest(
  { db }: PublicContext,
  shop_id: number,
  { first_number, last_number }: { first_number: number; last_number: number },
): Promise<void> {
  if (Math.floor((first_number - 1) / REMOVED_AT_ONCE) === Math.floor(last_number / REMOVED_AT_ONCE)) return;
  await db
    .deleteFrom('notifications')
    .where('shop_id', '=', shop_id)
    .where('number', '<=', last_number - notificationLimits.notifications_per_shop)
    .execute();
}

/** @returns the last of them; whoever else makes some waits for the end of this transaction */
async function takeNumbers({ db }: PublicContext, shop_id: number, count: number): Promise<number> {
  const { last_number } = await db
    .insertInto('notification_counters')
    .values({ shop_id, last_number: count })
    .onConflict((conflict) =>
      conflict
        .column('shop_id')
        .doUpdateSet({ last_number: sql`notification_counters.last_number + ${count}` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return last_number;
}

/** A random one (RFC 9562, version 4). */
export function uuidOf(bytes: Buffer): string {
  const made = Buffer.from(bytes);
  made[6] = ((made[6] ?? 0) & 0x0f) | 0x40;
  made[8] = ((made[8] ?? 0) & 0x3f) | 0x80;
  return made.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
