import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { ESTIMATES } from '../../couriers/index.ts';
import { findOrderPromos, promoApplies, promoDiscount, type OrderPromo } from '../../promos/index.ts';
import { courierBadge, type District } from '../../reference/index.ts';
import { ratesFor, type OfferedService, type Rate, type Rates } from './rates-for.ts';
import type { CostAnswer, GetCostInput } from './schemas.ts';
import { RATE_TEXTS } from './texts.ts';

type Input = z.output<typeof GetCostInput>;
type Answer = z.input<typeof CostAnswer>;
type RateAnswer = Answer['data']['regular'][number];

/**
 * What a parcel costs by each service that the shop offers. Rates that are missing are named, each with what to do.
 * @throws Refusal 422 on `origin_id` or `destination_id` if there is no such district
 */
export async function getCost(context: Context, input: Input): Promise<Answer> {
  const { length, width, height, weight: weight_grams } = input;
  const found = await ratesFor(context, {
    origin_id: input.origin_id,
    destination_id: input.destination_id,
    weight_grams,
    value_idr: input.price,
    is_cod: input.is_cod,
    ...(length !== undefined &&
      width !== undefined &&
      height !== undefined && { size: { length_cm: length, width_cm: width, height_cm: height } }),
  });
  const promos = await shippingPromos(context);
  const present = (rate: Rate) =>
    presentRate(context, rate, found, { input, discount_idr: discountOf(rate) });
  const discountOf = (rate: Rate) => bestDiscount(context, promos, rate, input);
  const of = (group: Rate['group']) => found.rates.filter((rate) => rate.group === group).map(present);
  return {
    status: { code: 1, message: 'Success' },
    data: { regular: of('regular'), express: of('express'), trucking: of('trucking') },
    meta: {
      origin: presentEnd(found.origin),
      destination: presentEnd(found.destination),
      weight: { total: String(weight_grams / 1000), type: 'Kg' },
      ...presentMissing(context, found),
    },
  };
}

const SHOW_IDS = { regular: 1, express: 2, trucking: 3 } as const;

function presentRate(
  context: Context,
  rate: Rate,
  { origin, destination }: Rates,
  { input, discount_idr }: { input: Input; discount_idr: number },
): RateAnswer {
  const is_pickup_available = rate.is_pickup_available ? 1 : 0;
  return {
    name: rate.courier_name,
    logo_url: context.base_url + courierBadge(rate.courier_code),
    rate_id: rate.id,
    show_id: SHOW_IDS[rate.group],
    rate_name: rate.rate_name,
    stop_origin: origin.id,
    stop_destination: destination.id,
    weight: input.weight / 1000,
    // To four places, as the reference has it.
    volumeWeight: Math.round(rate.volumetric_grams * 10) / 10_000,
    finalWeight: rate.charged_grams / 1000,
    itemPrice: input.price,
    item_price: input.price,
    finalRate: rate.shipping_idr,
    insuranceRate: rate.insurance_idr,
    compulsory_insurance: rate.is_insurance_required ? 1 : 0,
    liability: 0,
    discount: discount_idr,
    min_day: rate.min_days,
    max_day: rate.max_days,
    pickup_agent: is_pickup_available,
    is_pickup_available,
    is_cod: rate.is_cod_available,
    cod_fee: rate.cod_fee_idr,
    is_estimate: rate.is_estimate,
    vendor: rate.source,
  };
}

function presentEnd(district: District): Answer['meta']['origin'] {
  const id = String(district.id);
  return { area_id: id, district_id: id, desc: placeName(district) };
}

function placeName({ name, city, province }: District): string {
  return [name, city, province].join(', ');
}

function presentMissing(
  { language }: Context,
  { rates, destination, without_tariff, unanswered }: Rates,
): Omit<Answer['meta'], 'origin' | 'destination' | 'weight'> {
  const texts = RATE_TEXTS[language];
  const { date, source } = ESTIMATES;
  const has_estimate = rates.some(({ is_estimate }) => is_estimate);
  const presentService = ({ id, courier_name, rate_name }: OfferedService) => ({
    rate_id: id,
    name: courier_name,
    rate_name,
    text: texts.noTariff(`${courier_name} ${rate_name}`.trim(), placeName(destination)),
  });
  return {
    is_shipper_api: rates.some((rate) => rate.source === 'shipper'),
    use_cod: rates.some(({ is_cod_available }) => is_cod_available),
    estimate: has_estimate ? { date, source, text: texts.estimate(date) } : null,
    without_tariff: without_tariff.map(presentService),
    unanswered: unanswered.map(({ vendor, title, problem }) => ({
      vendor,
      name: title,
      reason: problem,
      text: texts.unanswered(title, problem),
    })),
  };
}

async function shippingPromos(context: Context): Promise<OrderPromo[]> {
  const none = { promo_ids: [], coupon_code: undefined, customer_id: null, product_ids: [] };
  const running = await findOrderPromos(context, { ...none, running: true });
  return running.filter(({ type }) => type === 'EXPEDITION');
}

/**
 * The most that a promo takes off. Which products are in the parcel is not known: promos of certain products, or of more
 * than one unit, are left to the quote of the order.
 */
function bestDiscount(context: Context, promos: readonly OrderPromo[], rate: Rate, input: Input): number {
  const discounts = promos
    .filter(
      (promo) =>
        promoApplies(promo, {
          now: context.clock.now(),
          customer_category_code: 'N',
          used_by_customer: promo.used_by_customer,
          platform: input.is_privor ? 'PRIVOR' : 'ORDER_APP',
          lines: [{ product_id: 0, quantity: 1 }],
          goods_idr: input.price,
          courier_service_id: rate.id,
        }).applies,
    )
    .flatMap((promo) => promoDiscount(promo, [rate.shipping_idr]));
  return Math.max(0, ...discounts);
}
