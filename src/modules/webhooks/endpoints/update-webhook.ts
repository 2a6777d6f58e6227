import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { emit } from '../../../kernel/outbox.ts';
import { lockWebhook } from './lock-webhook.ts';
import { refuseUrl } from './refuse-url.ts';
import type { UpdateWebhookInput, WebhookView } from './schemas.ts';
import { viewWebhook, webhooksOf } from './view-webhook.ts';

type Input = z.output<typeof UpdateWebhookInput>;
type Locked = Awaited<ReturnType<typeof lockWebhook>>;

/**
 * Changes a webhook. Where it is switched on again, or gets another address, what it did before no longer counts, and what
 * waits is sent at once.
 * @throws Refusal 404; 422 if the address is not accepted
 */
export async function updateWebhook(context: Context, input: Input): Promise<z.input<typeof WebhookView>> {
  if (input.url !== undefined) refuseUrl(context, input.url);
  return context.transaction(async (inner) => {
    const before = await lockWebhook(inner, input.id);
    const columns = changedColumns(before, input);
    const difference = differenceOf(before, columns);
    const now = inner.clock.now();
    if (Object.keys(difference).length > 0) {
      await inner.db
        .updateTable('webhook_endpoints')
        .set({ ...columns, ...offColumns(before, columns.state, now), updated_at: now })
        .where('shop_id', '=', inner.shop.id)
        .where('id', '=', input.id)
        .execute();
      if (columns.state === 'ACTIVE' && ('state' in difference || 'url' in difference))
        await beginAnew(inner, input.id, now);
      await emit(inner, 'webhook.updated', input.id, withoutSecrets(difference));
    }
    const row = await webhooksOf(inner).where('w.id', '=', input.id).executeTakeFirstOrThrow();
    return viewWebhook(inner, row);
  });
}

function changedColumns(before: Locked, { url, description, event_types, is_active }: Input) {
  return {
    url: url ?? before.url,
    description: description === undefined ? before.description : (description ?? ''),
    event_types: event_types === undefined ? before.event_types : event_types && [...new Set(event_types)],
    state: is_active === undefined ? before.state : is_active ? ('ACTIVE' as const) : ('OFF' as const),
  };
}

function offColumns(before: Locked, state: Locked['state'], now: Date) {
  if (state === before.state) return {};
  const is_off = state === 'OFF';
  return { off_reason: is_off ? ('OWNER' as const) : null, off_at: is_off ? now : null };
}

async function beginAnew({ db, shop }: Context, id: number, now: Date): Promise<void> {
  await db
    .updateTable('webhook_queues')
    .set({ due_at: now, failures: 0, given_up: 0, failing_since: null, is_resting: false })
    .where('shop_id', '=', shop.id)
    .where('endpoint_id', '=', id)
    .execute();
}

/** Of an address the host: what comes behind it may let in whoever reads it. */
function withoutSecrets(difference: Record<string, [unknown, unknown]>): Record<string, [unknown, unknown]> {
  const { url, ...others } = difference;
  if (url === undefined) return others;
  const host = (address: unknown) => new URL(String(address)).host;
  return { ...others, url: [host(url[0]), host(url[1])] };
}
