import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const INSTALL_LIMIT_MS = 900_000;
const START_LIMIT_MS = 300_000;

/**
 * Brings packages into a folder of their own by npm, as it is set up on this machine. Scripts of packages are not run: none
 * of what is measured needs them.
 * @param packages exact versions by name
 */
export async function installPackages(folder: string, packages: Record<string, string>): Promise<void> {
  const manifest = JSON.stringify({ private: true, dependencies: packages }, null, 2);
  const stamp = join(folder, 'installed.json');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === manifest) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), manifest);
  await promisify(execFile)(
    'npm',
    ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, timeout: INSTALL_LIMIT_MS, maxBuffer: 64 * 1024 * 1024 },
  );
  await writeFile(stamp, manifest);
}

export interface Program {
  process_id: number;
  /** Whether it still runs. */
  isRunning(): boolean;
  output(): string;
  /** Its exit status; null where a signal ended it. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts a program of Node.js, as in production. */
export function startProgram(folder: string, words: string[], environment: Record<string, string>): Program {
  const child = spawn(process.execPath, words, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)));
  const endWithBench = () => void child.kill('SIGKILL');
  process.once('exit', endWithBench);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    process_id: child.pid ?? 0,
    isRunning,
    output: () => output,
    ended: once(child, 'exit').then(([status]) => status as number | null),
    async stop() {
      process.off('exit', endWithBench);
      if (isRunning()) await end(child);
    },
  };
}

/** In good order, or by force. */
async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(force);
}

/**
 * Runs a program to its end.
 * @throws Error with its output where it failed
 */
export async function runProgram(
  folder: string,
  words: string[],
  environment: Record<string, string>,
): Promise<void> {
  const program = startProgram(folder, words, environment);
  const status = await program.ended;
  await program.stop();
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}:\n${program.output()}`);
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Waits until a program answers at an address. */
export async function answering(url: string, program: Program): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && program.isRunning()) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`nothing answers at ${url}:\n${program.output()}`);
}
