import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { openRecords, type SheetRecord } from '../../../kernel/sheets/read-records.ts';
import { AWB_COLUMNS, type AwbColumn } from './columns.ts';
import { insertAwbRows } from './import-rows.ts';
import { awbImportLimits } from './limits.ts';
import { planRows } from './plan-rows.ts';
import { getAwbImport } from './read-imports.ts';
import type { AwbImport, UploadAwbImportInput } from './schemas.ts';

/**
 * Reads a spreadsheet of AWB numbers and previews what each of its rows would do; no order is changed.
 * @throws Refusal 422 on `file` if it is not a spreadsheet, has no column of AWB numbers, or is too large
 */
export async function uploadAwbImport(
  context: Context,
  input: z.output<typeof UploadAwbImportInput>,
): Promise<z.input<typeof AwbImport>> {
  const { titles, records } = await openRecords(input.file.bytes, 'file', AWB_COLUMNS, {
    most_rows: awbImportLimits.awb_import_rows,
    chosen: input.columns ?? {},
  });
  const rows: SheetRecord<AwbColumn>[] = [];
  for await (const record of records) rows.push(record);
  return context.transaction(async (inner) => {
    const planned = await planRows(inner, rows);
    await removeOldImports(inner);
    const { id } = await inner.db
      .insertInto('awb_imports')
      .values({
        shop_id: inner.shop.id,
        file_name: input.file.name.slice(0, 200).toWellFormed(),
        status: 'READY',
        titles: JSON.stringify(Object.fromEntries(titles)),
        row_total: planned.length,
        created_by: inner.actor.user_id,
        created_at: inner.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertAwbRows(inner, id, planned);
    return getAwbImport(inner, { id });
  });
}

/** Makes room for one more. Its rows go with an import; one at which a job works stays. */
async function removeOldImports({ db, shop }: Context): Promise<void> {
  const old = await db
    .selectFrom('awb_imports')
    .select('id')
    .where('shop_id', '=', shop.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(awbImportLimits.awb_imports - 1)
    .execute();
  if (old.length === 0) return;
  await db
    .deleteFrom('awb_imports')
    .where('shop_id', '=', shop.id)
    .where(
      'id',
      'in',
      old.map(({ id }) => id),
    )
    .where('status', 'not in', ['APPLYING', 'UNDOING'])
    .execute();
}
