import type { TestApp } from './harness.ts';

/** A credential is looked up anew once in a second: of several runs one at least is without it. */
const RUNS = 3;

/** How many statements `run` takes, at least. @param run does the same each time */
export async function countStatements({ database }: TestApp, run: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < RUNS; turn += 1) {
    const before = database.statements.sent;
    await run();
    least = Math.min(least, database.statements.sent - before);
  }
  return least;
}
