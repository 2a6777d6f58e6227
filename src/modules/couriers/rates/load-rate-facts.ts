import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { chargesSql, rulesOf, type ChargeRules, type ChargesRow } from '../charges/load-charge-rules.ts';
import {
  customCouriersSql,
  servicesOf,
  type ServicesRow,
  type ShopServices,
} from '../services/load-shop-services.ts';
import {
  TARIFF_COLUMNS,
  tariffsOf,
  tariffWay,
  type FoundTariff,
  type TariffWay,
} from '../tariffs/find-tariffs.ts';
import type { TariffRow } from '../tariffs/tariff-row.ts';
import type { TariffPlace } from '../tariffs/zones.ts';

/** What the price of a parcel on a way depends on in a shop, but for the answers of its vendors. */
export interface RateFacts {
  services: ShopServices;
  rules: ChargeRules;
  /** Whether there is a vendor to ask. */
  has_vendors: boolean;
  /** By service, as `findTariffs` gives them. */
  tariffs: Map<number, FoundTariff>;
}

interface Row extends ServicesRow, ChargesRow {
  has_vendors: boolean;
  tariffs: TariffRow[];
}

/** The services of the shop are those that it offers and its custom couriers: the key of the tariff begins with them. */
const loadFacts = namedStatement<
  Row,
  Omit<TariffWay, 'zone'> & { shop_id: number; service_id: number | null }
>(
  'load_rate_facts',
  (at) => `select s.active_service_ids, s.cash_rounding_idr, c.custom, ${chargesSql(at.shop_id)} as charges,
    exists (select 1 from courier_connections v where v.shop_id = ${at.shop_id}) as has_vendors,
    (select coalesce(json_agg(row_to_json(found)), '[]') from (
      select ${TARIFF_COLUMNS} from tariffs t
      where t.shop_id = ${at.shop_id}
        and t.service_id = any(case when ${at.service_id}::bigint is not null then array[${at.service_id}::bigint]
          else s.active_service_ids::bigint[] || array(select (e ->> 'id')::bigint from json_array_elements(c.custom) as e) end)
        and t.destination = any(${at.destinations}::text[]) and t.origin_code = any(${at.origin_codes}::int[])) found) as tariffs
    from courier_settings s
    cross join lateral (select ${customCouriersSql(at.shop_id)} as custom offset 0) c
    where s.shop_id = ${at.shop_id}`,
);

/**
 * Loads what services cost on a way, in one statement.
 * @param service_id the only one that is asked for; undefined: all that the shop offers
 */
export async function loadRateFacts(
  context: Context,
  origin: TariffPlace,
  destination: TariffPlace,
  service_id: number | undefined,
): Promise<RateFacts> {
  const { zone, ...way } = tariffWay(origin, destination);
  const shop_id = context.shop.id;
  const [row] = await loadFacts.run(context.db, { shop_id, service_id: service_id ?? null, ...way });
  if (row === undefined) throw new Error(`shop ${shop_id} has no courier settings`);
  const services = servicesOf(row);
  const all_ids = [...services.active, ...services.custom].map(({ id }) => id);
  const service_ids = service_id === undefined ? all_ids : [service_id];
  return {
    services,
    rules: rulesOf(row),
    has_vendors: row.has_vendors,
    tariffs: tariffsOf(row.tariffs, { zone, ...way }, service_ids),
  };
}
