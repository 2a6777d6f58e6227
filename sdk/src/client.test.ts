import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { ConnectionError, createClient, NgorderError, type Client } from './index.ts';

interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

type Answer = (response: ServerResponse, seen: Seen) => void;

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A server that answers with each of these in turn, the last one for ever; it notes what it was sent, and the client its waits. */
async function stand(...answers: Answer[]): Promise<{ client: Client; seen: Seen[]; waited_ms: number[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body };
      seen.push(one);
      answers[Math.min(seen.length, answers.length) - 1]?.(response, one);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const waited_ms: number[] = [];
  const client = createClient({
    base_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'ngk_1',
    language: () => 'en',
    timeout_ms: 500,
    sleep: async (ms) => void waited_ms.push(ms),
  });
  return { client, seen, waited_ms };
}

const says =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));
const hangsUp: Answer = (response) => void response.destroy();
const page = (data: unknown[], pagination: object) => says({ data, meta: { pagination } });

test('parameters travel where the operation has them: in the path, the query string or the body', async () => {
  const { client, seen } = await stand(says({ data: {} }));
  await client.getWarehouse({ id: 7 });
  await client.listOrders({ keyword: 'a&b', per_page: 5 });
  await client.getPickList({ order_ids: [3, 4] });
  await client.changeUser({ id: 9, role: 'admin' });
  expect(seen.map(({ method, url, body }) => [method, decodeURIComponent(url), body])).toEqual([
    ['GET', '/api/open/warehouse/7', ''],
    ['GET', '/api/open/order?keyword=a&b&per_page=5', ''],
    ['GET', '/api/open/shipping/pick-list?order_ids[0]=3&order_ids[1]=4', ''],
    ['PATCH', '/api/account/user', '{"id":9,"role":"admin"}'],
  ]);
  expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer ngk_1', 'accept-language': 'en' });
});

test('a change whose answer was lost is sent again under the same key, another change under another', async () => {
  const { client, seen } = await stand(hangsUp, says({}, 503), says({ data: {} }));
  await client.cancelOrder({ id: 1 });
  await client.cancelOrder({ id: 1 });
  const keys = seen.map(({ headers }) => headers['idempotency-key']);
  expect(keys).toHaveLength(4);
  expect(new Set(keys.slice(0, 3)).size).toBe(1);
  expect(keys[3]).not.toBe(keys[2]);
  await client.cancelOrder({ id: 1 }, { idempotency_key: 'draft-1' });
  expect(seen.at(-1)?.headers['idempotency-key']).toBe('draft-1');
});

test('a refusal is told with its code, fields and number, and the request is not sent again', async () => {
  const refusal = {
    request_id: 'r1',
    code: 'invalid_input',
    message: { name: ['Name is required.'], phone: ['Too short.', 'No letters.'] },
    docs: 'http://x/docs/errors/invalid_input',
  };
  const { client, seen } = await stand(says(refusal, 422));
  const error = await client.listOrders().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NgorderError);
  expect(error).toMatchObject({
    status: 422,
    code: 'invalid_input',
    request_id: 'r1',
    fields: refusal.message,
    message: 'Name is required. Too short. No letters.',
  });
  expect(seen).toHaveLength(1);
});

test('the server says how long to wait, and is asked at most as often as was said', async () => {
  const { client, seen, waited_ms } = await stand(
    says({ code: 'rate_limited' }, 429, { 'retry-after': '7' }),
  );
  await expect(client.listOrders()).rejects.toMatchObject({ code: 'rate_limited', retry_after_ms: 7_000 });
  expect(seen).toHaveLength(4);
  expect(waited_ms.map((ms) => Math.floor(ms / 1_000))).toEqual([7, 7, 7]);
});

