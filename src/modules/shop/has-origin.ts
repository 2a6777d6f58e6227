import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../kernel/context.ts';

/** Whether the shop has an address, with its district, that parcels leave from. */
export const hasOrigin = ({ shop }: Context): RawBuilder<boolean> =>
  sql`exists (select 1 from suppliers p where p.shop_id = ${shop.id} and p.district_code is not null)`;
