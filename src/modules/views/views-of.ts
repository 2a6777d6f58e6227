import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { may } from '../../kernel/permissions.ts';
import { viewErrors } from './errors.ts';
import { permissionOfList, VIEWED_LISTS, type ViewedList } from './lists.ts';
import type { SavedView } from './schemas.ts';

/** The views that are there for the user: one's own and shared ones, of lists that the role can read. */
export function visibleViews({ db, shop, actor }: Context) {
  const lists = VIEWED_LISTS.filter((list) => may(actor.role, permissionOfList(list)));
  return db
    .selectFrom('saved_views as v')
    .innerJoin('users as u', (join) => join.on('u.shop_id', '=', shop.id).onRef('u.id', '=', 'v.user_id'))
    .select(['v.id', 'v.list', 'v.title', 'v.query', 'v.is_shared', 'v.user_id', 'v.updated_at'])
    .select('u.full_name')
    .where('v.shop_id', '=', shop.id)
    .where('v.list', '=', sql<string>`any(${lists}::text[])`)
    .where((where) => where.or([where('v.user_id', '=', actor.user_id), where('v.is_shared', '=', true)]));
}

type Row = Awaited<ReturnType<ReturnType<typeof visibleViews>['execute']>>[number];

export function presentView({ actor }: Context, row: Row): z.input<typeof SavedView> {
  return {
    id: row.id,
    list: row.list as ViewedList,
    title: row.title,
    query: row.query,
    is_shared: row.is_shared,
    user: { id: row.user_id, name: row.full_name },
    is_own: row.user_id === actor.user_id,
    updated_at: row.updated_at.toISOString(),
  };
}

/** The view as the user sees it after a change. */
export async function viewSaved(context: Context, id: number): Promise<z.input<typeof SavedView>> {
  return presentView(context, await visibleViews(context).where('v.id', '=', id).executeTakeFirstOrThrow());
}

/**
 * Locks a view that the user can change.
 * @throws Refusal 404 where there is none for the user; 403 where it is shared, and the role shares none
 */
export async function lockView(context: Context, id: number) {
  const view = await visibleViews(context).where('v.id', '=', id).forUpdate('v').executeTakeFirst();
  if (view === undefined) throw kernelErrors.refuse('not_found');
  if (view.is_shared) refuseSharing(context);
  return view;
}

/** @throws Refusal 403 where the role does not share views */
export function refuseSharing({ actor }: Context): void {
  if (!may(actor.role, 'views.share')) throw viewErrors.refuse('view_not_shared_by_role');
}
