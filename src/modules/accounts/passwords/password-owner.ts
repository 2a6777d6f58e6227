import type { Kysely } from 'kysely';
import type { DB } from '../../../kernel/database/schema.generated.ts';

/** The names of a user and of the shop, which a password must not consist of. */
export function passwordOwner(
  platform: Kysely<DB>,
  { shop_id, user_id }: { shop_id: number; user_id: number },
) {
  return platform
    .selectFrom('users')
    .innerJoin('shops', (join) => join.on('shops.id', '=', shop_id))
    .select(['users.email', 'users.full_name', 'users.phone', 'shops.name as shop_name', 'shops.subdomain'])
    .where('users.shop_id', '=', shop_id)
    .where('users.id', '=', user_id)
    .executeTakeFirstOrThrow();
}
