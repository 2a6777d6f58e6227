import type { Context, PublicContext } from '../../../kernel/context.ts';
import { inShop, type EventReader, type ReadEvent } from '../../../kernel/event-readers.ts';
import { buildMessages, type Planned } from './build-messages.ts';
import { loadEventFacts } from './event-facts.ts';
import { loadSubjects } from './load-subjects.ts';
import { planMessages, TRANSLATED, type SubjectKind } from './plan-messages.ts';
import { storeMessages, wants, type Subscriber } from './store-messages.ts';
import { sql } from 'kysely';

/**
 * Makes messages of events, for the webhooks that want them: once for each event and webhook, in the transaction that moves the
 * cursor of the reader. A message says what is so when the event is read.
 */
export const webhookMessages: EventReader = {
  name: 'webhook-messages',
  reads: TRANSLATED,
  async read(context, events) {
    const shops = Map.groupBy(events, ({ shop_id }) => shop_id);
    const subscribers = await findSubscribers(context, [...shops.keys()]);
    for (const [shop_id, of_shop] of Map.groupBy(subscribers, (row) => row.shop_id)) {
      const inner = inShop(context, { id: shop_id, time_zone: of_shop[0]?.time_zone ?? 'Asia/Jakarta' });
      await tellSubscribers(inner, of_shop, shops.get(shop_id) ?? []);
    }
  },
};

/** The active webhooks of shops, in their order. */
function findSubscribers({ platform }: PublicContext, shop_ids: readonly number[]) {
  return platform
    .selectFrom('webhook_endpoints as w')
    .innerJoin('shops', 'shops.id', 'w.shop_id')
    .select(['w.shop_id', 'w.id', 'w.event_types', 'shops.time_zone'])
    .where('w.shop_id', '=', sql<number>`any(${shop_ids}::bigint[])`)
    .where('w.state', '=', 'ACTIVE')
    .orderBy('w.shop_id')
    .orderBy('w.id')
    .execute();
}

async function tellSubscribers(
  context: Context,
  subscribers: readonly Subscriber[],
  events: readonly ReadEvent[],
): Promise<void> {
  const isWanted = (type: string) => subscribers.some((subscriber) => wants(subscriber, type));
  const factsOf = await loadEventFacts(context, events, isWanted('stock.changed'));
  const all = events.flatMap((event) =>
    planMessages(event, factsOf(event))
      .map((message, part): Planned => ({ event, message, part }))
      .filter(({ message }) => isWanted(message.type)),
  );
  const planned = withoutOutdated(all);
  if (planned.length === 0) return;
  const subjects = await loadSubjects(context, idsOf(planned));
  const messages = await buildMessages(planned, subjects);
  if (messages.length > 0) await storeMessages(context, subscribers, messages);
}

/**
 * All events that are read together say the same stock of a variation, as it is now: it is told once, with the last of them.
 * What everybody orders at once would fill its lane with what is long outdated.
 */
function withoutOutdated(planned: readonly Planned[]): Planned[] {
  const last = new Map(
    planned.flatMap(({ message }, index) =>
      message.type === 'stock.changed' ? [[message.id, index] as const] : [],
    ),
  );
  return planned.filter(
    ({ message }, index) => message.type !== 'stock.changed' || last.get(message.id) === index,
  );
}

/** What has to be known of whom. */
function idsOf(planned: readonly Planned[]): Record<SubjectKind | 'shipment', number[]> {
  const known = planned.filter(({ message }) => message.gone === undefined);
  const ids = (kind: SubjectKind) => [
    ...new Set(known.flatMap(({ message }) => (message.kind === kind ? [message.id] : []))),
  ];
  const shipped = known.flatMap(({ message }) => (message.type.startsWith('shipment.') ? [message.id] : []));
  return {
    order: ids('order'),
    customer: ids('customer'),
    product: ids('product'),
    variation: ids('variation'),
    shipment: [...new Set(shipped)],
  };
}
