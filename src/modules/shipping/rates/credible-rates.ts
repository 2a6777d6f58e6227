import type { VendorRate } from '../../../integrations/courier/port.ts';

/** A billion rupiah: no parcel costs more, of `limits.rate_kg` by air to the end of the country. */
const MOST_IDR = 1_000_000_000;
const MOST_DAYS = 366;

/**
 * The rates of a vendor that can be charged. A price that is zero, negative or out of all proportion is a mistake: nobody
 * carries parcels for nothing, and a buyer must neither be paid nor ruined by it. The service has no price of this vendor
 * then, and another's counts.
 */
export function credibleRates(rates: readonly VendorRate[]): VendorRate[] {
  return rates
    .filter(
      ({ shipping_idr, insurance_idr, cod_fee_idr }) =>
        isAmount(shipping_idr, 1) && isAmount(insurance_idr, 0) && isAmount(cod_fee_idr, 0),
    )
    .map((rate) => ({
      ...rate,
      min_days: credibleDays(rate.min_days),
      max_days: credibleDays(rate.max_days),
    }));
}

function isAmount(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= MOST_IDR;
}

function credibleDays(days: number | null): number | null {
  return days !== null && days >= 0 && days <= MOST_DAYS ? days : null;
}
