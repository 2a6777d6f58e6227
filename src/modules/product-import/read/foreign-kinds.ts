import type { Cell } from '../../../kernel/sheets/cells.ts';

/** What a row of a WooCommerce export is: a product alone, one whose variations have rows of their own, one of those … */
export type ForeignKind = 'simple' | 'variable' | 'variation' | 'other';

const KINDS = new Map<string, ForeignKind>([
  ['simple', 'simple'],
  ['variable', 'variable'],
  ['variation', 'variation'],
  // … a set of other products, or one that another shop sells.
  ['grouped', 'other'],
  ['external', 'other'],
]);

/** `simple, virtual` is `simple`; undefined for the types of our own. */
export function foreignKind(cell: Cell | undefined): ForeignKind | undefined {
  const [kind = ''] = String(cell ?? '')
    .toLowerCase()
    .split(',');
  return KINDS.get(kind.trim());
}
