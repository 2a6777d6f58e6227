/** What is promised of one turn, in milliseconds of the processor. */
const PROMISED_MS = 50;
/**
 * The most that a turn may take here: two tests at once share caches and cores that heat up, and each of them works at half
 * the speed. With QUIET=1, where a test runs alone, it is what is promised.
 */
export const HOLD_MS = process.env['QUIET'] === '1' ? PROMISED_MS : 2 * PROMISED_MS;

/** A turn that took nearly that is measured again, so often at most. */
const LONG_MS = 0.9 * HOLD_MS;
const MOST_REPEATS = 3;

/**
 * The most that one turn of this thread's event loop worked while something ran, in milliseconds of the processor: what
 * else the machine did meanwhile is none of it. Where it was long it runs again, and the shortest counts: the first time
 * code was compiled, or memory tidied up, and a core that others share works more slowly.
 */
export async function longestHold(run: () => Promise<void>): Promise<number> {
  let least_ms = await holdOf(run);
  for (let again = 0; again < MOST_REPEATS && least_ms >= LONG_MS; again += 1)
    least_ms = Math.min(least_ms, await holdOf(run));
  return least_ms;
}

async function holdOf(run: () => Promise<void>): Promise<number> {
  let longest_us = 0;
  let is_over = false;
  let before_us = usedUs();
  const turn = () => {
    const now_us = usedUs();
    longest_us = Math.max(longest_us, now_us - before_us);
    before_us = now_us;
    if (!is_over) setImmediate(turn);
  };
  setImmediate(turn);
  try {
    await run();
    // The turn that it ended in counts too.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    is_over = true;
  }
  return longest_us / 1_000;
}

function usedUs(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}
