import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { shapeOf, type Route } from '../src/kernel/http/route.ts';
import { routes } from '../src/modules.ts';
import type { World } from './route-ids.ts';
import { startTestApp, type TestApp } from './harness.ts';
import { openWorld } from './open-world.ts';
import { callOf } from './visitors.ts';

let test_app: TestApp;
let world: World;

beforeAll(async () => {
  test_app = await startTestApp();
  world = await openWorld(test_app);
});
afterAll(() => test_app.close());

/** What an operation with a keyword needs besides. */
const BESIDES: Record<string, Record<string, string>> = {
  searchTransferStock: { warehouse_id: '0' },
  searchOpnameStock: { warehouse_id: '0' },
  previewPrices: { field: 'price', change: 'RAISE', amount: '1000' },
  listAvailableProducts: { group: 'PROMO', type: 'PRODUCT' },
  downloadOrders: { without_being_sent: 'true' },
  downloadProducts: { without_being_sent: 'true' },
};

const fields = routes.flatMap((route) =>
  Object.keys(shapeOf(route.input))
    // The query of a saved view is not searched for: it is stored.
    .filter((name) => /keyword|search|query|^q$/i.test(name) && !route.operation.endsWith('View'))
    .map((name) => [`${route.operation} ${name}`, route, name] as const),
);

test('there are many lists that are searched', () => expect(fields.length).toBeGreaterThan(10));

describe.each(fields)('%s', (_title, route: Route, name: string) => {
  const request = async (keyword?: string) => {
    const input = { ...BESIDES[route.operation], ...(keyword !== undefined && { [name]: keyword }) };
    const answer = await callOf(test_app, world)(route, route.path, input);
    const { request_id: _id, meta, ...body } = answer.body ?? {};
    return { status: answer.status, body, pagination: { ...meta?.pagination, links: undefined } };
  };
  const schema = z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }).properties?.[name];
  const { maxLength, minLength } = schema as { maxLength?: number; minLength?: number };

  test('takes control characters as blanks, like every other', async () => {
    for (const [sent, read] of [
      ['mer\u0000ah', 'mer ah'],
      ['\u0001merah\u001b\u007f', 'merah'],
      ['merah\u0085\u2028\u2029\r\n\t38', 'merah      38'],
    ] as const) {
      const answer = await request(sent);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(answer).toEqual(await request(read));
    }
  });

  test('takes nothing but control characters as nothing', async () => {
    const as_nothing = minLength === undefined ? await request() : await request('-');
    expect(await request('\u0000\u001b\u0007')).toEqual(as_nothing);
  });

  test('takes whatever is typed as plain text', async () => {
    const typed = [
      '%%%',
      '___',
      "'; --",
      '\\\\\\',
      '😀😀😀',
      '\ud83d\ud83d\ud83d',
      '(((',
      '***',
      '"""',
      'a&b|!c',
    ];
    for (const sent of typed) expect((await request(sent)).status, sent).toBe(200);
  });

  test('takes what cannot be seen as if it was not there', async () => {
    const answer = await request('\u202e\u200bmer\ufeffah\u00a038\u2060');
    expect(answer.status).toBe(200);
    expect(answer).toEqual(await request('merah 38'));
  });

  test('takes any length, or says what it takes', async () => {
    const long = 'merah '.repeat(1_500).trim();
    expect((await request(long)).status).toBe(maxLength === undefined ? 200 : 422);
    expect((await request('😀'.repeat(maxLength ?? 300))).status).toBe(200);
  });
});
