import type { Socket } from 'node:net';
import { CompiledQuery, Kysely, sql, type DatabaseConnection } from 'kysely';
import pg from 'pg';
import { limits } from '../limits.ts';
import { FORGET_PLANS, forgetOldPlans, holdsMany } from './old-plans.ts';
import { GuardedDialect, tenantGuard } from './tenant-guard.ts';
import type { DB } from './schema.generated.ts';

export type Database = Kysely<DB>;

export interface ConnectionOptions {
  connection: { connectionString: string } | { host: string; port: number; user: string; database: string };
  pool_size: number;
  application_name?: string;
  /**
   * A commit does not wait for the disk: what was committed in the last second before a power failure is lost, whole
   * transactions of it. For what is made anew in such a case.
   */
  commits_may_be_lost?: boolean;
  /** Hears every statement before it is sent, in transactions and without the guard too: tests parse them. */
  onStatement?: (text: string) => void;
}

export interface DatabaseServer {
  /** Guarded: a statement on a tenant table without `shop_id =` throws. */
  db: Database;
  pool: pg.Pool;
  /** Counts statements sent since start; tests hold endpoints to a fixed number. */
  statements: { sent: number };
  close(): Promise<void>;
}

/** PostgreSQL's number of the type bigint[], which the driver has no name for. */
const INT8_ARRAY = 1016 as typeof pg.types.builtins.INT8;

// PostgreSQL's bigint arrives as text; every bigint of ours is a safe integer (money below 10^12, ids).
pg.types.setTypeParser(pg.types.builtins.INT8, readBigint);
const readTexts = pg.types.getTypeParser(INT8_ARRAY) as (text: string) => string[];
pg.types.setTypeParser(INT8_ARRAY, (text) => readTexts(text).map(readBigint));
// A date is a day, not an instant: it stays 'yyyy-mm-dd'.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

function readBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of the safe range: ${text}`);
  return value;
}

/** Names of the statements declared by `statement()`, by their text: those are prepared once per connection. */
export const declaredStatements = new Map<string, string>();

/** Texts of those whose stored plan is right for lists of any length. */
const of_any_length = new Set<string>();

/** Sent on a connection, it lets statements there take as long as they need: for what is thrown away afterwards. */
export const LIFT_LIMITS = 'set statement_timeout = 0; set lock_timeout = 0';
const RESTORE_LIMITS = 'reset statement_timeout; reset lock_timeout';

/**
 * A connection that is given up where its server does not answer: one that is halted, or out of reach, ends nothing by
 * itself. Who waits for the statement gets an error, the pool opens another connection, and a transaction that was
 * open is rolled back by the server whenever that goes on.
 */
class ImpatientClient extends pg.Client {
  #unanswered = 0;
  #is_limited = true;

  constructor(config?: pg.ClientConfig) {
    super(config);
    this.once('connect', () => {
      const stream = this.connection.stream as Socket;
      stream.setTimeout(limits.database_answer_ms);
      // Nothing was received for this long. If nothing was requested either, that is fine.
      stream.on('timeout', () => {
        if (this.#unanswered > 0 && this.#is_limited) stream.destroy();
      });
    });
  }

  override query(...args: unknown[]): never {
    if (args[0] === LIFT_LIMITS) this.#is_limited = false;
    if (args[0] === RESTORE_LIMITS) this.#is_limited = true;
    this.#unanswered += 1;
    const answered = () => {
      this.#unanswered -= 1;
    };
    const callback = args.at(-1);
    if (typeof callback === 'function') {
      args[args.length - 1] = (...answer: unknown[]) => {
        answered();
        return (callback as (...answer: unknown[]) => unknown)(...answer);
      };
      return this.#send(args) as never;
    }
    const answer = this.#send(args) as Promise<unknown>;
    answer.then(answered, answered);
    return answer as never;
  }

  #send(args: unknown[]): unknown {
    return (super.query as (...a: unknown[]) => unknown).apply(this, args);
  }
}

/**
 * Opens a pool. Every connection has a statement time-out of 15 s and a lock time-out of 10 s, so that
 * nothing waits for ever, and a server that does not answer is waited for a second longer; time zone UTC.
 */
export function connect(options: ConnectionOptions): DatabaseServer {
  const statements = { sent: 0 };
  class Client extends ImpatientClient {
    // Kysely calls query(text, values); a declared statement is sent by name, so that it is parsed and planned once.
    override query(...args: unknown[]): never {
      const [text, values] = args;
      if (text !== FORGET_PLANS) statements.sent += 1;
      const name = typeof text === 'string' ? nameFor(text, values) : undefined;
      return super.query(...(name === undefined ? args : [{ name, text, values }, ...args.slice(2)]));
    }
  }
  const pool = new pg.Pool({
    ...options.connection,
    max: options.pool_size,
    Client: Client as unknown as typeof pg.Client,
    application_name: options.application_name ?? 'ngorder',
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options:
      `-c statement_timeout=${limits.statement_ms} ` +
      '-c lock_timeout=10000 -c timezone=UTC -c idle_in_transaction_session_timeout=30000 ' +
      // Starting workers, and compiling, take longer than our statements do.
      '-c max_parallel_workers_per_gather=0 -c jit=off ' +
      // A plan that reads the whole table, made while it had ten rows, would stay in use when it has a million.
      '-c enable_seqscan=off' +
      (options.commits_may_be_lost === true ? ' -c synchronous_commit=off' : ''),
  });
  // A connection that breaks (database restarted) is dropped by the pool, and its statement fails; without
  // listeners, on the pool for idle ones and on each for those in use, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const { onStatement } = options;
  const forgetPlans = forgetOldPlans();
  const dialect = new GuardedDialect({
    pool,
    async onReserveConnection(connection) {
      if (onStatement !== undefined) hear(connection, onStatement);
      await forgetPlans(connection);
    },
  });
  const db = new Kysely<DB>({ dialect, plugins: [tenantGuard] });
  return { db, pool, statements, close: () => db.destroy() };
}

/** The name by which a statement is prepared; undefined where it is planned for its values. */
function nameFor(text: string, values: unknown): string | undefined {
  const name = declaredStatements.get(text);
  return name === undefined || (holdsMany(values) && !of_any_length.has(text)) ? undefined : name;
}

const heard = new WeakSet<DatabaseConnection>();

/** Without a frame of its own in the stacks of errors. */
function hear(connection: DatabaseConnection, onStatement: (text: string) => void): void {
  if (heard.has(connection)) return;
  heard.add(connection);
  const send = connection.executeQuery.bind(connection);
  connection.executeQuery = (query) => {
    onStatement(query.sql);
    return send(query);
  };
}

export interface StatementOptions {
  /**
   * The plan that is stored is right for lists of any length, as each of their values is looked up by an index: it is used for
   * long ones too, which are planned for their values else (`old-plans.ts`).
   */
  any_length?: boolean;
}

export interface Statement<Row> {
  /** Sends the statement with its values ($1, $2 …) on the database or transaction given. */
  run(db: Database, values: readonly unknown[]): Promise<Row[]>;
  readonly text: string;
}

/**
 * Declares a hot statement in SQL: prepared by name on each connection, checked for `shop_id` when the
 * module loads. A bound LIMIT defeats the plan of a prepared statement: write a literal.
 * @throws at load time when a tenant table is named without a condition on shop_id.
 */
export function statement<Row>(
  name: string,
  text: string,
  { any_length = false }: StatementOptions = {},
): Statement<Row> {
  tenantGuard.checkText(text);
  declaredStatements.set(text, name);
  if (any_length) of_any_length.add(text);
  return {
    text,
    run: async (db, values) => (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows,
  };
}

/**
 * Runs `run` on a connection of which neither the server nor we cut statements off that take long, as the making of an
 * index of a million rows does. Not for requests.
 */
export function withoutTimeLimits<Tables, T>(
  db: Kysely<Tables>,
  run: (connection: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql.raw(LIFT_LIMITS).execute(connection);
    try {
      return await run(connection);
    } finally {
      // Where the connection was lost, so were they; what went wrong is what the caller must hear of.
      await sql
        .raw(RESTORE_LIMITS)
        .execute(connection)
        .catch(() => undefined);
    }
  });
}
