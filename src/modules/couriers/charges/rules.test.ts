import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courierServices, couriers } from '../../reference/index.ts';
import {
  chargeableWeight,
  codFeeOf,
  codFeeOnTop,
  courierRule,
  insuranceOf,
  packingOf,
  parcelSize,
  returnFeeOf,
  roundCash,
  serviceRule,
  volumeOf,
  type ChargeRule,
} from '../index.ts';

const JNE = 1;
const SICEPAT = 4;
const NINJA = 9;
const SAP = 10;
const IDEXPRESS = 100;

const amounts = fc.integer({ min: 0, max: 1_000_000_000 });
const rules = fc.constantFrom(...couriers.map(({ id }) => courierRule(id)));
const kgOf = (service_id: number, weight_grams: number, volume_cm3 = 0) =>
  chargeableWeight(serviceRule(service_id), { weight_grams, volume_cm3 }).chargeable_kg;

/** The exact share in integers, rounded half up: what the rules must come to by another way. */
const shareOf = (amount: number, rate_bp: number) =>
  Number((BigInt(amount) * BigInt(rate_bp) + 5_000n) / 10_000n);

describe('the chargeable weight', () => {
  test.each([
    [0, 1],
    [1, 1],
    [1_000, 1],
    [1_300, 1],
    [1_301, 2],
    [2_300, 2],
    [2_301, 3],
    [50_300, 50],
  ])('%i g is %i kg with JNE REG', (grams, kg) => expect(kgOf(1, grams)).toBe(kg));

  test('services by truck begin at 10 kg', () => {
    for (const service_id of [10_001, 363]) {
      expect(kgOf(service_id, 500)).toBe(10);
      expect(kgOf(service_id, 10_300)).toBe(10);
      expect(kgOf(service_id, 10_301)).toBe(11);
    }
    const { is_minimum } = chargeableWeight(serviceRule(363), { weight_grams: 500 });
    expect(is_minimum).toBe(true);
  });

  test('the volume counts where it weighs more, by the divisor of 6,000', () => {
    const volume_cm3 = volumeOf({ length_cm: 40, width_cm: 30, height_cm: 20 });
    expect(chargeableWeight(serviceRule(1), { weight_grams: 1_200, volume_cm3 })).toEqual({
      actual_grams: 1_200,
      volumetric_grams: 4_000,
      is_volumetric: true,
      is_minimum: false,
      chargeable_grams: 4_000,
      chargeable_kg: 4,
    });
    expect(kgOf(1, 5_000, volume_cm3)).toBe(5);
    expect(volumeOf({ length_cm: 40, width_cm: null, height_cm: 20 })).toBe(0);
  });

  test('the size of a parcel has the volume of its units, rounded up to a centimetre of height', () => {
    const book = { length_cm: 30, width_cm: 20, height_cm: 3 };
    expect(parcelSize([{ quantity: 4, size: book }])).toEqual({ ...book, height_cm: 12 });
    const long = { length_cm: 50, width_cm: 5, height_cm: 5 };
    expect(parcelSize([{ quantity: 1, size: book }, { quantity: 1, size: long }, { quantity: 9 }])).toEqual({
      length_cm: 50,
      width_cm: 20,
      height_cm: 4,
    });
    expect(parcelSize([{ quantity: 1 }])).toBeUndefined();
  });

  test('is never less for more, covers the weight but for the tolerance, and is no step too many', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...courierServices),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        ({ id }, weight_grams, more_grams, volume_cm3) => {
          const rule = serviceRule(id);
          const found = chargeableWeight(rule, { weight_grams, volume_cm3 });
          const larger = Math.max(weight_grams, found.volumetric_grams);
          expect(found.chargeable_grams + rule.tolerance_grams).toBeGreaterThanOrEqual(larger);
          expect(found.chargeable_grams % rule.rounding_grams).toBe(0);
          const one_step_less = found.chargeable_grams - rule.rounding_grams;
          expect(
            one_step_less < rule.minimum_kg * 1000 || one_step_less + rule.tolerance_grams < larger,
          ).toBe(true);
          const heavier = chargeableWeight(rule, { weight_grams: weight_grams + more_grams, volume_cm3 });
          expect(heavier.chargeable_grams).toBeGreaterThanOrEqual(found.chargeable_grams);
        },
      ),
    );
  });
});

