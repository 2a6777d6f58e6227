import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { permissionsOf, userRole } from '../../../kernel/permissions.ts';
import type { Me } from './schemas.ts';

/** The current user (for an API key: the user who created it), the shop, and the permissions. */
export async function getMe(context: Context): Promise<z.input<typeof Me>> {
  const { actor } = context;
  const row = await context.db
    .selectFrom('users')
    .innerJoin('shops', (join) => join.on('shops.id', '=', context.shop.id))
    .select(['users.id', 'users.full_name', 'users.email', 'users.phone as phone_number'])
    .select(['shops.id as shop_id', 'shops.name as shop_name', 'shops.subdomain', 'shops.time_zone'])
    .where('users.shop_id', '=', context.shop.id)
    .where('users.id', '=', actor.user_id)
    .executeTakeFirstOrThrow();
  return {
    user: {
      id: row.id,
      full_name: row.full_name,
      email: row.email,
      phone_number: row.phone_number,
      role: actor.role,
    },
    shop: { id: row.shop_id, name: row.shop_name, subdomain: row.subdomain, time_zone: row.time_zone },
    signed_in_by: actor.kind === 'session' ? 'SESSION' : 'API_KEY',
    permissions: permissionsOf(userRole(actor)),
  };
}
