import type { Context } from '../../kernel/context.ts';
import { forgetCredentials } from './authenticate.ts';

/**
 * Ends a user's sessions. Call it in the transaction of what makes them end.
 * @param keep a session that goes on, as the one that changes its own password
 */
export async function endSessions(context: Context, user_id: number, keep?: number): Promise<void> {
  await context.db
    .deleteFrom('sessions')
    .where('shop_id', '=', context.shop.id)
    .where('user_id', '=', user_id)
    .$if(keep !== undefined, (query) => query.where('id', '<>', keep ?? 0))
    .execute();
  await context.afterCommit(async () => forgetCredentials(context));
}

/** Revokes the API keys that a user made. Call it in the transaction of what makes them end. */
export async function revokeKeysOf(context: Context, user_id: number): Promise<void> {
  await context.db
    .updateTable('api_keys')
    .set({ revoked_at: context.clock.now() })
    .where('shop_id', '=', context.shop.id)
    .where('user_id', '=', user_id)
    .where((builder) =>
      builder.or([builder('revoked_at', 'is', null), builder('revoked_at', '>', context.clock.now())]),
    )
    .execute();
  await context.afterCommit(async () => forgetCredentials(context));
}
