import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { endBelief } from '../end-access.ts';
import { liveApiKeys } from './api-key.ts';
import type { ApiKeyIdInput } from './schemas.ts';

/** Ends an API key now. A key that has ended already is as one that does not exist. */
export async function revokeApiKey(context: Context, input: z.output<typeof ApiKeyIdInput>) {
  await context.transaction(async (inner) => {
    const live = await liveApiKeys(inner)
      .select('id')
      .where('id', '=', input.id)
      .forUpdate()
      .executeTakeFirst();
    if (live === undefined) throw kernelErrors.refuse('not_found');
    await inner.db
      .updateTable('api_keys')
      .set({ revoked_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', live.id)
      .execute();
    await emit(inner, 'api_key.revoked', live.id);
    await endBelief(inner);
  });
  return { id: input.id };
}
