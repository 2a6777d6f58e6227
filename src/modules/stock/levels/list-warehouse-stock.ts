import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { stockLimits } from '../limits.ts';
import { restrictedUser, visibleSql } from '../warehouse-access.ts';
import type { VariationIdInput, WarehouseStock } from './schemas.ts';

const findLevels = statement<{ levels: z.input<typeof WarehouseStock>[] }>(
  'warehouse_stock',
  `select coalesce((
      select json_agg(level order by warehouse_id) from (
        select w.id as warehouse_id, w.name, coalesce(l.quantity, 0) as stock
        from warehouses w
        left join stock_levels l on l.shop_id = $1 and l.warehouse_id = w.id and l.variation_id = v.id
        where w.shop_id = $1 and w.archived_at is null
          and ${visibleSql('w.id', '$3')}
        order by w.id limit ${stockLimits.warehouses}) as level
    ), '[]') as levels
  from product_variations v
  where v.shop_id = $1 and v.id = $2`,
);

/** The stock of a variation in each warehouse, including those that have none. */
export async function listWarehouseStock(context: Context, input: z.output<typeof VariationIdInput>) {
  const [found] = await findLevels.run(context.db, [
    context.shop.id,
    input.variation_id,
    restrictedUser(context),
  ]);
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found.levels;
}
