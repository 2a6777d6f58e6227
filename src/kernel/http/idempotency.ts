import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor, Context } from '../context.ts';
import { kernelErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import { covers } from '../permissions.ts';
import { decrypt, encrypt, NONCE_BYTES } from '../sealed/cipher.ts';

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
  if (key.length === 0 || key.length > 255) throw kernelErrors.refuse('idempotency_key_invalid');
  const owner = ownerOf(context.actor);
  if (owner === NOBODY && key.length < limits.visitor_key_characters)
    throw kernelErrors.refuse('idempotency_key_short', { limit: limits.visitor_key_characters });
  const scope = context.shop.id;
  const key_hash = sha256(JSON.stringify([scope, owner, key]));
  // With the key in it: what was sent, as a password, can't be guessed at from the hash.
  const request_hash = createHmac('sha256', key).update(request).digest();
  const find = (inner: Context) => findAnswer(inner, { key, key_hash, request_hash });
  if (prepare !== undefined) {
    const stored = await find(context);
    if (stored !== undefined) return stored;
    await prepare();
  }
  return context.transaction(async (inner) => {
    const lock = await sql<{ taken: boolean }>`
      select pg_try_advisory_xact_lock(${key_hash.readBigInt64BE(0).toString()}::bigint) as taken`.execute(
      inner.platform,
    );
    if (lock.rows[0]?.taken !== true) throw kernelErrors.refuse('idempotency_in_flight');
    const stored = await find(inner);
    if (stored !== undefined) return stored;
    const answer = await work(inner);
    await inner.platform
      .insertInto('idempotency_keys')
      .values({
        scope,
        key_hash,
        request_hash,
        role: inner.actor.role === 'visitor' ? null : inner.actor.role,
        status: answer.status,
        sealed_body: seal(key, answer.body, inner.random.bytes(NONCE_BYTES)),
        created_at: inner.clock.now(),
      })
      .execute();
    return answer;
  });
}

/** @throws Refusal where the key was another request's, or the caller may do less by now */
async function findAnswer(
  { platform, shop, actor }: Context,
  requested: { key: string; key_hash: Buffer; request_hash: Buffer },
): Promise<StoredAnswer | undefined> {
  const stored = await platform
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'sealed_body', 'role'])
    .where('scope', '=', shop.id)
    .where('key_hash', '=', requested.key_hash)
    .executeTakeFirst();
  if (stored === undefined) return undefined;
  if (!stored.request_hash.equals(requested.request_hash))
    throw kernelErrors.refuse('idempotency_key_reused');
  if (stored.role !== null && !covers(actor.role, stored.role)) throw kernelErrors.refuse('forbidden');
  return { status: stored.status, body: unseal(requested.key, stored.sealed_body), replayed: true };
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
