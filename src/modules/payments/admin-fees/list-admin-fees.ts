import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { paymentLimits } from '../limits.ts';
import type { AdminFee } from './schemas.ts';

/** The admin fees of the shop, one a category, in the order in which they were created. */
export async function listAdminFees({ db, shop }: Context): Promise<z.input<typeof AdminFee>[]> {
  const rows = await db
    .selectFrom('admin_fees as f')
    .innerJoin('customer_categories as c', (join) =>
      join.on('c.shop_id', '=', shop.id).onRef('c.code', '=', 'f.category_code'),
    )
    .select(['f.id', 'f.nominal_idr', 'c.code', 'c.name'])
    .where('f.shop_id', '=', shop.id)
    .orderBy('f.id')
    .limit(paymentLimits.admin_fees)
    .execute();
  return rows.map(({ id, nominal_idr, code, name }) => ({
    id,
    nominal: nominal_idr,
    customer_category: { code, name },
  }));
}

/** What a customer of this category pays on top of what is paid through the payment gateway; 0: nothing. */
export async function adminFeeOf({ db, shop }: Context, category_code: string): Promise<number> {
  const fee = await db
    .selectFrom('admin_fees')
    .select('nominal_idr')
    .where('shop_id', '=', shop.id)
    .where('category_code', '=', category_code)
    .executeTakeFirst();
  return fee?.nominal_idr ?? 0;
}
