/**
 * How long it is until the next whole interval since the process was started. What is done again and again waits for that: it falls
 * together, so that the processor of an idle server is woken once for all of it.
 */
export function untilNext(interval_ms: number): number {
  // A timer drops parts of a millisecond: one that fires before the interval would be followed by another at once.
  return Math.ceil(interval_ms - (performance.now() % interval_ms));
}
