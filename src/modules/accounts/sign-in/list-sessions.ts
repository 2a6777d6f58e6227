import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { accountLimits } from '../limits.ts';
import type { Session } from './schemas.ts';

/** Where the user is signed in, last used first. */
export async function listSessions(context: Context): Promise<z.input<typeof Session>[]> {
  const rows = await context.db
    .selectFrom('sessions')
    .select(['id', 'created_at', 'expires_at', 'last_used_at'])
    .where('shop_id', '=', context.shop.id)
    .where('user_id', '=', context.actor.user_id)
    .where('expires_at', '>', context.clock.now())
    .orderBy('last_used_at', 'desc')
    .orderBy('id', 'desc')
    .limit(accountLimits.sessions_listed)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    is_this: row.id === context.actor.credential_id,
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at.toISOString(),
    last_used_at: row.last_used_at.toISOString(),
  }));
}
