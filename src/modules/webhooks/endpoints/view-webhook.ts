import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { MessageName } from '../message-types.ts';
import type { WebhookView } from './schemas.ts';

/** The webhooks of the shop, without those that were deleted, with what their answers show; no secrets. */
export function webhooksOf({ db, shop }: Context) {
  return db
    .selectFrom('webhook_endpoints as w')
    .innerJoin('webhook_queues as q', (join) =>
      join.on('q.shop_id', '=', shop.id).onRef('q.endpoint_id', '=', 'w.id'),
    )
    .select(['w.id', 'w.url', 'w.description', 'w.event_types', 'w.state', 'w.off_reason', 'w.off_at'])
    .select(['w.previous_ends_at', 'w.created_at', 'w.updated_at', 'q.failing_since'])
    .where('w.shop_id', '=', shop.id)
    .where('w.state', '<>', 'DELETED');
}

type Row = Awaited<ReturnType<ReturnType<typeof webhooksOf>['executeTakeFirstOrThrow']>>;

export function viewWebhook({ shop, clock }: Context, row: Row): z.input<typeof WebhookView> {
  const text = (moment: Date | null) => (moment === null ? null : isoWithZone(moment, shop.time_zone));
  const { previous_ends_at } = row;
  const has_two = previous_ends_at !== null && previous_ends_at > clock.now();
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    event_types: row.event_types as MessageName[] | null,
    is_active: row.state === 'ACTIVE',
    off_reason: row.off_reason,
    off_at: text(row.off_at),
    failing_since: text(row.failing_since),
    old_secret_ends_at: has_two ? text(previous_ends_at) : null,
    created_at: isoWithZone(row.created_at, shop.time_zone),
    updated_at: isoWithZone(row.updated_at, shop.time_zone),
  };
}
