import { checkedRupiah, percentOf, sum, type Rupiah } from '../../../kernel/money.ts';

/** A weight as a courier charges it, with what it follows from. */
export interface ChargeableWeight {
  actual_grams: number;
  /** What the volume counts as, rounded half up to a gram; 0 if no dimensions are known. */
  volumetric_grams: number;
  /** Whether the volume decides. */
  is_volumetric: boolean;
  /** Whether the courier's minimum decides. */
  is_minimum: boolean;
  /** A multiple of the rounding step, at least the minimum. */
  chargeable_grams: number;
  /** The same in kilograms: whole ones, where the courier rounds to those. */
  chargeable_kg: number;
}

interface WeightRule {
  tolerance_grams: number;
  minimum_kg: number;
  rounding_grams: number;
  volumetric_cm3_per_kg: number;
}

/**
 * The weight that a courier charges for: the larger of actual and volumetric weight, rounded up to its step (usually a
 * kilogram) but for the tolerance, and at least its minimum. With 1 kg and 300 g tolerance, 1,300 g is 1 kg and 1,310 g is
 * 2 kg.
 * @param parcel.volume_cm3 length × width × height; 0 or omitted if unknown
 */
export function chargeableWeight(
  rule: WeightRule,
  { weight_grams, volume_cm3 = 0 }: { weight_grams: number; volume_cm3?: number },
): ChargeableWeight {
  const volumetric_grams = Math.round((volume_cm3 * 1000) / rule.volumetric_cm3_per_kg);
  const larger = Math.max(weight_grams, volumetric_grams);
  const steps = Math.ceil(Math.max(0, larger - rule.tolerance_grams) / rule.rounding_grams);
  const rounded_grams = steps * rule.rounding_grams;
  const minimum_grams = rule.minimum_kg * 1000;
  const chargeable_grams = Math.max(rounded_grams, minimum_grams);
  return {
    actual_grams: weight_grams,
    volumetric_grams,
    is_volumetric: volumetric_grams > weight_grams,
    is_minimum: minimum_grams > rounded_grams,
    chargeable_grams,
    chargeable_kg: chargeable_grams / 1000,
  };
}

/** The volume of a parcel in cm³; 0 unless all three are known. */
export function volumeOf(dimensions: {
  length_cm: number | null;
  width_cm: number | null;
  height_cm: number | null;
}): number {
  return (dimensions.length_cm ?? 0) * (dimensions.width_cm ?? 0) * (dimensions.height_cm ?? 0);
}

interface Size {
  length_cm: number;
  width_cm: number;
  height_cm: number;
}

/**
 * The size of a parcel of several units: as long and wide as the longest and the widest of them, and as high as all
 * together fill, so that its volume is what the order is charged for. Units whose size is not known count nothing.
 * @returns undefined if no size is known
 */
export function parcelSize(
  units: readonly { quantity: number; size?: Size | undefined }[],
): Size | undefined {
  const sized = units.flatMap(({ quantity, size }) => (size === undefined ? [] : [{ quantity, size }]));
  if (sized.length === 0) return undefined;
  const length_cm = Math.max(...sized.map(({ size }) => size.length_cm));
  const width_cm = Math.max(...sized.map(({ size }) => size.width_cm));
  const volume_cm3 = sum(sized.map(({ quantity, size }) => volumeOf(size) * quantity));
  return { length_cm, width_cm, height_cm: Math.ceil(volume_cm3 / (length_cm * width_cm)) };
}

interface InsuranceRule {
  insurance_bp: number;
  insurance_fixed_idr: Rupiah;
  insurance_minimum_idr: Rupiah;
  insurance_above_idr: Rupiah;
  insurance_basis: 'GOODS' | 'GOODS_AND_SHIPPING';
}

/**
 * What a courier takes for insuring a parcel: its rate of the insured value, rounded half up to a rupiah, and the fixed
 * part, at least its minimum. Nothing is insured for nothing, nor up to the value from which the courier insures.
 */
export function insuranceOf(
  rule: InsuranceRule,
  { goods_idr, shipping_idr }: { goods_idr: Rupiah; shipping_idr: Rupiah },
): Rupiah {
  const basis_idr = insuredValue(rule, { goods_idr, shipping_idr });
  if (goods_idr <= 0 || basis_idr <= rule.insurance_above_idr) return 0;
  const charged_idr = basisPointsOf(basis_idr, rule.insurance_bp) + rule.insurance_fixed_idr;
  return checkedRupiah(Math.max(charged_idr, rule.insurance_minimum_idr));
}

/** The value that the insurance is a rate of. */
export function insuredValue(
  { insurance_basis }: Pick<InsuranceRule, 'insurance_basis'>,
  { goods_idr, shipping_idr }: { goods_idr: Rupiah; shipping_idr: Rupiah },
): Rupiah {
  return insurance_basis === 'GOODS' ? goods_idr : sum([goods_idr, shipping_idr]);
}

/** What a courier keeps of the cash that it collects. */
export interface CodFeeRule {
  cod_fee_bp: number;
  cod_fee_minimum_idr: Rupiah;
}

/**
 * What a courier keeps of the cash that it collects: its rate, rounded half up to a rupiah, at least its minimum, and never
 * more than it collects.
 */
export function codFeeOf(rule: CodFeeRule, collected_idr: Rupiah): Rupiah {
  if (collected_idr <= 0) return 0;
  const fee_idr = Math.max(basisPointsOf(collected_idr, rule.cod_fee_bp), rule.cod_fee_minimum_idr);
  return Math.min(collected_idr, fee_idr);
}

/**
 * The smallest amount that, added to what the courier collects, pays the COD fee of the sum: so much a buyer is charged
 * that bears the fee, and the shop receives the whole `amount_idr`.
 */
export function codFeeOnTop(rule: CodFeeRule, amount_idr: Rupiah): Rupiah {
  if (rule.cod_fee_bp >= 10_000) throw new RangeError('a courier that keeps all that it collects');
  // Each round adds the fee of what the last one added, so it comes to an end below the smallest such amount or at it.
  for (let added_idr = 0; ;) {
    const fee_idr = codFeeOf(rule, sum([amount_idr, added_idr]));
    if (fee_idr <= added_idr) return added_idr;
    added_idr = fee_idr;
  }
}

/** What a courier takes for bringing a parcel back: its rate of the outbound shipping cost, half up to a rupiah. */
export function returnFeeOf({ return_fee_bp }: { return_fee_bp: number }, shipping_idr: Rupiah): Rupiah {
  return basisPointsOf(shipping_idr, return_fee_bp);
}

/** What a wooden packing costs: a fixed part, and one for each chargeable kilogram, half up to a rupiah. */
export function packingOf(
  rule: { packing_fixed_idr: Rupiah; packing_idr_per_kg: Rupiah },
  { chargeable_grams }: Pick<ChargeableWeight, 'chargeable_grams'>,
): Rupiah {
  const by_weight_idr = Math.floor((rule.packing_idr_per_kg * chargeable_grams + 500) / 1000);
  return checkedRupiah(rule.packing_fixed_idr + by_weight_idr);
}

/** A COD amount rounded up to what couriers have change for. @param step_idr 0: not rounded */
export function roundCash(amount_idr: Rupiah, step_idr: Rupiah): Rupiah {
  return step_idr === 0 ? amount_idr : checkedRupiah(Math.ceil(amount_idr / step_idr) * step_idr);
}

/** @param rate_bp 0 to 10,000 */
function basisPointsOf(amount_idr: Rupiah, rate_bp: number): Rupiah {
  return percentOf(amount_idr, rate_bp / 100);
}
