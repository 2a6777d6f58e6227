import type { z } from 'zod';
import type { Context } from '../../../../kernel/context.ts';
import { openRecords } from '../../../../kernel/sheets/read-records.ts';
import { tariffLimits } from '../limits.ts';
import { TARIFF_COLUMNS } from './columns.ts';
import { insertTariffRows } from './import-rows.ts';
import { getTariffImport } from './read-imports.ts';
import type { TariffImport, UploadTariffImportInput } from './schemas.ts';

/**
 * Reads a spreadsheet of a tariff and previews what each of its rows would do; the tariff is not changed.
 * @throws Refusal 422 on `file` if it is not a spreadsheet, lacks a column, or is too large
 */
export async function uploadTariffImport(
  context: Context,
  input: z.output<typeof UploadTariffImportInput>,
): Promise<z.input<typeof TariffImport>> {
  const opened = await openRecords(input.file.bytes, 'file', TARIFF_COLUMNS, {
    most_rows: tariffLimits.tariff_import_rows,
  });
  return context.transaction(async (inner) => {
    await removeOldImports(inner);
    const { id } = await inner.db
      .insertInto('tariff_imports')
      .values({
        shop_id: inner.shop.id,
        file_name: input.file.name.slice(0, 200),
        status: 'READY',
        titles: JSON.stringify(Object.fromEntries(opened.titles)),
        created_by: inner.actor.user_id,
        created_at: inner.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const counts = await insertTariffRows(inner, id, opened);
    await inner.db
      .updateTable('tariff_imports')
      .set({
        row_total: counts.NEW + counts.CHANGED + counts.UNCHANGED + counts.WRONG,
        created: counts.NEW,
        changed: counts.CHANGED,
        unchanged: counts.UNCHANGED,
        wrong: counts.WRONG,
      })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .execute();
    return getTariffImport(inner, { id });
  });
}

/** Makes room for one more. Its rows go with an import; one that is being applied stays. */
async function removeOldImports({ db, shop }: Context): Promise<void> {
  const old = await db
    .selectFrom('tariff_imports')
    .select('id')
    .where('shop_id', '=', shop.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(tariffLimits.tariff_imports - 1)
    .execute();
  if (old.length === 0) return;
  await db
    .deleteFrom('tariff_imports')
    .where('shop_id', '=', shop.id)
    .where(
      'id',
      'in',
      old.map(({ id }) => id),
    )
    .where('status', '<>', 'APPLYING')
    .execute();
}
