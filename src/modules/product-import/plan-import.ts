import type { z } from 'zod';
import { errorTable, errorText, type RefusalPart } from '../../kernel/errors.ts';
import type { Bilingual } from '../../kernel/http/answer.ts';
import { fieldErrors } from '../../kernel/http/validation-messages.ts';
import { limits } from '../../kernel/limits.ts';
import { takeTurns } from '../../kernel/slices.ts';
import {
  catalogLimits,
  CreateProductCategoryInput,
  CreateProductInput,
  productRow,
  variationRow,
  type NewProduct,
} from '../catalog/index.ts';
import { checkRows, type StoredLook } from './check-rows.ts';
import { importErrors } from './errors.ts';
import { rawProduct, statedLevels } from './raw-product.ts';
import { columnName, type ImportColumn } from './read/columns.ts';
import type { Existing, ImportRow } from './read/import-row.ts';
import { inOwnForm, type Remark } from './read/own-form.ts';
import { whyPassedOver } from './read/passed-over.ts';

export interface Facts {
  /** By SKU in lower case. */
  existing: ReadonlyMap<string, Existing>;
  /** The variations of products that the shop has, by product. */
  looks: ReadonlyMap<number, StoredLook[]>;
  /** Ids by name in lower case. */
  categories: ReadonlyMap<string, number>;
  /** Whether the user can see purchase prices; if not, the preview reveals nothing about them. */
  sees_costs: boolean;
}

/** What is said of a cell. */
export interface RowRemark extends Bilingual {
  row_number: number;
  column: ImportColumn;
}

/** The content of the preceding rows. */
export interface SeenRows {
  /** Rows by SKU in lower case. */
  skus: Map<string, number>;
  /** Rows by the id of a product that the shop has. */
  products: Map<number, number>;
  /** The first row of the last product. */
  last_product_row: number;
  /** Whether all are passed over. */
  is_at_top: boolean;
  /** Categories that the shop did not have, by name in lower case. */
  new_categories: Map<string, string>;
}

interface Group {
  rows: ImportRow[];
  product: NewProduct;
  /** The name of a category that the shop does not have yet, and the product is to have. */
  new_category: string | undefined;
}

export interface Plan {
  created: Group[];
  changed: (Group & { existing: Existing[] })[];
  /** Rows that say what is there already. */
  unchanged: ImportRow[];
  /** Rows that are no variation, and why. */
  passed: RowRemark[];
  faults: RowRemark[];
}

/**
 * What rows would do. The rows of a product have its first row in common; the product is updated if their SKUs exist in
 * the shop, and created if none does. The rules are those of creating or updating a single product. Yields to other
 * requests.
 * @param titles the column titles, for error messages about cells
 * @param seen the content of the preceding rows; these are added
 */
export async function planImport(
  rows: readonly ImportRow[],
  facts: Facts,
  titles: ReadonlyMap<ImportColumn, string>,
  seen: SeenRows,
): Promise<Plan> {
  const plan: Plan = { created: [], changed: [], unchanged: [], passed: [], faults: [] };
  for (const group of groupsOf(await withoutPassed(rows, titles, seen, plan))) {
    await takeTurns();
    const faults: RowRemark[] = [];
    const fault = (row: ImportRow, column: ImportColumn, part: RefusalPart) => {
      if (faults.length < limits.faults_counted) faults.push(remarkOf(row, column, part));
    };
    const own = inOwnForm(group, fault, (row, column, part) => plan.passed.push(remarkOf(row, column, part)));
    // Only a product of too many rows is cut in two.
    if (own[0] !== undefined && own[0].product_row === seen.last_product_row)
      fault(
        own[0],
        'name',
        importErrors.part('import_too_long', '', { limit: catalogLimits.product_variations }),
      );
    seen.last_product_row = own[0]?.product_row ?? seen.last_product_row;
    faults.push(...repeatedSkus(own, seen.skus));
    for (const of_product of byProduct(own, facts))
      planProduct(of_product, faults.splice(0), facts, titles, seen, plan);
    plan.faults.push(...faults);
  }
  return plan;
}

