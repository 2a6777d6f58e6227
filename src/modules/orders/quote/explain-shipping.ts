import type { z } from 'zod';
import type { Language } from '../../../kernel/language.ts';
import { rupiahText, sum } from '../../../kernel/money.ts';
import {
  chargeableWeight,
  codFeeOf,
  codFeeOnTop,
  insuranceOf,
  packingOf,
  roundCash,
  type ChargeRule,
} from '../../couriers/index.ts';
import { shippingTexts } from './shipping-texts.ts';
import type { QuotedShipping } from './quoted-shipping.ts';
import type { Quote } from './schemas.ts';

type Explanation = NonNullable<z.input<typeof Quote>['shipping_explanation']>;
type Step = Explanation['steps'][number];
type BuyerCharge = NonNullable<QuotedShipping['options']['charge_buyer']>[number];

/**
 * What a courier charges for a parcel, who bears it, and what it collects. Pure. What the buyer is charged comes as costs of
 * the order: with them, and what is paid before, the courier collects `to_collect`, and the shop receives that less the COD
 * fee.
 */
export function explainShipping(language: Language, quoted: QuotedShipping): Explanation {
  const { courier, charges, options, goods_idr, shipping_idr } = quoted;
  const { courier_id, service_id } = courier.shipping;
  const rule = charges.ofService({ courier_id, id: service_id });
  const weight = chargeableWeight(rule, quoted);
  const charged = chargedToBuyer(quoted, rule);
  const insurance_idr = insuranceOf(rule, { goods_idr, shipping_idr });
  const packing_idr = packingOf(rule, weight);
  const taken = (is_chosen: boolean, amount_idr: number) => (is_chosen ? amount_idr : 0);
  const insured_idr = taken(options.insurance, insurance_idr);
  const packed_idr = taken(options.wooden_packing, packing_idr);
  const before_cod_idr = sum([
    quoted.total_idr,
    taken(charged.has('INSURANCE'), insured_idr),
    taken(charged.has('PACKING'), packed_idr),
  ]);
  const cod = explainCod(quoted, rule, before_cod_idr, charged);
  const texts = shippingTexts(language, { quoted, rule, weight });
  const byOption = (
    name: 'INSURANCE' | 'PACKING',
    amount_idr: number,
    taken_idr: number,
    is_chosen: boolean,
  ) => stepOf(name, is_chosen, amount_idr, taken(charged.has(name), taken_idr), texts.steps[name]);
  const steps = [
    stepOf('RATE', true, shipping_idr, shipping_idr - quoted.shipping_discount_idr, texts.steps.RATE),
    subsidyStep(quoted, texts.steps.SUBSIDY),
    byOption('INSURANCE', insurance_idr, insured_idr, options.insurance),
    byOption('PACKING', packing_idr, packed_idr, options.wooden_packing),
    stepOf('COD_FEE', quoted.is_cod, cod.fee_idr, cod.fee_charged_idr, texts.steps.COD_FEE),
    stepOf('ROUNDING', cod.rounding_idr > 0, cod.rounding_idr, cod.rounding_idr, texts.steps.ROUNDING),
  ];
  const costs = {
    INSURANCE: insured_idr,
    PACKING: packed_idr,
    COD_FEE: cod.fee_charged_idr,
    ROUNDING: cod.rounding_idr,
  };
  const order_cost = Object.entries(costs).flatMap(([name, nominal]) =>
    nominal > 0 && charged.has(name as BuyerCharge)
      ? [
          {
            name: texts.costs[name as BuyerCharge],
            category: name === 'INSURANCE' ? ('INSURANCE' as const) : ('OTHER COST' as const),
            type: 'NOMINAL' as const,
            nominal,
          },
        ]
      : [],
  );
  return {
    weight: {
      actual_grams: weight.actual_grams,
      volume_cm3: quoted.volume_cm3,
      volumetric_grams: weight.volumetric_grams,
      chargeable_kg: weight.chargeable_kg,
      text: texts.weight,
    },
    rate_source: quoted.rate.source,
    steps,
    order_cost,
    total: cod.total_idr,
    to_collect: cod.to_collect_idr,
  };
}

/**
 * What is added to the order: as the input says, or for COD orders as the shop has set it. How COD amounts are rounded is
 * the shop's to say alone.
 */
function chargedToBuyer(
  { options, charges, is_cod }: QuotedShipping,
  { cod_fee_payer }: ChargeRule,
): ReadonlySet<BuyerCharge> {
  const usual = is_cod && cod_fee_payer === 'BUYER' ? (['COD_FEE'] as const) : [];
  return new Set<BuyerCharge>([
    ...(options.charge_buyer ?? usual),
    ...(is_cod && charges.cash_rounding_idr > 0 ? (['ROUNDING'] as const) : []),
  ]);
}

/** @param before_cod_idr the total of the order without COD fee and rounding */
function explainCod(
  { is_cod, paid_idr, charges }: QuotedShipping,
  rule: ChargeRule,
  before_cod_idr: number,
  charged: ReadonlySet<BuyerCharge>,
) {
  const remaining_idr = Math.max(0, before_cod_idr - paid_idr);
  if (!is_cod)
    return { fee_idr: 0, fee_charged_idr: 0, rounding_idr: 0, total_idr: before_cod_idr, to_collect_idr: 0 };
  const fee_charged_idr = charged.has('COD_FEE') ? codFeeOnTop(rule, remaining_idr) : 0;
  const exact_idr = sum([remaining_idr, fee_charged_idr]);
  const to_collect_idr = charged.has('ROUNDING')
    ? roundCash(exact_idr, charges.cash_rounding_idr)
    : exact_idr;
  const rounding_idr = to_collect_idr - exact_idr;
  return {
    fee_idr: codFeeOf(rule, to_collect_idr),
    fee_charged_idr,
    rounding_idr,
    total_idr: sum([before_cod_idr, fee_charged_idr, rounding_idr]),
    to_collect_idr,
  };
}

/** @param buyer_idr what the buyer bears of it; the seller bears the rest of what is applied */
function stepOf(
  rule: Step['rule'],
  applied: boolean,
  amount: number,
  buyer_idr: number,
  text: (amount: string, buyer: string) => string,
): Step {
  const buyer = applied ? buyer_idr : 0;
  return {
    rule,
    applied,
    amount,
    buyer,
    seller: applied ? Math.max(0, amount - buyer) : 0,
    text: text(rupiahText(amount), rupiahText(buyer)),
  };
}

/** The part of the shipping cost that the promo of the shop pays. */
function subsidyStep(
  { shipping_discount_idr }: QuotedShipping,
  text: (amount: string, buyer: string) => string,
): Step {
  return stepOf('SUBSIDY', shipping_discount_idr > 0, shipping_discount_idr, 0, text);
}
