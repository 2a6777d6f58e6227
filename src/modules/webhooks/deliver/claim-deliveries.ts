import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { webhookLimits } from '../limits.ts';

/** A delivery that this process is to send now. */
export interface ClaimedDelivery {
  id: number;
  subject: string;
  /** Of its lane: while that is the newest, the claim holds. */
  turn: number;
  webhook_id: string;
  body: string;
  tries: number;
  queued_at: Date;
}

/** Longer than an attempt can take: whoever has not reported by then counts as dead, and another sends it again. */
export const LEASE_MS = 20_000;

/**
 * Takes what is due of an endpoint that is locked: the first delivery of each of its lanes, of which nothing is being sent.
 * @param room how many at most; no more than the limit are sent at once, by all processes together
 */
export async function claimDeliveries(
  { db, shop, clock }: Context,
  endpoint_id: number,
  room: number,
): Promise<ClaimedDelivery[]> {
  if (room <= 0) return [];
  const now = clock.now();
  const { rows } = await sql<{ [Name in keyof ClaimedDelivery]: ClaimedDelivery[Name] | null }>`
    with taken as (
      update webhook_lanes as l
      set is_sending = true, turn = turn + 1, due_at = ${new Date(now.getTime() + LEASE_MS)}
      where l.shop_id = ${shop.id} and l.endpoint_id = ${endpoint_id} and l.subject = any(array(
        select due.subject from webhook_lanes as due
        where due.shop_id = ${shop.id} and due.endpoint_id = ${endpoint_id} and due.due_at <= ${now}
        order by due.due_at
        limit greatest(0, least(${room}::bigint, ${webhookLimits.webhook_sent_at_once} - (
          select count(*) from webhook_lanes as sent
          where sent.shop_id = ${shop.id} and sent.endpoint_id = ${endpoint_id} and sent.is_sending
            and sent.due_at > ${now})))))
      returning l.subject, l.turn
    )
    select taken.subject, taken.turn, d.id, d.tries, d.queued_at, m.webhook_id, m.body
    from taken
    left join lateral (
      select w.id, w.message_id, w.tries, w.queued_at from webhook_deliveries as w
      where w.shop_id = ${shop.id} and w.endpoint_id = ${endpoint_id} and w.subject = taken.subject
        and w.state = 'WAITING'
      order by w.position, w.part limit 1
    ) as d on true
    left join webhook_messages as m on m.shop_id = ${shop.id} and m.id = d.message_id`.execute(db);
  const claimed = rows.filter((row): row is ClaimedDelivery => row.id !== null);
  // Their retention time was over before the endpoint was switched on again.
  const empty = rows.flatMap(({ id, subject }) => (id === null && subject !== null ? [subject] : []));
  if (empty.length > 0)
    await db
      .deleteFrom('webhook_lanes')
      .where('shop_id', '=', shop.id)
      .where('endpoint_id', '=', endpoint_id)
      .where('subject', '=', sql<string>`any(${empty}::text[])`)
      .execute();
  return claimed;
}