/** Plans one product. @param faults those found already */
function planProduct(
  group: [ImportRow, ...ImportRow[]],
  faults: RowRemark[],
  facts: Facts,
  titles: ReadonlyMap<ImportColumn, string>,
  seen: SeenRows,
  plan: Plan,
): void {
  const known = group.map((row) => facts.existing.get(skuOf(row)));
  const existing = known.filter((found) => found !== undefined);
  if (existing.length > 0) faults.push(...strangers(group, known, seen.products));
  const fault = (row: ImportRow, column: ImportColumn, part: RefusalPart) => {
    if (faults.length < limits.faults_counted) faults.push(remarkOf(row, column, part));
  };
  const product = rawProduct(group, existing[0], known, facts.categories, fault);
  if (!facts.sees_costs) faults.push(...costFaults(group, known, titles));
  const is_faulty = (row: ImportRow, column: ImportColumn) =>
    faults.some(
      (one) => one.row_number === row.row_number && one.column === (row.sources?.[column] ?? column),
    );
  checkRows({ rows: group, known, product, looks: facts.looks, titles, is_faulty }, fault);
  const new_category = newCategory(group, facts, seen, fault);
  const parsed = CreateProductInput.safeParse(product);
  faults.push(...issueFaults(group, parsed.error?.issues ?? [], titles));
  plan.faults.push(...faults);
  if (faults.length > 0 || parsed.data === undefined) return;
  if (new_category !== undefined) seen.new_categories.set(new_category.toLowerCase(), new_category);
  const entry = { rows: group, product: parsed.data, new_category };
  if (existing.length === 0) plan.created.push(entry);
  else if (isAsBefore(entry, existing, facts)) plan.unchanged.push(...group);
  else plan.changed.push({ ...entry, existing });
}

/** The name of the category in the rows of a product, if the shop does not have it. */
function newCategory(
  group: readonly ImportRow[],
  facts: Facts,
  seen: SeenRows,
  fault: Remark,
): string | undefined {
  const row = group.find(({ cells }) => cells.category !== undefined);
  const name = String(row?.cells.category ?? '');
  if (row === undefined || facts.categories.has(name.toLowerCase())) return undefined;
  const error = CreateProductCategoryInput.safeParse({ name }).error;
  if (error !== undefined) fault(row, 'category', importErrors.part('import_category', ''));
  if (seen.new_categories.has(name.toLowerCase())) return name;
  const added = [...seen.new_categories.keys()].filter((known) => !facts.categories.has(known));
  if (facts.categories.size + added.length >= catalogLimits.product_categories)
    fault(
      row,
      'category',
      importErrors.part('import_categories', '', { limit: catalogLimits.product_categories }),
    );
  return name;
}

/** The rows that are not passed over; why others are is noted in the plan. */
async function withoutPassed(
  rows: readonly ImportRow[],
  titles: ReadonlyMap<ImportColumn, string>,
  seen: SeenRows,
  plan: Plan,
): Promise<ImportRow[]> {
  const left: ImportRow[] = [];
  for (const row of rows) {
    await takeTurns();
    const why = whyPassedOver(row, titles, seen.is_at_top);
    if (why === undefined) {
      seen.is_at_top = false;
      left.push(row);
    } else plan.passed.push(remarkOf(row, 'name', why));
  }
  return left;
}

/** Purchase prices of variations that there are, right or wrong: see `refuseHiddenFields`. */
function costFaults(
  group: readonly ImportRow[],
  known: readonly (Existing | undefined)[],
  titles: ReadonlyMap<ImportColumn, string>,
): RowRemark[] {
  const field = titles.get('price_buy') ?? 'price_buy';
  return group.flatMap((row, place) =>
    known[place] === undefined || row.cells.price_buy === undefined
      ? []
      : [remarkOf(row, 'price_buy', { code: 'field_hidden', values: { field } })],
  );
}

