import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOLD_MS, longestHold } from '../../../test/event-loop.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { expectOk } from '../../../test/stall.ts';
import { catalogLimits } from '../../modules/catalog/limits.ts';
import { errorTable } from '../errors.ts';
import { limits } from '../limits.ts';

let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

const CATEGORY = '/api/open/product-category';
/** Sends a body as it is written here. */
const sendText = (payload: string, type: string | undefined, method: 'POST' | 'PATCH' | 'GET' = 'POST') =>
  test_app.app.inject({
    method,
    url: CATEGORY,
    headers: {
      authorization: `Bearer ${shop.token}`,
      ...(type !== undefined && { 'content-type': type }),
    },
    payload,
  });

describe('every answer', () => {
  test.each([
    ['a success', 'GET', CATEGORY, 200],
    ['a refusal', 'POST', CATEGORY, 422],
    ['an unknown address', 'GET', '/api/open/tidak-ada', 404],
    ['an unknown method', 'PUT', CATEGORY, 405],
  ] as const)(
    'has its request id and headers that protect browsers: %s',
    async (_title, method, path, status) => {
      const answer = await shop.call(method, path, {});
      expect(answer.status).toBe(status);
      expect(answer.body.request_id).toMatch(/^[0-9a-f]{21}$/);
      expect(answer.headers['x-request-id']).toBe(answer.body.request_id);
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'content-type': 'application/json; charset=utf-8',
      });
    },
  );

  test('to a method that the address does not know says which it knows', async () => {
    const answer = await shop.call('PUT', CATEGORY, {});
    expect(answer.headers['allow']).toBe('POST, GET, PATCH');
    expect(answer.body).toMatchObject({ response: 'Failed', data: null, code: 'method_not_allowed' });
  });

  test('to OPTIONS says which methods an address knows', async () => {
    const answer = await test_app.app.inject({ method: 'OPTIONS', url: CATEGORY });
    expect([answer.statusCode, answer.headers['allow'], answer.body]).toEqual([204, 'POST, GET, PATCH', '']);
  });

  test.each([
    ['id', 'Tidak ditemukan.'],
    ['id-ID,id;q=0.9,en;q=0.8', 'Tidak ditemukan.'],
    ['en-GB', 'Not found.'],
    ['fr', 'Not found.'],
  ])('speaks the language that is asked for: %s', async (language, message) => {
    const answer = await shop.call('GET', '/api/open/tidak-ada', {}, { 'accept-language': language });
    expect(answer.body.message).toBe(message);
  });

  test('without accept-language is in the default one, and always one of two', async () => {
    const { body } = await shop.call('GET', '/api/open/tidak-ada');
    expect(['Not found.', 'Tidak ditemukan.']).toContain(body.message);
  });

  test('to a fault of ours tells its request id and nothing else', async () => {
    await test_app.database.pool.query('alter table suppliers rename to hidden');
    try {
      const answer = await shop.call('GET', '/api/open/supplier', {}, { 'accept-language': 'en' });
      expect(answer.status).toBe(500);
      expect(answer.text).not.toMatch(/suppliers|relation|select|\.ts/i);
      expect(answer.body).toMatchObject({ response: 'Failed', data: null, code: 'internal' });
    } finally {
      await test_app.database.pool.query('alter table hidden rename to suppliers');
    }
  });

  test('carries only what its schema names', async () => {
    expectOk(await shop.call('POST', CATEGORY, { name: 'Tas' }));
    const { data } = expectOk(await shop.call('GET', CATEGORY)).body;
    expect(Object.keys(data[0]).sort()).toEqual(['id', 'name']);
  });
});

