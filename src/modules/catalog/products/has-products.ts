import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../../kernel/context.ts';

/** Whether the shop has ever had a product. */
export const hasProducts = ({ shop }: Context): RawBuilder<boolean> =>
  sql`exists (select 1 from products p where p.shop_id = ${shop.id})`;
