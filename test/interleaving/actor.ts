import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { buildApp } from '../../src/app.ts';
import { connect, type DatabaseServer } from '../../src/kernel/database/connection.ts';
import { FORGET_PLANS } from '../../src/kernel/database/old-plans.ts';
import type { Answered, TestApp, TestShop } from '../harness.ts';

/** Before a statement, in one, or at the end of what it does. */
type State = 'idle' | 'working' | 'waiting' | 'sending' | 'finished';

/**
 * What is sent beside the work itself, now and then: who a request is from is looked up and remembered, and plans are
 * forgotten when they are old. No step of it.
 */
const BESIDE = new RegExp(`\\b(sessions|api_keys)\\b|^${FORGET_PLANS}$`);

/**
 * Somebody who uses the product on a server and a database connection of its own. While it acts, each of its
 * statements, `begin` and `commit` too, waits until it is let go.
 */
export class Contender {
  readonly name: 'A' | 'B';
  readonly database: DatabaseServer;
  /** What it sent since it began to act. */
  statements: string[] = [];
  #app: FastifyInstance;
  #state: State = 'idle';
  #next: { text: string; go: () => void } | undefined;
  #pid = 0;
  #was_blocked = false;
  /** Woken at each change of state. */
  #wake: () => void = () => undefined;

  private constructor(name: 'A' | 'B', database: DatabaseServer, app: FastifyInstance) {
    this.name = name;
    this.database = database;
    this.#app = app;
    database.pool.on('connect', (client) => this.#gate(client));
  }

  static async start(name: 'A' | 'B', test_app: TestApp): Promise<Contender> {
    const { host, port, user, database } = test_app.database.pool.options;
    const server = connect({
      connection: { host: host ?? '', port: port ?? 0, user: user ?? '', database: database ?? '' },
      pool_size: 1,
    });
    const app = await buildApp({ ...test_app.services, db: server.db }, () => Promise.resolve(true));
    await app.ready();
    return new Contender(name, server, app);
  }

  async close(): Promise<void> {
    await this.#app.close();
    await this.database.close();
  }

  /** Sends a request as the owner of a shop. */
  async call(
    shop: TestShop,
    method: 'POST' | 'PATCH' | 'DELETE',
    url: string,
    payload: object,
  ): Promise<Answered> {
    const answer = await this.#app.inject({
      method,
      url,
      payload,
      headers: { host: 'ngorder.test', authorization: `Bearer ${shop.token}` },
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: JSON.parse(answer.body),
      text: answer.body,
    };
  }

  /** Starts to act: from now on each statement waits for `step`. */
  act<T>(work: () => Promise<T>): Promise<T> {
    this.statements = [];
    this.#change('working');
    return work().finally(() => this.#change('finished'));
  }

  get finished(): boolean {
    return this.#state === 'finished';
  }

  /** The statement that it would send next; undefined while it has finished, or waits for a lock. */
  get next(): string | undefined {
    return this.#next?.text;
  }

  step(): void {
    const next = this.#next;
    if (next === undefined) throw new Error(`${this.name} has nothing to send`);
    this.#next = undefined;
    this.statements.push(next.text);
    this.#change('sending');
    next.go();
  }

  /** Waits until it stands before its next statement, has finished, or waits for a lock of the other. */
  async settle(other: Contender, monitor: pg.Client): Promise<void> {
    while (this.#state === 'working' || this.#state === 'sending') {
      const changed = new Promise<void>((resolve) => (this.#wake = resolve));
      if (this.#state === 'working') await changed;
      else {
        if (!this.#was_blocked)
          await Promise.race([changed, new Promise((resolve) => setTimeout(resolve, 2))]);
        if (this.#state !== 'sending') continue;
        this.#was_blocked = await this.#isBlockedBy(other, monitor);
        if (this.#was_blocked) return;
      }
    }
    this.#was_blocked = false;
  }

  async #isBlockedBy(other: Contender, monitor: pg.Client): Promise<boolean> {
    const { rows } = await monitor.query<{ blocked: boolean }>({
      name: 'blocked',
      text: 'select $2::int = any(pg_blocking_pids($1::int)) as blocked',
      values: [this.#pid, other.#pid],
    });
    return rows[0]?.blocked === true;
  }

  #change(state: State): void {
    this.#state = state;
    this.#wake();
  }

  #gate(client: pg.PoolClient): void {
    this.#pid = (client as unknown as { processID: number }).processID;
    const send = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    client.query = ((...args: unknown[]) => {
      const text = String(args[0]);
      if (this.#state !== 'working' || BESIDE.test(text)) return send(...args);
      return new Promise<void>((go) => {
        this.#next = { text, go };
        this.#change('waiting');
      })
        .then(() => send(...args))
        .finally(() => this.#change('working'));
    }) as typeof client.query;
  }
}
