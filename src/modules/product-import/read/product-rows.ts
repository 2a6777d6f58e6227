import type { Cell } from '../../../kernel/sheets/cells.ts';
import { foreignKind } from './foreign-kinds.ts';
import type { ImportRow } from './import-row.ts';

/** Columns of which one tells that a row without a name is a variation of the product above. */
const OF_VARIATION = ['color', 'size', 'variation', 'variation_1', 'variation_2'] as const;

/**
 * Tells, for the rows of a file in their order, with which row the product of each begins: rows of one product have its
 * name, its code or its parent in common, wherever they stand. One without all these is a product alone.
 */
export class ProductRows {
  readonly #first = new Map<string, number>();
  #last = 0;

  of(row_number: number, cells: ImportRow['cells']): number {
    const { sought, own } = namesOf(cells);
    const is_below =
      own.length === 0 && this.#last > 0 && OF_VARIATION.some((column) => cells[column] !== undefined);
    const known = sought.map((name) => this.#first.get(name)).find((first) => first !== undefined);
    const first = known ?? (is_below ? this.#last : row_number);
    for (const name of own) if (!this.#first.has(name)) this.#first.set(name, first);
    this.#last = first;
    return first;
  }
}

/** By which rows of one product know each other: what a row looks for in those above, and what it is found by. */
function namesOf(cells: ImportRow['cells']): { sought: string[]; own: string[] } {
  const same = (names: string[]) => ({ sought: names, own: names });
  const kind = foreignKind(cells.product_type);
  const parent = plainText(cells.parent);
  if (kind === 'variation' && parent !== '') return same([`parent ${parent}`]);
  if (kind === 'variable')
    return same(
      [plainText(cells.sku), `id:${plainText(cells.row_id)}`]
        .filter((own) => own !== '' && own !== 'id:')
        .map((own) => `parent ${own}`),
    );
  const name = plainText(cells.name);
  const code = plainText(cells.product_code);
  if (code === '') return same(name === '' ? [] : [`name ${name}`]);
  // A row without a name goes with the code; one with another name is another product, whatever its code.
  return name === ''
    ? same([`code ${code}`])
    : { sought: [`code ${code} ${name}`], own: [`code ${code} ${name}`, `code ${code}`] };
}

/** Of a text as long as a name may be, without regard to case and blanks. */
export function plainText(cell: Cell | undefined): string {
  return String(cell ?? '')
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}
