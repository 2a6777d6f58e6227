import type { PublicContext } from '../../../kernel/context.ts';
import { REPORTED_AFTER } from './attempt-rules.ts';
import { admitAttempt, countFailure, forgiveFailures, type Attempt } from './attempts.ts';
import { inTurn, passwordMatches } from './hash-password.ts';
import { reportFailures } from './report-failures.ts';

/**
 * Whether the password is correct. Wrong passwords are counted and delay further attempts. They are checked one by one
 * for each place, so that parallel attempts are counted like sequential ones.
 * @param password_hash undefined if there is no such account: the work is the same, and the result is false
 * @throws Refusal 429 if the next attempt is not due yet, or too many are waiting
 */
export async function checkPassword(
  context: PublicContext,
  attempt: Attempt,
  password: string,
  password_hash: string | undefined,
): Promise<boolean> {
  return checkSecret(context, attempt, () => passwordMatches(password_hash, password));
}

/**
 * The same for another secret than a password, as a code.
 * @param isRight compares it, with the same work whether there is such an account or not
 * @throws Refusal 429 like `checkPassword`
 */
export async function checkSecret(
  context: PublicContext,
  attempt: Attempt,
  isRight: () => Promise<boolean>,
): Promise<boolean> {
  // Who has to wait takes no place in the queue.
  await admitAttempt(context, attempt);
  const check = async () => {
    await admitAttempt(context, attempt);
    const matches = await isRight();
    if (matches) await forgiveFailures(context, attempt);
    else if ((await countFailure(context, attempt)) >= REPORTED_AFTER)
      // Outside the request: its duration would reveal whether there is such an account.
      reportFailures(context, attempt.email).catch((error: unknown) =>
        context.log.warn({ err: error }, 'a user could not be informed of wrong passwords'),
      );
    return matches;
  };
  return inTurn(context, check, attempt.known);
}
