import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/jobs/enqueue.ts';
import { kernelErrors, Refusal } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { z } from 'zod';
import { approvedFor } from './approved-for.ts';
import { countReceivers, type ReceiverCounts, type Receivers } from './broadcast-receivers.ts';
import { messageErrors } from './errors.ts';
import { messageLimits } from './limits.ts';
import { customerValues, loadShopFacts, orderValues } from './message-values.ts';
import { loadOrderFacts } from './order-facts.ts';
import { CUSTOMER_KINDS, type MessageKind } from './kinds.ts';
import {
  fillPlaceholders,
  PLACEHOLDER_NAMES,
  placeholderFaults,
  placeholdersIn,
  placeholdersOf,
} from './placeholders.ts';
import { findSettings, type SettingsRow } from './settings-row.ts';

/** The job that makes the messages of a broadcast. */
export const BROADCAST_WORK = { name: 'prepare-broadcast', input: z.object({ broadcast_id: z.int() }) };

export interface NewBroadcast {
  receivers: Receivers;
  kind: MessageKind;
  template: string;
}

/** What a broadcast would be. */
export interface BroadcastPlan {
  counts: ReceiverCounts;
  settings: SettingsRow;
  /** As the first receiver would have it. */
  text: string;
}

/**
 * Looks who would receive it, and what they would read. Some four statements, however many they are.
 * @throws Refusal 422 for unknown placeholders, customers or categories, or too many receivers
 */
export async function planBroadcast(
  context: Context,
  { receivers, template }: Pick<NewBroadcast, 'receivers' | 'template'>,
): Promise<BroadcastPlan> {
  const faults = placeholderFaults(
    template,
    'template',
    receivers.source === 'UNPAID' ? PLACEHOLDER_NAMES : placeholdersOf('PROMO'),
  );
  if (faults.length > 0) throw new Refusal(faults);
  await checkNamed(context, receivers);
  const counts = await countReceivers(context, receivers);
  const limit = messageLimits.message_receivers;
  if (counts.total > limit) throw messageErrors.refuse('message_receivers', { count: `> ${limit}`, limit });
  const settings = await findSettings(context);
  return { counts, settings, text: await firstText(context, template, counts, settings) };
}

async function checkNamed({ db, shop }: Context, receivers: Receivers): Promise<void> {
  if (receivers.source === 'CATEGORY') {
    const found = await db
      .selectFrom('customer_categories')
      .select('code')
      .where('shop_id', '=', shop.id)
      .where('code', '=', sql<never>`${receivers.category_code}`)
      .executeTakeFirst();
    if (found === undefined) throw kernelErrors.refuseField('field_not_found', 'category');
  }
  if (receivers.source !== 'CUSTOMERS') return;
  const rows = await db
    .selectFrom('customers')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('archived_at', 'is', null)
    .where('id', '=', sql<number>`any(${receivers.customer_ids}::bigint[])`)
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  const faults = receivers.customer_ids.flatMap((id, index) =>
    known.has(id) ? [] : [kernelErrors.part('field_not_found', `customers.${index}`)],
  );
  if (faults.length > 0) throw new Refusal(faults);
}

async function firstText(
  context: Context,
  template: string,
  { first }: ReceiverCounts,
  { language }: SettingsRow,
): Promise<string> {
  const shop = await loadShopFacts(context);
  const order_id = first?.order_id ?? null;
  const order = order_id === null ? undefined : (await loadOrderFacts(context, [order_id])).get(order_id);
  const values =
    order === undefined
      ? customerValues(shop, first?.name ?? '')
      : await orderValues(context, shop, order, { used: placeholdersIn(template), language });
  return fillPlaceholders(template, values);
}

/**
 * Begins a broadcast; a job makes its messages, and they leave one after the other.
 * @throws Refusal as `planBroadcast`; 422 where nobody would receive it, 409 where the same is being sent
 */
export async function startBroadcast(
  context: Context,
  broadcast: NewBroadcast,
): Promise<BroadcastPlan & { broadcast_id: number }> {
  return context.transaction(async (inner) => {
    const plan = await planBroadcast(inner, broadcast);
    if (plan.counts.receivers === 0) throw messageErrors.refuse('message_nobody');
    const { receivers, kind, template } = broadcast;
    const { db, shop, clock, actor } = inner;
    const approved = await approvedFor(inner, template);
    const { id } = await db
      .insertInto('message_broadcasts')
      .values({
        shop_id: shop.id,
        source: receivers.source,
        customer_ids: receivers.source === 'CUSTOMERS' ? [...new Set(receivers.customer_ids)] : null,
        category_code: receivers.source === 'CATEGORY' ? receivers.category_code : null,
        days: receivers.source === 'ASLEEP' || receivers.source === 'UNPAID' ? receivers.days : null,
        kind: kindFor(receivers, kind),
        body: template,
        approved: approved === null ? null : JSON.stringify(approved),
        vendor: plan.settings.vendor,
        cost_idr: plan.settings.cost_idr,
        state: 'PREPARING',
        receiver_total: plan.counts.total,
        fingerprint: fingerprintOf(receivers, template),
        user_id: actor.user_id,
        created_at: clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await enqueue(inner, BROADCAST_WORK, { broadcast_id: id });
    await emit(inner, 'message_broadcast.started', id, {
      source: receivers.source,
      receivers: plan.counts.receivers,
    });
    return { ...plan, broadcast_id: id };
  });
}

/** The same to the same, in whatever order they are named. */
function fingerprintOf(receivers: Receivers, template: string): Buffer {
  const named =
    receivers.source === 'CUSTOMERS'
      ? [...new Set(receivers.customer_ids)].toSorted((a, b) => a - b)
      : receivers;
  return createHash('sha256')
    .update(JSON.stringify([named, template]))
    .digest();
}

/** What is said of orders is dropped where it is not true any more; what is said to customers is not about an order. */
function kindFor({ source }: Receivers, kind: MessageKind): MessageKind {
  if (source === 'UNPAID') return 'REMINDER';
  return (CUSTOMER_KINDS as readonly string[]).includes(kind) ? kind : 'CUSTOM_NOTIFICATION';
}
