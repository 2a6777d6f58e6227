import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from '../test/server-process.ts';
import { cpuSeconds, memoryMb, residentMb } from './memory.ts';

/** Connections that the start has used are closed after half a minute. */
const SETTLED_MS = 40_000;
const WATCHED_S = 60;

/**
 * What a server and its database take that have nothing to do. Memory is as `memoryMb` counts it; where the bench is the
 * only other process of this Node.js, the pages of its binary are shared by two, so that what the server has alone is
 * said too.
 */
export async function measureIdle({ process_id }: ServerProcess): Promise<void> {
  await sleep(10_000);
  await sayMemory('idle for 10 s', process_id);
  await sleep(SETTLED_MS);
  const before = await cpuSeconds(process_id);
  await sleep(WATCHED_S * 1000);
  const after = await cpuSeconds(process_id);
  await sayMemory(`idle for ${10 + SETTLED_MS / 1000 + WATCHED_S} s`, process_id);
  if (before === undefined || after === undefined) return;
  const percent = (part: 'server' | 'database') => ((after[part] - before[part]) / WATCHED_S) * 100;
  console.log(
    `idle, of one core: server ${percent('server').toFixed(2)} %, database ${percent('database').toFixed(2)} %, ` +
      `together ${(percent('server') + percent('database')).toFixed(2)} %`,
  );
}

async function sayMemory(when: string, process_id: number): Promise<void> {
  const held = await memoryMb(process_id);
  if (held === undefined) return;
  const { own, of_files } = await residentMb(process_id);
  console.log(
    `${when}: server ${held.server.toFixed(0)} MB, database ${held.database.toFixed(0)} MB, ` +
      `together ${(held.server + held.database).toFixed(0)} MB ` +
      `(the server alone: ${own.toFixed(0)} MB of its own, ${of_files.toFixed(0)} MB of mapped files)`,
  );
}
