import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor, Context } from '../context.ts';
import { kernelErrors, Refusal } from '../errors.ts';
import { limits } from '../limits.ts';
import { covers } from '../permissions.ts';
import { decrypt, encrypt, NONCE_BYTES } from '../sealed/cipher.ts';
import { KeyTaken, withNumbers } from '../stored-key.ts';

export interface StoredAnswer {
  status: number;
  body: string;
  replayed: boolean;
}

/**
 * Runs `work` at most once per Idempotency-Key: its effects and its response are stored in one transaction, and a retry
 * gets the first response, byte for byte. A refusal or an error rolls everything back and stores no key, so that a
 * corrected or repeated request runs normally. A retry while the first request is still running is refused with 409
 * immediately, instead of occupying a connection while it waits.
 *
 * The key is stored as a hash and the response encrypted with the key itself: the stored response (a new API key, the
 * address of a customer) cannot be read without it.
 *
 * A key belongs to its owner: the same key of another user, or of another API key, is a different one. An owner who has
 * lost permissions since the first response is refused with 403. Visitors who have not said who they are share theirs, so
 * they need `limits.visitor_key_characters`: who does not know the key can't read the response.
 *
 * @param request what identifies the request: method, address and input
 * @param prepare what must not run in the transaction of the work; skipped if the response is stored already
 */
export async function runOnce(
  context: Context,
  key: string,
  request: string,
  work: (context: Context) => Promise<StoredAnswer>,
  prepare?: () => Promise<void>,
): Promise<StoredAnswer> {
  const requested = identify(context, key, request);
  const find = (inner: Context) => findAnswer(inner, requested);
  if (prepare !== undefined) {
    const stored = await find(context);
    if (stored !== undefined) return stored;
    await prepare();
  }
  return context.transaction(async (inner) => {
    const lock = await sql<{ taken: boolean }>`
      select pg_try_advisory_xact_lock(${lockOf(requested)}::bigint) as taken`.execute(inner.platform);
    if (lock.rows[0]?.taken !== true) throw kernelErrors.refuse('idempotency_in_flight');
    const stored = await find(inner);
    if (stored !== undefined) return stored;
    const answer = await work(inner);
    await inner.platform
      .insertInto('idempotency_keys')
      .values({
        scope: inner.shop.id,
        key_hash: requested.key_hash,
        request_hash: requested.request_hash,
        role: roleOf(inner),
        status: answer.status,
        sealed_body: seal(key, answer.body, inner.random.bytes(NONCE_BYTES)),
        created_at: inner.clock.now(),
      })
      .execute();
    return answer;
  });
}

/**
 * The same for work that stores the key itself, with its one statement: no transaction is opened, and other statements need no
 * second trip. The response is made before the work, but for its numbers.
 * @param work.answer the response with `numbersToCome`
 * @param work.run does the work, stores `context.key` with it, and gives the numbers
 */
export async function runOnceInStatement(
  context: Context,
  key: string,
  request: string,
  work: {
    answer: () => Promise<{ status: number; body: string }>;
    run: (context: Context) => Promise<Readonly<Record<string, number>>>;
  },
): Promise<StoredAnswer> {
  const requested = identify(context, key, request);
  const before = await findAnswer(context, requested);
  if (before !== undefined) return before;
  const { status, body } = await work.answer();
  const to_store = {
    lock: lockOf(requested),
    key_hash: requested.key_hash.toString('hex'),
    request_hash: requested.request_hash.toString('hex'),
    role: roleOf(context),
    status,
    sealed_body: seal(key, body, context.random.bytes(NONCE_BYTES)).toString('hex'),
  };
  try {
    const numbers = await work.run({ ...context, key: to_store });
    return { status, body: withNumbers(body, numbers), replayed: false };
  } catch (error) {
    // A twin may also be refused for what the first one did meanwhile, as using up a promo.
    const may_be_stored = error instanceof Refusal || (error instanceof KeyTaken && error.state === 'STORED');
    const stored = may_be_stored ? await findAnswer(context, requested) : undefined;
    if (stored !== undefined) return stored;
    throw error instanceof KeyTaken ? kernelErrors.refuse('idempotency_in_flight') : error;
  }
}

interface RequestedKey {
  key: string;
  key_hash: Buffer;
  request_hash: Buffer;
}

/** @throws Refusal for a key that is none */
function identify(context: Context, key: string, request: string): RequestedKey {
  if (key.length === 0 || key.length > 255) throw kernelErrors.refuse('idempotency_key_invalid');
  const owner = ownerOf(context.actor);
  if (owner === NOBODY && key.length < limits.visitor_key_characters)
    throw kernelErrors.refuse('idempotency_key_short', { limit: limits.visitor_key_characters });
  return {
    key,
    key_hash: sha256(JSON.stringify([context.shop.id, owner, key])),
    // With the key in it: what was sent, as a password, can't be guessed at from the hash.
    request_hash: createHmac('sha256', key).update(request).digest(),
  };
}

const lockOf = ({ key_hash }: RequestedKey): string => key_hash.readBigInt64BE(0).toString();

const roleOf = ({ actor }: Context) => (actor.role === 'visitor' ? null : actor.role);

/** @throws Refusal where the key was another request's, or the caller may do less by now */
async function findAnswer(
  { platform, shop, actor }: Context,
  requested: RequestedKey,
): Promise<StoredAnswer | undefined> {
  const stored = await platform
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'sealed_body', 'role', 'numbers'])
    .where('scope', '=', shop.id)
    .where('key_hash', '=', requested.key_hash)
    .executeTakeFirst();
  if (stored === undefined) return undefined;
  if (!stored.request_hash.equals(requested.request_hash))
    throw kernelErrors.refuse('idempotency_key_reused');
  if (stored.role !== null && !covers(actor.role, stored.role)) throw kernelErrors.refuse('forbidden');
  const body = unseal(requested.key, stored.sealed_body);
  const numbers = stored.numbers as Record<string, number> | null;
  return {
    status: stored.status,
    body: numbers === null ? body : withNumbers(body, numbers),
    replayed: true,
  };
}

/** All visitors who have not said who they are: their keys are long, so that none has another's. */
const NOBODY = 'visitor';

/** A session is its user's, who may sign in anew; an API key stands for itself, and for those that it came after. */
function ownerOf({ kind, user_id, credential_id, first_key_id }: Actor): string {
  if (kind === 'visitor') return credential_id === 0 ? NOBODY : `visitor ${credential_id}`;
  return kind === 'session' ? `user ${user_id}` : `key ${first_key_id ?? credential_id}`;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function sealingKey(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'ngorder idempotency answer', 32));
}

/** Under the key that only its client knows, and not the installation's: we can't read the answer either. */
function seal(key: string, text: string, nonce: Buffer): Buffer {
  return encrypt(sealingKey(key), nonce, '', Buffer.from(text));
}

function unseal(key: string, sealed: Buffer): string {
  return decrypt(sealingKey(key), '', sealed).toString('utf8');
}