describe('a body', () => {
  test.each<[string, string, string | undefined, number]>([
    ['that is cut off', '{"name": "Ta', 'application/json', 400],
    ['that is a list', '["Tas"]', 'application/json', 400],
    ['that is a plain text in JSON', '"Tas"', 'application/json', 400],
    ['of a type that nobody reads', '<name>Tas</name>', 'application/xml', 415],
    ['without a type, that does not look like JSON', 'name=Tas', undefined, 415],
    ['without a type, that is cut off', '{"name": "Ta', undefined, 400],
    [
      'that is larger than allowed',
      JSON.stringify({ name: 'x'.repeat(limits.json_body_bytes) }),
      'application/json',
      413,
    ],
    ['that is empty, as a missing name', '', 'application/json', 422],
  ])('%s is refused with a reason', async (_title, payload, type, status) => {
    const answer = await sendText(payload, type);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ response: 'Failed', data: null });
  });

  test.each([
    ['of somebody who is not signed in', '/api/account/login', limits.public_body_bytes, '64 KB'],
    ['of many products', '/api/open/product/bulk', catalogLimits.bulk_body_bytes, '8 MB'],
  ])('%s has its own limit, which the refusal names', async (_title, url, bytes, reported) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${shop.token}` };
    const payload = JSON.stringify({ name: 'x'.repeat(bytes) });
    const answer = await test_app.app.inject({ method: 'POST', url, payload, headers });
    expect([answer.statusCode, answer.json().message]).toEqual([413, expect.stringContaining(reported)]);
  });

  test('is not read of a request that may not be made', async () => {
    const headers = { 'content-type': 'application/json' };
    const payload = 'x'.repeat(limits.json_body_bytes * 2);
    const answer = await test_app.app.inject({ method: 'POST', url: '/api/open/order', payload, headers });
    expect(answer.statusCode).toBe(401);
  });

  test.each([
    ['without a type', undefined],
    ['that says it is a form, as curl does of all', 'application/x-www-form-urlencoded'],
  ])('of JSON %s is read as JSON', async (title, type) => {
    const answer = await sendText(` {"name": "Sepatu & sandal=${title.length}"}`, type);
    expect([answer.statusCode, answer.json().response]).toEqual([200, 'Success']);
  });

  test('is read from a form as from JSON', async () => {
    const answer = await sendText('name=Tas+Kain', 'application/x-www-form-urlencoded');
    expect(answer.json().data.name).toBe('Tas Kain');
  });

  test('is read from a GET, where the reference puts parameters there', async () => {
    const answer = await test_app.app.inject({
      method: 'GET',
      url: '/api/open/region',
      headers: { authorization: `Bearer ${shop.token}` },
      payload: { keyword: 'klojen', pagination_offset: 1 },
    });
    expect(answer.json().data[0].subdistrict).toBe('Klojen');
  });

  test('may name prototypes without effect', async () => {
    for (const payload of [
      '{"__proto__":{"name":"Tas"},"name":"Proto"}',
      '{"constructor":{"prototype":{"x":1}},"name":"Kon"}',
    ]) {
      const answer = await sendText(payload, 'application/json');
      expect(answer.statusCode).toBe(200);
    }
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('with a NUL or half a character keeps no broken text', async () => {
    expect((await sendText('{"name":"T\\u0000as"}', 'application/json')).statusCode).toBe(422);
    const half = await sendText('{"name":"Tas \\uD83D kain"}', 'application/json');
    expect(half.json().data.name).toBe('Tas \uFFFD kain');
  });

  test('that is nested without end is refused, and the server goes on', async () => {
    const answer = await sendText(`{"name":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'application/json');
    expect(answer.statusCode).toBe(413);
    expect((await shop.call('GET', CATEGORY)).status).toBe(200);
  });

  test('that is JSON in a field of a form is held to the same', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const form = (type: string, value: string) =>
      `--x\r\ncontent-disposition: form-data; name="name"\r\n${type}\r\n${value}\r\n--x--\r\n`;
    const multipart = 'multipart/form-data; boundary=x';
    const statuses = [];
    for (const value of [deep, '{', '"Tas Formulir"'])
      statuses.push(
        (await sendText(form('content-type: application/json\r\n', value), multipart)).statusCode,
      );
    expect(statuses.slice(0, 2).every((status) => status >= 400 && status < 500)).toBe(true);
    expect(statuses[2]).toBe(200);
    expect((await sendText(form('', 'x'.repeat(1_100_000)), multipart)).statusCode).toBe(413);
  });

  test('of lists in fields with brackets is read from multipart as from a form', async () => {
    const form = new FormData();
    for (const [name, value] of [
      ['name', 'Kaos Multipart'],
      ['product_type', 'S'],
      ['has_variation', 'Y'],
      ['variations[0][size]', 'M'],
      ['variations[0][stock_quantity]', '3'],
      ['variations[1][size]', 'L'],
      ['variations[1][stock_quantity]', '4'],
    ] as const)
      form.append(name, value);
    const sent = new Response(form);
    const answer = await test_app.app.inject({
      method: 'POST',
      url: '/api/open/product',
      headers: {
        authorization: `Bearer ${shop.token}`,
        'content-type': sent.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
    const { product_id } = expectOk({ status: answer.statusCode, body: answer.json() } as never).body.data;
    const { data } = expectOk(await shop.call('GET', `/api/open/product/${product_id}/detail`)).body;
    expect(data.variations.map((one: { size: string; stock: number }) => one.size)).toEqual(['M', 'L']);
  });

  test('of more parts than are read is refused, and holds up nobody while or after it is', async () => {
    const parts = '--x\r\n'.repeat(300_000);
    const held_ms = await longestHold(async () => {
      const answer = await sendText(parts, 'multipart/form-data; boundary=x');
      expect(answer.statusCode).toBe(413);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(held_ms).toBeLessThan(HOLD_MS);
  });

  test('of more parameters than are read is refused', async () => {
    const answer = await sendText('a=b&'.repeat(2_000), 'application/x-www-form-urlencoded');
    expect(answer.statusCode).toBe(413);
    expect((await shop.call('GET', `${CATEGORY}?${'a=b&'.repeat(2_000)}`)).status).toBe(413);
  });

  test('that says a field twice, in address and query, is taken from the address', async () => {
    const { data } = expectOk(await shop.call('POST', CATEGORY, { name: 'Dompet' })).body;
    const answer = await shop.call('GET', `${CATEGORY}/${data.id}?id=999999&id=1`);
    expect(answer.body.data.id).toBe(data.id);
  });
});

describe('the rate limit', () => {
  test('counts each key for itself, tells what is left, and refuses with the time to wait', async () => {
    const limited = await startTestApp({ environment: { RATE_LIMIT_PER_MINUTE: '5' } });
    try {
      // Each of two shops made two requests of its address when it was opened.
      const first = await limited.openShop();
      const answers = [];
      for (let request = 0; request < 6; request += 1)
        answers.push(await first.call('GET', '/api/account/me'));
      expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
      expect(answers.map((answer) => answer.headers['ratelimit-remaining']).map(Number)).toEqual([
        4, 3, 2, 1, 0, 0,
      ]);
      expect(answers[0]?.headers['ratelimit-limit']).toBeDefined();
      expect(Number(answers[5]?.headers['retry-after'])).toBeGreaterThan(0);
      expect(answers[5]?.body).toMatchObject({ response: 'Failed', code: 'rate_limited', data: null });
      const second = await limited.openShop();
      expect((await second.call('GET', '/api/account/me')).status).toBe(200);
    } finally {
      await limited.close();
    }
  });

  test('refuses a moment late, so that asking again at once is no burden, and holds no place meanwhile', async () => {
    const limited = await startTestApp({
      environment: { RATE_LIMIT_PER_MINUTE: '3', MAX_REQUESTS_IN_FLIGHT: '1' },
    });
    try {
      const shop = await limited.openShop();
      for (let request = 0; request < 3; request += 1) await shop.call('GET', '/api/account/me');
      const order: string[] = [];
      const began = performance.now();
      const late = shop.call('GET', '/api/account/me').then(({ status }) => order.push(`late ${status}`));
      await limited.call('GET', '/api/account/me').then(({ status }) => order.push(`other ${status}`));
      await late;
      expect(order).toEqual(['other 401', 'late 429']);
      expect(performance.now() - began).toBeGreaterThan(200);
    } finally {
      await limited.close();
    }
  });

  test('counts what leads nowhere too, outside of the API as well', async () => {
    const limited = await startTestApp({ environment: { RATE_LIMIT_PER_MINUTE: '5' } });
    try {
      const statuses: number[] = [];
      for (let requested = 0; requested < 7; requested += 1)
        statuses.push(
          (await limited.call('GET', requested % 2 === 0 ? '/tidak/ada' : '/api/tidak/ada')).status,
        );
      expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429]);
      expect((await limited.call('GET', '/healthz')).status).toBe(200);
    } finally {
      await limited.close();
    }
  });

  test('is one for all wrong keys of an address', async () => {
    const limited = await startTestApp({ environment: { RATE_LIMIT_PER_MINUTE: '3' } });
    try {
      const statuses: number[] = [];
      for (let request = 0; request < 5; request += 1) {
        const answer = await limited.call('GET', '/api/account/me', {}, { token: `ngk_tebakan${request}` });
        statuses.push(answer.status);
      }
      expect(statuses).toEqual([401, 401, 401, 429, 429]);
    } finally {
      await limited.close();
    }
  });
});

describe('documents', () => {
  test('every error has its page, in both languages', async () => {
    expect(errorTable.size).toBeGreaterThan(30);
    const index = await test_app.call('GET', '/docs/errors');
    for (const [code, entry] of errorTable) {
      const page = await test_app.call('GET', `/docs/errors/${code}`);
      expect(page.status, code).toBe(200);
      expect(entry.en.length * entry.id.length, code).toBeGreaterThan(0);
      expect(entry.explanation, code).toMatch(/\S.*[.!?]$/);
      expect(index.text).toContain(`/docs/errors/${code}`);
    }
  });

  test('an error names its page, and the page is there', async () => {
    const { body } = await shop.call('POST', CATEGORY, {});
    expect(body.docs).toBe('http://ngorder.test/docs/errors/invalid_input');
    expect((await test_app.call('GET', new URL(body.docs).pathname)).status).toBe(200);
  });

  test.each(['/openapi.json', '/docs/', '/docs/js/scalar.js'])(
    '%s is sent once to who keeps it',
    async (path) => {
      const first = await test_app.call('GET', path);
      expect(first.status).toBe(200);
      const etag = String(first.headers['etag']);
      expect(etag).toMatch(/^"[\w-]{22}"$/);
      for (const known of [etag, `W/${etag}`, `"lain", ${etag}`, '*']) {
        const again = await test_app.app.inject({ url: path, headers: { 'if-none-match': known } });
        expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag]);
      }
      const other = await test_app.call('GET', path, {}, { 'if-none-match': '"lain"' });
      expect([other.status, other.text]).toEqual([200, first.text]);
      const head = await test_app.app.inject({ method: 'HEAD', url: path });
      expect([head.statusCode, head.body, head.headers['etag']]).toEqual([200, '', etag]);
      expect(Number(head.headers['content-length'])).toBe(Buffer.byteLength(first.text));
    },
  );

  test('the reference can be browsed, and sends nothing to others', async () => {
    const answer = await test_app.call('GET', '/docs/');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-security-policy']).toContain("connect-src 'self'");
  });
});

test('tells that it lives, and that it is ready', async () => {
  expect((await test_app.call('GET', '/healthz')).body).toMatchObject({ status: 'ok' });
  expect((await test_app.call('GET', '/readyz')).body).toEqual({ status: 'ready' });
});
