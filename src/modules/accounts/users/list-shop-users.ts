import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { shopLimits } from '../../shop/index.ts';
import type { ShopUser } from './schemas.ts';

/** The users of the shop with their roles, including invited users who have not accepted yet, but not removed ones. */
export async function listShopUsers(context: Context): Promise<z.input<typeof ShopUser>[]> {
  const rows = await context.db
    .selectFrom('users')
    .select(['id', 'full_name', 'email', 'phone as phone_number', 'role', 'status', 'created_at'])
    .where('shop_id', '=', context.shop.id)
    .where('status', '<>', 'REMOVED')
    .orderBy('id')
    .limit(shopLimits.users_per_shop)
    .execute();
  return rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() }));
}
