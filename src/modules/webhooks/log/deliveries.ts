import type { SelectQueryBuilder } from 'kysely';
import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import type { Delivery } from './schemas.ts';

type Deliveries = SelectQueryBuilder<DB & { d: DB['webhook_deliveries'] }, 'd', object>;

/** Adds what is shown of deliveries, with the IDs of their messages. */
export const withMessage = (shop_id: number) => (deliveries: Deliveries) =>
  deliveries
    .innerJoin('webhook_messages as m', (join) =>
      join.on('m.shop_id', '=', shop_id).onRef('m.id', '=', 'd.message_id'),
    )
    .select(['d.id', 'd.endpoint_id', 'm.webhook_id', 'd.type', 'd.subject', 'd.state', 'd.attempts'])
    .select(['d.status', 'd.error', 'd.retry_at', 'd.created_at', 'd.ended_at']);

type Row = Awaited<ReturnType<ReturnType<ReturnType<typeof withMessage>>['executeTakeFirstOrThrow']>>;

export function viewDelivery({ shop }: Context, row: Row): z.input<typeof Delivery> {
  const text = (moment: Date | null) => (moment === null ? null : isoWithZone(moment, shop.time_zone));
  return {
    id: row.id,
    webhook_id: row.endpoint_id,
    message_id: row.webhook_id,
    event_type: row.type,
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    status: row.status,
    error: row.error as z.input<typeof Delivery>['error'],
    retry_at: text(row.retry_at),
    created_at: isoWithZone(row.created_at, shop.time_zone),
    ended_at: text(row.ended_at),
  };
}
