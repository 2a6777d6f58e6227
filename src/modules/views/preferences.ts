import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { viewErrors } from './errors.ts';
import { viewLimits } from './limits.ts';
import { lockUserRow } from './lock-user-row.ts';
import type { Preference, PreferenceDeleted, PreferenceNameInput, SetPreferenceInput } from './schemas.ts';

type Stored = z.input<typeof Preference>;

/** What was remembered for the user, by name. */
export async function listPreferences({ db, shop, actor }: Context): Promise<Stored[]> {
  const rows = await db
    .selectFrom('user_preferences')
    .select(['name', 'value', 'updated_at'])
    .where('shop_id', '=', shop.id)
    .where('user_id', '=', actor.user_id)
    .orderBy('name')
    .limit(viewLimits.preferences)
    .execute();
  return rows.map(({ name, value, updated_at }) => ({
    name,
    value: JSON.parse(value) as unknown,
    updated_at: updated_at.toISOString(),
  }));
}

/** Remembers a value for the user; the last one stays. @throws Refusal 422 if there are too many others */
export async function setPreference(
  context: Context,
  { name, value }: z.output<typeof SetPreferenceInput>,
): Promise<Stored> {
  return context.transaction(async (inner) => {
    const { db, shop, actor, clock } = inner;
    await lockUserRow(inner);
    const { others } = await db
      .selectFrom('user_preferences')
      .select(sql<number>`count(*)`.as('others'))
      .where('shop_id', '=', shop.id)
      .where('user_id', '=', actor.user_id)
      .where('name', '<>', name)
      .executeTakeFirstOrThrow();
    if (others >= viewLimits.preferences)
      throw viewErrors.refuse('preferences_full', { limit: viewLimits.preferences });
    const stored = { value: JSON.stringify(value), updated_at: clock.now() };
    await db
      .insertInto('user_preferences')
      .values({ shop_id: shop.id, user_id: actor.user_id, name, ...stored })
      .onConflict((conflict) => conflict.columns(['shop_id', 'user_id', 'name']).doUpdateSet(stored))
      .execute();
    return { name, value, updated_at: stored.updated_at.toISOString() };
  });
}

/** @throws Refusal 404 if the user has none of the name */
export async function deletePreference(
  { db, shop, actor }: Context,
  { name }: z.output<typeof PreferenceNameInput>,
): Promise<z.input<typeof PreferenceDeleted>> {
  const deleted = await db
    .deleteFrom('user_preferences')
    .where('shop_id', '=', shop.id)
    .where('user_id', '=', actor.user_id)
    .where('name', '=', name)
    .returning('name')
    .executeTakeFirst();
  if (deleted === undefined) throw kernelErrors.refuse('not_found');
  return deleted;
}
