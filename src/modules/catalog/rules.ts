export interface Step {
  from: number;
  to: number;
}

/** The index of a step that starts within another one; undefined if there is none. The steps can be in any order. */
export function overlappingStep(steps: readonly Step[]): number | undefined {
  const order = steps.map((step, index) => ({ step, index })).sort((a, b) => a.step.from - b.step.from);
  const found = order.find(({ step }, place) => step.from <= (order[place - 1]?.step.to ?? 0));
  return found?.index;
}

/**
 * A SKU in the format of the reference: three letters each of name, color and size, if present, and a random ending:
 * `SEP-MER-KhC`.
 */
export function skuOf(product: { name: string; color: string; size: string }, ending: string): string {
  const parts = [product.name, product.color, product.size].map(firstLetters).filter((part) => part !== '');
  return [...parts, ending].join('-');
}

function firstLetters(text: string): string {
  return [...text.matchAll(/[\p{L}\p{N}]/gu)].slice(0, 3).join('').toUpperCase();
}

/** The names of the product types in the reference, in its own language in every response. */
export const TYPE_DESCRIPTIONS = { S: 'Stok Sendiri', R: 'Stok Supplier', PO: 'Preorder' } as const;

/** Color and size, as far as a variation has them. */
export function variationLabel(variation: { color: string; size: string }): string {
  return [variation.color, variation.size].filter((part) => part !== '').join(' ');
}

/** Spaces of any kind, and what cannot be seen; but not the letters of which a flag as that of Wales is made. */
const UNSEEN = /[\s[\p{Default_Ignorable_Code_Point}--[\u{E0020}-\u{E007F}]]]/gv;

/**
 * How a variation looks to a buyer: color and size without letter case, spaces and invisible characters. Two variations
 * of a product never have the same look, as nobody could tell which of them an order means.
 * @returns a text to be compared, not shown
 */
export function variationLook(variation: { color: string; size: string }): string {
  return [variation.color, variation.size]
    .map((part) => part.normalize('NFC').toLowerCase().replaceAll(UNSEEN, ''))
    .join('\n');
}
