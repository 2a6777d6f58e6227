import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { get, request } from 'node:http';
import { connect as connectSocket, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../test/harness.ts';
import { storeDownload } from '../files/downloads.ts';

const LARGE_BYTES = 32 * 1_048_576;

let app: TestApp;
let shop: TestShop;
let port: number;

/** One place: whoever holds it keeps all others waiting. */
beforeAll(async () => {
  app = await startTestApp({ environment: { MAX_REQUESTS_IN_FLIGHT: '1' } });
  shop = await app.openShop();
  await app.app.listen({ host: '127.0.0.1', port: 0 });
  port = (app.app.server.address() as { port: number }).port;
});
afterAll(() => app.close());

const read = () => shop.call('GET', '/api/open/supplier');

/** The status of another request, within a second: 200 where there was a place. */
async function statusOfAnother(): Promise<number | undefined> {
  const answer = await Promise.race([read(), sleep(1_000)]);
  return (answer as Answered | undefined)?.status;
}

/** A socket on which the head of a request was sent, and so much of its body. */
async function begin(body: string, sent: number): Promise<Socket> {
  const socket = connectSocket(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST /api/open/product-category HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${shop.token}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, sent)}`,
  );
  await sleep(100);
  return socket;
}

describe('a place is held by work only', () => {
  test('a body that is long on its way holds none, and is served when it is there', async () => {
    const body = JSON.stringify({ name: 'Pelan-pelan' });
    const slow = await begin(body, 5);
    expect(await statusOfAnother()).toBe(200);
    slow.write(body.slice(5));
    const [answer] = (await once(slow, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 20/);
    slow.destroy();
  });

  test('a client that leaves in the middle of its body leaves none taken', async () => {
    for (let count = 0; count < 5; count += 1) (await begin('{"name": "Pergi"}', 5)).destroy();
    expect(await statusOfAnother()).toBe(200);
  });

  test('a client that leaves while its request is worked on leaves it taken until the work is done, and no longer', async () => {
    const db = app.services.db.withoutPlugins();
    await db.transaction().execute(async (blocking) => {
      await sql`lock table product_categories in access exclusive mode`.execute(blocking);
      const leaving = request({
        port,
        path: '/api/open/product-category',
        headers: { authorization: `Bearer ${shop.token}` },
      });
      leaving.on('error', () => undefined);
      leaving.end();
      await sleep(300);
      leaving.destroy();
      const waiting = read();
      expect(await Promise.race([waiting, sleep(300)])).toBeUndefined();
    });
    await sleep(100);
    expect(await statusOfAnother()).toBe(200);
  });

  test('a client that leaves while it waits for one is not served', async () => {
    const db = app.services.db.withoutPlugins();
    const working = await db.transaction().execute(async (blocking) => {
      await sql`lock table product_categories in access exclusive mode`.execute(blocking);
      const reading = [shop.call('GET', '/api/open/product-category')];
      await sleep(200);
      const body = '{"name": "Tak jadi"}';
      (await begin(body, body.length)).destroy();
      await sleep(100);
      return reading;
    });
    expect(await statusOfAnother()).toBe(200);
    expect((await working[0])?.status).toBe(200);
    const { text } = await shop.call('GET', '/api/open/product-category');
    expect(text).not.toContain('Tak jadi');
  });

  test('who reads a large download slowly holds neither a place nor a connection to the database', async () => {
    const link = await storeDownload(shop.context(), {
      name: 'besar.bin',
      content_type: 'application/octet-stream',
      write: (path) => writeFile(path, Buffer.alloc(LARGE_BYTES)),
    });
    const headers = { authorization: `Bearer ${shop.token}` };
    const download = get({ port, path: new URL(link).pathname, headers });
    const [answer] = await once(download, 'response');
    expect(answer.statusCode).toBe(200);
    answer.pause();
    await sleep(300);
    expect(await statusOfAnother()).toBe(200);
    expect(app.database.pool.idleCount).toBe(app.database.pool.totalCount);
    expect(answer.complete).toBe(false);
    download.destroy();
  });

  test('a thousand connections that say nothing keep nobody waiting', async () => {
    const silent = Array.from({ length: 1_000 }, () =>
      connectSocket(port, '127.0.0.1').on('error', () => undefined),
    );
    await Promise.all(silent.map((socket) => once(socket, 'connect')));
    expect(await statusOfAnother()).toBe(200);
    for (const socket of silent) socket.destroy();
  });
});

describe('what is too much', () => {
  test('is refused with 503, Retry-After and a reason, while health is told; nothing of it is done, and nothing else is lost', async () => {
    const names = Array.from({ length: 60 }, () => `Banyak ${randomUUID()}`);
    const readings = Array.from({ length: 2_100 }, read);
    const [answers, read_answers, health] = await Promise.all([
      Promise.all(
        names.map((name) =>
          shop.call(
            'POST',
            '/api/open/product-category',
            { name },
            { 'idempotency-key': name, 'accept-language': 'id' },
          ),
        ),
      ),
      Promise.all(readings),
      app.call('GET', '/healthz'),
    ]);
    expect(health.status).toBe(200);
    expect(read_answers.filter(({ status }) => status !== 503 && status >= 300)).toEqual([]);
    const refused = answers.flatMap((answer, index) =>
      answer.status === 503 ? [{ answer, name: names[index] ?? '' }] : [],
    );
    expect(refused.length).toBeGreaterThan(50);
    expect(answers.filter(({ status }) => status !== 503 && status >= 300)).toEqual([]);
    const [first] = refused;
    expect(first?.answer.headers['retry-after']).toBe('2');
    expect(first?.answer.body).toMatchObject({
      code: 'overloaded',
      message: expect.stringContaining('Tidak ada data yang berubah'),
    });

    const before = await shop.call('GET', '/api/open/product-category');
    for (const { name } of refused) expect(before.text).not.toContain(name);
    // Sent again with its key it is done, as it was never begun.
    const again = await shop.call(
      'POST',
      '/api/open/product-category',
      { name: first?.name },
      { 'idempotency-key': first?.name ?? '' },
    );
    expect(again.status).toBeLessThan(300);
    expect(again.headers['idempotency-replayed']).toBeUndefined();
  }, 60_000);
});
