import { variationLook } from '../catalog/index.ts';
import { importErrors } from './errors.ts';
import type { ImportColumn } from './read/columns.ts';
import type { Existing, ImportRow, Raw } from './read/import-row.ts';
import type { Remark } from './read/own-form.ts';

/** A variation that a product has. */
export interface StoredLook {
  variation_id: number;
  sku: string;
  /** See `variationLook`. */
  look: string;
}

interface CheckedRows {
  rows: readonly ImportRow[];
  /** What each row is in the shop already. */
  known: readonly (Existing | undefined)[];
  product: Raw;
  looks: ReadonlyMap<number, StoredLook[]>;
  titles: ReadonlyMap<ImportColumn, string>;
  /** Whether something has been said of a cell: then it has no value to judge. */
  is_faulty: (row: ImportRow, column: ImportColumn) => boolean;
}

/** What an import asks of the rows of a product beyond the rules of products. */
export function checkRows(checked: CheckedRows, fault: Remark): void {
  const variations = checked.product['variations'] as Raw[];
  for (const [place, row] of checked.rows.entries()) {
    if (row.is_orphan === true && checked.known[place] === undefined)
      fault(row, 'parent', importErrors.part('import_orphan', ''));
    refuseNoPrice(checked, place, row, variations[place], fault);
  }
  refuseTwins(checked, variations, fault);
}

/** No product is published for nothing because its price was not read. One that had none before stays as it is. */
function refuseNoPrice(
  { known, product, titles, is_faulty }: CheckedRows,
  place: number,
  row: ImportRow,
  variation: Raw | undefined,
  fault: Remark,
): void {
  if (product['publish_status'] !== true || (variation?.['price'] ?? 0) !== 0) return;
  const before = known[place];
  // A row that would add to a product that there is has been refused for that.
  if (before === undefined && known.some((other) => other !== undefined)) return;
  if (before?.variation['price'] === 0 && before.product['publish_status'] === true) return;
  if (is_faulty(row, 'price')) return;
  const code = titles.has('price') ? 'import_price_missing' : 'import_price_unread';
  fault(row, 'price', importErrors.part(code, ''));
}

/** Two variations that look the same: buyers could not tell them apart. Those that there are stay as they are. */
function refuseTwins(
  { rows, known, looks, titles, is_faulty }: CheckedRows,
  variations: readonly Raw[],
  fault: Remark,
): void {
  const first = new Map<string, number>();
  const own = new Set(known.map((existing) => existing?.variation_id));
  for (const [place, row] of rows.entries()) {
    if (is_faulty(row, 'color') || is_faulty(row, 'size')) continue;
    const look = lookOf(variations[place]);
    const before = known[place];
    const is_as_before = before !== undefined && lookOf(before.variation) === look;
    const twin = first.get(look);
    const stored = (looks.get(before?.product_id ?? 0) ?? []).find(
      (other) => other.look === look && !own.has(other.variation_id),
    );
    if (twin === undefined) first.set(look, row.row_number);
    if (is_as_before) continue;
    const column = labelColumn(row, titles);
    if (twin !== undefined) fault(row, column, importErrors.part('import_twin', '', { row: twin }));
    else if (stored !== undefined)
      fault(row, column, importErrors.part('import_twin_stored', '', { sku: stored.sku }));
  }
}

function lookOf(variation: Raw | undefined): string {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return variationLook({ color: text(variation?.['color']), size: text(variation?.['size']) });
}

/** The column in which a row says what its variation looks like. */
function labelColumn(row: ImportRow, titles: ReadonlyMap<ImportColumn, string>): ImportColumn {
  const has = (column: ImportColumn) => row.cells[column] !== undefined;
  return (
    (['color', 'size'] as const).find(has) ??
    (['color', 'size'] as const).find((key) => titles.has(key)) ??
    'name'
  );
}
