import type { Context } from '../../../kernel/context.ts';

/** What PostgreSQL's integer holds: beyond it lies no id, and a comparison would be an error. */
const INTEGER_MAX = 2_147_483_647;

/**
 * The official code of a district, named by its legacy id or by the code itself.
 * @returns undefined where there is no such district
 */
export async function findDistrictCode(context: Context, district_id: number): Promise<number | undefined> {
  if (district_id > INTEGER_MAX) return undefined;
  const row = await context.db
    .selectFrom('districts')
    .select('code')
    .where((builder) =>
      builder.or([builder('legacy_id', '=', district_id), builder('code', '=', district_id)]),
    )
    .executeTakeFirst();
  return row?.code;
}
