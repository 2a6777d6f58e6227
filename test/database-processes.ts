import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The id of the process that leads the embedded database of a data folder. */
export async function postmasterOf(data_dir: string): Promise<number> {
  return Number((await readFile(join(data_dir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** The ids of a process and all that it started; on Linux. */
export async function processTree(pid: number): Promise<number[]> {
  const children = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
        return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) === pid ? [Number(name)] : [];
      }),
  );
  return [pid, ...children.flat()];
}
