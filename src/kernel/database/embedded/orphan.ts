import { execFile } from 'node:child_process';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { endAtOnce, endServer } from './ending.ts';
import { EmbeddedPostgresError } from './error.ts';

/**
 * The name that every process of the server of this data folder has in its command line (cluster_name of PostgreSQL). It
 * is derived from the identity of the folder, not its path, so it stays the same if the folder is moved.
 */
export async function serverMark(cluster: string): Promise<string> {
  const { dev, ino } = await stat(cluster, { bigint: true });
  return `ngorder-${dev}-${ino}-db`;
}

/**
 * Ends the server that a killed app left running on this data folder, and removes what a killed server left. Call it only
 * with the lock held: then a running server has no app.
 *
 * The server is stopped, not adopted: it may have been started with other settings or another minor version, may be
 * shutting down or recovering, and its log and exit would not reach this process. Stopping and starting it takes about
 * 0.2 s and leaves one state to handle instead of five.
 *
 * It is searched among the running processes, not in postmaster.pid, which may name a process that is another one by now
 * and does not list back ends that outlive a killed postmaster.
 *
 * @returns whether there was one
 * @throws EmbeddedPostgresError if it cannot be ended
 */
export async function endOrphan(cluster: string): Promise<boolean> {
  const mark = await serverMark(cluster);
  const orphans = await processesMarked(mark);
  const postmaster = [...orphans].find(([, command]) => !command.startsWith('postgres:'))?.[0];
  if (postmaster !== undefined) await mustEnd(postmaster, mark, endServer);
  const left = await processesMarked(mark);
  await Promise.all([...left.keys()].map((pid) => mustEnd(pid, mark, endAtOnce)));
  await removeMistakenPidFile(cluster);
  return orphans.size > 0;
}

async function mustEnd(pid: number, mark: string, end: typeof endAtOnce): Promise<void> {
  const isGone = async () => !isMarked((await commandLineOf(pid)) ?? '', mark);
  const ended = await end(pid, isGone).catch(() => false);
  if (ended) return;
  throw new EmbeddedPostgresError(
    `Process ${pid} is a PostgreSQL that an earlier run left on this data folder, and it does not end: ` +
      `end it with "kill -QUIT ${pid}" and start again.`,
  );
}

/**
 * Removes a postmaster.pid whose number belongs to a process that does not use this data: the server would take that
 * process for itself and refuse to start. In all other cases the server decides better than we can.
 */
async function removeMistakenPidFile(cluster: string): Promise<void> {
  const pid_file = join(cluster, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(pid_file, 'utf8').catch(() => ''), 10);
  if (!Number.isInteger(pid)) return;
  const command = await commandLineOf(pid);
  if (command !== null && !(await mayWorkOn(cluster, pid, command))) await rm(pid_file, { force: true });
}

/** Every process of PostgreSQL runs in its data folder. If we cannot see that, we rely on its name. */
async function mayWorkOn(cluster: string, pid: number, command: string): Promise<boolean> {
  const working_dir = await stat(`/proc/${pid}/cwd`).catch(() => null);
  if (working_dir === null) return command.includes('postgres');
  const { dev, ino } = await stat(cluster);
  return working_dir.dev === dev && working_dir.ino === ino;
}

async function processesMarked(mark: string): Promise<Map<number, string>> {
  const all = await commandLines();
  return new Map([...all].filter(([, command]) => isMarked(command, mark)));
}

/** The command line of the postmaster begins with the path of its program, that of its children with "postgres:". */
function isMarked(command: string, mark: string): boolean {
  return command.includes(mark) && (command.startsWith('postgres:') || command.includes('/bin/postgres -D '));
}

/** The command lines of all processes by id. A zombie has none, or only its name. */
async function commandLines(): Promise<Map<number, string>> {
  if (process.platform !== 'linux') return commandLinesFromPs(['-ax']);
  const lines = new Map<number, string>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const line = await commandLineOf(Number(name));
    if (line !== null) lines.set(Number(name), line);
  }
  return lines;
}

/** The command line of a process, or null if it does not exist. */
async function commandLineOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return (await commandLinesFromPs(['-p', String(pid)])).get(pid) ?? null;
  // Readable by every account, unlike the links in /proc, and available without ps.
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return line?.replaceAll('\0', ' ') ?? null;
}

async function commandLinesFromPs(selection: string[]): Promise<Map<number, string>> {
  const ps = promisify(execFile)('ps', [...selection, '-ww', '-o', 'pid=,args='], { maxBuffer: 64_000_000 });
  // ps fails if it selects no process.
  const { stdout } = await ps.catch(() => ({ stdout: '' }));
  const lines = new Map<number, string>();
  for (const [, pid, command] of stdout.matchAll(/^ *(\d+) (.*)$/gm)) lines.set(Number(pid), command ?? '');
  return lines;
}
