import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { refuseNotFound } from '../../../kernel/not-found.ts';
import { restrictedUser, visibleSql } from '../warehouse-access.ts';
import type { CheckedStock, CheckStockInput } from './schemas.ts';

const findStock = namedStatement<
  z.input<typeof CheckedStock> & { warehouse_exists: boolean },
  { shop_id: number; variation_id: number; warehouse_id: number | null; user_id: number | null }
>(
  'check_stock',
  (at) => `select v.price_idr as price, v.price_reseller_idr as price_dropship, v.price1_idr as price1,
    v.price2_idr as price2, v.price3_idr as price3,
    coalesce((
      select sum(l.quantity)::bigint from stock_levels l
      where l.shop_id = ${at.shop_id} and l.variation_id = v.id and p.product_type = 'S'
        and (${at.warehouse_id}::bigint is null or l.warehouse_id = ${at.warehouse_id})
        and ${visibleSql('l.warehouse_id', at)}
    ), 0) as stock,
    (${at.warehouse_id}::bigint is null or exists (select 1 from warehouses w where w.shop_id = ${at.shop_id} and w.id = ${at.warehouse_id}
      and w.archived_at is null
      and ${visibleSql('w.id', at)})) as warehouse_exists
  from product_variations v
  join products p on p.shop_id = ${at.shop_id} and p.id = v.product_id
  where v.shop_id = ${at.shop_id} and v.id = ${at.variation_id}`,
);

/** The stock of a variation in all warehouses or one, and its prices; products that are not counted have 0. */
export async function checkStock(context: Context, input: z.output<typeof CheckStockInput>) {
  const [found] = await findStock.run(context.db, {
    shop_id: context.shop.id,
    variation_id: input.variation_id,
    warehouse_id: input.warehouse_id ?? null,
    user_id: restrictedUser(context),
  });
  if (found === undefined) throw kernelErrors.refuse('not_found');
  const { warehouse_exists, ...checked } = found;
  if (!warehouse_exists) refuseNotFound(['warehouse_id']);
  return checked;
}
