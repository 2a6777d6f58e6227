import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { restrictedUser, visibleSql } from '../warehouse-access.ts';
import type { CheckedStock, CheckStockInput } from './schemas.ts';

const findStock = statement<z.input<typeof CheckedStock> & { warehouse_exists: boolean }>(
  'check_stock',
  `select v.price_idr as price, v.price_reseller_idr as price_dropship, v.price1_idr as price1,
    v.price2_idr as price2, v.price3_idr as price3,
    coalesce((
      select sum(l.quantity)::bigint from stock_levels l
      where l.shop_id = $1 and l.variation_id = v.id and p.product_type = 'S'
        and ($3::bigint is null or l.warehouse_id = $3)
        and ${visibleSql('l.warehouse_id', '$4')}
    ), 0) as stock,
    ($3::bigint is null or exists (select 1 from warehouses w where w.shop_id = $1 and w.id = $3
      and w.archived_at is null
      and ${visibleSql('w.id', '$4')})) as warehouse_exists
  from product_variations v
  join products p on p.shop_id = $1 and p.id = v.product_id
  where v.shop_id = $1 and v.id = $2`,
);

/** The stock of a variation in all warehouses or one, and its prices; products that are not counted have 0. */
export async function checkStock(context: Context, input: z.output<typeof CheckStockInput>) {
  const [found] = await findStock.run(context.db, [
    context.shop.id,
    input.variation_id,
    input.warehouse_id ?? null,
    restrictedUser(context),
  ]);
  if (found === undefined) throw kernelErrors.refuse('not_found');
  const { warehouse_exists, ...checked } = found;
  if (!warehouse_exists) throw kernelErrors.refuseField('field_not_found', 'warehouse_id');
  return checked;
}
