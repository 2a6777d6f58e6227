import type { Cell } from '../../../kernel/sheets/cells.ts';
import { plainTitle } from '../../../kernel/sheets/match-titles.ts';
import type { Table } from '../../../kernel/sheets/open-table.ts';
import { PRODUCT_COLUMNS, readPreorder } from '../../catalog/index.ts';
import { readYesNo } from './answers.ts';
import type { FileColumn, ImportColumn } from './columns.ts';
import { foreignKind } from './foreign-kinds.ts';
import { USUAL_TITLES } from './usual-titles.ts';

/** What the columns of a file are, as far as their titles and their first values tell. */
export function knowColumns({ columns, sheet }: Table<ImportColumn>): FileColumn[] {
  const keys = new Map(columns.map(({ index, key }) => [index, key]));
  const columnOf = (key: ImportColumn) => columns.find(({ index }) => keys.get(index) === key);
  // A code of the product is the SKU, where there is no other.
  const code = columnOf('product_code');
  if (code !== undefined && columnOf('sku') === undefined && isSkuTitle(code.title))
    keys.set(code.index, 'sku');
  for (const { index, title, samples } of columns)
    if (!isOurs(title) && !fits(keys.get(index), samples)) keys.set(index, undefined);
  const category = columnOf('category');
  if (category !== undefined && FOREIGN_ONLY.some((key) => columnOf(key) !== undefined))
    keys.set(category.index, undefined);
  const known = columns.map(({ index, title, samples }): FileColumn => {
    const read_as = keys.get(index) ?? null;
    const known_by = read_as === null ? null : 'TITLE';
    return { index, title, read_as, known_by, samples };
  });
  return sheet === '' ? withSurplus(known) : known;
}

/**
 * In a CSV file a comma of a price makes two cells of one. Such a row has more cells than there are titles: those behind
 * them are looked at in every row, whether or not the first rows have any.
 */
function withSurplus(columns: readonly FileColumn[]): FileColumn[] {
  const last_title = columns.findLast(({ title }) => title !== '');
  if (last_title === undefined) return [...columns];
  const index = last_title.index + 1;
  const found = columns.find((column) => column.index === index);
  const surplus: FileColumn = {
    index,
    title: '',
    read_as: 'surplus',
    known_by: 'TITLE',
    samples: found?.samples ?? [],
  };
  return [...columns.filter((column) => column !== found), surplus].toSorted((a, b) => a.index - b.index);
}

/**
 * Columns that only files of other programs have. The categories there are the other program's, often a path and a
 * number; whoever wants them says so.
 */
const FOREIGN_ONLY: readonly ImportColumn[] = [
  'parent',
  'parent_sku',
  'product_code',
  'variation_1',
  'variation_name_1',
];

const isSkuTitle = (title: string) =>
  (USUAL_TITLES.sku ?? []).some((one) => plainTitle(one) === plainTitle(title));

const OUR_TITLES = new Set(
  PRODUCT_COLUMNS.flatMap(({ title }) => [plainTitle(title.en), plainTitle(title.id)]),
);
const isOurs = (title: string) => OUR_TITLES.has(plainTitle(title));

/** Titles of others that mean this in some files and something else in others: there the values decide. */
const VALUES: Partial<Record<ImportColumn, (cell: Cell) => boolean>> = {
  product_type: (cell) => foreignKind(cell) !== undefined || /^(?:s|r|po)$/i.test(String(cell)),
  preorder: (cell) => readPreorder(String(cell)) !== undefined,
  published: (cell) => readYesNo(cell) !== undefined,
  wholesale: (cell) => /\d\s*[-–]\s*\d+\s*[:=]/.test(String(cell)),
  images: (cell) => /^https?:\/\//i.test(String(cell)),
};

function fits(key: ImportColumn | undefined, samples: readonly Cell[]): boolean {
  const test = key === undefined ? undefined : VALUES[key];
  return test === undefined || samples.length === 0 || samples.some(test);
}
