import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Rupiah } from '../../../kernel/money.ts';
import {
  chargeableWeight,
  PICKUP_AT_SHOP,
  tariffPrice,
  type ChargeRules,
  type FoundTariff,
} from '../../couriers/index.ts';
import type { District } from '../../reference/index.ts';
import { findWayTariff } from '../way-tariff.ts';
import type { OrderFacts } from '../place/load-order-facts.ts';
import { courierOf } from '../place/plan-order.ts';
import type { QuoteInput } from './schemas.ts';

/** The shipping cost of a quote, and where it comes from. */
export type QuotedRate =
  | { source: 'GIVEN' | 'CUSTOM_COURIER' | 'PICKUP'; rate_idr: Rupiah }
  | { source: 'TARIFF' | 'ESTIMATE'; rate_idr: Rupiah; tariff: FoundTariff; destination: District }
  /** Nobody knows the price; `missing` says of which end no district is known, if that is why. */
  | { source: 'NONE'; rate_idr: 0; missing: 'ORIGIN' | 'DESTINATION' | 'TARIFF'; destination?: District };

interface Parcel {
  weight_grams: number;
  /** 0: not known. */
  volume_cm3: number;
}

/**
 * The shipping cost of a quote: as given, or the fee of a custom courier, else by the shop's tariff or our estimate for the way
 * from the supplier's district to that of the receiver.
 */
export async function quoteRate(
  context: Context,
  expedition: NonNullable<z.output<typeof QuoteInput>['expedition']>,
  facts: OrderFacts,
  priced: { parcel: Parcel; charges: ChargeRules },
): Promise<QuotedRate> {
  if (expedition.rate !== undefined) return { source: 'GIVEN', rate_idr: expedition.rate };
  if (facts.custom_courier !== null)
    return { source: 'CUSTOM_COURIER', rate_idr: facts.custom_courier.fee_idr };
  const service = courierOf(expedition, facts)?.shipping;
  if (service === undefined) return { source: 'NONE', rate_idr: 0, missing: 'TARIFF' };
  if (service.courier_id === PICKUP_AT_SHOP) return { source: 'PICKUP', rate_idr: 0 };
  const found = await findWayTariff(
    context,
    facts.supplier?.district_code ?? null,
    facts.receiver?.district_code ?? null,
    service.service_id,
  );
  if ('missing' in found) return { source: 'NONE', rate_idr: 0, missing: found.missing };
  const { tariff, destination } = found;
  if (tariff === undefined) return { source: 'NONE', rate_idr: 0, missing: 'TARIFF', destination };
  const rule = priced.charges.ofService({ courier_id: service.courier_id, id: service.service_id });
  const { chargeable_grams } = chargeableWeight(rule, priced.parcel);
  return {
    source: tariff.is_estimate ? 'ESTIMATE' : 'TARIFF',
    rate_idr: tariffPrice(tariff, chargeable_grams),
    tariff,
    destination,
  };
}
