import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { lockQueues } from '../lanes.ts';

/**
 * Locks a webhook that is to be changed, and its queue.
 * @throws Refusal 404
 */
export async function lockWebhook(context: Context, id: number) {
  await lockQueues(context, [id]);
  const row = await context.db
    .selectFrom('webhook_endpoints')
    .select(['id', 'url', 'description', 'event_types', 'state', 'secret'])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where('state', '<>', 'DELETED')
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return row;
}
