import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { PublicContext } from '../../kernel/context.ts';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

/** A callback is as long, at most, as it is kept. */
const KEPT_CHARACTERS = 10_000;

/** The same callback again is counted. */
export async function keepCallback(
  context: PublicContext,
  shop_id: number | undefined,
  body: Buffer,
): Promise<void> {
  const now = context.clock.now();
  await context.platform
    .insertInto('unknown_callbacks')
    .values({
      account: shop_id === undefined ? 'platform' : `shop ${shop_id}`,
      // As text that the database can store.
      body: body.toString('utf8').replaceAll('\0', '\u{FFFD}').slice(0, KEPT_CHARACTERS),
      body_hash: createHash('sha256').update(body).digest(),
      received_at: now,
      last_received_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .column('body_hash')
        .doUpdateSet({ times: sql`unknown_callbacks.times + 1`, last_received_at: now }),
    )
    .execute();
}
/** What a gateway told and nothing here is known of, newest first: for the operator. */
export async function unknownCallbacks(db: Database): Promise<unknown[]> {
  return db
    .selectFrom('unknown_callbacks')
    .select(['account', 'times', 'received_at', 'last_received_at', 'body'])
    .orderBy('last_received_at', 'desc')
    .limit(MOST_DIFFERENCES)
    .execute();
}

/** Once the operator has looked at them. @returns how many */
export async function forgetUnknownCallbacks(db: Database): Promise<number> {
  const forgotten = await db.deleteFrom('unknown_callbacks').executeTakeFirst();
  return Number(forgotten.numDeletedRows);
}
