import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { waitUntilReady } from './ready.ts';
import { cleanUp, makeTestFolder } from './test-app.ts';

let fake_server: Server | undefined;
afterEach(async () => {
  fake_server?.close();
  await cleanUp();
});

/** A server that answers every connection with this error, as PostgreSQL does while it recovers. */
async function refuse(folder: string, sql_state: string, message: string): Promise<void> {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${sql_state}\0M${message}\0\0`);
  const header = Buffer.from([0x45, 0, 0, 0, fields.length + 4]);
  fake_server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(Buffer.concat([header, fields])));
  });
  await once(fake_server.listen(join(folder, '.s.PGSQL.5432')), 'listening');
}

function wait(folder: string, end_reason: string | null, log: string[] = []): Promise<void> {
  return waitUntilReady(
    { host: folder, port: 5432, user: 'ngorder', database: 'ngorder' },
    {
      log: (line) => void log.push(line),
      endReason: () => end_reason,
      answer_limit_ms: 100,
      recovery_limit_ms: 1_500,
    },
  );
}

test('a server that recovers gets far longer than one that does not answer, and the operator is told', async () => {
  const folder = await makeTestFolder();
  await refuse(folder, '57P03', 'the database system is starting up');
  const log: string[] = [];
  const began_ms = performance.now();
  await expect(wait(folder, null, log)).rejects.toThrow('(the database system is starting up)');
  expect(performance.now() - began_ms).toBeGreaterThan(1_500);
  expect(log).toEqual([expect.stringContaining('recovering')]);
});

test('a server that does not answer is given up after the limit', async () => {
  const folder = await makeTestFolder();
  await expect(wait(folder, null)).rejects.toThrow('PostgreSQL was not ready after');
});

test('a server that has ended is not waited for', async () => {
  const folder = await makeTestFolder();
  await expect(wait(folder, 'disk full')).rejects.toThrow('PostgreSQL did not start (disk full)');
});
