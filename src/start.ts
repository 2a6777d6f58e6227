import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { buildApp, fileFolders } from './app.ts';
import { openMailer } from './integrations/mail/index.ts';
import { systemClock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import type { Services } from './kernel/context.ts';
import { connect, type ConnectionOptions, type DatabaseServer } from './kernel/database/connection.ts';
import {
  reachEmbeddedPostgres,
  startEmbeddedPostgres,
  type ReachedPostgres,
} from './kernel/database/embedded/index.ts';
import { watchDatabase } from './kernel/database/heartbeat.ts';
import { migrate } from './kernel/database/migrations.ts';
import { installFunctions } from './kernel/database/shop-function.ts';
import { openCourierVendors } from './integrations/courier/index.ts';
import { mutationProviders } from './integrations/mutation/index.ts';
import { openFileStores } from './integrations/files/index.ts';
import { openMessagePorts } from './integrations/message/index.ts';
import { openPushes } from './integrations/push/index.ts';
import { openGateways } from './integrations/gateway/index.ts';
import { openWebhooks } from './integrations/webhook/index.ts';
import { openQueue, type QueueServer } from './kernel/jobs/queue.ts';
import { jobWorker } from './kernel/jobs/run-job.ts';
import { sweep } from './kernel/jobs/sweep.ts';
import { createLog } from './kernel/log.ts';
import { mailWorker } from './kernel/mail/index.ts';
import type { Mailer } from './kernel/mail/port.ts';
import { systemRandom } from './kernel/random.ts';
import { runReaders, type RunningReaders } from './kernel/run-readers.ts';
import { openSecrets } from './kernel/sealed/index.ts';
import { databaseFunctions, eventReaders, modules, moduleWorkers } from './modules.ts';
import { SandboxAccount } from './modules/sandbox/index.ts';

/** How long couriers' vendors are waited for when the process ends: as long as for rates. One that hangs would hold it for minutes. */
const VENDORS_MS = 3_000;
const IDLE_LOOK_MS = 200;

/** A process with its database and services, without HTTP: shared by the server and the command line. */
export interface Runtime {
  services: Services;
  queue: QueueServer;
  database: DatabaseServer;
  connection: ConnectionOptions['connection'];
  embedded: ReachedPostgres | undefined;
  migrations_applied: string[];
  /** Says where the server listens, once it does. */
  listensAt(address: string): void;
  /** Waits for couriers' vendors no longer, and asks them nothing more: what they were to do is done by another process. */
  leaveVendors(): void;
  stop(): Promise<void>;
}

export interface RuntimeOptions {
  /** Reports progress to the operator, line by line. */
  say: (line: string) => void;
  /** A command may join the database of a server that runs; a server must have the data folder to itself. */
  join_running?: boolean;
  /** See `ConnectionOptions`. */
  commits_may_be_lost?: boolean;
  /** Called when the embedded database ended and could not be started again: the process can do nothing more. */
  onDatabaseLost?: () => void;
}

/** Starts or reaches the database, migrates it and loads the reference data. */
export async function startRuntime(config: Config, options: RuntimeOptions): Promise<Runtime> {
  const log = createLog(config.LOG_LEVEL);
  const open = options.join_running === true ? reachEmbeddedPostgres : startEmbeddedPostgres;
  const embedded =
    config.DATABASE_URL === undefined
      ? await open({
          data_dir: resolve(config.DATA_DIR),
          log: options.say,
          onLost: () => options.onDatabaseLost?.(),
        })
      : undefined;
  const secrets = await openSecrets(config).catch(async (error: unknown) => {
    await embedded?.stop();
    throw error;
  });
  const connection = embedded?.connection ?? { connectionString: config.DATABASE_URL ?? '' };
  const { commits_may_be_lost = false } = options;
  const database = connect({ connection, pool_size: config.DATABASE_POOL_SIZE, commits_may_be_lost });
  const queue = openQueue(database.pool, log);
  const stopping = new AbortController();
  let listening = config.HOST.includes(':')
    ? `http://[${config.HOST}]:${config.PORT}`
    : `http://${config.HOST}:${config.PORT}`;
  const own = {
    config,
    public_url: () => config.PUBLIC_URL ?? listening,
    db: database.db,
    clock: systemClock,
    random: systemRandom,
    secrets,
    log,
  };
  const patience = { stopping: stopping.signal };
  const files = openFileStores(config, fileFolders(config), log);
  const services: Services = { ...own, ...files, ports: openPorts(own, patience), queue };
  const stop = async () => {
    await database.close();
    await embedded?.stop();
  };
  try {
    const migrations_applied = await migrate(database.pool);
    await installFunctions(database.pool, databaseFunctions);
    await loadData(database.pool);
    const listensAt = (address: string) => void (listening = address);
    const leaveVendors = () => stopping.abort();
    return {
      services,
      queue,
      database,
      connection,
      embedded,
      migrations_applied,
      listensAt,
      leaveVendors,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Chooses the vendors by the settings. */
function openPorts(
  own: Pick<Services, 'config' | 'db' | 'clock' | 'random' | 'secrets' | 'log' | 'public_url'>,
  patience: { stopping: AbortSignal },
): Services['ports'] {
  const { config, log } = own;
  return {
    openCourierVendor: openCourierVendors(config, log, patience),
    mutationProviders,
    gateways: openGateways(config, own, { sandbox: new SandboxAccount(own), ...patience }),
    ...openMessagePorts(config, log),
    webhooks: openWebhooks(config),
    pushes: openPushes(config, own, patience),
  };
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
export async function startServer(config: Config, options: RuntimeOptions): Promise<RunningServer> {
  const runtime = await startRuntime(config, options);
  const mailer = openMailer(config);
  const heartbeat = watchDatabase(runtime.connection);
  const listeners = modules.map(({ listen }) => listen?.(runtime.services, runtime.connection));
  let readers: RunningReaders | undefined;
  let stopping = false;
  const end = async () => {
    heartbeat.stop();
    await readers?.stop();
    await runtime.queue.stop();
    mailer?.close();
    for (const listener of listeners) await listener?.close();
    await runtime.stop();
  };
  try {
    const ready = () => Promise.resolve(!stopping && heartbeat.answers());
    const app = await buildApp(runtime.services, ready, heartbeat);
    await startQueue(runtime, mailer);
    readers = await runReaders(runtime.services, eventReaders);
    const address = await app.listen({ host: config.HOST, port: config.PORT });
    runtime.listensAt(address);
    if (config.DATABASE_URL !== undefined && config.SECRET_KEY === undefined)
      options.say(
        'SECRET_KEY is not set: secrets are sealed with DATA_DIR/secret-keys, which other processes need too',
      );
    if (config.GATEWAY === 'sandbox')
      options.say('GATEWAY is sandbox: no money moves; npm run gateway -- sandbox says where its desk is');
    if (config.SMTP_URL !== undefined && config.PUBLIC_URL === undefined)
      options.say(`PUBLIC_URL is not set: links in mails lead to ${address}`);
    const stop = async () => {
      stopping = true;
      setTimeout(() => runtime.leaveVendors(), VENDORS_MS).unref();
      // A connection whose request is answered meanwhile would stay open for `limits.idle_connection_ms`.
      const idle = setInterval(() => app.server.closeIdleConnections(), IDLE_LOOK_MS);
      await app.close().finally(() => clearInterval(idle));
      await end();
    };
    return { app, runtime, address, stop };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Loads what comes with the product. */
async function loadData(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    for (const module of modules) await module.loadData?.(client);
  } finally {
    client.release();
  }
}

async function startQueue({ services, queue }: Runtime, mailer: Mailer | undefined): Promise<void> {
  const jobs = modules.flatMap((module) => module.jobs ?? []);
  const retentions = modules.flatMap((module) => module.retention ?? []);
  const workers = {
    'shop-job': jobWorker(services, jobs),
    mail: mailWorker(services, mailer),
    ...moduleWorkers(services),
  };
  await queue.start(workers, [
    sweep(services, retentions),
    ...modules.flatMap(({ schedules }) => schedules?.(services) ?? []),
  ]);
}
