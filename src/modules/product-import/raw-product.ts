import type { Cell } from '../../kernel/sheets/cells.ts';
import { wholeNumber } from '../../kernel/sheets/whole-number.ts';
import { catalogLimits, readPreorder } from '../catalog/index.ts';
import type { ImportColumn } from './read/columns.ts';
import { importErrors } from './errors.ts';
import { AMOUNT_READERS, isRupiah } from './read/amounts.ts';
import { readYesNo } from './read/answers.ts';
import type { Existing, ImportRow, Raw } from './read/import-row.ts';
import type { Remark } from './read/own-form.ts';

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
  fault: Remark,
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
  // One that there is not yet is made when the import is applied.
  given('category', (cell) => (raw['category_id'] = categories.get(String(cell).toLowerCase()) ?? 0));
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

/** Texts of a product's rows are the same where they differ in letter case and spaces only. */
function folded(cell: Cell): string {
  return String(cell).toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** What stands in the rows of a product for the product as a whole: the same in each, or empty. */
function productCells(group: readonly ImportRow[], fault: Remark) {
  const found = new Map<(typeof OF_PRODUCT)[number], { cell: Cell; row: ImportRow }>();
  for (const row of group)
    for (const column of OF_PRODUCT) {
      const cell = row.cells[column];
      if (cell === undefined) continue;
      const first = found.get(column);
      if (first === undefined) found.set(column, { cell, row });
      else if (folded(first.cell) !== folded(cell))
        fault(row, column, importErrors.part('import_differs', '', { row: first.row.row_number }));
    }
  return found;
}

function rawVariation(
  row: ImportRow,
  existing: Existing | undefined,
  counted: boolean,
  by_warehouse: boolean,
  fault: Remark,
): Raw {
  const { cells } = row;
  const raw: Raw = { ...existing?.variation };
  if (cells.sku !== undefined && isShortened(cells.sku))
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

/**
 * Whether digits were lost: spreadsheets keep fifteen of a number, and put noughts behind them; long ones are shown like
 * 8,99E+12, and saved so as CSV.
 */
function isShortened(cell: Cell): boolean {
  if (typeof cell === 'number') return cell >= 1e15;
  return /^\d(?:[.,]\d+)?E\+\d+$/i.test(cell) || /^\d{15}0+$/.test(cell);
}

/** The stock per warehouse in a row. */
export function statedLevels(row: ImportRow, fault: Remark = () => undefined): Map<number, number> {
  const levels = new Map<number, number>();
  for (const [column, cell] of Object.entries(row.cells) as [ImportColumn, Cell][]) {
    if (column !== 'stock' && !column.startsWith('stock@')) continue;
    const quantity = amountOf(cell, row, column, fault);
    if (quantity !== undefined) levels.set(Number(column.split('@')[1] ?? 0), quantity);
  }
  return levels;
}

function amountOf(cell: Cell, row: ImportRow, column: ImportColumn, fault: Remark): number | undefined {
  const amount = (AMOUNT_READERS[column] ?? wholeNumber)(cell);
  if (amount === undefined)
    fault(row, column, importErrors.part(isRupiah(column) ? 'import_rupiah' : 'import_number', ''));
  return amount;
}

function yesNoOf(cell: Cell, row: ImportRow, column: ImportColumn, fault: Remark): boolean | undefined {
  const answer = readYesNo(cell);
  if (answer === undefined) fault(row, column, importErrors.part('import_yes_no', ''));
  return answer;
}

function stepsOf(cell: Cell, row: ImportRow, fault: Remark): Raw[] {
  return String(cell)
    .split(';')
    .filter((step) => step.trim() !== '')
    .slice(0, catalogLimits.product_wholesales + 1)
    .flatMap((step) => {
      const [, from, to, price = ''] = /^\s*(\d+)\s*[-–]\s*(\d+)\s*[:=](.+)$/s.exec(step) ?? [];
      const price_idr = wholeNumber(price.trim());
      if (price_idr !== undefined) return [{ from: Number(from), to: Number(to), price: price_idr }];
      fault(row, 'wholesale', importErrors.part('import_wholesale', ''));
      return [];
    });
}
