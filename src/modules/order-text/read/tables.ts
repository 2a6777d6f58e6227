import type { Field } from '../words/label-words.ts';
import { fieldOfTitle } from './labels.ts';

/** A line of the text as it was pasted, or a cell of a table with its title, as if it were a line of a form. */
export interface RawLine {
  /** Counted from 1. */
  number: number;
  text: string;
}

/** What stands between the cells of one table: tabs, bars, wide gaps, slashes, hashes and semicolons. */
const BETWEEN: { expression: RegExp; fewest: number }[] = [
  { expression: /\t+/, fewest: 2 },
  { expression: /\s*\|\s*/, fewest: 2 },
  { expression: /\s{2,}/, fewest: 2 },
  { expression: /\s*\/\s*/, fewest: 3 },
  { expression: /\s*#\s*/, fewest: 3 },
  { expression: /\s*;\s*/, fewest: 3 },
];
const MOST_CELLS = 20;
/** `|---|---|` below the titles. */
const RULE = /^[\s|:+=-]*-{2,}[\s|:+=-]*$/;

interface Table {
  between: RegExp;
  titles: { title: string; field: Field }[];
}

/**
 * The lines of a text, with the rows of a table under its titles as lines of a form, one for each cell: "Nama | Qty" above
 * "Topi | 2", and "Nama/Alamat/HP: …/…/…" on one line.
 */
export function linesOfTables(text: string): RawLine[] {
  const lines: RawLine[] = [];
  let table: Table | undefined;
  for (const [index, raw] of text.split('\n').entries()) {
    const number = index + 1;
    const [head = '', values = ''] = raw.split(/\s*[:=]\s*(.*)/s);
    const titles = tableOf(head) ?? (values === '' ? undefined : pairOf(head));
    if (titles !== undefined && (values === '' || rowOf(values, titles) !== undefined)) {
      table = titles;
      lines.push(
        { number, text: '' },
        ...(rowOf(values, titles) ?? []).map((cell) => ({ number, text: cell })),
      );
      continue;
    }
    const row = table === undefined ? undefined : rowOf(raw, table);
    if (row !== undefined) lines.push(...row.map((cell) => ({ number, text: cell })));
    else {
      lines.push({ number, text: raw });
      if (!RULE.test(raw) && raw.trim() !== '') table = undefined;
    }
  }
  return lines;
}

function cellsOf(line: string, between: RegExp): string[] {
  return line
    .replaceAll(/^[\s|]+|[\s|]+$/g, '')
    .split(between)
    .map((cell) => cell.trim());
}

/** The table that a line of titles begins; undefined for any other line. */
function tableOf(line: string): Table | undefined {
  for (const { expression, fewest } of BETWEEN) {
    const cells = cellsOf(line, expression);
    if (cells.length < fewest || cells.length > MOST_CELLS) continue;
    // "Pesanan (warna/ukuran/jumlah)" is one title.
    if (cells.some((cell) => /\([^)]*$/.test(cell))) continue;
    const fields = cells.map(fieldOfTitle);
    if (fields.includes(undefined)) continue;
    const known = fields as Field[];
    // Of things that are counted and priced the name is that of a product.
    const is_of_goods =
      !known.includes('goods') &&
      !known.includes('phone') &&
      !known.includes('address') &&
      (known.includes('quantity') || known.includes('variant'));
    const titles = known.map((field, at) =>
      is_of_goods && field === 'name'
        ? { title: `Produk`, field: 'goods' as const }
        : { title: cells[at] ?? '', field },
    );
    return { between: expression, titles };
  }
  return undefined;
}

/** "Ekspedisi/Bayar: JNE / COD": two titles and two values, where they are of two fields. */
function pairOf(line: string): Table | undefined {
  const cells = cellsOf(line, /\s*\/\s*/);
  const titles = cells.flatMap((title) => {
    const field = fieldOfTitle(title);
    return field === undefined ? [] : [{ title, field }];
  });
  const [first, second] = titles;
  if (cells.length !== 2 || first === undefined || second === undefined) return undefined;
  return PAIRED.has(first.field) && PAIRED.has(second.field) && first.field !== second.field
    ? { between: /\s+\/\s*|\s*\/\s+/, titles }
    : undefined;
}

/** Fields that a label names together though one value holds one of them each. */
const PAIRED = new Set<Field>(['goods', 'quantity', 'courier', 'payment', 'variant', 'phone', 'note']);

/** What is told of goods follows them, whatever the order of the columns. */
const ORDER: Partial<Record<Field, number>> = { goods: 1, variant: 2, quantity: 3 };

/** The cells of a row with their titles; undefined for a line that is none. An address may have the sign between cells in it. */
function rowOf(line: string, { between, titles }: Table): string[] | undefined {
  const cells = cellsOf(line, between);
  const more = cells.length - titles.length;
  const address = titles.findIndex(({ field }) => field === 'address');
  if (line.trim() === '' || RULE.test(line) || more > (address === -1 ? 0 : 4)) return undefined;
  if (cells.length < Math.max(2, titles.length - 1)) return undefined;
  if (more > 0) cells.splice(address, more + 1, cells.slice(address, address + more + 1).join('/'));
  return titles
    .flatMap((one, at) => ({ ...one, value: cells[at] ?? '' }))
    .filter(({ value }) => value !== '')
    .toSorted((a, b) => (ORDER[a.field] ?? 0) - (ORDER[b.field] ?? 0))
    .map(({ title, value }) => `${title}: ${value}`);
}
