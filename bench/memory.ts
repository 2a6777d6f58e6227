import { readdir, readFile } from 'node:fs/promises';

/** In MB. */
export interface Memory {
  server: number;
  database: number;
}

/**
 * What a process and all its children hold, in MB, each page that several share counted once in all (PSS).
 * @returns undefined where the system doesn't tell (only Linux does)
 */
export async function memoryMb(process_id: number): Promise<Memory | undefined> {
  if (process.platform !== 'linux') return undefined;
  const children = await childrenOf();
  const below = (id: number): number[] =>
    (children.get(id) ?? []).flatMap((child) => [child, ...below(child)]);
  const database = await Promise.all(below(process_id).map(pssMb));
  return { server: await pssMb(process_id), database: database.reduce((sum, mb) => sum + mb, 0) };
}

/** Looks again and again until it is ended; gives the most that was held. (To look costs a core some ms.) */
export function watchMemory(process_id: number, every_ms = 100): { end(): Promise<Memory | undefined> } {
  let most: Memory | undefined;
  const stop = new AbortController();
  const watching = (async () => {
    while (!stop.signal.aborted) {
      const now = await memoryMb(process_id);
      if (now !== undefined)
        most = {
          server: Math.max(now.server, most?.server ?? 0),
          database: Math.max(now.database, most?.database ?? 0),
        };
      await new Promise((resolve) => setTimeout(resolve, every_ms));
    }
  })();
  return {
    async end() {
      stop.abort();
      await watching;
      return most;
    },
  };
}

/**
 * Seconds of a core that a process and all its children have taken so far.
 * @returns undefined where the system doesn't tell
 */
export async function cpuSeconds(process_id: number): Promise<Record<keyof Memory, number> | undefined> {
  if (process.platform !== 'linux') return undefined;
  const children = await childrenOf();
  const below = (id: number): number[] =>
    (children.get(id) ?? []).flatMap((child) => [child, ...below(child)]);
  const database = await Promise.all(below(process_id).map(cpuOf));
  return { server: await cpuOf(process_id), database: database.reduce((sum, seconds) => sum + seconds, 0) };
}

/** With that of children which have ended: connections that were opened and closed. */
async function cpuOf(id: number): Promise<number> {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')')).split(' ');
  // utime, stime, cutime and cstime, in hundredths: Linux says so to all programs.
  return [12, 13, 14, 15].reduce((sum, field) => sum + Number(fields[field] ?? 0), 0) / 100;
}

/** What of a process is its own, and what are pages of files that it has mapped (most of Node.js itself). */
export async function residentMb(process_id: number): Promise<{ own: number; of_files: number }> {
  const rollup = await readFile(`/proc/${process_id}/smaps_rollup`, 'utf8').catch(() => '');
  const mb = (name: string) => Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0) / 1024;
  return { own: mb('Anonymous'), of_files: mb('Rss') - mb('Anonymous') };
}

async function childrenOf(): Promise<Map<number, number[]>> {
  const ids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const children = new Map<number, number[]>();
  for (const id of ids) {
    const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]);
    children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  return children;
}

async function pssMb(id: number): Promise<number> {
  const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss: +(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
}
