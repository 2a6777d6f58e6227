import type { z } from 'zod';
import { courierBadge, type District } from '../../reference/index.ts';
import { parcelOf } from '../goods/find-store-goods.ts';
import { limitVisits } from '../limit-visits.ts';
import { storeLimits } from '../limits.ts';
import type { StoreContext } from '../store-context.ts';
import type { ListStoreRatesInput, StoreRatesAnswer } from './schemas.ts';
import { storeRates, type StoreRate } from './store-rates.ts';

type Answer = z.input<typeof StoreRatesAnswer>;

/** Said where there is nothing to choose from, or pickup alone. */
const NOTHING = {
  en: 'This store cannot calculate the shipping cost to this district. Please contact the shop.',
  id: 'Toko ini belum dapat menghitung ongkir ke kecamatan ini. Silakan hubungi tokonya.',
};

/**
 * What sending these products to a district costs, by each service of the store.
 * @throws Refusal 422 on what does not exist, 429 if a visitor asks very often
 */
export async function listStoreRates(
  context: StoreContext,
  input: z.output<typeof ListStoreRatesInput>,
): Promise<Answer> {
  limitVisits(context, 'rates', storeLimits.store_rates_per_minute);
  const { district_id, is_cod } = input;
  const parcel = await parcelOf(context, input.products);
  const { destination, rates } = await storeRates(context, { district_id, parcel, is_cod });
  const is_empty = rates.every(({ group }) => group === 'pickup');
  return {
    destination: placeOf(destination),
    weight: parcel.weight_grams,
    price: parcel.value_idr,
    rates: rates.map((rate) => present(context, rate)),
    message: is_empty ? NOTHING[context.language] : null,
  };
}

function present(context: StoreContext, rate: StoreRate): Answer['rates'][number] {
  return {
    id: rate.id,
    courier: rate.courier_name,
    rate_name: rate.rate_name,
    group: rate.group,
    logo: context.base_url + courierBadge(rate.courier_code),
    rate: rate.shipping_idr,
    discount: rate.discount_idr,
    rate_after_discount: rate.shipping_idr - rate.discount_idr,
    insurance: rate.insurance_idr,
    is_insurance_required: rate.is_insurance_required,
    is_cod: rate.is_cod_available,
    cod_fee: rate.cod_fee_idr,
    min_day: rate.min_days,
    max_day: rate.max_days,
  };
}

function placeOf({ id, name, city, province, postal_codes }: District): Answer['destination'] {
  return { district_id: id, district: name, city, province, postal_codes };
}
