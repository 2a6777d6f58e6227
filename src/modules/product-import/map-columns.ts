import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { Refusal, type RefusalPart } from '../../kernel/errors.ts';
import { catalogLimits } from '../catalog/index.ts';
import { checkImport } from './check-import.ts';
import { importErrors } from './errors.ts';
import { getImport } from './get-import.ts';
import { regroupRows } from './import-rows.ts';
import { columnsOf, lockImport, needStatus } from './import-state.ts';
import { keepColumns } from './kept-columns.ts';
import { soughtColumns, type FileColumn, type ImportColumn } from './read/columns.ts';
import type { ImportDetail, MapColumnsInput } from './schemas.ts';
import { isListed, isOpen } from './visible-imports.ts';

/**
 * Has columns of an import read as something else, and previews it anew. What is chosen holds for later files of the shop
 * with the same titles, too. Columns that are not listed stay as they are.
 * @throws Refusal 404 if it does not belong to the shop; 409 if it is neither READY nor UNMAPPED; 422 on `columns.N.…` for
 *   a column that the file does not have or the user may not look into, or a second one of the same
 */
export async function mapColumns(
  context: Context,
  input: z.output<typeof MapColumnsInput>,
): Promise<z.input<typeof ImportDetail>> {
  return context.transaction(async (inner) => {
    const found = await lockImport(inner, input.id);
    if (found.status !== 'UNMAPPED') needStatus(found, 'READY');
    const sought = await soughtColumns(inner);
    const columns = chosenColumns(inner, found, input, new Set(sought.map(({ key }) => key)));
    await inner.db
      .updateTable('product_imports')
      .set({ columns: JSON.stringify(columns) })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .execute();
    await keepColumns(inner, columns);
    await regroupRows(inner, input.id, columns);
    await checkImport(inner, input.id, columns, found.row_total);
    return getImport(inner, input);
  });
}

function chosenColumns(
  context: Context,
  mapped: Awaited<ReturnType<typeof lockImport>>,
  input: z.output<typeof MapColumnsInput>,
  keys: ReadonlySet<ImportColumn>,
): FileColumn[] {
  const columns = columnsOf(mapped);
  const faults: RefusalPart[] = [];
  const places = new Map<number, number>();
  for (const [place, { column, read_as = null }] of input.columns.entries()) {
    const at = columns.findIndex(({ index }) => index === column - 1);
    const found = columns[at];
    if (found === undefined || !isListed(context, found))
      faults.push(importErrors.part('import_column_unknown', `columns.${place}.column`, { column }));
    else if (!isOpen(context, mapped, found))
      faults.push(importErrors.part('import_column_hidden', `columns.${place}.column`));
    else if (read_as !== null && !keys.has(read_as as ImportColumn))
      faults.push(
        importErrors.part('import_warehouse_unknown', `columns.${place}.read_as`, {
          warehouse_id: read_as.split('@')[1] ?? '',
        }),
      );
    else {
      columns[at] = { ...found, read_as: read_as as ImportColumn | null, known_by: 'CHOICE' };
      places.set(at, place);
    }
  }
  faults.push(...readTwice(columns, places));
  if (columns.every(({ read_as }) => read_as !== 'name'))
    faults.push(importErrors.part('import_name_unmapped', 'columns'));
  if (faults.length > 0) throw new Refusal(faults);
  return columns;
}

/** @param places where the input speaks of a column */
function readTwice(columns: readonly FileColumn[], places: ReadonlyMap<number, number>): RefusalPart[] {
  return columns.flatMap(({ read_as }, at) => {
    const place = places.get(at);
    if (read_as === null || place === undefined) return [];
    const others = columns.filter((other, index) => index !== at && other.read_as === read_as);
    const most = read_as === 'images' ? catalogLimits.variation_images : 1;
    const other = others[0];
    if (other === undefined || others.length < most) return [];
    return [
      importErrors.part('import_column_twice', `columns.${place}.read_as`, { column: other.index + 1 }),
    ];
  });
}
