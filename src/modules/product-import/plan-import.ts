import type { z } from 'zod';
import { errorTable, errorText, type RefusalPart } from '../../kernel/errors.ts';
import { fieldErrors } from '../../kernel/http/validation-messages.ts';
import { limits } from '../../kernel/limits.ts';
import { takeTurns } from '../../kernel/slices.ts';
import {
  catalogLimits,
  CreateProductInput,
  productRow,
  variationRow,
  type NewProduct,
} from '../catalog/index.ts';
import type { ImportColumn } from './columns.ts';
import { importErrors } from './errors.ts';
import type { Existing, ImportRow } from './import-row.ts';
import { rawProduct, statedLevels } from './raw-product.ts';

export interface Facts {
  /** By SKU in lower case. */
  existing: ReadonlyMap<string, Existing>;
  /** Ids by name in lower case. */
  categories: ReadonlyMap<string, number>;
  /** Whether the user can see purchase prices; if not, the preview reveals nothing about them. */
  sees_costs: boolean;
}

export interface RowFault {
  row_number: number;
  column: ImportColumn;
  en: string;
  id: string;
}

/** The content of the preceding rows. */
export interface SeenSkus {
  /** Rows by SKU in lower case. */
  skus: Map<string, number>;
  /** Rows by the id of a product that the shop has. */
  products: Map<number, number>;
  /** The name in the last row, in lower case. */
  last_name: string;
}

interface Group {
  rows: ImportRow[];
  product: NewProduct;
}

export interface Plan {
  created: Group[];
  changed: (Group & { existing: Existing[] })[];
  /** Rows that say what is there already. */
  unchanged: ImportRow[];
  faults: RowFault[];
}

/**
 * What rows would do. Consecutive rows with the same product name form one product; it is updated if their SKUs exist
 * in the shop, and created if none does. The rules are those of creating or updating a single product. Yields to other
 * requests.
 * @param titles the column titles, for error messages about cells
 * @param seen the content of the preceding rows; these are added
 */
export async function planImport(
  rows: readonly ImportRow[],
  facts: Facts,
  titles: ReadonlyMap<ImportColumn, string>,
  seen: SeenSkus,
): Promise<Plan> {
  const plan: Plan = { created: [], changed: [], unchanged: [], faults: [] };
  const twice = repeatedSkus(rows, seen.skus);
  for (const fault of twice) plan.faults.push(fault);
  const repeated = new Set(twice.map(({ row_number }) => row_number));
  for (const group of groupsOf(rows)) {
    await takeTurns();
    const known = group.map((row) => facts.existing.get(skuOf(row)));
    const faults = known.some((existing) => existing !== undefined)
      ? strangers(group, known, seen.products)
      : [];
    const existing = known.filter((found) => found !== undefined);
    const fault = (row: ImportRow, column: ImportColumn, part: RefusalPart) => {
      if (faults.length < limits.faults_counted) faults.push(faultOf(row, column, part));
    };
    // Only a product of too many rows is cut in two.
    const name = nameOf(group[0]);
    if (name !== '' && name === seen.last_name)
      fault(
        group[0],
        'name',
        importErrors.part('import_too_long', '', { limit: catalogLimits.product_variations }),
      );
    seen.last_name = name;
    const product = rawProduct(group, existing[0], known, facts.categories, fault);
    if (!facts.sees_costs) faults.push(...costFaults(group, known, titles));
    const parsed = CreateProductInput.safeParse(product);
    faults.push(...issueFaults(group, parsed.error?.issues ?? [], titles));
    plan.faults.push(...faults);
    const is_repeated = group.some((row) => repeated.has(row.row_number));
    if (faults.length > 0 || is_repeated || parsed.data === undefined) continue;
    const entry = { rows: group, product: parsed.data };
    if (existing.length === 0) plan.created.push(entry);
    else if (isAsBefore(entry, existing, facts)) plan.unchanged.push(...group);
    else plan.changed.push({ ...entry, existing });
  }
  return plan;
}

/** Purchase prices of variations that there are, right or wrong: see `refuseHiddenFields`. */
function costFaults(
  group: readonly ImportRow[],
  known: readonly (Existing | undefined)[],
  titles: ReadonlyMap<ImportColumn, string>,
): RowFault[] {
  const field = titles.get('price_buy') ?? 'price_buy';
  return group.flatMap((row, place) =>
    known[place] === undefined || row.cells.price_buy === undefined
      ? []
      : [faultOf(row, 'price_buy', { code: 'field_hidden', values: { field } })],
  );
}

