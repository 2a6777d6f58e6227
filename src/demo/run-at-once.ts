/** More at once only wait for each other: a statement of one is sent while the database answers another. */
const AT_ONCE = 6;

/** Runs all tasks, some at once, begun in their order. @throws what the first one throws that fails */
export async function runAtOnce(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const left = tasks.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const task of left) await task();
    }),
  );
}
