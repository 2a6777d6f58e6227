/** Whole rupiah: a safe integer, never a fraction. What can't be reckoned exactly throws a RangeError. */
export type Rupiah = number;

/**
 * Checks that a number is an amount of whole rupiah, and gives it back.
 * @throws RangeError for a fraction, NaN, or what is beyond the integers that a number holds exactly
 */
export function checkedRupiah(value: number): Rupiah {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole amount of rupiah: ${value}`);
  // Minus zero becomes zero, so that it never shows as "-0".
  return value + 0;
}

/**
 * A percentage of an amount, rounded half up to a rupiah; exact, since it is reckoned in integers.
 * @param percentage 0 to 100, with at most two decimals
 * @throws RangeError for another percentage or a broken amount
 */
export function percentOf(amount_idr: Rupiah, percentage: number): Rupiah {
  const hundredths = Math.round(percentage * 100);
  if (!(percentage >= 0 && percentage <= 100) || hundredths / 100 !== percentage)
    throw new RangeError(`not a percentage of 0 to 100 with at most two decimals: ${percentage}`);
  // amount × hundredths may pass 2^53, so whole ten thousands and the rest are reckoned apart.
  const rest = ((checkedRupiah(amount_idr) % 10_000) + 10_000) % 10_000;
  const ten_thousands = (amount_idr - rest) / 10_000;
  return checkedRupiah(ten_thousands * hundredths + Math.floor((rest * hundredths + 5_000) / 10_000));
}

/**
 * Sum of amounts.
 * @throws RangeError where an amount is broken or the sum beyond the safe integers, far above any real amount
 */
export function sum(amounts_idr: readonly Rupiah[]): Rupiah {
  return amounts_idr.reduce((total, amount) => checkedRupiah(total + checkedRupiah(amount)), 0);
}

/** Rp100.000, as Indonesians write it; -Rp1.000 below zero. */
export function rupiahText(amount_idr: Rupiah): string {
  const digits = String(Math.abs(checkedRupiah(amount_idr))).replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
  return `${amount_idr < 0 ? '-' : ''}Rp${digits}`;
}

/**
 * Splits an amount in proportion to weights, without losing or adding a rupiah: each part is its exact
 * share rounded down, and the rupiah left over go one by one to the parts that lost most by rounding,
 * the first where they lost alike. Where all weights are 0 the parts are equal.
 * @param weights safe integers from 0, as the subtotals of the lines that share a cost
 * @returns a part for each weight, in their order
 * @throws RangeError for a broken amount or weight, and where there is an amount but no weight to carry it
 */
export function allocate(amount_idr: Rupiah, weights: readonly number[]): Rupiah[] {
  if (checkedRupiah(amount_idr) < 0)
    return allocate(-amount_idr, weights).map((part) => checkedRupiah(-part));
  if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0))
    throw new RangeError(`weights must be whole numbers from 0: ${weights.join(', ')}`);
  if (weights.length === 0 && amount_idr !== 0) throw new RangeError(`nothing to split ${amount_idr} over`);
  const equal = weights.every((weight) => weight === 0);
  const amount = BigInt(amount_idr);
  const shares = weights.map((weight) => (equal ? 1n : BigInt(weight)));
  const total = shares.reduce((left, right) => left + right, 0n);
  const parts = shares.map((share) => Number((amount * share) / total));
  const lost = shares.map((share) => (amount * share) % total);
  const left_over = amount_idr - sum(parts);
  const by_loss = [...parts.keys()].toSorted((a, b) => compare(lost[b] ?? 0n, lost[a] ?? 0n) || a - b);
  for (const index of by_loss.slice(0, left_over)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
