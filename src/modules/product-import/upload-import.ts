import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { openTable } from '../../kernel/sheets/open-table.ts';
import { checkImport } from './check-import.ts';
import { getImport } from './get-import.ts';
import { insertRows } from './import-rows.ts';
import { withKept } from './kept-columns.ts';
import { soughtColumns } from './read/columns.ts';
import { knowColumns } from './read/know-columns.ts';
import { partsNotRead } from './read/parts-not-read.ts';
import type { ImportDetail, UploadImportInput } from './schemas.ts';

/**
 * Reads a product spreadsheet and previews its effect, cell by cell; no data of the shop is changed.
 * @throws Refusal 422 on `file` if it is not a spreadsheet, or has no rows
 */
export async function uploadImport(
  context: Context,
  input: z.output<typeof UploadImportInput>,
): Promise<z.input<typeof ImportDetail>> {
  const sought = await soughtColumns(context);
  const table = await openTable(input.file.bytes, 'file', sought, { accepts_unknown: true });
  const keys = new Set(sought.map(({ key }) => key));
  const columns = await withKept(context, knowColumns(table), keys);
  return context.transaction(async (inner) => {
    const { id } = await inner.db
      .insertInto('product_imports')
      .values({
        shop_id: inner.shop.id,
        file_name: input.file.name.slice(0, 200),
        status: 'CHECKING',
        columns: JSON.stringify(columns),
        passed_over: JSON.stringify(partsNotRead(table)),
        row_total: 0,
        created_by: inner.actor.user_id,
        created_at: inner.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const row_total = await insertRows(inner, id, columns, table);
    await checkImport(inner, id, columns, row_total);
    return getImport(inner, { id });
  });
}
