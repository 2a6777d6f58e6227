import type { Cell, SheetRow } from '../../../kernel/sheets/cells.ts';

/** What a comma without quotes leaves of an amount behind it: `1` and `000.00`, `10.001` and `00`. */
const HUNDREDS = /^\d{3}(?:\.\d{1,2})?$/;
const BEFORE_HUNDREDS = /^[-+(]?(?:rp\.? ?|idr ?)?\d{1,3}$/i;
const SEN = /^\d{2}\)?$/;
const BEFORE_SEN = /^[-+(]?(?:rp\.? ?|idr ?)?\d{1,3}(?:\.?\d{3})*$/i;

/** What is known of the titles. */
export interface TitlePlaces {
  /** How many cells the titles have. */
  titles_width: number;
  /** Where the description is; undefined: there is none. */
  description: number | undefined;
  /** Where amounts and balances are. */
  money: readonly number[];
}

/**
 * The cells of a row below their titles. A comma in a description without quotes parts it in two: a row of CSV with more cells
 * than titles has the parts put together.
 * @returns undefined where amounts may be parted too, so that which cell is what cannot be told
 */
export function unshifted(
  row: SheetRow,
  { titles_width, description, money }: TitlePlaces,
): readonly Cell[] | undefined {
  const { cells, width } = row;
  if (width === undefined || width <= titles_width) return cells;
  const surplus = surplusOf(row, titles_width);
  if (surplus === 0) return money.some((place) => isParted(cells, place)) ? undefined : cells;
  if (description === undefined || cells.some((_cell, place) => isParted(cells, place))) return undefined;
  const parts = cells.slice(description, description + surplus + 1);
  const is_doubtful = parts.some(
    (part, place) => place > 0 && /^(?:\d{1,3}(?:\.\d{1,2})?)?$/.test(String(part)),
  );
  if (is_doubtful) return undefined;
  return [...cells.slice(0, description), parts.join(', '), ...cells.slice(description + surplus + 1)];
}

/** How many cells a row of CSV has beyond its titles, without empty ones at its end. */
export function surplusOf({ cells, width }: SheetRow, titles_width: number): number {
  return width === undefined ? 0 : Math.max(0, cells.length - titles_width);
}

/** Whether a cell and the one behind it look like one amount. */
function isParted(cells: readonly Cell[], place: number): boolean {
  const before = String(cells[place] ?? '');
  const behind = String(cells[place + 1] ?? '');
  return (
    (HUNDREDS.test(behind) && BEFORE_HUNDREDS.test(before)) || (SEN.test(behind) && BEFORE_SEN.test(before))
  );
}
