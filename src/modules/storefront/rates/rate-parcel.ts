import type { Context } from '../../../kernel/context.ts';
import type { Rupiah } from '../../../kernel/money.ts';
import { loadShopServices, PICKUP_AT_SHOP } from '../../couriers/index.ts';
import { ratesFor, type Rate } from '../../shipping/index.ts';
import { storeErrors } from '../errors.ts';
import { limitVisits } from '../limit-visits.ts';
import { storeLimits } from '../limits.ts';
import type { StoreContext } from '../store-context.ts';

/** What of a parcel its price depends on. */
export interface StoreParcel {
  weight_grams: number;
  /** 0: not known. */
  volume_cm3: number;
  /** At the buyer's prices, before promos. */
  value_idr: Rupiah;
}

/** What the service that a buyer has chosen takes. */
type PricedParcel = Pick<Rate, 'shipping_idr' | 'insurance_idr' | 'is_insurance_required' | 'buyers_cod_fee'>;

/** Which way a parcel goes, by official codes of districts. */
export interface StoreWay {
  /** null: the shop has not said where its parcels leave from. */
  origin_code: number | null;
  destination_code: number;
  /** Only services that collect cash on delivery. */
  is_cod: boolean;
}

/**
 * What a parcel of a store costs by each service that the shop offers; nothing where nobody knows where it leaves from. Asks
 * vendors, so it stands outside transactions; their answers are cached.
 * @param before_asking is called before vendors are asked what they have not answered before
 * @throws Refusal 422 on `products` if the parcel is too heavy
 */
export async function rateParcel(
  context: Context,
  { origin_code, destination_code, is_cod, service_id }: StoreWay & { service_id?: number },
  { weight_grams, volume_cm3, value_idr }: StoreParcel,
  before_asking?: () => void,
): Promise<Rate[]> {
  if (weight_grams > storeLimits.store_parcel_kg * 1_000)
    throw storeErrors.refuseField('parcel_heavy', 'products', { limit: storeLimits.store_parcel_kg });
  if (origin_code === null) return [];
  const parcel = {
    origin_id: origin_code,
    destination_id: destination_code,
    weight_grams,
    volume_cm3,
    size: boxOf(volume_cm3),
    value_idr,
    is_cod,
    ...(service_id !== undefined && { service_id }),
  };
  return (await ratesFor(context, parcel, before_asking)).rates;
}

/**
 * What the service that a buyer has chosen takes for a parcel: the price that `listStoreRates` shows, and none that a client
 * sends. Stands outside transactions. Where vendors are asked, it counts as a question for shipping costs.
 * @param service_id of a courier service or custom courier; pickup at the shop is free, where the shop offers it
 * @returns undefined where the service is not offered, or nobody knows its price for this way
 * @throws Refusal 422 on `products` if the parcel is too heavy; 429 if a visitor has vendors asked very often
 */
export async function storeRate(
  context: StoreContext,
  way: StoreWay & { service_id: number },
  parcel: StoreParcel,
): Promise<PricedParcel | undefined> {
  const { service_id } = way;
  if (service_id === PICKUP_AT_SHOP) return pickupRate(context);
  const count = () => limitVisits(context, 'rates', storeLimits.store_rates_per_minute);
  return (await rateParcel(context, way, parcel, count)).find(({ id }) => id === service_id);
}

async function pickupRate(context: Context): Promise<PricedParcel | undefined> {
  const { active_ids } = await loadShopServices(context);
  if (!active_ids.has(PICKUP_AT_SHOP)) return undefined;
  return { shipping_idr: 0, insurance_idr: 0, is_insurance_required: false, buyers_cod_fee: undefined };
}

/** A box that holds the volume, for vendors, who take no volumes. */
function boxOf(volume_cm3: number) {
  if (volume_cm3 === 0) return undefined;
  const side_cm = Math.ceil(Math.cbrt(volume_cm3));
  const height_cm = Math.ceil(volume_cm3 / (side_cm * side_cm));
  return { length_cm: side_cm, width_cm: side_cm, height_cm };
}
