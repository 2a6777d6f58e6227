import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { webhookErrors } from '../errors.ts';

/** @throws Refusal 404 if the shop has no such webhook, 409 if it is switched off */
export async function refuseOff({ db, shop }: Context, id: number): Promise<void> {
  const webhook = await db
    .selectFrom('webhook_endpoints')
    .select('state')
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .where('state', '<>', 'DELETED')
    .executeTakeFirst();
  if (webhook === undefined) throw kernelErrors.refuse('not_found');
  if (webhook.state === 'OFF') throw webhookErrors.refuse('webhook_off');
}
