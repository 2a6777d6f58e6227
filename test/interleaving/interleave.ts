import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { tenantTables } from '../../src/kernel/database/schema.generated.ts';
import type { TestApp } from '../harness.ts';
import { Contender } from './actor.ts';

/** INTERLEAVINGS=all takes every order of all statements, also where that takes hours. */
const EVERY_ORDER = process.env['INTERLEAVINGS'] === 'all';

/** Two acts at once, each from a state that `arrange` makes anew, and what is seen when both are done. */
export interface Pair<Place, Answer, Outcome> {
  arrange: () => Promise<Place>;
  a: (actor: Contender, place: Place) => Promise<Answer>;
  b: (actor: Contender, place: Place) => Promise<Answer>;
  /** All that a seller can see: of what each answered, and of what is there then. */
  observe: (place: Place, answers: { a: Answer; b: Answer }) => Promise<Outcome>;
  /**
   * Leaves out orders that can't differ. A statement that touches nothing the other writes, and writes nothing
   * the other touches, gives the same whether the other goes on before it or after it: it is sent at once.
   */
  only_those_that_differ?: boolean;
}

export interface Interleaving<Outcome> {
  /** Who sent each statement, and its beginning. */
  steps: string[];
  outcome: Outcome;
}

export interface Interleavings<Outcome> {
  /** What comes of A before B, and of B before A. */
  serial: [Outcome, Outcome];
  all: Interleaving<Outcome>[];
  /** Those whose outcome is that of neither. */
  unlike_serial: Interleaving<Outcome>[];
  /** In how many one waited for a lock of the other. */
  waited: number;
  /** In how many both waited for each other, and the database ended one of them. */
  deadlocked: number;
}

/** Chooses who goes next of those who can. */
type Choose = (ready: Contender[]) => Contender;

/** Two actors on one database, driven statement by statement. */
export class InterleavedStage {
  readonly a: Contender;
  readonly b: Contender;
  #monitor: pg.Client;

  private constructor(a: Contender, b: Contender, monitor: pg.Client) {
    this.a = a;
    this.b = b;
    this.#monitor = monitor;
  }

  static async open(test_app: TestApp): Promise<InterleavedStage> {
    const { host, port, user, database } = test_app.database.pool.options;
    const monitor = new pg.Client({ host, port, user, database });
    await monitor.connect();
    return new InterleavedStage(
      await Contender.start('A', test_app),
      await Contender.start('B', test_app),
      monitor,
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.a.close(), this.b.close(), this.#monitor.end()]);
  }

  /**
   * Runs a pair in every order in which the statements of the two can follow each other: depth first, each run
   * from a fresh state, taking at the last place where there was a choice the one not taken yet.
   */
  async interleave<Place, Answer, Outcome>(
    pair: Pair<Place, Answer, Outcome>,
  ): Promise<Interleavings<Outcome>> {
    const first = await this.#run(pair, ([ready]) => ready as Contender);
    const sent = { A: this.a.statements, B: this.b.statements };
    const second = await this.#run(pair, (ready) => ready.at(-1) as Contender);
    sent.A.push(...this.a.statements);
    sent.B.push(...this.b.statements);
    const serial: [Outcome, Outcome] = [first.outcome, second.outcome];
    const isAlone = (actor: Contender) =>
      pair.only_those_that_differ === true &&
      !EVERY_ORDER &&
      isIndependent(actor.next ?? '', sent[actor.name === 'A' ? 'B' : 'A']);
    const found: Interleavings<Outcome> = { serial, all: [], unlike_serial: [], waited: 0, deadlocked: 0 };
    const path: { ready: string; taken: number; of: number }[] = [];
    do {
      let depth = 0;
      const run = await this.#run(pair, (ready) => {
        const alone = ready.find(isAlone);
        const choices = alone === undefined ? ready : [alone];
        const place = path[depth] ?? { ready: namesOf(choices), taken: 0, of: choices.length };
        if (place.ready !== namesOf(choices))
          throw new Error('two runs of the same steps went different ways');
        path[depth] = place;
        depth += 1;
        return choices[place.taken] as Contender;
      });
      const { steps, outcome } = run;
      found.all.push({ steps, outcome });
      if (!serial.some((known) => isDeepStrictEqual(known, outcome)))
        found.unlike_serial.push({ steps, outcome });
      found.waited += Number(run.waited);
      found.deadlocked += Number(run.deadlocked);
      while (path.length > 0 && (path.at(-1)?.taken ?? 0) + 1 === path.at(-1)?.of) path.pop();
      const last = path.at(-1);
      if (last !== undefined) last.taken += 1;
    } while (path.length > 0);
    return found;
  }

  async #run<Place, Answer, Outcome>(pair: Pair<Place, Answer, Outcome>, choose: Choose) {
    const place = await pair.arrange();
    const { a, b } = this;
    // Who went first: what it did may let the other go on.
    const settle = async (went: Contender) => {
      const other = went === a ? b : a;
      await went.settle(other, this.#monitor);
      await other.settle(went, this.#monitor);
    };
    const answers = Promise.all([a.act(() => pair.a(a, place)), b.act(() => pair.b(b, place))]);
    // A failure is thrown when both are done, by the await below.
    answers.catch(() => undefined);
    const steps: string[] = [];
    let [waited, deadlocked] = [false, false];
    let went = a;
    for (await settle(a); !a.finished || !b.finished; await settle(went)) {
      const ready = [a, b].filter((actor) => actor.next !== undefined);
      waited ||= ready.length === 1 && !a.finished && !b.finished;
      if (ready.length === 0) {
        // Until the database has noticed.
        deadlocked = true;
        continue;
      }
      went = choose(ready);
      steps.push(`${went.name}: ${went.next?.replaceAll(/\s+/g, ' ').slice(0, 70)}`);
      went.step();
    }
    const [of_a, of_b] = await answers;
    const outcome = await pair.observe(place, { a: of_a, b: of_b });
    return { steps, outcome, waited, deadlocked };
  }
}

const namesOf = (actors: Contender[]): string => actors.map((actor) => actor.name).join('');

const TABLES = new RegExp(`\\b(${tenantTables.join('|')})\\b`, 'g');
const WRITES = /\b(insert into|update|delete from|for no key update|for update)\b/;
/** To these each act only adds rows, and reads and changes none but those it has added itself. */
const OWN_ROWS = new Set([
  'stock_ledger',
  'outbox_events',
  'stock_opnames',
  'stock_opname_lines',
  'stock_transfers',
  'stock_transfer_lines',
]);

/** Whether the statement gives the same before and after each of the other's. */
function isIndependent(text: string, others: readonly string[]): boolean {
  if (/^(commit|rollback)/.test(text)) return false;
  const of = touched(text);
  return others.every((other) => {
    const { tables, writes } = touched(other);
    return !(of.writes || writes) || !tables.some((table) => of.tables.includes(table));
  });
}

/** All tables that a statement names; one that writes or locks counts as if it did so to all of them. */
function touched(text: string): { tables: string[]; writes: boolean } {
  const tables = [...new Set(text.toLowerCase().match(TABLES))].filter((table) => !OWN_ROWS.has(table));
  return { tables, writes: WRITES.test(text.toLowerCase()) };
}
