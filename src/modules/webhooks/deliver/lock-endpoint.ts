import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';

/** An endpoint with its queue, locked. */
export type LockedEndpoint = Pick<
  Selectable<DB['webhook_endpoints']>,
  'id' | 'url' | 'state' | 'secret' | 'previous_secret' | 'previous_ends_at'
> &
  Pick<Selectable<DB['webhook_queues']>, 'due_at' | 'failures' | 'given_up' | 'failing_since' | 'is_resting'>;

/** Waits for who works the endpoint now: a few milliseconds. */
export function lockEndpoint(
  { db, shop }: Context,
  endpoint_id: number,
): Promise<LockedEndpoint | undefined> {
  return db
    .selectFrom('webhook_queues as q')
    .innerJoin('webhook_endpoints as w', (join) =>
      join.on('w.shop_id', '=', shop.id).onRef('w.id', '=', 'q.endpoint_id'),
    )
    .select(['w.id', 'w.url', 'w.state', 'w.secret', 'w.previous_secret', 'w.previous_ends_at'])
    .select(['q.due_at', 'q.failures', 'q.given_up', 'q.failing_since', 'q.is_resting'])
    .where('q.shop_id', '=', shop.id)
    .where('q.endpoint_id', '=', endpoint_id)
    .forUpdate('q')
    .executeTakeFirst();
}
