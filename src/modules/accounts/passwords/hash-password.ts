import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { mustBeOutside, type PublicContext } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { fairQueue, QueueFull } from '../../../kernel/fair-queue.ts';
import { networkOf } from '../../../kernel/http/client-address.ts';
import { accountLimits } from '../limits.ts';

/** Argon2id with OWASP's second recommended setting: 19 MiB, 2 passes, 1 lane (about 25 ms on one core). */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * How many strangers' passwords at once: one core stays free for requests. Node.js has four threads for such work: with
 * the one for who is known, one stays free for files.
 */
const AT_ONCE = Math.max(1, Math.min(availableParallelism() - 1, 2));
/** A full queue is worked off in about this time. */
const TRY_AGAIN_S = 5;

const strangers = fairQueue({ at_once: AT_ONCE, waiting: accountLimits.password_checks_waiting });
/** Who is known waits for no stranger, however many come from wherever. */
const acquaintances = fairQueue({ at_once: 1, waiting: accountLimits.password_checks_waiting });

/**
 * Does slow work on a password when its turn has come, a few at a time in this process, without holding a database
 * connection. Each place has one turn at a time: a flood makes others wait for one or two turns only.
 * @param known the device or session on which the user is known; otherwise the network is the place
 * @throws Refusal 429 if too many are waiting
 */
export async function inTurn<T>(context: PublicContext, work: () => Promise<T>, known?: string): Promise<T> {
  mustBeOutside(context, 'work on a password');
  const wait = () =>
    known === undefined ? strangers.run(networkOf(context.address), work) : acquaintances.run(known, work);
  try {
    return await (context.elsewhere?.(wait) ?? wait());
  } catch (error) {
    if (error instanceof QueueFull)
      throw new Refusal([{ code: 'rate_limited', values: { seconds: TRY_AGAIN_S } }], {
        retry_after_s: TRY_AGAIN_S,
      });
    throw error;
  }
}

/**
 * The hash that is stored of a new password. Waits for its turn.
 * @param known the session that sets it, where there is one
 */
export function hashPassword(context: PublicContext, password: string, known?: string): Promise<string> {
  return inTurn(context, () => hash(password.normalize('NFKC'), SETTINGS), known);
}

/** Checked if the email is unknown, so that the response takes as long and reveals nothing. */
let decoy: Promise<string> | undefined;

/**
 * Whether a password is the one that is stored; never where nothing is stored, after the same work. Call it in
 * a turn.
 */
export async function passwordMatches(password_hash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash('a password that nobody has', SETTINGS);
  const matches = await verify(password_hash ?? (await decoy), password.normalize('NFKC'));
  return password_hash !== undefined && matches;
}
