import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { GROUPS } from '../kinds.ts';
import type { ChangePushSettingsInput, PushSettings } from './schemas.ts';

/** What is pushed to the user's devices: everything, unless it was said otherwise. */
export async function getPushSettings({ db, shop, actor }: Context): Promise<z.input<typeof PushSettings>> {
  const row = await db
    .selectFrom('push_settings')
    .select('muted')
    .where('shop_id', '=', shop.id)
    .where('user_id', '=', actor.user_id)
    .executeTakeFirst();
  return settingsOf(row?.muted ?? []);
}

/** Who wants everything has no row, as those who never said anything. */
export async function changePushSettings(
  { db, shop, actor }: Context,
  { pushed }: z.output<typeof ChangePushSettingsInput>,
): Promise<z.input<typeof PushSettings>> {
  const muted = GROUPS.filter((group) => !pushed.includes(group));
  if (muted.length === 0)
    await db
      .deleteFrom('push_settings')
      .where('shop_id', '=', shop.id)
      .where('user_id', '=', actor.user_id)
      .execute();
  else
    await db
      .insertInto('push_settings')
      .values({ shop_id: shop.id, user_id: actor.user_id, muted })
      .onConflict((conflict) => conflict.columns(['shop_id', 'user_id']).doUpdateSet({ muted }))
      .execute();
  return settingsOf(muted);
}

function settingsOf(muted: readonly string[]): z.input<typeof PushSettings> {
  return { pushed: GROUPS.filter((group) => !muted.includes(group)) };
}
