import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { holdToLimit } from '../../../kernel/shop-limit.ts';
import { refuseKeysOfPackage } from '../../packages/index.ts';
import { accountLimits } from '../limits.ts';
import { holdAccess } from '../lock-users.ts';
import { addApiKey, liveApiKeys } from './api-key.ts';
import type { CreateApiKeyInput } from './schemas.ts';

/** Creates an API key for the shop. The key itself is returned only here. */
export async function createApiKey(context: Context, input: z.output<typeof CreateApiKeyInput>) {
  return context.transaction(async (inner) => {
    await holdAccess(inner);
    await refuseKeysOfPackage(inner);
    // A key that was replaced and still overlaps takes no place.
    await holdToLimit(
      inner,
      accountLimits.api_keys_per_shop,
      liveApiKeys(inner).where('replaced_by', 'is', null),
    );
    const made = await addApiKey(inner, input.name);
    await emit(inner, 'api_key.created', made.id);
    return made;
  });
}
