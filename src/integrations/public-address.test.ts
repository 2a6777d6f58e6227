import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHttpClient } from './http-client.ts';
import { AddressRefused, isPublicAddress, publicConnector, type Resolve } from './public-address.ts';

test.each([
  ['8.8.8.8', true],
  ['103.10.66.1', true],
  ['2606:4700:4700::1111', true],
  ['::ffff:8.8.8.8', true],
  ['0.0.0.0', false],
  ['127.0.0.1', false],
  ['127.8.8.8', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['168.63.129.16', false],
  ['100.100.100.200', false],
  ['192.0.0.192', false],
  ['192.0.2.1', false],
  ['198.18.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::127.0.0.1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['fe80::1', false],
  ['fec0::1', false],
  ['fd00:ec2::254', false],
  ['ff02::1', false],
  ['64:ff9b::7f00:1', false],
  ['64:ff9b:1::a00:1', false],
  ['2002:7f00:1::', false],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', false],
  ['2001:db8::1', false],
  ['4000::1', false],
  ['localhost', false],
  ['', false],
])('%s is of the public internet: %s', (address, is_public) => {
  expect(isPublicAddress(address)).toBe(is_public);
});

/** A server that must never be reached, on 127.0.0.1, and one of the "public", on 127.0.0.2. */
let inner: Server;
let outer: Server;
let reached: number;
let port: number;

beforeAll(async () => {
  reached = 0;
  inner = createServer((_request, response) => {
    reached += 1;
    response.end('rahasia');
  });
  outer = createServer((request, response) => {
    if (request.url === '/') response.end('halo');
    else response.writeHead(302, { location: decodeURIComponent(request.url?.slice(1) ?? '') }).end();
  });
  await new Promise<void>((done) => inner.listen(0, '127.0.0.1', done));
  ({ port } = inner.address() as AddressInfo);
  await new Promise<void>((done) => outer.listen(port, '127.0.0.2', done));
});
afterAll(() => {
  for (const server of [inner, outer]) {
    server.closeAllConnections();
    server.close();
  }
});

/** Answers of name servers in turn, and how many were asked for. */
function names(...answers: string[][]): { resolve: Resolve; requested: () => number } {
  let requested = 0;
  return {
    requested: () => requested,
    resolve: (_host, _options, done) => {
      const addresses = answers[Math.min(requested, answers.length - 1)] ?? [];
      requested += 1;
      done(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      );
    },
  };
}

/** Here 127.0.0.2 stands for the public internet. */
async function request(url: string, resolve: Resolve, redirect: 'follow' | 'manual' = 'follow') {
  const dispatcher = new Agent({
    connect: publicConnector(1_000, resolve, (address) => address === '127.0.0.2'),
  });
  try {
    const answer = await fetch(url, { dispatcher, redirect });
    return await answer.text();
  } catch (error) {
    return (error as Error).cause;
  } finally {
    await dispatcher.close();
  }
}

describe('a connection', () => {
  test('is made to a public address, by name or written out', async () => {
    expect(await request(`http://toko.example:${port}/`, names(['127.0.0.2']).resolve)).toBe('halo');
    expect(await request(`http://127.0.0.2:${port}/`, names([]).resolve)).toBe('halo');
  });

  test.each([
    ['to an address that is written out', () => `http://127.0.0.1:${port}/`, []],
    ['to a number that is an address', () => `http://2130706433:${port}/`, []],
    ['to an IPv6 address that hides an IPv4 one', () => `http://[::ffff:127.0.0.1]:${port}/`, []],
    ['to a name that leads inside', () => `http://toko.example:${port}/`, ['127.0.0.1']],
    [
      'to a name that leads outside and inside',
      () => `http://toko.example:${port}/`,
      ['127.0.0.2', '127.0.0.1'],
    ],
    ['to a name that leads nowhere', () => `http://toko.example:${port}/`, []],
    [
      'by a redirection',
      () => `http://127.0.0.2:${port}/${encodeURIComponent(`http://127.0.0.1:${port}/`)}`,
      [],
    ],
    [
      'by a redirection to a name',
      () => `http://127.0.0.2:${port}/${encodeURIComponent(`http://dalam.example:${port}/`)}`,
      ['127.0.0.1'],
    ],
  ] as const)('is refused %s', async (_title, url, addresses) => {
    expect(await request(url(), names([...addresses]).resolve)).toBeInstanceOf(AddressRefused);
    expect(reached).toBe(0);
  });

  test('goes to the address that was looked at: a name that changes its answer reaches nothing inside', async () => {
    for (let round = 0; round < 10; round += 1) {
      const rebinding = names(['127.0.0.2'], ['127.0.0.1']);
      expect(await request(`http://toko.example:${port}/`, rebinding.resolve)).toBe('halo');
      expect(rebinding.requested()).toBe(1);
      expect(await request(`http://toko.example:${port}/`, rebinding.resolve)).toBeInstanceOf(AddressRefused);
    }
    expect(reached).toBe(0);
  });
});

describe('a client', () => {
  const open = (addresses_from: 'operator' | 'user') =>
    openHttpClient({
      vendor: 'webhook',
      log: pino({ level: 'silent' }),
      addresses_from,
      timeout_ms: 1_000,
      tries: 3,
      answer_bytes: 1_000,
    });
  const get = (url: string) => ({ method: 'GET' as const, url, title: 'GET' });

  test.each(['127.0.0.1', 'localhost', '[::1]'])(
    'for addresses of users never reaches %s, and does not try again',
    async (host) => {
      const sent = open('user').send(get(`http://${host}:${port}/`));
      await expect(sent).rejects.toBeInstanceOf(AddressRefused);
      expect(reached).toBe(0);
    },
  );

  test('for the operator’s settings reaches this machine', async () => {
    const answer = await open('operator').send(get(`http://127.0.0.2:${port}/`));
    expect(answer.body.toString()).toBe('halo');
  });

  test('follows no redirection, wherever it leads', async () => {
    const answer = await open('operator').send(get(`http://127.0.0.2:${port}/${encodeURIComponent('/')}`));
    expect(answer.status).toBe(302);
  });
});
