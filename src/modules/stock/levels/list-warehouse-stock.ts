import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { stockLimits } from '../limits.ts';
import { restrictedUser, visibleSql } from '../warehouse-access.ts';
import type { VariationIdInput, WarehouseStock } from './schemas.ts';

const findLevels = namedStatement<
  { levels: z.input<typeof WarehouseStock>[] },
  { shop_id: number; variation_id: number; user_id: number | null }
>(
  'warehouse_stock',
  (at) => `select coalesce((
      select json_agg(level order by warehouse_id) from (
        select w.id as warehouse_id, w.name, coalesce(l.quantity, 0) as stock
        from warehouses w
        left join stock_levels l on l.shop_id = ${at.shop_id} and l.warehouse_id = w.id and l.variation_id = v.id
        where w.shop_id = ${at.shop_id} and w.archived_at is null
          and ${visibleSql('w.id', at)}
        order by w.id limit ${stockLimits.warehouses}) as level
    ), '[]') as levels
  from product_variations v
  where v.shop_id = ${at.shop_id} and v.id = ${at.variation_id}`,
);

/** The stock of a variation in each warehouse, including those that have none. */
export async function listWarehouseStock(context: Context, input: z.output<typeof VariationIdInput>) {
  const [found] = await findLevels.run(context.db, {
    shop_id: context.shop.id,
    variation_id: input.variation_id,
    user_id: restrictedUser(context),
  });
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found.levels;
}
