import { sql } from 'kysely';
import { mustBeOutside, type PublicContext } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { networkOf } from '../../../kernel/http/client-address.ts';
import {
  ACCOUNT,
  KNOWN,
  levelNow,
  NETWORK,
  PAIR,
  PAIR_UNDER_ATTACK,
  waitOf,
  type AttemptLevel,
  type AttemptRule,
} from './attempt-rules.ts';

/** An attempt to enter the correct password. */
export interface Attempt {
  email: string;
  /** The device or session that the person is known on, as `device:…`; undefined for a stranger's try. */
  known?: string | undefined;
}

interface Bucket {
  name: string;
  rule: AttemptRule;
}

const account = ({ email }: Attempt): Bucket => ({ name: `account:${email}`, rule: ACCOUNT });

/** What is watched of a try. A known device has its own bucket alone: strangers can't slow it down. */
function bucketsOf(context: PublicContext, attempt: Attempt): Bucket[] {
  if (attempt.known !== undefined) return [{ name: attempt.known, rule: KNOWN }];
  const network = networkOf(context.address);
  return [
    { name: `pair:${attempt.email}|${network}`, rule: PAIR },
    { name: `network:${network}`, rule: NETWORK },
    account(attempt),
  ];
}

/**
 * Admits or delays an attempt. Writes nothing if the attempt succeeds, because only failures count.
 * @throws Refusal 429 with the time of the next attempt
 */
export async function admitAttempt(context: PublicContext, attempt: Attempt): Promise<void> {
  mustBeOutside(context, 'an attempt');
  const now = context.clock.now();
  const buckets = bucketsOf(context, attempt);
  const levels = await levelsOf(context, buckets);
  const under_attack =
    attempt.known === undefined &&
    Math.round(levelNow(ACCOUNT, levels.get(account(attempt).name), now)) >= ACCOUNT.free;
  const rules = buckets.map(({ name, rule }) => ({
    name,
    rule: rule === PAIR && under_attack ? PAIR_UNDER_ATTACK : rule,
  }));
  // A stranger to an account under attack takes a place first, and is let in when its wait is over.
  const fresh = rules.find(({ name, rule }) => rule === PAIR_UNDER_ATTACK && !levels.has(name));
  if (fresh !== undefined) {
    await raise(context, [fresh], 0);
    levels.set(fresh.name, { level: 0, counted_at: now });
  }
  const wait_ms = Math.max(...rules.map(({ name, rule }) => waitOf(rule, levels.get(name), now)));
  if (wait_ms > 0) throw tooOften('too_many_logins', wait_ms);
}

/**
 * Counts a wrong password on a separate connection, so that the refusal that follows does not roll it back.
 * @returns the failures that count: on the account, or on the known device or session
 */
export async function countFailure(context: PublicContext, attempt: Attempt): Promise<number> {
  const levels = await raise(context, bucketsOf(context, attempt), 1);
  return Math.round(levels.get(attempt.known ?? account(attempt).name)?.level ?? 0);
}

/** A correct password clears the failures of this user at this place. */
export async function forgiveFailures(context: PublicContext, attempt: Attempt): Promise<void> {
  const [first] = bucketsOf(context, attempt);
  await context.db
    .deleteFrom('login_attempts')
    .where('bucket', '=', first?.name ?? '')
    .execute();
}

/** What may be done so often only, as sending codes: by whom or for whom, and how often. */
export type Counted = Bucket;

/**
 * Counts something that may be done so often only, on a separate connection.
 * @throws Refusal 429 where it was done too often: then it is not counted
 */
export async function countUse(context: PublicContext, counted: readonly Counted[]): Promise<void> {
  const now = context.clock.now();
  const levels = await levelsOf(context, [...counted]);
  const wait_ms = Math.max(...counted.map(({ name, rule }) => waitOf(rule, levels.get(name), now)));
  if (wait_ms > 0) throw tooOften('asked_too_often', wait_ms);
  await raise(context, [...counted], 1);
}

function tooOften(code: 'asked_too_often' | 'too_many_logins', wait_ms: number): Refusal {
  const seconds = Math.ceil(wait_ms / 1000);
  return new Refusal([{ code, values: { seconds } }], { retry_after_s: seconds });
}

async function levelsOf(context: PublicContext, buckets: Bucket[]): Promise<Map<string, AttemptLevel>> {
  const names = buckets.map(({ name }) => name);
  const rows = await context.db
    .selectFrom('login_attempts')
    .select(['bucket', 'level', 'counted_at'])
    .where('bucket', 'in', names)
    .execute();
  return new Map(rows.map(({ bucket, ...level }) => [bucket, level]));
}

async function raise(
  context: PublicContext,
  buckets: Bucket[],
  by: number,
): Promise<Map<string, AttemptLevel>> {
  mustBeOutside(context, 'counting a failure');
  const now = context.clock.now();
  const { rows } = await sql<AttemptLevel & { bucket: string }>`
    insert into login_attempts as a (bucket, level, leaks_every_s, counted_at)
    select bucket, ${by}::float8, leaks_every_s, ${now}::timestamptz
    from unnest(${buckets.map(({ name }) => name)}::text[], ${buckets.map(({ rule }) => rule.leaks_every_s)}::int[])
      as failed (bucket, leaks_every_s)
    order by bucket
    on conflict (bucket) do update set
      level = excluded.level + greatest(0, a.level
        - greatest(0, extract(epoch from excluded.counted_at - a.counted_at)) / excluded.leaks_every_s),
      leaks_every_s = excluded.leaks_every_s,
      counted_at = greatest(a.counted_at, excluded.counted_at)
    returning bucket, level, counted_at`.execute(context.db);
  return new Map(rows.map(({ bucket, ...level }) => [bucket, level]));
}
