import { connect, type AddressInfo, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { dripRequest } from '../../../test/raw-request.ts';
import { limits } from '../limits.ts';

const CATEGORY = '/api/open/product-category';

let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp({ environment: { HOST: '127.0.0.1' } });
  shop = await test_app.openShop();
  await test_app.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => test_app.close());

function dial(app = test_app): Socket {
  const { port } = app.app.server.address() as AddressInfo;
  return connect(port, '127.0.0.1');
}

/** What a connection says until it is closed. */
async function hear(socket: Socket): Promise<{ status: number; head: string; body: any }> {
  let said = '';
  for await (const chunk of socket) said += String(chunk);
  const [head = '', text = ''] = said.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: JSON.parse(text) };
}

/** Sends bytes as they are. */
function sendRaw(...parts: (string | number[])[]) {
  const socket = dial();
  for (const part of parts) socket.write(typeof part === 'string' ? part : Buffer.from(part));
  return hear(socket);
}

const headers = (length?: number, type = 'application/json') =>
  [
    'Host: ngorder.test',
    'Connection: close',
    `Authorization: Bearer ${shop.token}`,
    ...(length === undefined ? [] : [`Content-Type: ${type}`, `Content-Length: ${length}`]),
    '\r\n',
  ].join('\r\n');

const envelope = (code: string) => ({
  request_id: expect.stringMatching(/^[0-9a-f]{21}$/),
  response: 'Failed',
  data: null,
  code,
  docs: expect.stringMatching(new RegExp(`/docs/errors/${code}$`)),
});

