import type { Kysely } from 'kysely';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database/connection.ts';
import type { DB } from './database/schema.generated.ts';
import type { FileStore, PrivateFiles } from './files/port.ts';
import type { Queue } from './jobs/queue.ts';
import type { Language } from './language.ts';
import type { Log } from './log.ts';
import type { Random } from './random.ts';
import type { Secrets } from './sealed/index.ts';
import type { ActorRole } from './permissions.ts';
import type { KeyToStore } from './stored-key.ts';
import type { ShopVersion } from './shop-version.ts';

/** Adapters to the world outside, each added by the port that it is of (`src/integrations/<port>/port.ts`). */
export interface Ports {}

/** What the process offers to every use-case: made once at start, replaced in tests and simulations. */
export interface Services {
  config: Config;
  db: Database;
  clock: Clock;
  random: Random;
  files: FileStore;
  private_files: PrivateFiles;
  ports: Ports;
  /** Seals what the database must not know. */
  secrets: Secrets;
  queue: Queue;
  log: Log;
  /**
   * Address of this server for what is read away from the request, as mails: PUBLIC_URL, else the address that it
   * listens on, without a slash at the end. Never what a request says.
   */
  public_url: () => string;
}

/** Who acts: a signed-in user, an API key in the name of the user who made it, or a visitor (see `Entrance`). */
export interface Actor {
  /** A callback is a vendor's, in the name of the user who made the connection with it. */
  kind: 'session' | 'api_key' | 'callback' | 'visitor';
  /** Id of the session, key or connection; 0 of a visitor who has not said who it is. */
  credential_id: number;
  /** Of a key that came in place of others, the first of them. */
  first_key_id?: number;
  /** 0: no user. */
  user_id: number;
  role: ActorRole;
}

/** What a request of nobody in particular has. */
export interface PublicContext {
  db: Database;
  clock: Clock;
  random: Random;
  files: FileStore;
  private_files: PrivateFiles;
  ports: Ports;
  secrets: Secrets;
  queue: Queue;
  log: Log;
  config: Config;
  public_url: Services['public_url'];
  language: Language;
  request_id: string;
  /** The caller's network address. */
  address: string;
  /** Address of this server as the caller sees it, without a slash at the end. */
  base_url: string;
  /** The cookies that a browser sent. */
  cookies?: Record<string, string | undefined>;
  /**
   * Runs what waits its turn somewhere else than at the database; others have the request's place meanwhile.
   * Missing where the work is no request's.
   */
  elsewhere?: (<T>(run: () => Promise<T>) => Promise<T>) | undefined;
  /**
   * The same database without the tenant guard: only for what stands above shops (signing in, making a
   * shop, doctor). Part of the same transaction.
   */
  platform: Kysely<DB>;
  /** Whether a transaction is open. */
  in_transaction: boolean;
  /** Runs in a transaction, which is rolled back if it throws. Joins an open one. */
  transaction<T>(run: (context: this) => Promise<T>): Promise<T>;
  /**
   * Runs when the open transaction is committed, not at all where it fails, and at once where none is open.
   * For what can't be rolled back, as removing a file; a failure is logged and changes nothing.
   */
  afterCommit(run: () => Promise<void>): Promise<void>;
}

/** What a use-case gets: `(context, input)` and nothing else. */
export interface Context extends PublicContext {
  shop: { id: number; time_zone: TimeZone };
  actor: Actor;
  /** Of the shop, where what the request shows changes with it: see `Route.tagged`. */
  version?: ShopVersion | undefined;
  /** Whether the client goes on reading what comes (`Accept: text/event-stream`), and the event that it had last. */
  listens?: boolean;
  last_event_id?: string;
  /** To be stored by the use-case, of a route with `stores_key`. */
  key?: KeyToStore;
}

export type TimeZone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';

export interface Principal {
  shop: Context['shop'];
  actor: Actor;
  /** Origins whose pages may read what the shop is answered, where shops decide. */
  allowed_origins: readonly string[];
  /** When the person behind a session last gave the password; a key has none. */
  password_confirmed_at?: Date;
  /** Of the shop, when the credential was looked up; missing: too much was going on. */
  version?: ShopVersion | undefined;
  /** Whether it has changed something since. */
  has_changed?: boolean;
}

export interface RequestFacts {
  language: Language;
  request_id: string;
  address: string;
  base_url: string;
  elsewhere?: PublicContext['elsewhere'];
  cookies?: Record<string, string | undefined>;
}

/** Builds the context of one request. */
export function publicContext(services: Services, facts: RequestFacts): PublicContext {
  return withTransaction({ ...services, ...facts, platform: services.db.withoutPlugins() });
}

/** @param parts what a visitor's context has besides */
export function shopContext(
  services: Services,
  facts: RequestFacts,
  principal: Pick<Principal, 'shop' | 'actor'>,
  parts: object = {},
): Context {
  return withTransaction({
    ...parts,
    ...services,
    ...facts,
    platform: services.db.withoutPlugins(),
    shop: principal.shop,
    actor: principal.actor,
  });
}

/** What waits for the commit of a transaction. */
type Waiting = (() => Promise<void>)[];

/** @param waiting given where a transaction is open: new ones join it */
function withTransaction<C extends PublicContext>(
  parts: Omit<C, 'transaction' | 'afterCommit' | 'in_transaction'>,
  waiting?: Waiting,
): C {
  const context = parts as C;
  context.in_transaction = waiting !== undefined;
  context.transaction = (run) => (waiting === undefined ? inTransaction(context, run) : run(context));
  context.afterCommit = async (run) => {
    if (waiting === undefined) await runLogged(context, run);
    else waiting.push(run);
  };
  return context;
}

async function inTransaction<C extends PublicContext, T>(
  context: C,
  run: (context: C) => Promise<T>,
): Promise<T> {
  const waiting: Waiting = [];
  const result = await context.db
    .transaction()
    .execute((db) => run(withTransaction<C>({ ...context, db, platform: db.withoutPlugins() }, waiting)));
  for (const later of waiting) await runLogged(context, later);
  return result;
}

/**
 * Call it first in what waits for anything but the database, and in what must outlive a refusal: neither may
 * stand in a transaction, where it would hold a connection, or be rolled back.
 * @throws Error, a fault of ours, where a transaction is open
 */
export function mustBeOutside(context: PublicContext, what: string): void {
  if (context.in_transaction) throw new Error(`${what} stands in a transaction`);
}

async function runLogged(context: PublicContext, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    context.log.error({ request_id: context.request_id, err: error }, 'what follows a commit failed');
  }
}
