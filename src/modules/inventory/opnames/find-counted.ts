import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { visibleWarehouse } from '../../stock/index.ts';
import { inventoryErrors } from '../errors.ts';
import type { CellFault, OpnameSheet, SheetLine } from './read-opname-sheet.ts';

/** A line whose variation and warehouse are found. */
export interface CountedLine {
  variation_id: number;
  warehouse_id: number;
  warehouse_stock: number;
}

interface Variation {
  id: number;
  sku: string;
  product_type: string;
}

/**
 * Resolves the lines of a spreadsheet in two statements: variations by SKU ignoring letter case or by id, warehouses by
 * name ignoring letter case or by id; the default is the main warehouse.
 * @returns the valid lines, and all errors of the spreadsheet, by row
 */
export async function findCounted(
  context: Context,
  sheet: OpnameSheet,
): Promise<{ lines: CountedLine[]; faults: CellFault[] }> {
  const variations = await loadVariations(context, sheet.lines);
  const by_sku = new Map(variations.map((variation) => [variation.sku.toLowerCase(), variation]));
  const by_id = new Map(variations.map((variation) => [variation.id, variation]));
  const warehouses = await loadWarehouses(context);
  const faults = [...sheet.faults];
  const rows_of = new Map<string, number>();
  const lines: CountedLine[] = [];
  for (const line of sheet.lines) {
    await takeTurns();
    const named = line.sku === undefined ? by_id.get(line.variation_id ?? 0) : by_sku.get(line.sku);
    const is_same = line.variation_id === undefined || named?.id === line.variation_id;
    const warehouse_id = warehouses.get(line.warehouse ?? '0');
    const before = faults.length;
    const fault = (column: 'sku' | 'warehouse', part: CellFault['part']) =>
      faults.push({ row: line.row, column: sheet.titleOf(column), part });
    if (named === undefined) fault('sku', inventoryErrors.part('sku_unknown', ''));
    else if (!is_same) fault('sku', inventoryErrors.part('sku_other_variation', ''));
    else if (named.product_type !== 'S') fault('sku', inventoryErrors.part('sku_not_counted', ''));
    if (warehouse_id === undefined) fault('warehouse', inventoryErrors.part('warehouse_unknown', ''));
    if (faults.length > before || named === undefined || warehouse_id === undefined) continue;
    const key = `${named.id} ${warehouse_id}`;
    const first_row = rows_of.get(key);
    if (first_row !== undefined) {
      fault('sku', inventoryErrors.part('counted_twice', '', { row: first_row }));
      continue;
    }
    rows_of.set(key, line.row);
    lines.push({ variation_id: named.id, warehouse_id, warehouse_stock: line.counted });
  }
  return { lines, faults: faults.toSorted((a, b) => a.row - b.row) };
}

async function loadVariations(context: Context, lines: readonly SheetLine[]): Promise<Variation[]> {
  const skus = lines.flatMap((line) => line.sku ?? []);
  const ids = lines.flatMap((line) => (line.sku === undefined ? (line.variation_id ?? []) : []));
  return context.db
    .selectFrom('product_variations as v')
    .innerJoin('products as p', (join) =>
      join.on('p.shop_id', '=', context.shop.id).onRef('p.id', '=', 'v.product_id'),
    )
    .select(['v.id', 'v.sku', 'p.product_type'])
    .where('v.shop_id', '=', context.shop.id)
    .where('v.archived_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb(sql<string>`lower(v.sku)`, '=', sql<string>`any(${skus}::text[])`),
        eb('v.id', '=', sql<number>`any(${ids}::bigint[])`),
      ]),
    )
    .execute();
}

/** The warehouses that the user may see, by name in lower case and by id. */
async function loadWarehouses(context: Context): Promise<Map<string, number>> {
  const rows = await context.db
    .selectFrom('warehouses as w')
    .select(['w.id', 'w.name'])
    .where('w.shop_id', '=', context.shop.id)
    .where('w.archived_at', 'is', null)
    .where(visibleWarehouse(context, 'w.id'))
    .orderBy('w.id', 'desc')
    .execute();
  return new Map(
    rows.flatMap((row) => [[row.name.toLowerCase(), row.id] as const, [String(row.id), row.id] as const]),
  );
}
