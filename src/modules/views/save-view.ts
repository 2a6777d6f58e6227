import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { may } from '../../kernel/permissions.ts';
import { holdToLimit } from '../../kernel/shop-limit.ts';
import { viewErrors } from './errors.ts';
import { holdToViews } from './hold-to-views.ts';
import { viewLimits } from './limits.ts';
import { permissionOfList } from './lists.ts';
import type { CreateViewInput, SavedView, UpdateViewInput, ViewDeleted, ViewIdInput } from './schemas.ts';
import { lockView, refuseSharing, viewSaved } from './views-of.ts';

type Saved = z.input<typeof SavedView>;

/**
 * Saves filters of a list under a title.
 * @throws Refusal 403 if the role cannot read the list, or shares no views; 422 if there is one of the title, or too many
 */
export async function createView(context: Context, input: z.output<typeof CreateViewInput>): Promise<Saved> {
  if (!may(context.actor.role, permissionOfList(input.list))) throw kernelErrors.refuse('forbidden');
  if (input.is_shared) refuseSharing(context);
  return context.transaction(async (inner) => {
    const { db, shop, actor, clock } = inner;
    await holdToViews(inner, input);
    const now = clock.now();
    const { id } = await db
      .insertInto('saved_views')
      .values({
        shop_id: shop.id,
        user_id: actor.user_id,
        list: input.list,
        title: input.title,
        query: plainQuery(input.query),
        is_shared: input.is_shared,
        created_at: now,
        updated_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return viewSaved(inner, id);
  });
}

/**
 * Changes the given fields of a view.
 * @throws Refusal 404 if there is none for the user; 403 if it is shared, and not the user's to change; 422 if there is another of
 *   the title, or the shop shares too many
 */
export async function updateView(context: Context, input: z.output<typeof UpdateViewInput>): Promise<Saved> {
  return context.transaction(async (inner) => {
    const { db, shop, actor, clock } = inner;
    const before = await lockView(inner, input.id);
    const is_shared = input.is_shared ?? before.is_shared;
    if (is_shared && !before.is_shared) await share(inner, before.list);
    if (!is_shared && before.user_id !== actor.user_id) throw viewErrors.refuse('view_of_other');
    await db
      .updateTable('saved_views')
      .set({
        title: input.title ?? before.title,
        query: input.query === undefined ? before.query : plainQuery(input.query ?? ''),
        is_shared,
        updated_at: clock.now(),
      })
      .where('shop_id', '=', shop.id)
      .where('id', '=', before.id)
      .execute();
    return viewSaved(inner, before.id);
  });
}

/** @throws Refusal 403 if the role shares none; 422 if the shop shares as many of the list as it may */
async function share(context: Context, list: string): Promise<void> {
  refuseSharing(context);
  const shared = context.db
    .selectFrom('saved_views')
    .where('shop_id', '=', context.shop.id)
    .where('list', '=', list)
    .where('is_shared', '=', true);
  await holdToLimit(context, viewLimits.views_of_list, shared);
}

/** @throws Refusal 404 if there is none for the user; 403 if it is shared, and not the user's to delete */
export async function deleteView(
  context: Context,
  input: z.output<typeof ViewIdInput>,
): Promise<z.input<typeof ViewDeleted>> {
  return context.transaction(async (inner) => {
    const { id } = await lockView(inner, input.id);
    await inner.db
      .deleteFrom('saved_views')
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .execute();
    return { id };
  });
}

/** Copied from an address it begins with a question mark. */
const plainQuery = (query: string) => query.replace(/^\?/, '');
