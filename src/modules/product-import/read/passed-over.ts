import { plainTitle, TITLE_CHARACTERS } from '../../../kernel/sheets/match-titles.ts';
import { wholeNumber } from '../../../kernel/sheets/whole-number.ts';
import type { RefusalPart } from '../../../kernel/errors.ts';
import { importErrors } from '../errors.ts';
import type { ImportColumn } from './columns.ts';
import type { ImportRow } from './import-row.ts';

/**
 * Why a row is no product, if it is none: it explains the columns (below the titles), repeats the titles, sums up those
 * above, or has nothing in the columns that are read.
 * @param is_at_top whether all rows above are passed over, too
 */
export function whyPassedOver(
  row: ImportRow,
  titles: ReadonlyMap<ImportColumn, string>,
  is_at_top: boolean,
): RefusalPart | undefined {
  const cells = Object.entries(row.cells) as [ImportColumn, string | number][];
  if (cells.length === 0) return importErrors.part('import_passed_empty', '');
  if (cells.length === 1 && /^\W*[=*#~-]{2}/.test(String(row.cells.name ?? '')))
    return importErrors.part('import_passed_section', '');
  if (isTotal(row)) return importErrors.part('import_passed_total', '');
  const is_title = ([key, cell]: [ImportColumn, string | number]) =>
    String(cell).length <= TITLE_CHARACTERS && plainTitle(String(cell)) === plainTitle(titles.get(key) ?? '');
  if (cells.length > 1 && cells.every(is_title)) return importErrors.part('import_passed_titles', '');
  if (is_at_top && isExplanation(cells)) return importErrors.part('import_passed_explanation', '');
  return undefined;
}

const TOTAL = /^(?:grand |sub ?)?total\b|^jumlah(?: total| keseluruhan)?$/i;

function isTotal({ cells }: ImportRow): boolean {
  if (cells.sku !== undefined || cells.price !== undefined) return false;
  const texts = Object.values(cells).filter((cell) => typeof cell === 'string');
  const name = String(cells.name ?? '')
    .slice(0, 40)
    .replace(/[:\s]+$/, '');
  return cells.name === undefined
    ? texts.some((text) => TOTAL.test(text))
    : /^(?:grand |sub ?)?total$|^jumlah(?: total)?$/i.test(name);
}

const NUMBERS: ReadonlySet<ImportColumn> = new Set([
  'price',
  'stock',
  'weight',
  'weight_kg',
  'price_buy',
  'price_reseller',
]);
/** What is said of a column: whether it has to be filled in, and how. */
const TOLD = [
  /^\W*(?:tidak )?(?:wajib|opsional|optional|required|mandatory|kondisional|conditional|harus)\b.{0,40}$/i,
  /^\W*(?:abaikan|jangan|isi(?:kan|lah)?|masukkan|pilih|tulis|ketik|ignore|enter|choose|select|do not|don't)\s/i,
  /^tidak (?:dapat|bisa|boleh)\b|\bnumbers? only\b|hanya angka|\b(?:maks|min|max)\b\.? ?\d|\bkarakter\b|\bcharacters\b/i,
  /^\p{L}+ ?\/ ?\p{L}+$/u,
  /^yyyy-mm-dd$/i,
];
/** Names for programs, as `et_title_product_id` and `ps_price|1|1`. */
const MACHINE_NAME = /^[a-z][a-z0-9]*(?:[_|][a-z0-9]+)+$/;
/** Of a cell so much is looked at. */
const EXPLANATION_CHARACTERS = 1_000;
const EXAMPLE = /^\W*(?:contoh|example)\s*[:)-]/i;

/** Nothing where there are numbers in a product, and words that tell how to fill in the columns. */
function isExplanation(cells: readonly [ImportColumn, string | number][]): boolean {
  const name = String(cells.find(([key]) => key === 'name')?.[1] ?? '').slice(0, EXPLANATION_CHARACTERS);
  if (EXAMPLE.test(name)) return true;
  const numbers = cells.filter(([key]) => NUMBERS.has(key)).map(([, cell]) => cell);
  if (numbers.some((cell) => wholeNumber(cell) !== undefined)) return false;
  const telling = cells
    .filter(([key]) => key !== 'description')
    .filter(([key, cell]) => {
      const text = String(cell).slice(0, EXPLANATION_CHARACTERS);
      const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
      return (
        TOLD.some((told) => told.test(text)) || MACHINE_NAME.test(text) || (NUMBERS.has(key) && words > 2)
      );
    }).length;
  return telling >= (numbers.length > 0 || cells.length === 1 ? 1 : 2);
}
