import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { courierServices, findCourier, type CourierService } from '../../reference/index.ts';
import { courierLimits } from '../limits.ts';

/** A courier of the shop's own, whose fee is the shipping cost of each parcel. */
export interface CustomCourier {
  /** As courier, as courier service and as itself. */
  id: number;
  name: string;
  fee_idr: number;
  /** Whether it collects cash on delivery. */
  is_cod: boolean;
}

export interface ShopServices {
  active_ids: ReadonlySet<number>;
  /** The active services of couriers, as the reference orders them. */
  active: CourierService[];
  /** Oldest first. */
  custom: CustomCourier[];
}

export interface ServicesRow {
  active_service_ids: number[];
  custom: CustomCourier[];
}

/** The custom couriers of a shop, as JSON. @param shop_id of the statement */
export const customCouriersSql = (shop_id: string): string => `(
  select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'fee_idr', c.fee_idr, 'is_cod', c.is_cod)
    order by c.id), '[]')
  from (select id, name, fee_idr, is_cod from custom_couriers where shop_id = ${shop_id} and archived_at is null
    order by id limit ${courierLimits.custom_couriers}) c)`;

const findServices = namedStatement<ServicesRow, { shop_id: number }>(
  'find_shop_services',
  (at) => `select active_service_ids, ${customCouriersSql(at.shop_id)} as custom
    from courier_settings where shop_id = ${at.shop_id}`,
);

/** The courier services that the shop offers, and its custom couriers, in one statement. */
export async function loadShopServices(context: Context): Promise<ShopServices> {
  const [row] = await findServices.run(context.db, { shop_id: context.shop.id });
  if (row === undefined) throw new Error(`shop ${context.shop.id} has no courier settings`);
  return servicesOf(row);
}

export function servicesOf({ active_service_ids, custom }: ServicesRow): ShopServices {
  const active_ids = new Set(active_service_ids);
  return { active_ids, active: courierServices.filter(({ id }) => active_ids.has(id)), custom };
}

/** Whether one of the couriers that the shop offers collects cash on delivery. */
export function takesCod({ active, custom }: ShopServices): boolean {
  return (
    active.some(({ courier_id }) => findCourier(courier_id)?.cod === true) ||
    custom.some(({ is_cod }) => is_cod)
  );
}
