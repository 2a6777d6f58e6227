import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { PublicContext, Services } from './context.ts';
import type { ConnectionOptions, Database } from './database/connection.ts';
import type { DatabaseFunction } from './database/shop-function.ts';
import type { EventReader } from './event-readers.ts';
import type { EventTable } from './events.ts';
import type { Route } from './http/route.ts';
import type { Job } from './jobs/job.ts';
import type { ScheduledJob } from './jobs/queue.ts';
import type { Retention } from './jobs/sweep.ts';
import type { PermissionTable } from './permissions.ts';
import type { SealedColumn } from './sealed/index.ts';

/** Differences that a check reports at most: a sound installation has none, and many have one cause. */
export const MOST_DIFFERENCES = 1_000;

/** Something kept beside the rows that it follows from, which `npm run doctor` recomputes. */
export interface Check {
  /** What holds in a sound installation, as `stock levels are the sums of the ledger`. */
  title: string;
  /**
   * @param db unguarded, as it looks at all shops, and in one snapshot; only read
   * @returns what does not agree, the first `MOST_DIFFERENCES` of it
   */
  find: (db: Database) => Promise<unknown[]>;
}

/**
 * What a module gives the product; src/modules.ts lists them all. A module's folder is then all that a feature is: to add
 * one, write the folder and its line there; to remove one, remove both. Its error codes join the error table where
 * `defineErrors` makes them.
 */
export interface Module {
  /** Its folder's name. */
  name: string;
  /** The tables that only this module writes. */
  tables?: readonly string[];
  /** Of these tables, what the database must not know: a new key seals it anew. */
  sealed?: readonly SealedColumn[];
  /** What it does within the database, created there when the product starts. */
  functions?: readonly DatabaseFunction[];
  /** What happens to its rows, as docs/events.md lists it. */
  events?: EventTable;
  /** What it does whenever something happens, its own or another module's. */
  readers?: readonly EventReader[];
  permissions?: PermissionTable;
  /** What the documentation's page of limits shows of it. */
  limits?: Readonly<Record<string, number>>;
  routes?: readonly Route[];
  jobs?: readonly Job[];
  /** Work by the clock. */
  schedules?: (services: Services) => ScheduledJob[];
  /** How long its rows serve. */
  retention?: readonly Retention[];
  checks?: readonly Check[];
  /** Makes what a shop has from its first moment, in the transaction that opens it. */
  openShop?: (context: PublicContext, shop_id: number) => Promise<void>;
  /** Loads what comes with the product into a database that is migrated. */
  loadData?: (client: pg.ClientBase) => Promise<void>;
  /** Serves what is not part of the API, as pictures. */
  serve?: (app: FastifyInstance) => void;
  /** Listens as long as the process serves. */
  listen?: (
    services: Services,
    connection: ConnectionOptions['connection'],
  ) => { close(): Promise<void> | void };
}
