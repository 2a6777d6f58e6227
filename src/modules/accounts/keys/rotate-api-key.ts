import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { holdToLimit } from '../../../kernel/shop-limit.ts';
import { endBelief } from '../end-access.ts';
import { refuseKeysOfPackage } from '../../packages/index.ts';
import { accountLimits } from '../limits.ts';
import { holdAccess } from '../lock-users.ts';
import { addApiKey, liveApiKeys } from './api-key.ts';
import type { RotateApiKeyInput } from './schemas.ts';

/**
 * Creates a key that replaces another one, with the same name. The old key keeps working for the overlap, so that
 * clients can be changed one by one. A key that has already been replaced cannot be rotated again.
 */
export async function rotateApiKey(context: Context, input: z.output<typeof RotateApiKeyInput>) {
  return context.transaction(async (inner) => {
    await holdAccess(inner);
    await refuseKeysOfPackage(inner);
    const old = await liveApiKeys(inner)
      .select(['id', 'first_id', 'name', 'expires_at'])
      .where('id', '=', input.id)
      .where('replaced_by', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (old === undefined) throw kernelErrors.refuse('not_found');
    // Whatever opens the shop can be seen in the list, so also what overlaps has its limit.
    await holdToLimit(inner, accountLimits.api_keys_listed, liveApiKeys(inner));
    const made = await addApiKey(inner, old.name, old.first_id ?? old.id);
    const ends_at = new Date(inner.clock.now().getTime() + input.overlap_hours * 3_600_000);
    await inner.db
      .updateTable('api_keys')
      .set({ revoked_at: ends_at, replaced_by: made.id })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', old.id)
      .execute();
    await emit(inner, 'api_key.rotated', old.id, { replaced_by: made.id });
    await endBelief(inner);
    const old_ends_at = ends_at < old.expires_at ? ends_at : old.expires_at;
    return { ...made, old_key_ends_at: old_ends_at.toISOString() };
  });
}
