/** Beyond it a turn is measured again, so often at most. */
const LONG_MS = 45;
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
