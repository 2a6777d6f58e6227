import type { RefusalPart } from '../../../kernel/errors.ts';
import { isErrorCell, FORMULA_WITHOUT_VALUE, type Cell } from '../../../kernel/sheets/cells.ts';
import { importErrors } from '../errors.ts';
import { productImportLimits } from '../limits.ts';
import type { ImportColumn } from './columns.ts';
import { gramsOf } from './amounts.ts';
import { wholeNumber } from '../../../kernel/sheets/whole-number.ts';
import { plainText } from './product-rows.ts';
import { foreignKind } from './foreign-kinds.ts';
import type { ImportRow } from './import-row.ts';
import { splitVariation, variationParts } from './variation-parts.ts';

/** Says something of a cell, or of a row at the cell that it is about. */
export type Remark = (row: ImportRow, column: ImportColumn, part: RefusalPart) => void;

/**
 * The rows of a product in our own form: what other programs say in columns of theirs stands in those of ours. Cells that
 * have no value are left out.
 * @param fault told of cells that can not be read
 * @param pass told of rows that are none of the product's variations
 */
export function inOwnForm(group: readonly ImportRow[], fault: Remark, pass: Remark): ImportRow[] {
  const readable = group.map((row) => withoutUnreadable(row, fault));
  const rows = readable.filter((row) => foreignKind(row.cells.product_type) !== 'variable');
  const parent = readable.find((row) => foreignKind(row.cells.product_type) === 'variable');
  if (parent !== undefined && rows.length === 0) {
    fault(parent, 'product_type', importErrors.part('import_parent_alone', ''));
    return [];
  }
  const others = new Set(rows);
  for (const row of readable)
    if (!others.has(row)) pass(row, 'product_type', importErrors.part('import_passed_parent', ''));
  const heading = parent ?? headingOf(rows);
  const sold = rows.filter((row, place) => {
    if (row === heading) {
      pass(row, 'name', importErrors.part('import_passed_parent', ''));
      return false;
    }
    if (place > 0 && isPictureOnly(row)) {
      pass(row, 'images', importErrors.part('import_passed_picture', ''));
      return false;
    }
    const is_other = foreignKind(row.cells.product_type) === 'other';
    if (is_other) pass(row, 'product_type', importErrors.part('import_passed_kind', ''));
    return !is_other;
  });
  const name = heading?.cells.name ?? sold.find((row) => row.cells.name !== undefined)?.cells.name;
  let above: ImportRow | undefined;
  return sold.map((row, place) => {
    const kind = foreignKind(row.cells.product_type);
    const own = new OwnCells(row);
    own.variation(kind);
    own.name(kind, name);
    own.merged(above);
    if (heading !== undefined) own.heading(heading, place === 0);
    own.weight(fault);
    if (sold.length === 1) own.take('sku', 'parent_sku');
    const is_orphan = kind === 'variation' && parent === undefined;
    above = { ...own.done(fault), is_orphan };
    return above;
  });
}

const OF_SOLD: readonly ImportColumn[] = ['price', 'stock', 'color', 'size', 'variation', 'variation_1'];
const isSold = ({ cells }: ImportRow) => OF_SOLD.some((column) => cells[column] !== undefined);

/** The row of a product whose variations have rows of their own, if there is one: it is not sold itself. */
function headingOf(rows: readonly ImportRow[]): ImportRow | undefined {
  const skus = new Set(rows.map(({ cells }) => plainText(cells.parent_sku)));
  const found = rows.find((row) => {
    const sku = plainText(row.cells.sku);
    return !isSold(row) && (sku === '' ? row.cells.name !== undefined : skus.has(sku));
  });
  return rows.some(isSold) ? found : undefined;
}

function isPictureOnly({ cells }: ImportRow): boolean {
  const has = (column: ImportColumn) => cells[column] !== undefined;
  return (
    has('images') && Object.keys(cells).every((column) => column === 'images' || column === 'product_code')
  );
}

/** Columns whose texts are taken as they are; all others are looked through for what they say. */
const FREE_TEXTS: ReadonlySet<ImportColumn> = new Set(['description', 'images']);

/** Without cells that have no value but an error, or more text than there is anything to read in. */
function withoutUnreadable(row: ImportRow, fault: Remark): ImportRow {
  const limit = productImportLimits.import_cell_characters;
  const wrong = (Object.entries(row.cells) as [ImportColumn, Cell][]).flatMap(([column, cell]) => {
    const text = String(cell);
    if (isErrorCell(cell)) {
      const code = cell === FORMULA_WITHOUT_VALUE ? 'import_formula' : 'import_error_cell';
      return [{ column, part: importErrors.part(code, '', { error: text.slice(0, SHOWN_CHARACTERS) }) }];
    }
    return text.length > limit && !FREE_TEXTS.has(column)
      ? [{ column, part: importErrors.part('import_cell_long', '', { limit }) }]
      : [];
  });
  if (wrong.length === 0) return row;
  const cells = { ...row.cells };
  for (const { column, part } of wrong) {
    fault(row, column, part);
    Reflect.deleteProperty(cells, column);
  }
  return { ...row, cells };
}