test('no answer within the time is a lost connection, as is an answer that breaks off', async () => {
  const { client, seen } = await stand(() => undefined);
  await expect(client.listOrders()).rejects.toBeInstanceOf(ConnectionError);
  expect(seen).toHaveLength(4);
  const broken = await stand(
    (response) => void response.writeHead(200, { 'content-length': '99' }).end('{"da'),
  );
  await expect(broken.client.listOrders()).rejects.toBeInstanceOf(ConnectionError);
});

test('whoever gives up is not kept waiting', async () => {
  const { client, seen } = await stand(() => undefined);
  const giving_up = new AbortController();
  const call = client.listOrders({}, { signal: giving_up.signal });
  setTimeout(() => giving_up.abort(new Error('given up')), 50);
  await expect(call).rejects.toThrow('given up');
  expect(seen).toHaveLength(1);
});

test('every row of a list comes once, by cursor where there is one, else page by page, and no page ahead', async () => {
  const { client, seen } = await stand(
    page([{ order_id: 1 }, { order_id: 2 }], { next_cursor: 'c2', current_page: 1, total_pages: 2 }),
    page([{ order_id: 3 }], { next_cursor: null, current_page: 2, total_pages: 2 }),
    page([{ id: 1 }], { current_page: 1, total_pages: 2 }),
    page([{ id: 2 }], { current_page: 2, total_pages: 2 }),
  );
  const orders: number[] = [];
  const requests: number[] = [];
  for await (const { order_id } of client.each('listOrders', { per_page: 2 })) {
    orders.push(order_id);
    requests.push(seen.length);
  }
  expect(requests).toEqual([1, 1, 2]);
  const customers: number[] = [];
  for await (const { id } of client.each('listCustomers')) customers.push(id);
  expect([orders, customers]).toEqual([
    [1, 2, 3],
    [1, 2],
  ]);
  expect(seen.map(({ url }) => url)).toEqual([
    '/api/open/order?per_page=2',
    '/api/open/order?per_page=2&cursor=c2',
    '/api/open/customer',
    '/api/open/customer?pagination_offset=2',
  ]);
});

test('files go up as forms and come down under their names', async () => {
  const { client, seen } = await stand(
    says({ data: {} }),
    (response) =>
      void response
        .writeHead(200, {
          'content-type': 'application/pdf',
          'content-disposition': 'attachment; filename="a.pdf"',
        })
        .end('%PDF'),
  );
  await client.uploadShopLogo({ logo: new Blob(['gambar'], { type: 'image/png' }) });
  expect(seen[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(seen[0]?.body).toContain('gambar');
  const file = await client.download('printInvoice', { id: 5 });
  expect([file.name, file.content_type, await file.content.text()]).toEqual([
    'a.pdf',
    'application/pdf',
    '%PDF',
  ]);
  expect(seen[1]?.url).toBe('/api/open/order/5/invoice');
});

test('news go on after the last one that was heard, whenever the connection ends', async () => {
  const event = (id: string) => `id: ${id}\nevent: notification\ndata: {"n":"${id}"}\n\n`;
  const stream =
    (...pieces: string[]): Answer =>
    (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const piece of pieces) response.write(piece);
      response.end();
    };
  // In pieces that end anywhere.
  const { client, seen } = await stand(
    stream(': hello\n\nretry: 9\n\n', event('1').slice(0, 9), event('1').slice(9)),
    hangsUp,
    stream(event('2')),
  );
  const ending = new AbortController();
  const heard: unknown[] = [];
  for await (const { id, event: name, data } of client.news({ signal: ending.signal })) {
    heard.push([id, name, data]);
    if (id === '2') ending.abort();
  }
  expect(heard).toEqual([
    ['1', 'notification', { n: '1' }],
    ['2', 'notification', { n: '2' }],
  ]);
  expect(seen.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '1', '1']);
});

test('news end where the server says that they are not for this caller', async () => {
  const { client } = await stand(says({ code: 'unauthenticated' }, 401));
  const listening = client.news({ signal: new AbortController().signal }).next();
  await expect(listening).rejects.toMatchObject({ code: 'unauthenticated' });
});
