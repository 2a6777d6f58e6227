import { Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import type { ParcelLine } from '../../orders/index.ts';
import { returnErrors } from './errors.ts';

/** What was found of a product. */
export interface FoundUnits {
  variation_id: number;
  /** Undefined: all that is neither damaged nor missing. */
  sellable?: number | undefined;
  damaged: number;
  missing: number;
}

/** What was found of a line of the order. */
export interface PlannedReceipt extends ParcelLine {
  sellable: number;
  damaged: number;
  missing: number;
}

/**
 * Shares out what was found of each product among its lines, so that each unit of the parcel is accounted for once:
 * what is not named is sellable. Of several lines of a product the first ones have the sellable units, the last ones
 * the missing.
 * @throws Refusal 422 on each product that the parcel does not have, that is named twice, or of which more or fewer units
 *   are named than it has
 */
export function planReceipt(lines: readonly ParcelLine[], found: readonly FoundUnits[]): PlannedReceipt[] {
  const quantities = new Map<number, number>();
  for (const { variation_id, quantity } of lines)
    quantities.set(variation_id, (quantities.get(variation_id) ?? 0) + quantity);
  const faults = found.flatMap((units, index) => faultsOf(units, index, found, quantities));
  if (faults.length > 0) throw new Refusal(faults);
  const left = new Map(
    found.map(({ variation_id, damaged, missing }) => {
      const sellable = (quantities.get(variation_id) ?? 0) - damaged - missing;
      return [variation_id, { sellable, damaged }];
    }),
  );
  return lines.map((line) => {
    const units = left.get(line.variation_id);
    if (units === undefined) return { ...line, sellable: line.quantity, damaged: 0, missing: 0 };
    const sellable = Math.min(line.quantity, units.sellable);
    const damaged = Math.min(line.quantity - sellable, units.damaged);
    units.sellable -= sellable;
    units.damaged -= damaged;
    return { ...line, sellable, damaged, missing: line.quantity - sellable - damaged };
  });
}

function faultsOf(
  { variation_id, sellable, damaged, missing }: FoundUnits,
  index: number,
  found: readonly FoundUnits[],
  quantities: ReadonlyMap<number, number>,
): RefusalPart[] {
  const field = `lines.${index}.variation_id`;
  const quantity = quantities.get(variation_id);
  if (quantity === undefined) return [idNotFound(field)];
  const first = found.findIndex((other) => other.variation_id === variation_id);
  if (first < index) return [returnErrors.part('return_line_repeated', field, { line: first + 1 })];
  const accounted = (sellable ?? Math.max(0, quantity - damaged - missing)) + damaged + missing;
  return accounted === quantity
    ? []
    : [returnErrors.part('return_not_accounted', field, { accounted, quantity })];
}
