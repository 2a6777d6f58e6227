import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { errorText, Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { limits } from '../../../kernel/limits.ts';
import { lockLevels } from '../../stock/index.ts';
import { inventoryErrors } from '../errors.ts';
import { findCounted, type CountedLine } from './find-counted.ts';
import { readOpnameSheet, type CellFault } from './read-opname-sheet.ts';
import type { ImportOpnameInput, OpnamesImported } from './schemas.ts';
import { storeOpname } from './store-opname.ts';

/**
 * Stores the counted quantities of a spreadsheet as one stock opname per warehouse: all rows or none; with `partial`
 * the valid rows.
 * @throws Refusal 422 on `file.ROW.COLUMN` for each error; then nothing is stored
 */
export async function importOpname(
  context: Context,
  input: z.output<typeof ImportOpnameInput>,
): Promise<z.input<typeof OpnamesImported>> {
  const sheet = await readOpnameSheet(input.file.bytes);
  return context.transaction(async (inner) => {
    const { lines, faults } = await findCounted(inner, sheet);
    if (lines.length === 0 || (faults.length > 0 && !input.partial)) throw refusalOf(faults);
    const day = dateTimeText(inner.clock.now(), inner.shop.time_zone);
    const description = input.description ?? `Stok opname ${day}`;
    const opnames = [];
    // All at once, in key order: warehouse after warehouse would lock variations in a circle with others.
    await lockLevels(inner, [...new Set(lines.map((line) => line.variation_id))]);
    for (const [warehouse_id, of_warehouse] of byWarehouse(lines))
      opnames.push(await storeOpname(inner, { warehouse_id, description, lines: of_warehouse }));
    return {
      opnames,
      skipped: faults.slice(0, limits.faults_listed).map(explain),
      skipped_total: faults.length,
    };

    function explain({ row, column, part }: CellFault) {
      return { row, column, reason: errorText(part, inner.language) };
    }
  });
}

function refusalOf(faults: readonly CellFault[]): Refusal {
  const head: RefusalPart =
    faults.length === 0
      ? inventoryErrors.part('nothing_counted', 'file')
      : inventoryErrors.part('cells_wrong', 'file', { count: faults.length });
  return new Refusal([
    head,
    ...faults.map(({ row, column, part }) => ({ ...part, field: `file.${row}.${column}` })),
  ]);
}

/** In the order of the warehouses' ids, in which all who set several lock them. */
function byWarehouse(lines: readonly CountedLine[]): [number, CountedLine[]][] {
  const groups = new Map<number, CountedLine[]>();
  for (const line of lines) {
    const group = groups.get(line.warehouse_id);
    if (group === undefined) groups.set(line.warehouse_id, [line]);
    else group.push(line);
  }
  return [...groups].toSorted(([a], [b]) => a - b);
}
