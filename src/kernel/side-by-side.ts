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

/**
 * Uses items in their order, each while the next is made. Where one of the two fails, the other is waited for, and nothing more
 * is made.
 * @throws what failed first: in one transaction the other would only tell that it was rolled back
 */
export async function oneAhead<Item>(
  items: AsyncGenerator<Item>,
  use: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const noted = <Result>(work: Promise<Result>) => {
    work.catch((error: unknown) => failures.push(error));
    return work;
  };
  let next = noted(items.next());
  try {
    for (;;) {
      const { done, value } = await next;
      if (done === true) return;
      next = noted(items.next());
      await noted(use(value));
    }
  } catch {
    await next.catch(() => undefined);
    throw failures[0];
  } finally {
    await items.return(undefined);
  }
}
