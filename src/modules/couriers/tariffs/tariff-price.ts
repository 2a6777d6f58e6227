import { checkedRupiah, type Rupiah } from '../../../kernel/money.ts';

/** What a service costs on a way. */
export interface Price {
  first_kg_idr: Rupiah;
  /** Of each kilogram after the first. */
  next_kg_idr: Rupiah;
  /** At least so many kilograms are charged, as of trucking. */
  min_kg: number;
  /** Working days from pickup to delivery; null where nobody says. */
  min_days: number | null;
  max_days: number | null;
}

/** What a tariff charges for: the parcel's weight, or its minimum. @returns grams */
export function chargedGrams({ min_kg }: Pick<Price, 'min_kg'>, grams: number): number {
  return Math.max(grams, min_kg * 1000);
}

/**
 * The price of a parcel, rounded half up to a rupiah where its courier charges parts of a kilogram.
 * @param grams as the courier rounds them, from 1,000
 */
export function tariffPrice(price: Price, grams: number): Rupiah {
  const further = chargedGrams(price, grams) - 1000;
  return checkedRupiah(price.first_kg_idr + Math.floor((further * price.next_kg_idr + 500) / 1000));
}
