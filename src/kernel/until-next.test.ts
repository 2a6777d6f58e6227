import { expect, test } from 'vitest';
import { untilNext } from './until-next.ts';

test('whoever waits until the next interval wakes with all others who do', () => {
  for (const interval_ms of [1_000, 2_000]) {
    const wait_ms = untilNext(interval_ms);
    const late_ms = (performance.now() + wait_ms) % interval_ms;
    expect(wait_ms).toBeGreaterThan(0);
    expect(wait_ms).toBeLessThanOrEqual(interval_ms);
    // At a whole interval, but for the time between two looks at the clock.
    expect(Math.min(late_ms, interval_ms - late_ms)).toBeLessThan(50);
  }
});
