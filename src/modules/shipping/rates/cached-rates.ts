import type { VendorName, VendorRate } from '../../../integrations/courier/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';

/** What vendors are asked for; whoever asks for the same gets the same. */
export interface RateKey {
  origin_code: number;
  destination_code: number;
  /** In steps of 100 g, rounded up. */
  weight_class: number;
  /** What is in the parcel, as far as it decides the price: size, value and the couriers that are asked. */
  content_class: string;
  is_cod: boolean;
}

type KeyColumns = RateKey & { shop_id: number };

const AT_KEY = (
  at: Record<keyof KeyColumns, string>,
) => `shop_id = ${at.shop_id} and origin_code = ${at.origin_code}
    and destination_code = ${at.destination_code} and weight_class = ${at.weight_class}
    and content_class = ${at.content_class} and is_cod = ${at.is_cod}`;

const readRates = namedStatement<{ vendor: VendorName; rates: VendorRate[] }, KeyColumns & { now: Date }>(
  'find_vendor_rates',
  (at) => `select vendor, rates from vendor_rates where ${AT_KEY(at)} and expires_at > ${at.now}`,
);

const storeRates = namedStatement<
  object,
  KeyColumns & { vendor: VendorName; rates: string; expires_at: Date }
>(
  'store_vendor_rates',
  (
    at,
  ) => `insert into vendor_rates (shop_id, origin_code, destination_code, weight_class, content_class, is_cod, vendor,
    rates, expires_at)
  values (${at.shop_id}, ${at.origin_code}, ${at.destination_code}, ${at.weight_class}, ${at.content_class}, ${at.is_cod},
    ${at.vendor}, ${at.rates}::jsonb, ${at.expires_at})
  on conflict (shop_id, origin_code, destination_code, weight_class, content_class, is_cod, vendor) do update
  set rates = excluded.rates, expires_at = excluded.expires_at`,
);

/** What vendors have answered before, where it still counts; in one statement. */
export async function readCachedRates(
  { db, shop, clock }: Context,
  key: RateKey,
): Promise<Map<VendorName, VendorRate[]>> {
  const rows = await readRates.run(db, { shop_id: shop.id, ...key, now: clock.now() });
  return new Map(rows.map(({ vendor, rates }) => [vendor, rates]));
}

/** @param ttl_ms how long the vendor lets it be kept */
export async function cacheRates(
  { db, shop, clock }: Context,
  key: RateKey,
  vendor: VendorName,
  rates: readonly VendorRate[],
  ttl_ms: number,
): Promise<void> {
  const expires_at = new Date(clock.now().getTime() + ttl_ms);
  await storeRates.run(db, { shop_id: shop.id, ...key, vendor, rates: JSON.stringify(rates), expires_at });
}
