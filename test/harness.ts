import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { inject } from 'vitest';
import { buildApp, fileFolders } from '../src/app.ts';
import { fixedClock, systemClock, type Clock } from '../src/kernel/clock.ts';
import { readConfig } from '../src/kernel/config.ts';
import { shopContext, type Context, type Services, type TimeZone } from '../src/kernel/context.ts';
import { connect, type DatabaseServer } from '../src/kernel/database/connection.ts';
import { placeEvents, readEvents, registerReaders } from '../src/kernel/event-readers.ts';
import { openCourierVendors } from '../src/integrations/courier/index.ts';
import { mutationProviders } from '../src/integrations/mutation/index.ts';
import { openFileStores } from '../src/integrations/files/index.ts';
import { openMessagePorts } from '../src/integrations/message/index.ts';
import { openPushes } from '../src/integrations/push/index.ts';
import { openGateways } from '../src/integrations/gateway/index.ts';
import { openWebhooks } from '../src/integrations/webhook/index.ts';
import type { Job } from '../src/kernel/jobs/job.ts';
import type { Queue, QueueName, Reference, Workers } from '../src/kernel/jobs/queue.ts';
import { jobWorker } from '../src/kernel/jobs/run-job.ts';
import { createLog } from '../src/kernel/log.ts';
import { mailWorker } from '../src/kernel/mail/index.ts';
import { systemRandom, type Random } from '../src/kernel/random.ts';
import { openSecrets } from '../src/kernel/sealed/index.ts';
import { eventReaders, modules, moduleWorkers } from '../src/modules.ts';
import { SandboxAccount } from '../src/modules/sandbox/index.ts';
import { createAuthenticator } from '../src/modules/accounts/index.ts';
import { eventMisfits } from './event-payloads.ts';
import { NO_VENDORS } from './no-vendors.ts';
import { TEMPLATE } from './postgres.ts';
import { textDifferences } from './search-texts.ts';
import { watchStatement } from './statements/watch.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

export interface Answered {
  status: number;
  headers: Record<string, unknown>;
  body: any;
  text: string;
}

type Call = (
  method: string,
  path: string,
  input?: object,
  headers?: Record<string, string>,
) => Promise<Answered>;

export interface TestShop {
  shop_id: number;
  subdomain: string;
  user_id: number;
  email: string;
  password: string;
  /** A session token of the owner. */
  token: string;
  /** Sends a request as the owner; GET parameters go to the query string, others to a JSON body. */
  call: Call;
  /** A context of the owner, to call use-cases without HTTP. */
  context(): Context;
}

export interface TestApp {
  app: FastifyInstance;
  services: Services;
  database: DatabaseServer;
  call: Call;
  /** Opens a shop of its own for a test. */
  openShop(): Promise<TestShop>;
  /** Where its database is. */
  connection: { host: string; port: number; user: string; database: string };
  /** Gives, here and now, all that has happened to those who read it. */
  readEvents(): Promise<void>;
  /** Does, here and now, all that was queued: jobs, mail, and what they queue in turn. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  clock?: Clock;
  environment?: Record<string, string>;
  pool_size?: number;
  /** Hears every statement before it is sent; what it throws, the statement fails with. */
  onStatement?: (text: string) => void;
  random?: Random;
  /** Name of a database to begin with, to which nobody is connected, in place of an empty one. */
  template?: string;
  /** Kinds of long work that are known, in place of the product's own. */
  jobs?: Job[];
  /** Zone of the shops, for tests that expect moments as they are written in one: else that of `shop-zone.ts`. */
  zone?: TimeZone;
}

