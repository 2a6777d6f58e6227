import { afterEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { clientAddress, networkOf } from './client-address.ts';

let test_app: TestApp | undefined;
afterEach(async () => {
  await test_app?.close();
  test_app = undefined;
});

/** How many requests of nobody were answered before one was refused, of a caller that names another address each time. */
async function answeredUntilRefused(
  trust: string,
  { from = '192.0.2.9', forwarded }: { from?: string; forwarded: (count: number) => string },
): Promise<number> {
  test_app = await startTestApp({ environment: { RATE_LIMIT_PER_MINUTE: '5', TRUST_PROXY: trust } });
  for (let count = 0; count < 20; count += 1) {
    const { statusCode } = await test_app.app.inject({
      url: '/api/account/me',
      remoteAddress: from,
      headers: { 'x-forwarded-for': forwarded(count) },
    });
    if (statusCode === 429) return count;
  }
  return 20;
}

describe('whatever addresses a client makes up, it shares the limit of its own:', () => {
  test.each([
    ['no proxy', 'false', { forwarded: (count: number) => `198.51.100.${count}` }],
    ['one proxy', 'true', { forwarded: (count: number) => `198.51.100.${count}, 203.0.113.5` }],
    [
      'one proxy, and more that the client made up',
      '1',
      { forwarded: (count: number) => `198.51.100.${count}, 198.51.101.${count}, 203.0.113.5` },
    ],
    ['two proxies', '2', { forwarded: (count: number) => `198.51.100.${count}, 203.0.113.5, 10.0.0.1` }],
    [
      'proxies of a network',
      '10.0.0.0/8',
      { from: '10.0.0.2', forwarded: (count: number) => `198.51.100.${count}, 203.0.113.5, 10.0.0.1` },
    ],
    ['a caller beside the proxies', '10.0.0.0/8', { forwarded: (count: number) => `198.51.100.${count}` }],
    ['a proxy that names ports', 'true', { forwarded: (count: number) => `203.0.113.5:${40_000 + count}` }],
    ['a proxy that names no address', 'true', { forwarded: (count: number) => `unknown${count}` }],
    ['one home with many addresses', 'true', { forwarded: (count: number) => `2001:db8:1:2::${count}` }],
  ])('%s', async (_title, trust, caller) => {
    expect(await answeredUntilRefused(trust, caller)).toBe(5);
  });
});

test('callers behind a proxy have a limit each', async () => {
  expect(await answeredUntilRefused('true', { forwarded: (count) => `203.0.113.${count}` })).toBe(20);
});

test.each([
  ['203.0.113.5', '203.0.113.5'],
  ['203.0.113.5:443', '203.0.113.5'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['2001:DB8:0::1', '2001:db8::1'],
  ['::ffff:203.0.113.5', '203.0.113.5'],
  ['unknown', '192.0.2.1'],
  ['1.2.3.4\u0000', '192.0.2.1'],
  ['', '192.0.2.1'],
])('an address that is told as %j is kept as %s', (reported, accepted) => {
  const socket = { remoteAddress: '192.0.2.1' } as never;
  expect(clientAddress({ ip: reported, socket })).toBe(accepted);
});

test('callers are told apart by IPv4 address, and by the /64 of an IPv6 one', () => {
  expect(networkOf('203.0.113.5')).toBe('203.0.113.5');
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'));
  expect(networkOf('2001:db8:1:3::9')).not.toBe(networkOf('2001:db8:1:2::9'));
  expect(networkOf('')).toBe('');
});
