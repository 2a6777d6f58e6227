import { sql } from 'kysely';
import type { Context, Services } from '../../kernel/context.ts';
import type { ConnectionOptions } from '../../kernel/database/connection.ts';
import { listen, type Listener } from '../../kernel/database/listen.ts';
import { forgetCredentials } from './authenticate.ts';

const CHANNEL = 'ngorder_access';

/**
 * Makes every process check the credentials of the shop again once the transaction is committed. Call it in the
 * transaction that ends or changes access. A process that does not receive the notification trusts them for one second
 * longer.
 */
export async function endBelief(context: Context): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${String(context.shop.id)})`.execute(context.platform);
  await context.afterCommit(async () => forgetCredentials(context, context.shop.id));
}

/** Receives the revocations of other processes. Close it when the server stops. */
export function heedRevocations(services: Services, connection: ConnectionOptions['connection']): Listener {
  const hear = (shop_id: string | undefined) =>
    forgetCredentials(services, shop_id === undefined ? undefined : Number(shop_id));
  return listen(connection, CHANNEL, hear, services.log);
}

/**
 * Ends the sessions of a user. Call it in the transaction of the change that requires it.
 * @param except_id a session that continues, for example the one that changes its own password
 */
export async function endSessions(context: Context, user_id: number, except_id?: number): Promise<void> {
  await context.db
    .deleteFrom('sessions')
    .where('shop_id', '=', context.shop.id)
    .where('user_id', '=', user_id)
    .$if(except_id !== undefined, (query) => query.where('id', '<>', except_id ?? 0))
    .execute();
  await endBelief(context);
}

/** Revokes the API keys that a user created. Call it in the transaction of the change that requires it. */
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
  await endBelief(context);
}
