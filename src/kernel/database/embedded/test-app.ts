/** What the tests share: data folders that go away, and apps of their own process that can be killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './index.ts';
import { endOrphan } from './orphan.ts';

export const NOBODY_UID = 65534;

const folders: string[] = [];
const servers: EmbeddedPostgres[] = [];
const apps: TestApp[] = [];

/** A folder that the server's account can enter, owned by `uid`. */
export async function makeTestFolder(uid = process.getuid?.() ?? 0): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'pg-')));
  folders.push(folder);
  await chmod(folder, 0o755);
  await chown(folder, uid, uid === process.getuid?.() ? (process.getgid?.() ?? 0) : uid);
  return folder;
}

/** Starts a server in this process. */
export async function start(
  data_dir: string,
  options: Partial<EmbeddedPostgresOptions> = {},
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({
    data_dir,
    log: () => {},
    root_base_dir: join(data_dir, 'elsewhere'),
    ...options,
    settings: { fsync: 'off', ...options.settings },
  });
  servers.push(server);
  return server;
}

export type Started = Omit<EmbeddedPostgres, 'stop'>;
export type TestApp = {
  pid: number;
  /** Resolves when its server is ready. Rejects with what startEmbeddedPostgres threw. */
  started: Promise<Started>;
  kill(signal: NodeJS.Signals): Promise<void>;
};

const APP_PROGRAM = `
  const { startEmbeddedPostgres } = await import(process.env.MODULE);
  const tell = (message) => console.log(JSON.stringify(message));
  process.on('SIGINT', () => {});
  try {
    const server = await startEmbeddedPostgres({ ...JSON.parse(process.env.OPTIONS), log: () => {} });
    process.on('SIGTERM', () => server.stop().then(() => process.exit(0)));
    process.on('SIGUSR2', () => process.exit(0));
    tell({ started: server });
  } catch (error) {
    tell({ error: error.message });
    process.exit(1);
  }
`;

/** Starts a server in an app of its own process and process group. */
export function startApp(data_dir: string, uid?: number): TestApp {
  const options = { data_dir, root_base_dir: join(data_dir, 'elsewhere'), settings: { fsync: 'off' } };
  const child = spawn(process.execPath, ['--input-type=module', '-e', APP_PROGRAM], {
    env: { ...process.env, MODULE: import.meta.resolve('./index.ts'), OPTIONS: JSON.stringify(options) },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    cwd: '/',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const exited = once(child, 'exit');
  const started = once(createInterface(child.stdout), 'line').then(([line]) => {
    const { started: server, error } = JSON.parse(String(line)) as { started?: Started; error?: string };
    if (server) return server;
    throw new Error(error);
  });
  started.catch(() => {});
  const app: TestApp = {
    pid: child.pid ?? 0,
    started,
    async kill(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
    },
  };
  apps.push(app);
  return app;
}

/** Ends all that a test started, also what it killed the app of, and removes its folders. */
export async function cleanUp(): Promise<void> {
  await Promise.all(apps.splice(0).map((app) => app.kill('SIGKILL')));
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const folder of folders.splice(0)) {
    const cluster = join(folder, 'postgres', 'data');
    if (existsSync(cluster)) await endOrphan(cluster);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs one statement and returns the values of its first row. */
export async function query(server: Started, sql: string): Promise<unknown[]> {
  const client = await connectToServer(server);
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows[0] ?? [];
  } finally {
    await client.end();
  }
}

export async function connectToServer(server: Started): Promise<pg.Client> {
  const client = new pg.Client(server.connection);
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Waits until a condition holds; throws after 10 s. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited_ms = 0; waited_ms < 10_000; waited_ms += 5) {
    if (await condition()) return;
    await sleep(5);
  }
  throw new Error('It did not come true in 10 s');
}

/** Whether a process runs; one that waits to be collected by its parent does not. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat === null ? process.platform !== 'linux' : !stat.includes(') Z ');
}
