import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import { readPage } from '../../../kernel/paging.ts';
import { PlaceList } from '../../reference/index.ts';
import { ESTIMATES, estimateOf } from './estimates.ts';
import { pricedServices } from './priced-services.ts';
import type { ListTariffsInput, ListZonePricesInput, Tariff, ZonePrice } from './schemas.ts';
import { ANYWHERE, presentTariff } from './tariff-row.ts';
import { ZONE_TITLES, ZONES } from './zones.ts';

/** The shop's own tariff, by service. */
export async function listTariffs(
  context: Context,
  { service_id, ...input }: z.output<typeof ListTariffsInput>,
): Promise<Page<z.input<typeof Tariff>>> {
  const services = await pricedServices(context);
  const places = await PlaceList.load(context);
  const matching = ownTariffs(context).$if(service_id !== undefined, (query) =>
    query.where('service_id', '=', service_id ?? 0),
  );
  const rows = matching.selectAll().orderBy('service_id').orderBy('destination').orderBy('origin_code');
  return readPage(context.db, input, { matching, rows }, (row) =>
    presentTariff(row, services, places, context.language),
  );
}

/**
 * What a service costs in each zone that it goes to from anywhere: the shop's own price, or our estimate.
 * @throws Refusal 422 where the service is not known
 */
export async function listZonePrices(
  context: Context,
  { service_id }: z.output<typeof ListZonePricesInput>,
): Promise<z.input<typeof ZonePrice>[]> {
  foundBy('service_id', (await pricedServices(context)).get(service_id));
  const rows = await ownTariffs(context)
    .selectAll()
    .where('service_id', '=', service_id)
    .where('destination', 'in', ZONES)
    .where('origin_code', '=', ANYWHERE)
    .execute();
  const own = new Map(rows.map((row) => [row.destination, row]));
  return ZONES.flatMap((zone) => {
    const price = own.get(zone) ?? estimateOf(service_id, zone);
    if (price === undefined) return [];
    const is_estimate = !own.has(zone);
    return [
      {
        zone,
        name: ZONE_TITLES[zone][context.language],
        first_kg: price.first_kg_idr,
        next_kg: price.next_kg_idr,
        min_kg: price.min_kg,
        min_days: price.min_days,
        max_days: price.max_days,
        is_estimate,
        estimate_of: is_estimate ? ESTIMATES.date : null,
      },
    ];
  });
}

function ownTariffs(context: Context) {
  return context.db.selectFrom('tariffs').where('shop_id', '=', context.shop.id);
}