/** A database of its own on the tests' server, copied from the migrated template or another one. */
export async function createTestDatabase(template = TEMPLATE): Promise<{
  connection: { host: string; port: number; user: string; database: string };
  drop: () => Promise<void>;
}> {
  const { superuser, ...server } = inject('postgres');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = async (text: string) => {
    const client = new pg.Client({ ...server, user: superuser, database: 'postgres' });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  await admin(`create database ${database} template ${template} strategy file_copy owner ${server.user}`);
  return {
    connection: { ...server, database },
    drop: () => admin(`drop database if exists ${database} with (force)`),
  };
}

/** The whole product on a database and folder of its own, answering without a socket. Close it in afterAll. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { connection, drop } = await createTestDatabase(options.template);
  const data_dir = await mkdtemp(join(tmpdir(), 'ngorder-files-'));
  const database = connect({
    connection,
    pool_size: options.pool_size ?? 8,
    onStatement(text) {
      watchStatement(text);
      options.onStatement?.(text);
    },
  });
  if (options.zone !== undefined)
    await database.pool.query(`alter table shops alter column time_zone set default '${options.zone}'`);
  const config = readConfig({
    DATA_DIR: data_dir,
    LOG_LEVEL: 'silent',
    RATE_LIMIT_PER_MINUTE: '0',
    ...NO_VENDORS,
    ...options.environment,
  });
  const queue = queueInMemory();
  const log = createLog(config.LOG_LEVEL);
  const own = {
    config,
    public_url: () => config.PUBLIC_URL ?? 'http://ngorder.test',
    db: database.db,
    clock: options.clock ?? systemClock,
    random: options.random ?? systemRandom,
    secrets: await openSecrets(config),
    log,
  };
  const services: Services = {
    ...own,
    ...openFileStores(config, fileFolders(config), log),
    ports: {
      openCourierVendor: openCourierVendors(config, log),
      mutationProviders,
      gateways: openGateways(config, own, { sandbox: new SandboxAccount(own) }),
      ...openMessagePorts(config, log),
      webhooks: openWebhooks(config),
      pushes: openPushes(config, own),
    },
    queue: queue.port,
  };
  const app = await buildApp(services, () => Promise.resolve(true));
  await app.ready();
  const call = caller(app);
  return {
    app,
    services,
    database,
    call,
    openShop: () => openShop(services, call),
    connection,
    readEvents: () => readAll(services),
    runJobs: () =>
      queue.work({
        'shop-job': jobWorker(services, options.jobs ?? modules.flatMap((module) => module.jobs ?? [])),
        mail: mailWorker(services, undefined),
        ...moduleWorkers(services),
      }),
    async close() {
      await app.close();
      // Where the database is out of reach by now, the test was of that.
      const misfits = await eventMisfits(database.pool).catch(() => []);
      const forgotten = await textDifferences(database).catch(() => []);
      await database.close();
      await drop();
      await rm(data_dir, { recursive: true, force: true });
      if (misfits.length > 0) throw new Error(`events that are not as declared:\n${misfits.join('\n')}`);
      if (forgotten.length > 0) throw new Error(`texts that were not stored:\n${forgotten.join('\n')}`);
    },
  };
}

async function readAll(services: Services): Promise<void> {
  await registerReaders(services.db.withoutPlugins(), eventReaders);
  while ((await placeEvents(services.db.withoutPlugins())) > 0);
  for (const reader of eventReaders) while (await readEvents(services, reader));
}

/** What is queued waits until a test wants it done; the real queue has tests of its own. */
function queueInMemory() {
  const waiting: [QueueName, Reference][] = [];
  const port: Queue = {
    send: async (_db, name, reference) => void waiting.push([name, reference]),
    wake: async () => undefined,
  };
  return {
    port,
    async work(workers: Workers) {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        await workers[next[0]]?.run(next[1], new AbortController().signal);
    },
  };
}

function caller(app: FastifyInstance): Call {
  return async (method, path, input, headers = {}) => {
    const get = method === 'GET' && input !== undefined;
    const answer = await app.inject({
      method: method as 'GET',
      url: get ? `${path}?${new URLSearchParams(input as Record<string, string>).toString()}` : path,
      headers: { host: 'ngorder.test', ...headers },
      ...(!get && input !== undefined && { payload: input }),
    });
    const text = answer.body;
    const json = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: json ? JSON.parse(text) : undefined,
      text,
    };
  };
}

let shops = 0;

async function openShop(services: Services, call: Call): Promise<TestShop> {
  shops += 1;
  const email = `juragan${shops}-${randomUUID().slice(0, 8)}@example.com`;
  const password = 'rahasia-sekali';
  const subdomain = email.split('@')[0] ?? '';
  const registered = await call('POST', '/api/account/register', {
    shop_name: `Toko ${shops}`,
    subdomain,
    full_name: 'Juragan',
    email,
    phone_number: '081234567890',
    password,
  });
  if (registered.status !== 201) throw new Error(`no test shop: ${registered.text}`);
  const login = await call('POST', '/api/account/login', { email, password });
  if (login.status !== 200) throw new Error(`no login: ${login.text}`);
  const token = login.body.data.token as string;
  const { shop_id, user_id } = registered.body.data;
  const principal = await createAuthenticator(services).authenticate(token);
  if (principal === undefined) throw new Error('the token of a fresh login is not known');
  return {
    shop_id,
    subdomain,
    user_id,
    email,
    password,
    token,
    call: (method, path, input, headers) =>
      call(method, path, input, { authorization: `Bearer ${token}`, ...headers }),
    context: () =>
      shopContext(
        services,
        { language: 'en', request_id: 'test', address: '127.0.0.1', base_url: 'http://ngorder.test' },
        principal,
      ),
  };
}

export { fixedClock };
