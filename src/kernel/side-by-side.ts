/**
 * Lets two things go on side by side that would wait for each other in turns, as the processor of this process and the
 * database: what comes next is prepared while the last is written.
 */

/** Runs steps in their order, each while its caller prepares the next. */
export interface OneBehind {
  /** Begins a step as soon as the one before is done. @throws what that one threw */
  next(step: () => Promise<unknown>): Promise<void>;
  /** Waits for the last step. @throws what it threw */
  end(): Promise<void>;
}

export function oneBehind(): OneBehind {
  let last: Promise<unknown> = Promise.resolve();
  return {
    async next(step) {
      await last;
      last = step();
      // It is told to whoever comes next.
      last.catch(() => undefined);
    },
    async end() {
      await last;
    },
  };
}

/** The same items: each is made while the one before is used. */
export async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done === true) return;
      next = items.next();
      // It is told when it is asked for.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    // What is being made is waited for: nothing goes on after whoever used it has gone.
    await next.catch(() => undefined);
    await items.return(undefined);
  }
}
