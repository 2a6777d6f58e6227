/** Where the time comes from; a test or simulation replaces it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export interface FixedClock extends Clock {
  /** Moves the clock on by so many milliseconds. */
  advance(milliseconds: number): void;
  set(instant: string | Date): void;
}

/** A clock that stands still until it is moved. */
export function fixedClock(start: string | Date): FixedClock {
  let moment = instantOf(start);
  return {
    now: () => new Date(moment),
    advance(milliseconds) {
      moment += milliseconds;
    },
    set(instant) {
      moment = instantOf(instant);
    },
  };
}

function instantOf(instant: string | Date): number {
  const time = new Date(instant).getTime();
  if (Number.isNaN(time)) throw new RangeError(`no instant: ${String(instant)}`);
  return time;
}