/** Whether a product and its variations are already what rows of theirs say. */
function isAsBefore(
  { rows, product, new_category }: Group,
  existing: readonly Existing[],
  facts: Facts,
): boolean {
  if (new_category !== undefined) return false;
  const empty = rows.map((row) => ({ ...row, cells: {} }));
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

export function remarkOf(row: ImportRow, column: ImportColumn, part: RefusalPart): RowRemark {
  return {
    row_number: row.row_number,
    column: row.sources?.[column] ?? column,
    en: errorText(part, 'en'),
    id: errorText(part, 'id'),
  };
}

function skuOf(row: ImportRow): string {
  return String(row.cells.sku ?? '').toLowerCase();
}

function groupsOf(rows: readonly ImportRow[]): ImportRow[][] {
  const groups: ImportRow[][] = [];
  for (const row of rows)
    if (groups.at(-1)?.[0]?.product_row === row.product_row) groups.at(-1)?.push(row);
    else groups.push([row]);
  return groups;
}

/** A shop may have several products of one name: their rows are told apart by their SKUs. */
function byProduct(rows: readonly ImportRow[], facts: Facts): [ImportRow, ...ImportRow[]][] {
  const groups = new Map<number, [ImportRow, ...ImportRow[]]>();
  for (const row of rows) {
    const found = facts.existing.get(skuOf(row));
    const is_of_name = found?.product['name'] === row.cells.name;
    const product_id = found !== undefined && is_of_name ? found.product_id : 0;
    const group = groups.get(product_id);
    if (group === undefined) groups.set(product_id, [row]);
    else group.push(row);
  }
  const others = groups.get(0);
  // Rows that are no product's yet are judged with those beside them.
  if (others === undefined || groups.size === 1) return [...groups.values()];
  groups.delete(0);
  const [first, ...rest] = [...groups.values()];
  const whole = [...(first ?? []), ...others].toSorted((a, b) => a.row_number - b.row_number);
  return [whole as [ImportRow, ...ImportRow[]], ...rest];
}

function repeatedSkus(rows: readonly ImportRow[], first: Map<string, number>): RowRemark[] {
  return rows.flatMap((row) => {
    const sku = skuOf(row);
    if (sku === '') return [];
    const before = first.get(sku);
    if (before !== undefined)
      return [remarkOf(row, 'sku', importErrors.part('import_sku_twice', '', { row: before }))];
    first.set(sku, row.row_number);
    return [];
  });
}

/** Rows beside a product that there is, but which are not its variations, or not beside the others. */
function strangers(
  group: readonly ImportRow[],
  known: readonly (Existing | undefined)[],
  products: Map<number, number>,
): RowRemark[] {
  const place = known.findIndex((existing) => existing !== undefined);
  const row = group[place]?.row_number ?? 0;
  const product_id = known[place]?.product_id ?? 0;
  const before = products.get(product_id);
  if (before !== undefined)
    return group.map((other) =>
      remarkOf(other, 'name', importErrors.part('import_apart', '', { row: before })),
    );
  products.set(product_id, row);
  return group.flatMap((other, index) => {
    const existing = known[index];
    if (existing === undefined)
      return [remarkOf(other, 'sku', importErrors.part('import_add_variation', '', { row }))];
    if (existing.product_id !== product_id)
      return [remarkOf(other, 'sku', importErrors.part('import_other_product', '', { row }))];
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
): RowRemark[] {
  return issues.slice(0, limits.faults_counted).map((issue) => {
    const [top, place, inner] = issue.path;
    const is_of_row = top === 'variations' && typeof place === 'number';
    const row = group[is_of_row ? place : 0] ?? group[0];
    const field = columnOf(String((is_of_row ? inner : top) ?? 'name'));
    const column = row?.sources?.[field] ?? field;
    const text = (language: 'en' | 'id') => {
      const named = [{ ...issue, path: [columnName(column, titles)[language]] }];
      const { fields } = fieldErrors(named, language, (code) => errorTable.get(code)?.[language]);
      return Object.values(fields).flat().join(' ');
    };
    return { row_number: row?.row_number ?? 0, column, en: text('en'), id: text('id') };
  });
}

/** The column of a field of a product or variation. */
export function columnOf(field: string): ImportColumn {
  return COLUMNS[field] ?? (field as ImportColumn);
}
