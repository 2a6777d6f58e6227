import type { PublicContext } from '../../kernel/context.ts';
import { admitAttempt, countFailure, forgiveFailures, type Attempt } from './attempts.ts';
import { TOLD_AFTER } from './attempt-rules.ts';
import { tellOfFailures } from './tell-of-failures.ts';
import { inTurn, passwordMatches } from './passwords.ts';

/**
 * Whether the password is right. Wrong ones are counted and slow down what comes after them; they are looked at
 * one by one for each place, so that parallel guesses are counted as others are.
 * @param password_hash undefined where there is no such account: the same work, and wrong
 * @throws Refusal 429 where the next try is not due yet, or too many wait for their turn
 */
export async function checkPassword(
  context: PublicContext,
  attempt: Attempt,
  password: string,
  password_hash: string | undefined,
): Promise<boolean> {
  // Who has to wait takes no place in the queue.
  await admitAttempt(context, attempt);
  const check = async () => {
    await admitAttempt(context, attempt);
    const matches = await passwordMatches(password_hash, password);
    if (matches) await forgiveFailures(context, attempt);
    else if ((await countFailure(context, attempt)) >= TOLD_AFTER)
      // Beside the request: how long it takes would tell whether there is such an account.
      tellOfFailures(context, attempt.email).catch((error: unknown) =>
        context.log.warn({ err: error }, 'a person was not told of wrong passwords'),
      );
    return matches;
  };
  return inTurn(context, check, attempt.known);
}