describe('what cannot be read is answered in the envelope of every other error:', () => {
  test('no HTTP at all', async () => {
    const answer = await sendRaw('HALO\r\n\r\n');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject(envelope('unreadable_request'));
    expect(answer.head).toContain(`x-request-id: ${answer.body.request_id}`);
    expect(answer.head).toContain('x-content-type-options: nosniff');
  });

  test('a file larger than the limit, before it has come', async () => {
    const began = headers(60 * 1_048_576, 'multipart/form-data; boundary=b');
    const answer = await sendRaw(`POST /api/open/product/import HTTP/1.1\r\n${began}--b\r\n`);
    expect(answer.status).toBe(413);
    expect(answer.body).toMatchObject({
      ...envelope('body_too_large'),
      message: expect.stringContaining('10 MB'),
    });
  });

  test('headers beyond the limit', async () => {
    const answer = await sendRaw(`GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer.status).toBe(431);
    expect(answer.body).toMatchObject(envelope('headers_too_large'));
  });

  test('a request that never ends', async () => {
    expect(test_app.app.server.requestTimeout).toBe(limits.request_timeout_ms);
    let said = '';
    const socket = new Duplex({
      read: () => undefined,
      write: (chunk, _encoding, done) => {
        said += String(chunk);
        done();
      },
    });
    const error = Object.assign(new Error('timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    test_app.app.server.emit('clientError', error, socket);
    await new Promise((resolve) => socket.once('finish', resolve));
    expect(said).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(JSON.parse(said.split('\r\n\r\n')[1] ?? '')).toMatchObject(envelope('request_timeout'));
  });

  test.each([
    ['whose body drips', (length: number) => `POST ${CATEGORY} HTTP/1.1\r\n${headers(length)}{"name":"`],
    [
      'of a form that drips',
      (length: number) =>
        `POST /api/open/product/import HTTP/1.1\r\n${headers(length, 'multipart/form-data; boundary=b')}--b\r\n`,
    ],
    ['whose headers drip', () => `GET ${CATEGORY} HTTP/1.1\r\nHost: ngorder.test\r\nX-Slow: `],
    [
      'of which nobody reads the body',
      (length: number) =>
        `POST /tidak/ada HTTP/1.1\r\n${headers(length).replace('Connection: close', 'X: y')}`,
    ],
    ['whose line drips', () => 'GET /'],
  ])('a request %s, and it is ended though more of it comes', async (_title, beginning) => {
    const { server } = test_app.app;
    const { requestTimeout, headersTimeout } = server;
    server.requestTimeout = 700;
    server.headersTimeout = 700;
    try {
      const { port } = server.address() as AddressInfo;
      const dripping = { every_ms: 50, most_ms: 10_000 };
      const answer = await dripRequest(`http://127.0.0.1:${port}`, beginning(9_000), dripping);
      expect(answer.ended_ms).toBeLessThan(5_000);
      // Where it was answered before its end came, it has that answer.
      expect(answer.text).toMatch(/^HTTP\/1\.1 (408|404) /);
      expect((await shop.call('GET', CATEGORY)).status).toBe(200);
    } finally {
      Object.assign(server, { requestTimeout, headersTimeout });
    }
  });

  test('connections that say nothing are ended, and those beyond the limit are not taken', async () => {
    const { server } = test_app.app;
    expect(server.maxConnections).toBe(limits.connections);
    expect(server.headersTimeout).toBe(limits.request_timeout_ms);
    expect(server.keepAliveTimeout).toBe(limits.idle_connection_ms);
    server.maxConnections = 3;
    try {
      const idle = Array.from({ length: 3 }, () => dial());
      await Promise.all(idle.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
      await expect
        .poll(() => server.listenerCount('drop') >= 0 && idle.every(({ destroyed }) => !destroyed))
        .toBe(true);
      const beyond = dial();
      await new Promise((resolve) => beyond.on('error', () => undefined).once('close', resolve));
      for (const socket of idle) socket.destroy();
    } finally {
      server.maxConnections = limits.connections;
    }
  });

  test.each([
    ['percent signs that encode nothing', '%zz'],
    ['bytes that are no text', '%ff%fe'],
    ['a very long id', '9'.repeat(5_000)],
  ])('an address with %s', async (_title, id) => {
    const answer = await sendRaw(`GET ${CATEGORY}/${id} HTTP/1.1\r\n${headers()}`);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject(envelope('invalid_input'));
    expect(Object.keys(answer.body.message)).toEqual(['id']);
  });

  test('an address that leads nowhere and is broken', async () => {
    const answer = await sendRaw(`GET /tidak-ada/%zz?a=%zz HTTP/1.1\r\n${headers()}`);
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject(envelope('not_found'));
  });

  test.each([
    ['without a boundary', 'multipart/form-data'],
    ['without its end', 'multipart/form-data; boundary=batas'],
  ])('a multipart body %s', async (_title, type) => {
    const body = '--batas\r\nContent-Disposition: form-data; name="name"\r\n\r\nTas';
    const answer = await sendRaw(`POST ${CATEGORY} HTTP/1.1\r\n${headers(body.length, type)}${body}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject(envelope('unreadable_body'));
  });
});

test('a broken percent sign in a query string stands for itself', async () => {
  const answer = await sendRaw(`GET /api/open/customer?keyword=50%&x=%zz HTTP/1.1\r\n${headers()}`);
  expect(answer.status).toBe(200);
});

test('bytes that are no UTF-8 are kept as replacement characters, never as broken text', async () => {
  const answer = await sendRaw(`POST ${CATEGORY} HTTP/1.1\r\n${headers(15)}{"name":"Ta`, [0xff, 0xfe], '"}');
  expect(answer.body.data.name).toBe('Ta\uFFFD\uFFFD');
});

describe('a DELETE', () => {
  test('reads its body', async () => {
    const answer = await sendRaw(
      `DELETE /api/open/product HTTP/1.1\r\n${headers(12)}{"id":[9999]}`.slice(0, -1),
    );
    expect(answer.status).toBe(400);
    const whole = await sendRaw(`DELETE /api/open/product HTTP/1.1\r\n${headers(13)}{"id":[9999]}`);
    expect(whole.body.message).toEqual({ 'id.0': ['The selected id.0 does not exist.'] });
  });

  test('with a content type and no body is taken as it is', async () => {
    const answer = await sendRaw(`DELETE ${CATEGORY}/999999 HTTP/1.1\r\n${headers(0)}`);
    expect(answer.body).toMatchObject(envelope('not_found'));
  });
});

test('who has begun to send when the server ends is still served, and then the connection is closed', async () => {
  const ending = await startTestApp();
  const owner = await ending.openShop();
  await ending.app.listen({ host: '127.0.0.1', port: 0 });
  const socket = dial(ending);
  const arrived = new Promise((resolve) => ending.app.server.once('connection', resolve));
  socket.write(`GET ${CATEGORY} HTTP/1.1\r\nHost: ngorder.test\r\n`);
  await arrived;
  // Node.js counts a connection as idle until it has read the first bytes of a request.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closed = ending.close();
  socket.write(`Authorization: Bearer ${owner.token}\r\n\r\n`);
  const answer = await hear(socket);
  expect(answer.status).toBe(200);
  expect(answer.body.data).toEqual([]);
  expect(answer.head).toContain('connection: close');
  await closed;
});
