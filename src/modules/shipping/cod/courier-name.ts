import { findCourier } from '../../reference/index.ts';

/**
 * The name of a courier as filters take it: its code, as `sicepat`; of one of the shop's own and of manual input what it
 * is called, in small letters.
 */
export function courierName(courier_id: number, logistic_name: string): string {
  const courier = findCourier(courier_id);
  return courier === undefined || courier.virtual ? logistic_name.toLowerCase() : courier.code;
}

/** As the reference shows it: SICEPAT. */
export const vendorName = (courier: string): string => courier.toUpperCase();
