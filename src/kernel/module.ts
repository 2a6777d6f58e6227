import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { PublicContext, Services } from './context.ts';
import type { ConnectionOptions, Database } from './database/connection.ts';
import type { DatabaseFunction } from './database/shop-function.ts';
import type { EventReader } from './event-readers.ts';
import type { EventTable } from './events.ts';
import type { Route } from './http/route.ts';
import type { Job } from './jobs/job.ts';
import type { ScheduledJob, Workers } from './jobs/queue.ts';
import type { Retention } from './jobs/sweep.ts';
import type { PermissionTable } from './permissions.ts';
import type { SealedColumn } from './sealed/index.ts';

/** Maximum of differences that a check reports: a sound installation has none, and many have one cause. */
export const MOST_DIFFERENCES = 1_000;

/** Derived data that `npm run doctor` recomputes from its rows. */
export interface Check {
  /** What is true in a sound installation, for example `stock levels are the sums of the ledger`. */
  title: string;
  /**
   * @param db without the tenant guard, because it reads all shops, in one read-only snapshot
   * @returns the first `MOST_DIFFERENCES` differences
   */
  find: (db: Database) => Promise<unknown[]>;
}

/**
 * What a module contributes to the product. src/modules.ts lists all modules. A feature is the folder of its module: to
 * add one, write the folder and add a line there; to remove one, remove both. Its error codes are added to the error
 * table by `defineErrors`.
 */
export interface Module {
  /** The name of its folder. */
  name: string;
  /** The tables that only this module writes. */
  tables?: readonly string[];
  /** Columns of these tables that are encrypted; key rotation encrypts them again. */
  sealed?: readonly SealedColumn[];
  /** What it does within the database, created there when the product starts. */
  functions?: readonly DatabaseFunction[];
  /** Its events, which docs/events.md lists. */
  events?: EventTable;
  /** Its readers of events, of this or other modules. */
  readers?: readonly EventReader[];
  permissions?: PermissionTable;
  /** Its limits, which docs/limits.md lists. */
  limits?: Readonly<Record<string, number>>;
  routes?: readonly Route[];
  jobs?: readonly Job[];
  /** What does the work of queues of its own. */
  workers?: (services: Services) => Workers;
  /** Scheduled work. */
  schedules?: (services: Services) => ScheduledJob[];
  /** How long its rows are stored. */
  retention?: readonly Retention[];
  checks?: readonly Check[];
  /** Creates what every new shop has, in the transaction that registers it. */
  openShop?: (context: PublicContext, shop_id: number) => Promise<void>;
  /** Loads data that is part of the product into a migrated database. */
  loadData?: (client: pg.ClientBase) => Promise<void>;
  /** Serves routes that are not part of the API, such as pictures. */
  serve?: (app: FastifyInstance, services: Services) => void;
  /** Listens for notifications while the process runs. */
  listen?: (
    services: Services,
    connection: ConnectionOptions['connection'],
  ) => { close(): Promise<void> | void };
}
