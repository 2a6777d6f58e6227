import type { Context } from '../../../kernel/context.ts';
import type { Bilingual } from '../../../kernel/http/answer.ts';
import type { Cell, SheetRow } from '../../../kernel/sheets/cells.ts';
import type { SoughtColumn } from '../../../kernel/sheets/match-titles.ts';
import {
  catalogLimits,
  PRODUCT_COLUMNS,
  warehouseTitle,
  type ProductColumnKey,
} from '../../catalog/index.ts';
import type { ImportRow } from './import-row.ts';
import { FOREIGN_TITLES, STOCK_BEGINNINGS, USUAL_TITLES, type ForeignKey } from './usual-titles.ts';

/** A column of products, of other programs, or `stock@ID`: the stock of a warehouse other than the main one. */
export type ImportColumn = ProductColumnKey | ForeignKey | `stock@${number}`;

export const PRODUCT_KEYS = PRODUCT_COLUMNS.map(({ key }) => key);
export const FOREIGN_KEYS = Object.keys(FOREIGN_TITLES) as ForeignKey[];

/** A column of an uploaded file, with what it is read as. */
export interface FileColumn {
  /** From 0 on. */
  index: number;
  /** As it stands in the file; '' if it has none. */
  title: string;
  read_as: ImportColumn | null;
  /** How that is known: by its title, by what the shop chose for such files before, or by what it chose for this one. */
  known_by: 'TITLE' | 'EARLIER_FILE' | 'CHOICE' | null;
  samples: Cell[];
}

/** The columns that an import of the shop can have; only the name is required. */
export async function soughtColumns(context: Context): Promise<SoughtColumn<ImportColumn>[]> {
  const warehouses = await context.db
    .selectFrom('warehouses')
    .select(['id', 'name'])
    .where('shop_id', '=', context.shop.id)
    .where('archived_at', 'is', null)
    .where('id', '<>', 0)
    .orderBy('id')
    .execute();
  return [
    ...PRODUCT_COLUMNS.map(({ key, title }) => ({
      key,
      titles: [title.en, title.id, ...(USUAL_TITLES[key] ?? [])],
      is_needed: key === 'name',
      ...(key === 'stock' && { beginnings: STOCK_BEGINNINGS }),
      ...(key === 'images' && { most: catalogLimits.variation_images }),
    })),
    ...warehouses.map(({ id, name }) => ({
      key: `stock@${id}` as const,
      titles: Object.values(warehouseTitle(name)),
    })),
    ...FOREIGN_KEYS.map((key) => ({ key, titles: FOREIGN_TITLES[key] })),
  ];
}

/** The titles that columns have in the file. Of several that are the same, the first. */
export function titlesOf(columns: readonly FileColumn[]): Map<ImportColumn, string> {
  const titles = new Map<ImportColumn, string>();
  for (const { read_as, title } of columns)
    if (read_as !== null && !titles.has(read_as)) titles.set(read_as, title);
  return titles;
}

/** What a column is called where something is said of it: as in the file, or as in ours where the file has none. */
export function columnName(column: ImportColumn, titles: ReadonlyMap<ImportColumn, string>): Bilingual {
  const title = titles.get(column);
  if (title !== undefined && title !== '') return { en: title, id: title };
  if (column === 'surplus') return { en: 'beyond the titles', id: 'di luar judul' };
  return PRODUCT_COLUMNS.find(({ key }) => key === column)?.title ?? { en: column, id: column };
}

/** Cells of a row by the index of their column, as the file has them; empty ones are left out. */
export type RawCells = Record<string, Cell>;

/** @param surplus where a number stands that a comma made two cells of, if the row has more cells than the titles */
export function rawCells({ cells, width = 0 }: SheetRow, surplus: Surplus | undefined): RawCells {
  const raw: RawCells = Object.fromEntries([...cells.entries()].filter(([, cell]) => cell !== ''));
  const split = surplus !== undefined && width > surplus.titles_width ? splitNumber(cells) : undefined;
  if (surplus !== undefined && split !== undefined) raw[surplus.index] ??= split;
  return raw;
}

/** Where cells stand that are more than the titles, of which a row has more than they if it is wider. */
export interface Surplus {
  index: number;
  titles_width: number;
}

/** A number that may have been cut at its comma: `45` and `000` beside one another. */
function splitNumber(cells: readonly Cell[]): string | undefined {
  const place = cells.findIndex(
    (cell, index) => /(?:^|\D)\d{1,3}$/.test(String(cell)) && /^\d{3}$/.test(String(cells[index + 1] ?? '')),
  );
  return place === -1 ? undefined : `${cells[place]},${cells[place + 1]}`;
}

/** The cells of a row by what their columns are read as. */
export function cellsOf(raw: RawCells, columns: readonly FileColumn[]): ImportRow['cells'] {
  const cells: ImportRow['cells'] = {};
  for (const { index, read_as } of columns) {
    const cell = raw[index];
    if (read_as === null || cell === undefined) continue;
    // Pictures stand in several columns, one behind the other.
    cells[read_as] = cells[read_as] === undefined ? cell : `${cells[read_as]} ${cell}`;
  }
  return cells;
}