/** Whether a product and its variations are already what rows of theirs say. */
function isAsBefore({ rows, product }: Group, existing: readonly Existing[], facts: Facts): boolean {
  const empty = rows.map(({ row_number }) => ({ row_number, cells: {} }));
  const raw = rawProduct(empty, existing[0], existing, facts.categories, () => undefined);
  const before = CreateProductInput.safeParse(raw).data;
  if (before === undefined || written(before) !== written(product)) return false;
  return rows.every((row, place) =>
    [...(product.product_type === 'S' ? statedLevels(row) : [])].every(
      ([warehouse_id, quantity]) => (existing[place]?.levels[warehouse_id] ?? 0) === quantity,
    ),
  );
}

/** What a change writes of a product, but for its stock. */
function written(product: NewProduct): string {
  const { uses_warehouses: _, ...row } = productRow(product);
  return JSON.stringify([
    row,
    product.wholesale,
    product.variations.map((variation) => variationRow(product, variation, '')),
  ]);
}

export function faultOf(row: ImportRow, column: ImportColumn, part: RefusalPart): RowFault {
  return {
    row_number: row.row_number,
    column,
    en: errorText(part, 'en'),
    id: errorText(part, 'id'),
  };
}

function skuOf(row: ImportRow): string {
  return String(row.cells.sku ?? '').toLowerCase();
}

/** Rows next to each other with the same are one product; one without is a product alone. */
export function nameOf(row: ImportRow): string {
  return String(row.cells.name ?? '').toLowerCase();
}

function groupsOf(rows: readonly ImportRow[]): [ImportRow, ...ImportRow[]][] {
  const groups: [ImportRow, ...ImportRow[]][] = [];
  let name: string | undefined;
  for (const row of rows) {
    const row_name = nameOf(row);
    if (row_name !== '' && row_name === name) groups.at(-1)?.push(row);
    else groups.push([row]);
    name = row_name;
  }
  return groups;
}

function repeatedSkus(rows: readonly ImportRow[], first: Map<string, number>): RowFault[] {
  return rows.flatMap((row) => {
    const sku = skuOf(row);
    if (sku === '') return [];
    const before = first.get(sku);
    if (before !== undefined)
      return [faultOf(row, 'sku', importErrors.part('import_sku_twice', '', { row: before }))];
    first.set(sku, row.row_number);
    return [];
  });
}

/** Rows beside a product that there is, but which are not its variations, or not beside the others. */
function strangers(
  group: readonly ImportRow[],
  known: readonly (Existing | undefined)[],
  products: Map<number, number>,
): RowFault[] {
  const place = known.findIndex((existing) => existing !== undefined);
  const row = group[place]?.row_number ?? 0;
  const product_id = known[place]?.product_id ?? 0;
  const before = products.get(product_id);
  if (before !== undefined)
    return group.map((other) =>
      faultOf(other, 'name', importErrors.part('import_apart', '', { row: before })),
    );
  products.set(product_id, row);
  return group.flatMap((other, index) => {
    const existing = known[index];
    if (existing === undefined)
      return [faultOf(other, 'sku', importErrors.part('import_add_variation', '', { row }))];
    if (existing.product_id !== product_id)
      return [faultOf(other, 'sku', importErrors.part('import_other_product', '', { row }))];
    return [];
  });
}

/** Columns by the fields of a product that stand in them under another name. */
const COLUMNS: Record<string, ImportColumn> = {
  category_id: 'category',
  publish_status: 'published',
  preorder_setting: 'preorder',
  has_variation: 'name',
  variations: 'name',
  stock_quantity: 'stock',
  warehouse_stock: 'stock',
  primary_image: 'images',
};

/** What the rules of products say, at the cells that it is about. */
function issueFaults(
  group: readonly ImportRow[],
  issues: readonly z.core.$ZodIssue[],
  titles: ReadonlyMap<ImportColumn, string>,
): RowFault[] {
  return issues.slice(0, limits.faults_counted).map((issue) => {
    const [top, place, inner] = issue.path;
    const is_of_row = top === 'variations' && typeof place === 'number';
    const row = group[is_of_row ? place : 0] ?? group[0];
    const column = columnOf(String((is_of_row ? inner : top) ?? 'name'));
    const named = [{ ...issue, path: [titles.get(column) ?? column] }];
    const text = (language: 'en' | 'id') =>
      Object.values(fieldErrors(named, language, (code) => errorTable.get(code)?.[language]).fields)
        .flat()
        .join(' ');
    return { row_number: row?.row_number ?? 0, column, en: text('en'), id: text('id') };
  });
}

/** The column of a field of a product or variation. */
export function columnOf(field: string): ImportColumn {
  return COLUMNS[field] ?? (field as ImportColumn);
}
