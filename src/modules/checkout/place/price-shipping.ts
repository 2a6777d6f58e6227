import type { Context } from '../../../kernel/context.ts';
import { PICKUP_AT_SHOP } from '../../couriers/index.ts';
import type { BuyerParcel, BuyerShipping } from '../../orders/index.ts';
import { ratesFor } from '../../shipping/index.ts';

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
 */
export async function priceShipping(
  context: Context,
  { origin_code, destination_code, courier_id, is_cod }: Way,
  parcel: BuyerParcel,
): Promise<BuyerShipping | undefined> {
  if (courier_id === PICKUP_AT_SHOP) return { shipping_idr: 0, insurance_idr: 0 };
  if (origin_code === null) return undefined;
  const { rates } = await ratesFor(context, {
    origin_id: origin_code,
    destination_id: destination_code,
    weight_grams: parcel.weight_grams,
    volume_cm3: parcel.volume_cm3,
    size: sizeOf(parcel.volume_cm3),
    value_idr: parcel.goods_idr,
    is_cod,
  });
  const rate = rates.find(({ id }) => id === courier_id);
  if (rate === undefined) return undefined;
  const insurance_idr = rate.is_insurance_required ? rate.insurance_idr : 0;
  return { shipping_idr: rate.shipping_idr, insurance_idr };
}

/** A box that holds the volume, for vendors, who take no volumes. */
function sizeOf(volume_cm3: number) {
  if (volume_cm3 === 0) return undefined;
  const side_cm = Math.ceil(Math.cbrt(volume_cm3));
  const height_cm = Math.ceil(volume_cm3 / (side_cm * side_cm));
  return { length_cm: side_cm, width_cm: side_cm, height_cm };
}
