import type { RefusalPart } from '../../kernel/errors.ts';
import type { Cell } from '../../kernel/sheets/cells.ts';
import { wholeNumber } from '../../kernel/sheets/whole-number.ts';
import { catalogLimits, readPreorder } from '../catalog/index.ts';
import type { ImportColumn } from './columns.ts';
import { importErrors } from './errors.ts';
import type { Existing, ImportRow, Raw } from './import-row.ts';

/** Notes what is wrong with a cell. */
type Fault = (row: ImportRow, column: ImportColumn, part: RefusalPart) => void;

const OF_PRODUCT = [
  'name',
  'category',
  'product_type',
  'preorder',
  'description',
  'discount',
  'wholesale',
  'published',
] as const;
const AMOUNTS = ['price_buy', 'price', 'price_reseller', 'price1', 'price2', 'price3', 'weight'] as const;

/**
 * The input for a product, from the rows of a group, merged with the existing product if there is one. An empty cell
 * leaves a field as it is, or at the default of a new product.
 */
export function rawProduct(
  group: readonly ImportRow[],
  existing: Existing | undefined,
  known: readonly (Existing | undefined)[],
  categories: ReadonlyMap<string, number>,
  fault: Fault,
): Raw {
  const cells = productCells(group, fault);
  const raw: Raw = { product_type: 'S', publish_status: true, ...existing?.product };
  const given = (column: (typeof OF_PRODUCT)[number], use: (cell: Cell, row: ImportRow) => void) => {
    const found = cells.get(column);
    if (found !== undefined) use(found.cell, found.row);
  };
  given('name', (cell) => (raw['name'] = String(cell)));
  given('product_type', (cell) => (raw['product_type'] = String(cell)));
  given('preorder', (cell, row) => {
    raw['preorder_setting'] = readPreorder(String(cell));
    if (raw['preorder_setting'] === undefined)
      fault(row, 'preorder', importErrors.part('import_preorder', ''));
  });
  given('description', (cell) => (raw['description'] = String(cell)));
  given('category', (cell, row) => {
    raw['category_id'] = categories.get(String(cell).toLowerCase());
    if (raw['category_id'] === undefined) {
      fault(row, 'category', importErrors.part('import_category', ''));
      raw['category_id'] = 0;
    }
  });
  given('discount', (cell, row) => (raw['discount'] = amountOf(cell, row, 'discount', fault)));
  given('published', (cell, row) => (raw['publish_status'] = yesNoOf(cell, row, 'published', fault)));
  given('wholesale', (cell, row) => {
    const steps = stepsOf(cell, row, fault);
    // A product whose steps are shut off for now stays so, where they are as they were.
    const is_as_before = JSON.stringify(steps) === JSON.stringify(existing?.product['wholesale']);
    raw['wholesale'] = steps;
    if (!is_as_before) raw['wholesale_status'] = true;
  });
  const counted = String(raw['product_type']).toUpperCase() === 'S';
  raw['is_warehouse'] = group.some((row) => Object.keys(row.cells).some((key) => key.startsWith('stock@')));
  raw['variations'] = group.map((row, index) =>
    rawVariation(row, known[index], counted, raw['is_warehouse'] === true, fault),
  );
  raw['has_variation'] = group.length > 1 || existing?.product['has_variation'] === true;
  return raw;
}

/** What stands in the rows of a product for the product as a whole: the same in each, or empty. */
function productCells(group: readonly ImportRow[], fault: Fault) {
  const found = new Map<(typeof OF_PRODUCT)[number], { cell: Cell; row: ImportRow }>();
  for (const row of group)
    for (const column of OF_PRODUCT) {
      const cell = row.cells[column];
      if (cell === undefined) continue;
      const first = found.get(column);
      if (first === undefined) found.set(column, { cell, row });
      else if (String(first.cell).toLowerCase() !== String(cell).toLowerCase())
        fault(row, column, importErrors.part('import_differs', '', { row: first.row.row_number }));
    }
  return found;
}

