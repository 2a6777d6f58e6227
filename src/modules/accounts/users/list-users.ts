import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { shopLimits } from '../../shop/index.ts';
import type { User } from './schemas.ts';

/** The users of the shop who can sign in, named as in orders. */
export async function listUsers(context: Context): Promise<z.input<typeof User>[]> {
  return context.db
    .selectFrom('users')
    .select(['id', 'full_name as name', 'email'])
    .where('shop_id', '=', context.shop.id)
    .where('status', '=', 'ACTIVE')
    .orderBy('id')
    .limit(shopLimits.users_per_shop)
    .execute();
}
