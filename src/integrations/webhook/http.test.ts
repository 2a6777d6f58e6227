import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Resolve } from '../public-address.ts';
import { httpWebhooks, type HttpWebhooksOptions } from './http.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that does with a connection whatever it likes, once something was said. */
async function listen(answer: (socket: Socket) => void): Promise<{ port: number; taken: () => number }> {
  let taken = 0;
  const server = createServer((socket) => {
    taken += 1;
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { port: (server.address() as AddressInfo).port, taken: () => taken };
}

const send = (url: string, options: Partial<HttpWebhooksOptions> = {}) =>
  httpWebhooks({ networks: ['127.0.0.1'], timeout_ms: 500, ...options }).send({
    url,
    headers: { 'content-type': 'application/json' },
    body: '{}',
    signal: new AbortController().signal,
  });
const HEAD = 'HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n';

test('of an endless answer only the beginning is read, and the connection ends', async () => {
  let written = 0;
  let is_over = false;
  const { port } = await listen((socket) => {
    socket.write(HEAD);
    const more = () => {
      while (!socket.destroyed && socket.write('x'.repeat(10_000))) written += 10_000;
    };
    socket.on('drain', more).on('close', () => (is_over = true));
    more();
  });
  const outcome = await send(`http://127.0.0.1:${port}/`);
  expect(outcome).toMatchObject({ status: 200, error: undefined, answer: 'x'.repeat(1_000) });
  await expect.poll(() => is_over).toBe(true);
  expect(written).toBeLessThan(50_000_000);
});

test('who has answered 200 and says the rest a byte at a time is waited for a second', async () => {
  const { port } = await listen((socket) => {
    socket.write(HEAD);
    const timer = setInterval(() => socket.write('y'), 20);
    socket.on('close', () => clearInterval(timer));
  });
  const began = performance.now();
  const outcome = await send(`http://127.0.0.1:${port}/`);
  expect(outcome).toMatchObject({ status: 200, error: undefined, answer: expect.stringMatching(/^y+$/) });
  expect(performance.now() - began).toBeLessThan(5_000);
});

test.each([
  ['TIMEOUT', () => undefined],
  ['UNREACHABLE', (socket: Socket) => socket.resetAndDestroy()],
  ['NOT_HTTP', (socket: Socket) => socket.end('220 mail.example.com ESMTP\r\n')],
  [
    'REDIRECT',
    (socket: Socket) => socket.end('HTTP/1.1 302 Found\r\nlocation: /in\r\ncontent-length: 0\r\n\r\n'),
  ],
  ['GONE', (socket: Socket) => socket.end('HTTP/1.1 410 Gone\r\ncontent-length: 0\r\n\r\n')],
] as const)('what went wrong is told as %s', async (error, answer) => {
  const { port } = await listen((socket) => void answer(socket));
  expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ error });
});

test('a name that leads inside is connected to nowhere, also where it led outside when it was entered', async () => {
  const { port, taken } = await listen((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
  const answers = ['203.0.113.7', '127.0.0.1'];
  const resolve: Resolve = (_host, _options, done) =>
    done(null, [{ address: answers.shift() ?? '127.0.0.1', family: 4 }]);
  const webhooks = httpWebhooks({ networks: [], timeout_ms: 500, resolve });
  const url = `https://hooks.example.com:${port}/`;
  expect(webhooks.faultOf(url)).toBeUndefined();
  const outgoing = { url, headers: {}, body: '{}', signal: new AbortController().signal };
  await webhooks.send(outgoing);
  expect(await webhooks.send(outgoing)).toMatchObject({ error: 'ADDRESS_REFUSED' });
  expect(
    await send(`http://hooks.example.com:${port}/`, { networks: ['10.0.0.0/8'], resolve }),
  ).toMatchObject({
    error: 'ADDRESS_REFUSED',
  });
  expect(await send(`https://[::1]:${port}/`, { networks: [] })).toMatchObject({ error: 'ADDRESS_REFUSED' });
  expect(taken()).toBe(0);
});

test('without TLS nothing goes to the public internet, whatever the address says', async () => {
  const resolve: Resolve = (_host, _options, done) => done(null, [{ address: '93.184.215.14', family: 4 }]);
  expect(await send('http://erp.example.com/', { resolve })).toMatchObject({ error: 'ADDRESS_REFUSED' });
});