function rawVariation(
  row: ImportRow,
  existing: Existing | undefined,
  counted: boolean,
  by_warehouse: boolean,
  fault: Fault,
): Raw {
  const { cells } = row;
  const raw: Raw = { ...existing?.variation };
  // Excel shows long digits so, and saves them so as CSV: which they were is lost.
  if (/^\d(?:[.,]\d+)?E\+\d+$/i.test(String(cells.sku ?? '')))
    fault(row, 'sku', importErrors.part('import_shortened', ''));
  if (cells.sku !== undefined) raw['sku'] = existing?.variation['sku'] ?? String(cells.sku);
  if (cells.color !== undefined) raw['color'] = String(cells.color);
  if (cells.size !== undefined) raw['size'] = String(cells.size);
  if (cells.images !== undefined) {
    raw['images'] = String(cells.images)
      .split(/[\s,;]+/)
      .filter((address) => address !== '')
      .slice(0, catalogLimits.variation_images + 1);
    raw['primary_image'] = 0;
  }
  for (const column of AMOUNTS) {
    const cell = cells[column];
    if (cell !== undefined) raw[column] = amountOf(cell, row, column, fault);
  }
  if (!counted) {
    const there = cells.stock === undefined ? undefined : yesNoOf(cells.stock, row, 'stock', fault);
    return { ...raw, stock: there ?? existing?.variation['stock'] ?? true };
  }
  const levels = statedLevels(row, fault);
  // The rules want to hear of stock; what a row does not say of an existing variation is not written.
  if (levels.size === 0) levels.set(0, existing?.levels[0] ?? 0);
  if (!by_warehouse) return { ...raw, stock_quantity: levels.get(0) };
  return { ...raw, warehouse_stock: [...levels].map(([warehouse_id, stock]) => ({ warehouse_id, stock })) };
}

/** The stock per warehouse in a row. */
export function statedLevels(row: ImportRow, fault: Fault = () => undefined): Map<number, number> {
  const levels = new Map<number, number>();
  for (const [column, cell] of Object.entries(row.cells) as [ImportColumn, Cell][]) {
    if (column !== 'stock' && !column.startsWith('stock@')) continue;
    const quantity = amountOf(cell, row, column, fault);
    if (quantity !== undefined) levels.set(Number(column.split('@')[1] ?? 0), quantity);
  }
  return levels;
}

function amountOf(cell: Cell, row: ImportRow, column: ImportColumn, fault: Fault): number | undefined {
  const amount = wholeNumber(cell);
  if (amount === undefined) fault(row, column, importErrors.part('import_number', ''));
  return amount;
}

const ANSWERS: Record<string, boolean> = {
  y: true,
  ya: true,
  yes: true,
  true: true,
  n: false,
  tidak: false,
  no: false,
  false: false,
};

function yesNoOf(cell: Cell, row: ImportRow, column: ImportColumn, fault: Fault): boolean | undefined {
  const answer = ANSWERS[String(cell).toLowerCase()];
  if (answer === undefined) fault(row, column, importErrors.part('import_yes_no', ''));
  return answer;
}

function stepsOf(cell: Cell, row: ImportRow, fault: Fault): Raw[] {
  return String(cell)
    .split(';')
    .filter((step) => step.trim() !== '')
    .slice(0, catalogLimits.product_wholesales + 1)
    .flatMap((step) => {
      const [, from, to, price = ''] = /^\s*(\d+)\s*[-–]\s*(\d+)\s*[:=]\s*(.+)$/.exec(step) ?? [];
      const price_idr = wholeNumber(price.trim());
      if (price_idr !== undefined) return [{ from: Number(from), to: Number(to), price: price_idr }];
      fault(row, 'wholesale', importErrors.part('import_wholesale', ''));
      return [];
    });
}
