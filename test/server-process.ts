import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clockEnvironment } from '../src/kernel/database/embedded/settings.ts';
import { NO_VENDORS } from './no-vendors.ts';

export const PROJECT = fileURLToPath(new URL('../', import.meta.url));

/** A server as an operator starts it: a process of its own on an empty data folder and a free port. */
export interface ServerProcess {
  base_url: string;
  data_dir: string;
  process_id: number;
  /** Runs a command of the project on the same data folder; gives what it printed. */
  command(words: string[]): Promise<string>;
  /** Ends the server in good order and removes a data folder that it was not given. */
  stop(): Promise<void>;
}

/**
 * Starts the product as `npm start` does, and waits until it listens.
 * @param environment settings; with DATA_DIR that folder is used, and stays
 */
export async function startServerProcess(environment: Record<string, string> = {}): Promise<ServerProcess> {
  const data_dir = environment['DATA_DIR'] ?? (await makeDataDir());
  const settings = {
    DATA_DIR: data_dir,
    PORT: '0',
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
    ...NO_VENDORS,
    ...environment,
  };
  const server = run(await startWords(), settings);
  const remove = async () => {
    if (environment['DATA_DIR'] === undefined) await rm(data_dir, { recursive: true, force: true });
  };
  try {
    return {
      base_url: await listening(server.child, server.output),
      data_dir,
      process_id: server.child.pid ?? 0,
      async command(words) {
        const { child, output } = run(words, settings);
        const [status] = (await once(child, 'exit')) as [number | null];
        if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}:\n${output()}`);
        return output();
      },
      async stop() {
        const died = server.child.exitCode !== null;
        const ended = died ? undefined : once(server.child, 'exit');
        server.child.kill('SIGTERM');
        await ended;
        await remove();
        if (died) throw new Error(`the server ended by itself:\n${server.output()}`);
      },
    };
  } catch (error) {
    server.child.kill('SIGKILL');
    await remove();
    throw error;
  }
}

/** An empty data folder. Where root starts the server, the database runs as another user, who must get in. */
export async function makeDataDir(): Promise<string> {
  const data_dir = await mkdtemp(join(tmpdir(), 'ngorder-server-'));
  await chmod(data_dir, 0o755);
  return data_dir;
}

/** What `npm start` gives to Node.js. */
async function startWords(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').slice(1);
}

function run(
  words: string[],
  settings: Record<string, string>,
): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, words, {
    cwd: PROJECT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ...clockEnvironment(process.env),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

async function listening(child: ChildProcess, output: () => string): Promise<string> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const address = /Listening +(http:\S+)/.exec(output())?.[1];
    if (address !== undefined) return address;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server does not listen:\n${output()}`);
}
