import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess, type ServerProcess } from '../test/server-process.ts';

/**
 * The most that one turn of a server's event loop worked since this was asked last, in milliseconds of the processor: what
 * else the machine does is none of it.
 */
export type LongestHold = () => Promise<number>;

/** Starts a server of its own whose event loop is watched, and stops it after the run. */
export async function onHeldServer(
  run: (server: ServerProcess, longestHold: LongestHold) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ngorder-hold-'));
  const file = join(folder, 'hold');
  const server = await startServerProcess({
    NODE_OPTIONS: `--import=${new URL('loop-hold.ts', import.meta.url).href}`,
    LOOP_HOLD_FILE: file,
  });
  try {
    await run(server, async () => {
      await rm(file, { force: true });
      process.kill(server.process_id, 'SIGUSR2');
      for (;;) {
        const text = await readFile(file, 'utf8').catch(() => '');
        if (text !== '') return Number(text);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
