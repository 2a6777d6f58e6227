import type { Cell } from '../../../kernel/sheets/cells.ts';
import type { ImportColumn } from './columns.ts';
import type { ImportRow } from './import-row.ts';

type Label = 'color' | 'size';

/** What names of variations are sizes and what are not; others are told by their place, and by their values. */
const SIZE_NAMES =
  /ukuran|size|kapasitas|capacity|volume|berat|weight|isi\b|netto|panjang|length|dimensi|nomor|usia|umur/i;
const COLOR_NAMES =
  /warna|colou?r|motif|varian|rasa|flavou?r|aroma|model|tipe|type|style|bahan|material|pattern/i;
const SIZE_VALUE =
  /^(?:\d{0,2}x{0,5}[sml]|small|medium|large|regular|reguler|standard?|jumbo|besar|sedang|kecil|mini|[sml]\d|all ?size|free ?size|one ?size|\d{1,4}(?:[.,]\d+)?(?: ?[x-] ?\d{1,4}(?:[.,]\d+)?)* ?(?:cm|mm|m|ml|l|liter|gr?|gram|kg|inch|thn?|tahun|bln|bulan|gb|tb|watt|w|pcs)?)$/i;

/** Colour and size of a variation, and the column that each came from. */
export interface VariationPart {
  column: Label;
  source: ImportColumn;
  value: Cell;
}

/**
 * From columns that come in pairs of a name and a value, as `Warna` and `Merah`.
 * @param is_simple the row is a product alone, where they only describe it: several values are no variation
 */
export function variationParts(cells: ImportRow['cells'], is_simple: boolean): VariationPart[] {
  const given = ([1, 2, 3] as const).flatMap((number) => {
    const source = `variation_${number}` as const;
    const value = cells[source];
    const name = String(cells[`variation_name_${number}`] ?? '');
    if (value === undefined) return [];
    if (is_simple && (kindOf(name) === undefined || /[,|]/.test(String(value)))) return [];
    return isNone(value) ? [] : [{ source, value, kind: kindOf(name) }];
  });
  const parts: VariationPart[] = [];
  const isFree = (column: Label) => parts.every((part) => part.column !== column);
  // What is named has its column before what is not.
  for (const { source, value, kind } of given.toSorted((a, b) => Number(!a.kind) - Number(!b.kind))) {
    const looks_like = given.length === 1 && SIZE_VALUE.test(String(value)) ? 'size' : 'color';
    const wanted = kind ?? looks_like;
    const other = wanted === 'color' ? 'size' : 'color';
    if (isFree(wanted)) parts.push({ column: wanted, source, value });
    else if (isFree(other)) parts.push({ column: other, source, value });
    else {
      const size = parts.find(({ column }) => column === 'size');
      if (size !== undefined) size.value = `${size.value} ${value}`;
    }
  }
  return parts;
}

/** What Shopify and TikTok Shop write for a product without variations. */
function isNone(value: Cell): boolean {
  return /^default(?: title)?$/i.test(String(value));
}

function kindOf(name: string): Label | undefined {
  if (SIZE_NAMES.test(name)) return 'size';
  return COLOR_NAMES.test(name) ? 'color' : undefined;
}

/** `Color: Pink, Size: M`, as Odoo has it. */
function namedParts(pairs: readonly RegExpExecArray[]): [Label, Cell][] {
  const parts = new Map<Label, Cell>();
  for (const [, name = '', value = ''] of pairs) {
    const wanted = kindOf(name) ?? 'color';
    const column = !parts.has(wanted) ? wanted : wanted === 'color' ? 'size' : 'color';
    parts.set(column, parts.has(column) ? `${parts.get(column)} ${value}` : value);
  }
  return [...parts];
}

/** More than two labels can have. */
const LABEL_CHARACTERS = 200;

/** From one cell that has both, as `Merah, M` or `Merah - M`. */
export function splitVariation(cell: Cell | undefined): [Label, Cell][] {
  if (cell === undefined || isNone(cell)) return [];
  const [first = '', ...others] = String(cell)
    .slice(0, LABEL_CHARACTERS)
    .split(/\s*[,|;]\s*|\s+[-–/]\s+/)
    .filter((part) => part !== '');
  const named = [first, ...others].map((part) => /^([^:]+):\s*(.+)$/.exec(part));
  if (named.every((pair) => pair !== null)) return namedParts(named);
  if (others.length === 0) return [[SIZE_VALUE.test(first) ? 'size' : 'color', cell]];
  const is_turned = others.length === 1 && SIZE_VALUE.test(first) && !SIZE_VALUE.test(others[0] ?? '');
  const second = others.join(' ');
  return is_turned
    ? [
        ['color', second],
        ['size', first],
      ]
    : [
        ['color', first],
        ['size', second],
      ];
}
