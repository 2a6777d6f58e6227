import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { viewLimits } from './limits.ts';
import type { ListViewsInput, SavedView } from './schemas.ts';
import { presentView, visibleViews } from './views-of.ts';

/** The user's own views of a list and those that are shared, by title. One statement. */
export async function listViews(
  context: Context,
  { list }: z.output<typeof ListViewsInput>,
): Promise<z.input<typeof SavedView>[]> {
  const rows = await visibleViews(context)
    .where('v.list', '=', list)
    .orderBy(sql`lower(v.title)`)
    .orderBy('v.id')
    .limit(2 * viewLimits.views_of_list)
    .execute();
  return rows.map((row) => presentView(context, row));
}
