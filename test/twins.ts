import { createHash } from 'node:crypto';
import type { Random } from '../src/kernel/random.ts';
import { fixedClock, startTestApp, type TestApp } from './harness.ts';

/**
 * Two copies of the product with the database of a third, which is closed: the same rows, ids, clock and chance, so
 * that the same request gets the same answer, byte for byte, as long as they differ in nothing that decides it.
 */
export async function startTwins(
  origin: TestApp,
  now: Date,
): Promise<{ twins: [TestApp, TestApp]; close: () => Promise<void> }> {
  const { database: template } = origin.database.pool.options;
  if (template === undefined) throw new Error('the database has no name');
  await origin.database.close();
  const start = () =>
    startTestApp({ template, clock: fixedClock(now), random: repeatedRandom(), pool_size: 2 });
  const twins: [TestApp, TestApp] = [await start(), await start()];
  return { twins, close: async () => void (await Promise.all(twins.map((twin) => twin.close()))) };
}

/** The same bytes in the same order each time. */
function repeatedRandom(): Random {
  let drawn = 0;
  return {
    bytes(count) {
      const parts: Buffer[] = [];
      for (let length = 0; length < count; length += 32) {
        drawn += 1;
        parts.push(createHash('sha256').update(String(drawn)).digest());
      }
      return Buffer.concat(parts).subarray(0, count);
    },
  };
}
