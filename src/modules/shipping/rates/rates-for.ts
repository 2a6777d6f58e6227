import type {
  CourierVendor,
  ParcelSize,
  Place,
  VendorName,
  VendorRate,
} from '../../../integrations/courier/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { refuseNotFound } from '../../../kernel/not-found.ts';
import type { Rupiah } from '../../../kernel/money.ts';
import {
  chargeableWeight,
  chargedGrams,
  codFeeOf,
  insuranceOf,
  loadRateFacts,
  tariffPrice,
  volumeOf,
  type ChargeRules,
  type CodFeeRule,
  type FoundTariff,
  type ShopServices,
} from '../../couriers/index.ts';
import { findCourier, findDistricts, type District } from '../../reference/index.ts';
import { openVendorAccounts } from '../vendor-accounts.ts';
import { askVendors, type VendorAnswers } from './ask-vendors.ts';

/** A parcel whose price is wanted. */
export interface RatedParcel {
  /** Districts, by their legacy or official ids. */
  origin_id: number;
  destination_id: number;
  weight_grams: number;
  size?: ParcelSize | undefined;
  /** Where it is known better than the size of the whole says; the size is for vendors then. */
  volume_cm3?: number;
  /** Of the goods, for insurance and COD. */
  value_idr: Rupiah;
  /** Only couriers that collect cash on delivery. */
  is_cod: boolean;
  /** The only service that is asked for; vendors are asked as if it were all, so that its price is that of the list. */
  service_id?: number;
}

/** A courier service that the shop offers, or a custom courier. */
export interface OfferedService {
  id: number;
  courier_id: number;
  courier_code: string;
  courier_name: string;
  rate_name: string;
  service_code: string;
  group: 'regular' | 'express' | 'trucking';
  is_pickup_available: boolean;
  is_cod_available: boolean;
}

/** What a service takes for a parcel. */
export interface Rate extends OfferedService {
  /** Whose price it is; `local` is the shop's tariff, or our estimate. */
  source: VendorName | 'local';
  is_estimate: boolean;
  shipping_idr: Rupiah;
  insurance_idr: Rupiah;
  is_insurance_required: boolean;
  /** 0 where no COD is wanted. */
  cod_fee_idr: Rupiah;
  /** By which the buyer bears it; undefined where the shop does, and where no COD is wanted. */
  buyers_cod_fee: CodFeeRule | undefined;
  min_days: number | null;
  max_days: number | null;
  volumetric_grams: number;
  charged_grams: number;
}

export interface Rates extends Pick<VendorAnswers, 'unanswered'> {
  origin: District;
  destination: District;
  /** The cheapest first. */
  rates: Rate[];
  /** Services that the shop offers, and nobody has a price of for this way. */
  without_tariff: OfferedService[];
}

/**
 * The price of a parcel by each service that the shop offers: of its vendors where they have the service, else of its own
 * tariff, else our estimate. This is the price that counts; none that a client sends does. Stands outside transactions.
 * @param before_asking is called before vendors are asked what they have not answered before; what it throws is thrown
 * @throws Refusal 422 on `origin_id` or `destination_id` if there is no such district
 */
export async function ratesFor(
  context: Context,
  parcel: RatedParcel,
  before_asking?: () => void,
): Promise<Rates> {
  const districts = await findDistricts(context, [parcel.origin_id, parcel.destination_id]);
  const [origin, destination] = [districts.get(parcel.origin_id), districts.get(parcel.destination_id)];
  if (origin === undefined || destination === undefined) {
    const ends = { origin_id: origin, destination_id: destination };
    refuseNotFound(Object.entries(ends).flatMap(([field, found]) => (found === undefined ? [field] : [])));
    throw new Error('a district was not found, and not refused');
  }
  const { service_id } = parcel;
  const facts = await loadRateFacts(context, origin, destination, service_id);
  const { tariffs, rules } = facts;
  const services = offered(facts.services).filter((service) => service.is_cod_available || !parcel.is_cod);
  addFees(tariffs, facts.services);
  const vendors = facts.has_vendors ? await openVendorAccounts(context) : [];
  const { answered, unanswered } = await ask(
    context,
    vendors,
    { parcel, origin, destination, services },
    before_asking,
  );
  const by_vendor = cheapest(answered, parcel.is_cod);
  const wanted = services.filter(({ id }) => service_id === undefined || id === service_id);
  const found = wanted.map((service) =>
    rateOf(service, parcel, rules, {
      tariff: tariffs.get(service.id),
      of_vendor: by_vendor.get(`${service.courier_code} ${service.service_code}`),
    }),
  );
  return {
    origin,
    destination,
    rates: found
      .filter((rate) => rate !== undefined)
      .toSorted((a, b) => a.shipping_idr - b.shipping_idr || a.id - b.id),
    without_tariff: wanted.filter((_, index) => found[index] === undefined),
    unanswered,
  };
}

