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

/** Kilograms that a tariff charges for: those of the parcel, or its minimum. */
export function chargedKg(price: Pick<Price, 'min_kg'>, kg: number): number {
  return Math.max(kg, price.min_kg);
}

/**
 * The price of a parcel.
 * @param kg whole kilograms, from 1, as the courier rounds them
 */
export function tariffPrice(price: Price, kg: number): Rupiah {
  return checkedRupiah(price.first_kg_idr + (chargedKg(price, kg) - 1) * price.next_kg_idr);
}
