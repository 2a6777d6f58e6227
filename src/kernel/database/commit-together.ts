import pg from 'pg';
import { takeTurns } from '../slices.ts';
import type { Database } from './connection.ts';

/** Of one transaction, at most. Each is a subtransaction, and up to 64 of these cost no more than any. */
const MOST_TOGETHER = 32;
/** Of what they weigh: a transaction that is long holds up whoever waits for its locks. */
const MOST_WEIGHT = 200;
/**
 * What is on its way longer than a commit takes waits for a lock, or for a slow disk: the next go their own way, as their
 * own locks may be free.
 */
const PATIENCE_MS = 50;

/** How work of one shop is done, alone and with others of the shop. */
export interface CommittedWork<Given, Result> {
  /** One in a transaction of its own. */
  alone: (db: Database, given: Given) => Promise<Result>;
  /**
   * Several in one transaction, one after the other, each whole or not at all.
   * @returns for each its result; undefined where nothing of it was done and why is not said: it is done alone again
   */
  together: (db: Database, given: readonly Given[]) => Promise<readonly (Result | undefined)[]>;
  /** Of how many ordinary parts it is. */
  weight: (given: Given) => number;
}

interface Waiting<Given, Result> {
  given: Given;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/** What of a shop waits while something of it is on its way to the database. */
type Line<Given, Result> = Waiting<Given, Result>[];

/**
 * Work of a shop that ends up at one locked row, such as the counter of its orders, and so commits one after the other,
 * each waiting for the disk. Here what becomes ready while a commit of the shop is on its way waits in a line, and is then
 * done in one transaction. What finds nothing on its way is done at once: nobody waits for company that is not there.
 *
 * A failure takes nothing else along. What fails in company, for whatever reason, is done alone again, so that its answer is
 * that which it would have had alone; of a transaction that failed as a whole all are, if it is certain that it was rolled
 * back. Where that is not certain, as when the connection was lost, each is answered with that error, as one alone is.
 *
 * A line is of one process; what several processes do at once is decided by the locks of the database. Only outside
 * transactions. The line is as long as there are requests in the shop, which the gate limits.
 */
export function commitTogether<Given, Result>(
  work: CommittedWork<Given, Result>,
): (db: Database, shop_id: number, given: Given) => Promise<Result> {
  const lines_of = new WeakMap<Database, Map<number, Line<Given, Result>>>();

  const depart = (db: Database, lines: Map<number, Line<Given, Result>>, shop_id: number): void => {
    const line = lines.get(shop_id) ?? [];
    if (line.length === 0) {
      lines.delete(shop_id);
      return;
    }
    let has_returned = false;
    const returned = (): void => {
      clearTimeout(timer);
      if (has_returned) return;
      has_returned = true;
      depart(db, lines, shop_id);
    };
    const timer = setTimeout(returned, PATIENCE_MS);
    void doAll(work, db, { group: takeGroup(line, work), returned });
  };

  return (db, shop_id, given) => {
    const lines = lines_of.get(db) ?? new Map<number, Line<Given, Result>>();
    lines_of.set(db, lines);
    return new Promise<Result>((resolve, reject) => {
      const entry = { given, resolve, reject };
      const line = lines.get(shop_id);
      if (line !== undefined) {
        line.push(entry);
        return;
      }
      lines.set(shop_id, [entry]);
      depart(db, lines, shop_id);
    });
  };
}

/** The first of a line that may be done together; one at least. */
function takeGroup<Given, Result>(
  line: Line<Given, Result>,
  { weight }: CommittedWork<Given, Result>,
): Waiting<Given, Result>[] {
  let count = 0;
  for (let weighs = 0; count < Math.min(line.length, MOST_TOGETHER); count += 1) {
    weighs += weight((line[count] as Waiting<Given, Result>).given);
    if (count > 0 && weighs > MOST_WEIGHT) break;
  }
  return line.splice(0, count);
}

interface Departure<Given, Result> {
  group: readonly Waiting<Given, Result>[];
  /** Called when what was sent has been answered, before those who wait for it go on. */
  returned: () => void;
}

/** Settles each of them; never rejects. */
async function doAll<Given, Result>(
  work: CommittedWork<Given, Result>,
  db: Database,
  departure: Departure<Given, Result>,
): Promise<void> {
  const again = departure.group.length === 1 ? departure.group : await doTogether(work, db, departure);
  await Promise.all(
    again.map(async ({ given, resolve, reject }) => {
      try {
        const result = await work.alone(db, given);
        departure.returned();
        resolve(result);
      } catch (error) {
        departure.returned();
        reject(error);
      }
    }),
  );
}

/** @returns those that have to be done alone, as nothing of them was done */
async function doTogether<Given, Result>(
  work: CommittedWork<Given, Result>,
  db: Database,
  { group, returned }: Departure<Given, Result>,
): Promise<Waiting<Given, Result>[]> {
  let results: readonly (Result | undefined)[];
  try {
    results = await work.together(
      db,
      group.map(({ given }) => given),
    );
  } catch (error) {
    returned();
    if (isRolledBack(error)) return [...group];
    for (const { reject } of group) reject(error);
    return [];
  }
  returned();
  const again: Waiting<Given, Result>[] = [];
  for (const [index, entry] of group.entries()) {
    const result = results[index];
    if (result === undefined) again.push(entry);
    else {
      entry.resolve(result);
      await takeTurns();
    }
  }
  return again;
}

/**
 * Classes and codes of errors that the server reports instead of a commit: of data, constraints, locks, deadlocks, wrong
 * statements, functions, and statements cut off. What ends a connection (08, 57P01) may come after one.
 */
const ROLLED_BACK = /^(?:2[1-3]|42|44|55|P0)|^(?:40001|40P01|57014)$/;

/** Whether nothing of the statement that failed so was done, for certain. */
function isRolledBack(error: unknown): boolean {
  return error instanceof pg.DatabaseError && ROLLED_BACK.test(error.code ?? '');
}