describe('insurance', () => {
  const of = (courier_id: number, goods_idr: number, shipping_idr = 0) =>
    insuranceOf(courierRule(courier_id), { goods_idr, shipping_idr });

  test.each([
    ['JNE takes 0.2 % and 5,000', JNE, 1_000_000, 20_000, 7_000],
    ['JNE rounds half up', JNE, 250, 0, 5_001],
    ['JNE rounds less than a half down', JNE, 249, 0, 5_000],
    ['SiCepat insures nothing up to 500,000 of goods and shipping', SICEPAT, 480_000, 20_000, 0],
    ['SiCepat takes 0.3 % of goods and shipping above it', SICEPAT, 480_000, 20_001, 1_500],
    ['iDExpress takes 0.2 %', IDEXPRESS, 1_000_000, 0, 2_000],
    ['SAP takes 0.3 % and 2,000', SAP, 120_000, 37_500, 2_360],
    ['Ninja takes at least 2,500', NINJA, 100_000, 0, 2_500],
    ['Ninja takes 0.25 %', NINJA, 2_000_000, 0, 5_000],
    ['nothing is insured for nothing', JNE, 0, 20_000, 0],
  ])('%s', (_title, courier_id, goods, shipping, expected) =>
    expect(of(courier_id, goods, shipping)).toBe(expected),
  );

  test('is the exact share and the fixed part, to the rupiah', () => {
    fc.assert(
      fc.property(rules, amounts, amounts, (rule, goods_idr, shipping_idr) => {
        const basis = rule.insurance_basis === 'GOODS' ? goods_idr : goods_idr + shipping_idr;
        const expected = Math.max(
          shareOf(basis, rule.insurance_bp) + rule.insurance_fixed_idr,
          rule.insurance_minimum_idr,
        );
        expect(insuranceOf(rule, { goods_idr, shipping_idr })).toBe(
          goods_idr === 0 || basis <= rule.insurance_above_idr ? 0 : expected,
        );
      }),
    );
  });
});

describe('the COD fee', () => {
  const fees: fc.Arbitrary<Pick<ChargeRule, 'cod_fee_bp' | 'cod_fee_minimum_idr'>> = fc.record({
    cod_fee_bp: fc.integer({ min: 0, max: 5_000 }),
    cod_fee_minimum_idr: fc.integer({ min: 0, max: 50_000 }),
  });

  test('is the exact share, at least the minimum, and never more than what is collected', () => {
    fc.assert(
      fc.property(fees, amounts, (rule, collected) => {
        const share = Math.max(shareOf(collected, rule.cod_fee_bp), rule.cod_fee_minimum_idr);
        expect(codFeeOf(rule, collected)).toBe(Math.min(collected, share));
      }),
    );
  });

  test('a buyer who bears it pays the least with which the shop receives its whole amount', () => {
    fc.assert(
      fc.property(fees, fc.integer({ min: 1, max: 1_000_000_000 }), (rule, amount) => {
        const added = codFeeOnTop(rule, amount);
        const received = (charged: number) => amount + charged - codFeeOf(rule, amount + charged);
        expect(received(added)).toBeGreaterThanOrEqual(amount);
        expect(added === 0 || received(added - 1) < amount).toBe(true);
      }),
    );
    expect(codFeeOnTop({ cod_fee_bp: 300, cod_fee_minimum_idr: 0 }, 97_000)).toBe(3_000);
  });
});

test('the return fee is a share of the outbound shipping, half up to a rupiah', () => {
  expect(returnFeeOf({ return_fee_bp: 5_000 }, 20_001)).toBe(10_001);
  expect(returnFeeOf({ return_fee_bp: 0 }, 20_000)).toBe(0);
});

test('a wooden packing costs its fixed part and a part for each chargeable kilogram', () => {
  const rule = { packing_fixed_idr: 10_000, packing_idr_per_kg: 5_001 };
  expect(packingOf(rule, { chargeable_grams: 2_000 })).toBe(20_002);
  expect(packingOf(rule, { chargeable_grams: 500 })).toBe(12_501);
});

test('cash is rounded up to the step, and not at all without one', () => {
  fc.assert(
    fc.property(amounts, fc.constantFrom(0, 100, 500, 1_000), (amount, step) => {
      const rounded = roundCash(amount, step);
      expect(rounded - amount).toBeGreaterThanOrEqual(0);
      expect(rounded - amount).toBeLessThan(Math.max(1, step));
      expect(step === 0 ? 0 : rounded % step).toBe(0);
    }),
  );
});
