import type { Kysely } from 'kysely';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database/connection.ts';
import type { DB } from './database/schema.generated.ts';
import type { FileStore } from './files/port.ts';
import type { Language } from './language.ts';
import type { Log } from './log.ts';
import type { Random } from './random.ts';
import type { Role } from './permissions.ts';

/** What the process offers to every use-case: made once at start, replaced in tests and simulations. */
export interface Services {
  config: Config;
  db: Database;
  clock: Clock;
  random: Random;
  files: FileStore;
  log: Log;
}

/** Who acts: a signed-in user, or an API key in the name of the user who made it. */
export interface Actor {
  kind: 'session' | 'api_key';
  /** Id of the session or key. */
  credential_id: number;
  user_id: number;
  role: Role;
}

/** What a request of nobody in particular has. */
export interface PublicContext {
  db: Database;
  clock: Clock;
  random: Random;
  files: FileStore;
  log: Log;
  config: Config;
  language: Language;
  request_id: string;
  /** The caller's network address. */
  address: string;
  /** Address of this server as the caller sees it, without a slash at the end. */
  base_url: string;
  /**
   * The same database without the tenant guard: only for what stands above shops (signing in, making a
   * shop, doctor). Part of the same transaction.
   */
  platform: Kysely<DB>;
  /** Runs in a transaction: all of it is kept, or, when it throws, nothing. Joins one that is open. */
  transaction<T>(run: (context: this) => Promise<T>): Promise<T>;
}

/** What a use-case gets: `(context, input)` and nothing else. */
export interface Context extends PublicContext {
  shop: { id: number; time_zone: TimeZone };
  actor: Actor;
}

export type TimeZone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';

export interface Principal {
  shop: Context['shop'];
  actor: Actor;
}

export interface RequestFacts {
  language: Language;
  request_id: string;
  address: string;
  base_url: string;
}

/** Builds the context of one request. */
export function publicContext(services: Services, facts: RequestFacts): PublicContext {
  return withTransaction({ ...services, ...facts, platform: services.db.withoutPlugins() }, false);
}

export function shopContext(services: Services, facts: RequestFacts, principal: Principal): Context {
  return withTransaction(
    { ...services, ...facts, platform: services.db.withoutPlugins(), shop: principal.shop, actor: principal.actor },
    false,
  );
}

function withTransaction<C extends PublicContext>(parts: Omit<C, 'transaction'>, open: boolean): C {
  const context = parts as C;
  context.transaction = (run) =>
    open
      ? run(context)
      : context.db.transaction().execute((db) => run(withTransaction<C>({ ...context, db, platform: db.withoutPlugins() }, true)));
  return context;
}
