import { lookup } from 'node:dns';
import { expect, test, vi } from 'vitest';
import { createLog } from '../kernel/log.ts';
import { openHttpClient } from './http-client.ts';

vi.mock('node:dns', async (original) => {
  const dns = await original<typeof import('node:dns')>();
  return { ...dns, lookup: vi.fn(dns.lookup) };
});

test('names that users enter hold none of the threads that passwords are hashed in, however long their servers are silent', async () => {
  const client = openHttpClient({
    vendor: 'test',
    log: createLog('silent'),
    addresses_from: 'user',
    timeout_ms: 8_000,
    tries: 1,
    answer_bytes: 1_000,
  });
  const request = { method: 'GET', url: 'http://toko.invalid/', title: 'GET /' } as const;
  await expect(client.send(request)).rejects.toMatchObject({ reason: 'unreachable', is_unsent: true });
  expect(lookup).not.toHaveBeenCalled();
});
