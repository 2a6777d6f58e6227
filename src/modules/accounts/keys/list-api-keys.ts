import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { accountLimits } from '../limits.ts';
import type { ApiKey } from './schemas.ts';

/**
 * The API keys of the shop: first all valid ones, then the others, newest first, with their last use (updated at most
 * once a minute). The keys themselves are never returned.
 */
export async function listApiKeys(context: Context): Promise<z.input<typeof ApiKey>[]> {
  const now = context.clock.now();
  const rows = await context.db
    .selectFrom('api_keys')
    .innerJoin('users', (join) =>
      join.on('users.shop_id', '=', context.shop.id).onRef('users.id', '=', 'api_keys.user_id'),
    )
    .select(['api_keys.id', 'api_keys.name', 'api_keys.key_start', 'users.full_name as made_by'])
    .select(['api_keys.created_at', 'api_keys.expires_at', 'api_keys.revoked_at', 'api_keys.last_used_at'])
    .where('api_keys.shop_id', '=', context.shop.id)
    .orderBy(sql`api_keys.expires_at > ${now} and (revoked_at is null or revoked_at > ${now})`, 'desc')
    .orderBy('api_keys.created_at', 'desc')
    .orderBy('api_keys.id', 'desc')
    .limit(accountLimits.api_keys_listed)
    .execute();
  return rows.map(({ revoked_at, ...row }) => {
    const ends_at = revoked_at !== null && revoked_at < row.expires_at ? revoked_at : row.expires_at;
    return {
      ...row,
      status: ends_at > now ? 'ACTIVE' : revoked_at === ends_at ? 'REVOKED' : 'EXPIRED',
      created_at: row.created_at.toISOString(),
      expires_at: ends_at.toISOString(),
      last_used_at: row.last_used_at?.toISOString() ?? null,
    };
  });
}