function offered({ active, custom }: ShopServices): OfferedService[] {
  return [
    ...active.flatMap((service) => {
      const courier = findCourier(service.courier_id);
      const { group } = service;
      if (courier === undefined || courier.virtual || !isGroup(group)) return [];
      return [
        {
          id: service.id,
          courier_id: courier.id,
          courier_code: courier.code,
          courier_name: courier.name,
          rate_name: service.rate_name,
          service_code: service.code,
          group,
          is_pickup_available: service.pickup_available,
          is_cod_available: courier.cod,
        },
      ];
    }),
    ...custom.map(({ id, name, is_cod }) => ({
      id,
      courier_id: id,
      courier_code: CUSTOM_COURIER,
      courier_name: name,
      rate_name: '',
      service_code: '',
      group: 'regular' as const,
      is_pickup_available: false,
      is_cod_available: is_cod,
    })),
  ];
}

/** Courier code of custom couriers, which no vendor knows. */
const CUSTOM_COURIER = 'manual';

function isGroup(group: string): group is OfferedService['group'] {
  return group === 'regular' || group === 'express' || group === 'trucking';
}

/** A custom courier takes its fee for each parcel, where the shop has no tariff of it. */
function addFees(tariffs: Map<number, FoundTariff>, { custom }: ShopServices): void {
  for (const { id, fee_idr } of custom)
    if (!tariffs.has(id))
      tariffs.set(id, {
        first_kg_idr: fee_idr,
        next_kg_idr: 0,
        min_kg: 1,
        min_days: null,
        max_days: null,
        is_estimate: false,
      });
}

interface Asked {
  parcel: RatedParcel;
  origin: District;
  destination: District;
  services: readonly OfferedService[];
}

function ask(
  context: Context,
  vendors: readonly CourierVendor[],
  { parcel, origin, destination, services }: Asked,
  before_asking: (() => void) | undefined,
): Promise<VendorAnswers> {
  const codes = services.map(({ courier_code }) => courier_code).filter((code) => code !== CUSTOM_COURIER);
  const request = {
    origin: placeOf(origin),
    destination: placeOf(destination),
    weight_grams: parcel.weight_grams,
    size: parcel.size,
    value_idr: parcel.value_idr,
    is_cod: parcel.is_cod,
    courier_codes: [...new Set(codes)].toSorted(),
  };
  return askVendors(context, codes.length === 0 ? [] : vendors, request, before_asking);
}

function placeOf({ code, name, city, province, postal_codes }: District): Place {
  return { district_code: code, district: name, city, province, postal_code: postal_codes[0] };
}

/** By courier and service the lowest price of all vendors; where COD is wanted, of those that collect it. */
function cheapest(answered: VendorAnswers['answered'], is_cod: boolean) {
  const found = new Map<string, VendorRate & { vendor: VendorName }>();
  for (const { vendor, rates } of answered)
    for (const rate of rates) {
      if (is_cod && !rate.is_cod_available) continue;
      const key = `${rate.courier_code} ${rate.service_code}`;
      const known = found.get(key);
      if (known === undefined || rate.shipping_idr < known.shipping_idr) found.set(key, { ...rate, vendor });
    }
  return found;
}

interface Priced {
  tariff: FoundTariff | undefined;
  of_vendor: (VendorRate & { vendor: VendorName }) | undefined;
}

function rateOf(
  service: OfferedService,
  { weight_grams, size, volume_cm3, value_idr, is_cod }: RatedParcel,
  rules: ChargeRules,
  { tariff, of_vendor }: Priced,
): Rate | undefined {
  const rule = rules.ofService(service);
  const weight = chargeableWeight(rule, {
    weight_grams,
    volume_cm3: volume_cm3 ?? volumeOf(size ?? { length_cm: null, width_cm: null, height_cm: null }),
  });
  const priced =
    of_vendor === undefined
      ? tariff && {
          source: 'local' as const,
          is_estimate: tariff.is_estimate,
          shipping_idr: tariffPrice(tariff, weight.chargeable_grams),
          is_insurance_required: false,
          min_days: tariff.min_days,
          max_days: tariff.max_days,
          charged_grams: chargedGrams(tariff, weight.chargeable_grams),
        }
      : {
          source: of_vendor.vendor,
          is_estimate: false,
          shipping_idr: of_vendor.shipping_idr,
          is_insurance_required: of_vendor.is_insurance_required,
          min_days: of_vendor.min_days,
          max_days: of_vendor.max_days,
          charged_grams: weight.chargeable_grams,
        };
  if (priced === undefined) return undefined;
  const { shipping_idr } = priced;
  return {
    ...service,
    ...priced,
    is_pickup_available: of_vendor?.is_pickup_available ?? service.is_pickup_available,
    is_cod_available: of_vendor?.is_cod_available ?? service.is_cod_available,
    insurance_idr: insuranceOf(rule, { goods_idr: value_idr, shipping_idr }),
    cod_fee_idr: is_cod ? codFeeOf(rule, value_idr + shipping_idr) : 0,
    buyers_cod_fee: is_cod && rule.cod_fee_payer === 'BUYER' ? rule : undefined,
    volumetric_grams: weight.volumetric_grams,
  };
}