/** Of an error of a formula so much is shown. */
const SHOWN_CHARACTERS = 20;

/** What a product has once, and its parent's row says. */
const OF_PARENT = [
  'description',
  'category',
  'published',
  'discount',
  'images',
  'weight',
  'weight_kg',
] as const;
const LABELS = ['color', 'size', 'sku'] as const;
const MONTH =
  '(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|agu(?:stus)?|agt|' +
  'aug(?:ust)?|sep(?:tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|des(?:ember)?|dec(?:ember)?)';
/** Days as a workbook has them, and as spreadsheets write them into CSV files. */
const DAY = new RegExp(
  `^(?:\\d{4}-\\d{2}-\\d{2}(?: \\d{2}:\\d{2}:\\d{2})?|\\d{1,2}[-/ ]${MONTH}(?:[-/ ]\\d{2,4})?|\\d{1,2}/\\d{1,2}/\\d{4})$`,
  'i',
);
/** `Apr-36` was a size once; `MAR-01` may be a SKU as it was typed. */
const MONTH_OF_YEAR = new RegExp(`^${MONTH}[-/ ]\\d{2,4}$`, 'i');

/** Numbers of days from 2000 to 2050, as cells have them whose format was lost: no size is so large. */
function isDay(cell: Cell | undefined, column: (typeof LABELS)[number]): boolean {
  if (typeof cell === 'number') return column !== 'sku' && cell > 36_525 && cell < 55_153;
  return cell !== undefined && (DAY.test(cell) || (column !== 'sku' && MONTH_OF_YEAR.test(cell)));
}

/** Makes the cells of ours from those of other programs. */
class OwnCells {
  readonly #row: ImportRow;
  readonly #cells: ImportRow['cells'];
  readonly #sources: NonNullable<ImportRow['sources']> = {};

  constructor(row: ImportRow) {
    this.#row = row;
    this.#cells = { ...row.cells };
    if (foreignKind(row.cells.product_type) !== undefined) delete this.#cells.product_type;
  }

  take(column: ImportColumn, source: ImportColumn, cell = this.#row.cells[source]): void {
    if (cell === undefined || this.#cells[column] !== undefined) return;
    this.#cells[column] = cell;
    this.#sources[column] = source;
  }

  /** Colour and size from the columns of variations, of which each has a name and a value, or one has all. */
  variation(kind: ReturnType<typeof foreignKind>): void {
    for (const { column, source, value } of variationParts(this.#row.cells, kind === 'simple'))
      this.take(column, source, value);
    if (this.#cells.color !== undefined || this.#cells.size !== undefined) return;
    for (const [column, value] of splitVariation(this.#row.cells.variation))
      this.take(column, 'variation', value);
  }

  /** A row of a variation has the name of its product, whatever it says itself. */
  name(kind: ReturnType<typeof foreignKind>, name: Cell | undefined): void {
    if (kind !== 'variation') {
      this.take('name', 'name', name);
      return;
    }
    const labels = [this.#cells.color, this.#cells.size].filter((label) => label !== undefined);
    this.#cells.name = withoutLabels(String(name ?? ''), labels);
  }

  /** A row without a name is below a merged cell, as may be its colour. */
  merged(above: ImportRow | undefined): void {
    const is_merged = this.#row.cells.name === undefined && this.#cells.size !== undefined;
    if (is_merged) this.take('color', 'color', above?.cells.color);
  }

  heading({ cells }: ImportRow, is_first: boolean): void {
    for (const column of OF_PARENT) {
      const is_once = column === 'description' || column === 'category' || column === 'published';
      if (is_once) delete this.#cells[column];
      if (is_first || !is_once) this.take(column, column, cells[column]);
    }
  }

  weight(fault: Remark): void {
    const { weight_kg } = this.#cells;
    if (weight_kg === undefined || this.#cells.weight !== undefined) return;
    const weight_grams = gramsOf(String(weight_kg));
    if (weight_grams !== undefined) this.take('weight', 'weight_kg', weight_grams);
    else fault(this.#row, 'weight_kg', importErrors.part('import_kilograms', ''));
  }

  done(fault: Remark): ImportRow {
    const row = { ...this.#row, cells: this.#cells, sources: this.#sources };
    // A remark beside the table is text.
    if (row.cells.surplus !== undefined && wholeNumber(row.cells.surplus) !== undefined)
      fault(row, 'surplus', importErrors.part('import_surplus', ''));
    for (const column of LABELS)
      if (isDay(row.cells[column], column)) {
        fault(row, column, importErrors.part('import_day', ''));
        delete row.cells[column];
      }
    return row;
  }
}

/** A name without the labels of a variation that other programs put behind it: `Kaos - Merah, M` is `Kaos`. */
function withoutLabels(name: string, labels: readonly Cell[]): string {
  if (labels.length === 0) return name;
  const bare = (text: string) => text.toLowerCase().replaceAll(/[\s,]/g, '');
  const sought = bare(labels.join(''));
  const dash = [...name.matchAll(/\s[-–]\s/g)].find(({ index }) => bare(name.slice(index + 2)) === sought);
  return dash === undefined ? name : name.slice(0, dash.index).trimEnd();
}
