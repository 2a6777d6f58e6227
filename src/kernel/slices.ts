/** How long work may go on before everybody else gets a turn. */
const SLICE_MS = 8;

let slice_ends = 0;
const waiting: (() => void)[] = [];

/**
 * To be called between the steps of work that may be long, as `await takeTurns()`: after some milliseconds it lets the
 * event loop do what else there is. All such work of the process shares one queue, and one of those who wait goes
 * on in a turn of the loop: however many requests work long, others wait for one slice at most.
 * @returns undefined where the slice has not ended yet: then there is nothing to wait for
 */
export function takeTurns(): Promise<void> | undefined {
  if (performance.now() < slice_ends) return undefined;
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(next);
  });
}

function next(): void {
  slice_ends = performance.now() + SLICE_MS;
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(next);
}
