import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../../kernel/context.ts';

/** Whether the shop has an order, whatever became of it. */
export const hasOrders = ({ shop }: Context): RawBuilder<boolean> =>
  sql`exists (select 1 from orders o where o.shop_id = ${shop.id})`;
