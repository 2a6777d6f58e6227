import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { PlaceList } from '../../reference/index.ts';
import { tariffErrors } from './errors.ts';
import { pricedServices } from './priced-services.ts';
import type { RemoveTariffsInput } from './schemas.ts';
import { ANYWHERE, keyText, type TariffKey } from './tariff-row.ts';

type Way = z.output<typeof RemoveTariffsInput>['rows'][number];

/**
 * The rows that an input names, in its order.
 * @throws Refusal 422 on `rows.N.…` where a service or place is not known, or one row is named twice
 */
export async function namedWays(context: Context, ways: readonly Way[]): Promise<TariffKey[]> {
  const services = await pricedServices(context, true);
  const places = await PlaceList.load(context);
  const faults: RefusalPart[] = [];
  const seen = new Map<string, number>();
  const keys = ways.map((way, index) => {
    const codeOf = (name: 'origin_district_id' | 'origin_city_id' | 'district_id' | 'city_id') => {
      const place_id = way[name];
      if (place_id === undefined) return undefined;
      const place = name.endsWith('city_id') ? places.city(place_id) : places.district(place_id);
      if (place === undefined) faults.push(idNotFound(`rows.${index}.${name}`));
      return place?.code ?? ANYWHERE;
    };
    if (!services.has(way.service_id)) faults.push(idNotFound(`rows.${index}.service_id`));
    const key: TariffKey = {
      service_id: way.service_id,
      destination: way.zone ?? String(codeOf('district_id') ?? codeOf('city_id')),
      origin_code: codeOf('origin_district_id') ?? codeOf('origin_city_id') ?? ANYWHERE,
    };
    const before = seen.get(keyText(key));
    if (before !== undefined)
      faults.push(tariffErrors.part('tariff_twice', `rows.${index}`, { row: before + 1 }));
    else seen.set(keyText(key), index);
    return key;
  });
  if (faults.length > 0) throw new Refusal(faults);
  return keys;
}
