import { sql } from 'kysely';
import type { PublicContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';

/** Wrong passwords that are allowed in a window, for one account and for one network address. */
const PER_ACCOUNT = 10;
const PER_ADDRESS = 50;
const WINDOW_MS = 15 * 60_000;

/**
 * Counts an attempt before the password is looked at, so that parallel guesses can't slip past the count.
 * Written outside any business transaction: a refused login keeps its count.
 * @throws Refusal 429 when the account or the address has used up its attempts of the window
 */
export async function countAttempt(context: PublicContext, email: string): Promise<void> {
  const now = context.clock.now();
  const window_start = new Date(now.getTime() - WINDOW_MS);
  const buckets = [`account:${email}`, `address:${context.address}`];
  const { rows } = await sql<{ bucket: string; attempts: number; window_started_at: Date }>`
    insert into login_attempts as a (bucket, window_started_at, attempts)
    select bucket, ${now}, 1 from unnest(${buckets}::text[]) as bucket order by bucket
    on conflict (bucket) do update set
      attempts = case when a.window_started_at < ${window_start} then 1 else a.attempts + 1 end,
      window_started_at = case when a.window_started_at < ${window_start} then ${now} else a.window_started_at end
    returning bucket, attempts, window_started_at`.execute(context.db);
  for (const row of rows) {
    if (row.attempts <= (row.bucket.startsWith('account:') ? PER_ACCOUNT : PER_ADDRESS)) continue;
    const seconds = Math.ceil((row.window_started_at.getTime() + WINDOW_MS - now.getTime()) / 1000);
    throw new Refusal([{ code: 'too_many_logins', values: { seconds } }], { retry_after_s: seconds });
  }
}

/** A right password clears the account's count; the address keeps its own. */
export async function clearAttempts(context: PublicContext, email: string): Promise<void> {
  await context.db.deleteFrom('login_attempts').where('bucket', '=', `account:${email}`).execute();
}
