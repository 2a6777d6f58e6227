import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { PICKUP_AT_SHOP } from '../rules.ts';

/** A courier that is written by hand in an order. */
const MANUAL_INPUT = 99;

/** Services by which no courier takes a parcel. */
const NO_COURIERS = sql.lit(`{${PICKUP_AT_SHOP},${MANUAL_INPUT}}`);

/** Whether the shop offers a service of a courier, or a courier of its own. */
export const offersCouriers = ({ shop }: Context): RawBuilder<boolean> =>
  sql`(exists (select 1 from courier_settings s
      where s.shop_id = ${shop.id} and not s.active_service_ids <@ ${NO_COURIERS}::int[])
    or exists (select 1 from custom_couriers c where c.shop_id = ${shop.id} and c.archived_at is null))`;
