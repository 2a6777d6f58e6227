import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { may } from '../../kernel/permissions.ts';
import { plainTitle } from '../../kernel/sheets/match-titles.ts';
import { productImportLimits } from './limits.ts';
import type { FileColumn, ImportColumn } from './read/columns.ts';
import { REPORT_TITLES } from './report-titles.ts';

/** What a shop chose for the columns of files with the same titles, by title. */
type KeptColumns = Record<string, ImportColumn | null>;

/**
 * The columns, read as the shop chose for an earlier file with the same titles, in whatever order.
 * @param keys what columns can be read as now: a warehouse may be gone
 */
export async function withKept(
  context: Context,
  columns: readonly FileColumn[],
  keys: ReadonlySet<ImportColumn>,
): Promise<FileColumn[]> {
  const chosen = await findKept(context, columns);
  if (chosen === undefined) return [...columns];
  const names = namesOf(columns);
  return columns.map((column, place) => {
    const kept = chosen[names[place] ?? ''];
    const is_gone = kept !== null && kept !== undefined && !keys.has(kept);
    if (kept === undefined || kept === column.read_as || kept === 'surplus' || is_gone) return column;
    return { ...column, read_as: kept, known_by: 'EARLIER_FILE' };
  });
}

async function findKept(context: Context, columns: readonly FileColumn[]): Promise<KeptColumns | undefined> {
  const found = await context.db
    .selectFrom('product_import_layouts')
    .select(sql<KeptColumns>`columns`.as('columns'))
    .where('shop_id', '=', context.shop.id)
    .where('layout', '=', layoutOf(columns))
    .executeTakeFirst();
  return found?.columns;
}

/**
 * Keeps what the columns are read as for the next file with the same titles; the oldest beyond the limit go. What is kept as
 * purchase prices stays so for who may not see them. Of a file without titles nothing is kept.
 */
export async function keepColumns(context: Context, columns: readonly FileColumn[]): Promise<void> {
  if (columns.every(({ title }) => title === '')) return;
  const names = namesOf(columns);
  const before = may(context.actor.role, 'cost.read') ? undefined : await findKept(context, columns);
  const kept: KeptColumns = Object.fromEntries(
    columns.map(({ read_as }, place) => {
      const name = names[place] ?? '';
      return [name, before?.[name] === 'price_buy' ? 'price_buy' : read_as];
    }),
  );
  const written = { columns: JSON.stringify(kept), kept_at: context.clock.now() };
  await context.db
    .insertInto('product_import_layouts')
    .values({ shop_id: context.shop.id, layout: layoutOf(columns), ...written })
    .onConflict((conflict) => conflict.columns(['shop_id', 'layout']).doUpdateSet(written))
    .execute();
  await sql`
    delete from product_import_layouts as old
    where old.shop_id = ${context.shop.id} and old.layout in (
      select l.layout from product_import_layouts l where l.shop_id = ${context.shop.id}
      order by l.kept_at desc, l.layout offset ${productImportLimits.import_layouts})`.execute(context.db);
}

/** The titles of a file, whatever their order. A report is a file of the same titles, with some of its own. */
function layoutOf(columns: readonly FileColumn[]): string {
  const titled = columns.filter(({ title }) => title !== '');
  const names = namesOf(titled).filter((name) => !REPORT_TITLES.has(name));
  return createHash('sha256').update(names.toSorted().join('\n')).digest('hex');
}

/** Titles, with their number where several are the same. */
function namesOf(columns: readonly FileColumn[]): string[] {
  const seen = new Map<string, number>();
  return columns.map(({ title }) => {
    const plain = plainTitle(title);
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return count === 1 ? plain : `${plain} #${count}`;
  });
}
