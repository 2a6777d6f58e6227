import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp, filesFolder } from './app.ts';
import { systemClock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import type { Services } from './kernel/context.ts';
import { connect, type DatabaseServer } from './kernel/database/connection.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './kernel/database/embedded/index.ts';
import { migrate } from './kernel/database/migrations.ts';
import { openFileStore } from './kernel/files/index.ts';
import { startJobs, type Jobs } from './kernel/jobs/jobs.ts';
import { sweep } from './kernel/jobs/sweep.ts';
import { createLog } from './kernel/log.ts';
import { systemRandom } from './kernel/random.ts';
import { loadDefaultRegions } from './modules/reference/index.ts';

/** A process with its database and services, without HTTP: what the server and the command line share. */
export interface Runtime {
  services: Services;
  database: DatabaseServer;
  embedded: EmbeddedPostgres | undefined;
  migrations_applied: string[];
  stop(): Promise<void>;
}

/**
 * Starts or reaches the database, migrates it and loads the reference data.
 * @param say tells the operator what happens, a line at a time
 */
export async function startRuntime(config: Config, say: (line: string) => void): Promise<Runtime> {
  const log = createLog(config.LOG_LEVEL);
  let stopping = false;
  const embedded =
    config.DATABASE_URL === undefined
      ? await startEmbeddedPostgres({
          data_dir: resolve(config.DATA_DIR),
          log: say,
          onExit: () => {
            if (!stopping) log.fatal('the embedded PostgreSQL ended by itself: requests are refused until a restart');
          },
        })
      : undefined;
  const database = connect({
    connection: embedded?.connection ?? { connectionString: config.DATABASE_URL ?? '' },
    pool_size: config.DATABASE_POOL_SIZE,
  });
  const services: Services = {
    config,
    db: database.db,
    clock: systemClock,
    random: systemRandom,
    files: openFileStore(config, filesFolder({ config }), log),
    log,
  };
  const stop = async () => {
    stopping = true;
    await database.close();
    await embedded?.stop();
  };
  try {
    const migrations_applied = await migrate(database.pool);
    const client = await database.pool.connect();
    await loadDefaultRegions(client).finally(() => client.release());
    return { services, database, embedded, migrations_applied, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export interface RunningServer {
  app: FastifyInstance;
  runtime: Runtime;
  /** Address it listens on, as http://127.0.0.1:3000 */
  address: string;
  /** Stops accepting, finishes requests in flight, ends jobs, closes the database. */
  stop(): Promise<void>;
}

/** Starts everything and listens. */
export async function startServer(config: Config, say: (line: string) => void): Promise<RunningServer> {
  const runtime = await startRuntime(config, say);
  let jobs: Jobs | undefined;
  let stopping = false;
  try {
    const ready = async () => !stopping && (await databaseAnswers(runtime.database));
    const app = await buildApp(runtime.services, ready);
    jobs = await startJobs(runtime.database.pool, runtime.services.log, [sweep(runtime.services)]);
    const address = await app.listen({ host: config.HOST, port: config.PORT });
    const stop = async () => {
      stopping = true;
      await app.close();
      await jobs?.stop();
      await runtime.stop();
    };
    return { app, runtime, address, stop };
  } catch (error) {
    await jobs?.stop();
    await runtime.stop();
    throw error;
  }
}

async function databaseAnswers(database: DatabaseServer): Promise<boolean> {
  try {
    await database.pool.query('select 1');
    return true;
  } catch {
    return false;
  }
}
