import { kernelErrors } from '../../kernel/errors.ts';
import type { TransferOutcome } from '../ledger/index.ts';

/** So often what a transfer was planned by can be changed by others before it is written. */
const MOST_TRIES = 5;

/**
 * Plans and writes a transfer, again where something that it was planned by was taken meanwhile.
 * @param run TOO_LOW where it would be SHORT again
 * @throws Refusal 409 where others are faster again and again
 */
export async function untilNotOvertaken(
  run: () => Promise<TransferOutcome | 'TOO_LOW'>,
): Promise<TransferOutcome> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const outcome = await run();
    if (outcome !== 'SHORT') return outcome === 'TOO_LOW' ? 'SHORT' : outcome;
  }
  throw kernelErrors.refuse('conflict');
}
