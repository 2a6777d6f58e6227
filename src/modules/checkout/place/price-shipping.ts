import type { BuyerParcel, BuyerShipping } from '../../orders/index.ts';
import { storeRate, type StoreContext } from '../../storefront/index.ts';

interface Way {
  /** null: the shop has not said where its parcels leave from. */
  origin_code: number | null;
  destination_code: number;
  /** A courier service, or a custom courier. */
  courier_id: number;
  is_cod: boolean;
}

/**
 * What a buyer pays for a parcel: the price that the rates of the store say. Asks vendors, so it stands outside
 * transactions.
 * @returns undefined where the courier is not offered, or nobody knows its price for this way
 * @throws Refusal 429 if a visitor has vendors asked very often
 */
export async function priceShipping(
  context: StoreContext,
  { origin_code, destination_code, courier_id, is_cod }: Way,
  parcel: BuyerParcel,
): Promise<BuyerShipping | undefined> {
  const { weight_grams, volume_cm3, goods_idr: value_idr } = parcel;
  const way = { origin_code, destination_code, is_cod, service_id: courier_id };
  const rate = await storeRate(context, way, { weight_grams, volume_cm3, value_idr });
  if (rate === undefined) return undefined;
  const insurance_idr = rate.is_insurance_required ? rate.insurance_idr : 0;
  return { shipping_idr: rate.shipping_idr, insurance_idr, cod_fee_rule: rate.buyers_cod_fee };
}
