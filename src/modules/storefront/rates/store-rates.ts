import { Refusal } from '../../../kernel/errors.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { codFeeOnTop, loadShopServices, PICKUP_AT_SHOP } from '../../couriers/index.ts';
import { findOrderPromos, promoApplies, promoDiscount, type OrderPromo } from '../../promos/index.ts';
import { courierServices, findDistricts, type District } from '../../reference/index.ts';
import type { Rate } from '../../shipping/index.ts';
import type { WantedParcel } from '../goods/find-store-goods.ts';
import { categoryOf, platformOf } from '../goods/visitor-terms.ts';
import type { StoreContext } from '../store-context.ts';
import { rateParcel } from './rate-parcel.ts';

/** What a courier service, or pickup at the shop, takes for a parcel of a visitor. */
export interface StoreRate extends Pick<
  Rate,
  | 'id'
  | 'courier_code'
  | 'courier_name'
  | 'rate_name'
  | 'shipping_idr'
  | 'insurance_idr'
  | 'is_insurance_required'
  | 'is_cod_available'
  | 'min_days'
  | 'max_days'
> {
  group: Rate['group'] | 'pickup';
  /** What the best running shipping promo takes off. */
  discount_idr: number;
  /** What the buyer bears of the COD fee, if this parcel is what is ordered. */
  cod_fee_idr: number;
}

interface StoreRates {
  destination: District;
  /** Pickup at the shop if it is offered, then the cheapest. */
  rates: StoreRate[];
}

/**
 * What a parcel costs by each service that the store offers. Stands outside transactions.
 * @throws Refusal 422 on `district_id` if there is no such district, on `products` if the parcel is too heavy
 */
export async function storeRates(
  context: StoreContext,
  { district_id, parcel, is_cod }: { district_id: number; parcel: WantedParcel; is_cod: boolean },
): Promise<StoreRates> {
  const destination = (await findDistricts(context, [district_id])).get(district_id);
  if (destination === undefined) throw new Refusal([idNotFound('district_id')]);
  const pickup = is_cod ? [] : await pickupRates(context);
  const way = { origin_code: await findOrigin(context), destination_code: destination.code, is_cod };
  const rates = await rateParcel(context, way, parcel);
  const promos = rates.length === 0 ? [] : await shippingPromos(context, parcel);
  return {
    destination,
    rates: [
      ...pickup,
      ...rates.map((rate) => {
        const discount_idr = discountOf(context, promos, rate, parcel);
        return { ...rate, discount_idr, cod_fee_idr: codFee(rate, parcel, discount_idr) };
      }),
    ],
  };
}

const PICKUP_SERVICES = courierServices.filter(({ courier_id }) => courier_id === PICKUP_AT_SHOP);

async function pickupRates(context: StoreContext): Promise<StoreRate[]> {
  const { active_ids } = await loadShopServices(context);
  return PICKUP_SERVICES.filter(({ id }) => active_ids.has(id)).map(({ id, name, rate_name }) => ({
    id,
    courier_code: 'pickup',
    courier_name: name,
    rate_name,
    group: 'pickup',
    shipping_idr: 0,
    discount_idr: 0,
    cod_fee_idr: 0,
    insurance_idr: 0,
    is_insurance_required: false,
    is_cod_available: false,
    min_days: null,
    max_days: null,
  }));
}

const findOriginCode = namedStatement<{ district_code: number | null }, { shop_id: number }>(
  'find_store_origin',
  (at) => `select p.district_code from shops s
    join suppliers p on p.shop_id = ${at.shop_id} and p.id = s.active_supplier_id where s.id = ${at.shop_id}`,
);

/** Where parcels of the store leave from: the district of the active supplier. */
async function findOrigin(context: StoreContext): Promise<number | null> {
  const [row] = await findOriginCode.run(context.db, { shop_id: context.shop.id });
  return row?.district_code ?? null;
}

async function shippingPromos(context: StoreContext, parcel: WantedParcel): Promise<OrderPromo[]> {
  const running = await findOrderPromos(context, {
    promo_ids: [],
    coupon_code: undefined,
    customer_id: context.buyer?.customer_id ?? null,
    product_ids: parcel.products.map(({ product_id }) => product_id),
    running: true,
  });
  return running.filter(({ type }) => type === 'EXPEDITION');
}

/** By the rule that a checkout goes by: on top of all that the courier collects. */
function codFee(rate: Rate, { value_idr }: WantedParcel, discount_idr: number): number {
  if (rate.buyers_cod_fee === undefined) return 0;
  const insurance_idr = rate.is_insurance_required ? rate.insurance_idr : 0;
  return codFeeOnTop(rate.buyers_cod_fee, value_idr + rate.shipping_idr - discount_idr + insurance_idr);
}

function discountOf(
  context: StoreContext,
  promos: readonly OrderPromo[],
  rate: Rate,
  parcel: WantedParcel,
): number {
  const order = {
    now: context.clock.now(),
    customer_category_code: categoryOf(context),
    platform: platformOf(context),
    lines: parcel.products,
    goods_idr: parcel.value_idr,
    courier_service_id: rate.id,
  };
  const discounts = promos
    .filter((promo) => promoApplies(promo, { ...order, used_by_customer: promo.used_by_customer }).applies)
    .flatMap((promo) => promoDiscount(promo, [rate.shipping_idr]));
  return Math.max(0, ...discounts);
}
