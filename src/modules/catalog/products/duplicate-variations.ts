import type { RefusalPart } from '../../../kernel/errors.ts';
import { catalogErrors } from '../errors.ts';
import { variationLook } from '../rules.ts';

interface Labels {
  color: string;
  size: string;
}

/**
 * The errors of variations that look like another of their product.
 * @param variations those that are new or get another look, with their index in the input
 * @param others those that keep their look, with the name that an error has for them
 * @returns an error for each that looks like one of the others or like one before it, on `variations.N.…`
 */
export function duplicateFaults(
  variations: readonly { index: number; labels: Labels }[],
  others: readonly { name: string; labels: Labels }[] = [],
): RefusalPart[] {
  const names = new Map(others.map(({ name, labels }) => [variationLook(labels), name]));
  return variations.flatMap(({ index, labels }): RefusalPart[] => {
    const look = variationLook(labels);
    const other = names.get(look);
    if (other === undefined) {
      names.set(look, `variations.${index}`);
      return [];
    }
    // The size is what usually tells variations apart; of those without one the color does.
    const field = labels.size === '' ? 'color' : 'size';
    return [catalogErrors.part('duplicate_variation', `variations.${index}.${field}`, { other })];
  });
}
