import type { z } from 'zod';
import { addDays, startOfDay } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import { readPage } from '../../../kernel/paging.ts';
import { withMessage, viewDelivery } from './deliveries.ts';
import type { Delivery, ListDeliveriesInput } from './schemas.ts';

type Input = z.output<typeof ListDeliveriesInput>;

/**
 * What was sent to a webhook in the last `limits.webhook_log_days` days, newest first.
 * @throws Refusal 422 on `webhook_id` if the shop has no such webhook
 */
export async function listDeliveries(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof Delivery>>> {
  const { db, shop } = context;
  const webhook = await db
    .selectFrom('webhook_endpoints')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('id', '=', input.webhook_id)
    .where('state', '<>', 'DELETED')
    .executeTakeFirst();
  foundBy('webhook_id', webhook);
  const matching = foundDeliveries(context, input);
  const rows = matching.$call(withMessage(shop.id)).orderBy('d.created_at', 'desc').orderBy('d.id', 'desc');
  return readPage(db, input, { matching, rows }, (row) => viewDelivery(context, row));
}

function foundDeliveries({ db, shop }: Context, input: Input) {
  let found = db
    .selectFrom('webhook_deliveries as d')
    .where('d.shop_id', '=', shop.id)
    .where('d.endpoint_id', '=', input.webhook_id);
  if (input.state !== undefined) found = found.where('d.state', '=', input.state);
  if (input.event_type !== undefined) found = found.where('d.type', '=', input.event_type);
  if (input.start_date !== undefined)
    found = found.where('d.created_at', '>=', startOfDay(input.start_date, shop.time_zone));
  if (input.end_date !== undefined)
    found = found.where('d.created_at', '<', startOfDay(addDays(input.end_date, 1), shop.time_zone));
  return found;
}
