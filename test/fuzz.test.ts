import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasEntrance, shapeOf, type Route } from '../src/kernel/http/route.ts';
import { routes } from '../src/modules.ts';
import { startTestApp, type TestApp, type TestShop } from './harness.ts';
import { shopRows } from './shop-rows.ts';
import { openStall } from './stall.ts';
import { addBuyer, needsBuyer, type TestBuyer } from './visitors.ts';

/** Inputs for each operation in a run; FUZZ_RUNS=1000 for a long one. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 12);

let test_app: TestApp;
let shop: TestShop;
let buyer: TestBuyer;

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
  await openStall(shop);
  buyer = await addBuyer(test_app, shop);
});
afterAll(() => test_app.close());

/** What clients send by mistake, and what attackers send on purpose. */
const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 3, arbitrary: fc.integer() },
  {
    weight: 5,
    arbitrary: fc.constantFrom<unknown>(
      null,
      '',
      ' ',
      0,
      -1,
      1,
      '1',
      1.5,
      2 ** 53,
      -(2 ** 63),
      1e308,
      '9'.repeat(30),
      '1e5',
      'NaN',
      true,
      'Y',
      [],
      {},
      '\u0000',
      '\uD800',
      '%',
      '_',
      "'; drop table orders; --",
      '../../etc/passwd',
      '<script>',
      'x'.repeat(3_000),
      '2026-02-30',
      '2026-01-05',
      '0000-00-00',
      'S',
      'N',
      'PAID',
      'budi@example.com',
      '081234567890',
      [[]],
      [null],
      [{}],
      { '0': {} },
      { id: 1 },
      { toString: 1 },
      { constructor: {} },
      Array(300).fill(1),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 2,
    arbitrary: fc.array(
      fc.dictionary(
        fc.constantFrom('id', 'qty', 'name', 'type', 'price', 'sku', 'warehouse_id', 'stock', 'status'),
        fc.oneof(fc.integer(), fc.string({ maxLength: 10 }), fc.constant(null)),
      ),
      { maxLength: 3 },
    ),
  },
);

const inputFor = (route: Route) =>
  fc.record(Object.fromEntries(Object.keys(shapeOf(route.input)).map((name) => [name, hostile])), {
    requiredKeys: [],
  });

/** Of wrong passwords the person is told by mail, whatever becomes of the request that they came with. */
const rows = () => shopRows(test_app.database.pool, shop.shop_id, ['mails']);

/** Stores are asked by guests and by buyers in turn, by buyers alone where they have to be signed in. */
function credentialFor(route: Route, input: Record<string, unknown>): Record<string, string> {
  if (!hasEntrance(route.access)) return { authorization: `Bearer ${shop.token}` };
  const as_buyer = needsBuyer(route) || Object.keys(input).length % 2 === 0;
  return as_buyer ? { authorization: `Bearer ${buyer.token}` } : {};
}

function send(route: Route, input: Record<string, unknown>) {
  const in_path = (name: string) => route.path.includes(`:${name}`);
  const own = hasEntrance(route.access) && JSON.stringify(input['subdomain']) !== '""' ? shop.subdomain : '';
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    name === 'subdomain' && own !== ''
      ? own
      : encodeURIComponent((JSON.stringify(input[name]) ?? '1').slice(0, 80).toWellFormed()),
  );
  const body = Object.fromEntries(Object.entries(input).filter(([name]) => !in_path(name)));
  // GET reads a body too, so that one way of sending reaches every field with its type.
  return test_app.app.inject({
    method: route.method,
    url: path,
    headers: credentialFor(route, input),
    payload: body,
  });
}

/** A file that is sent, and a stream, have no envelope; a refusal always has one. */
function envelopeOf(answer: Awaited<ReturnType<typeof send>>) {
  const is_stream = String(answer.headers['content-type']).startsWith('text/event-stream');
  if (answer.statusCode < 400 && ('content-disposition' in answer.headers || is_stream))
    return { has_request_id: true, refused: false };
  const body = answer.json<Record<string, unknown>>();
  return {
    has_request_id: /^[0-9a-f]{13,}$/.test(String(body['request_id'])),
    refused: body['response'] === 'Failed' && body['data'] === null,
  };
}

/** Ends what the others need, whatever it is sent. */
const ENDING = new Set(['logout', 'endSession', 'updateProfile', 'signOutBuyer', 'endBuyerSession']);
/** Hash a password for every input that is right: fewer of these. */
const SLOW = new Set([
  'registerShop',
  'login',
  'acceptInvitation',
  'confirmPassword',
  'signInBuyer',
  'setBuyerPassword',
]);

describe.each(
  routes.filter((route) => !ENDING.has(route.operation)).map((route) => [route.operation, route] as const),
)('%s', (operation, route) => {
  test('answers whatever it is sent, never with a fault of its own, and refuses without a change', async () => {
    let before = await rows();
    await fc.assert(
      fc.asyncProperty(inputFor(route), async (input) => {
        const answer = await send(route, input);
        const after = await rows();
        const refused = answer.statusCode >= 400;
        expect(answer.statusCode, answer.body).toBeLessThan(500);
        expect(envelopeOf(answer)).toEqual({ has_request_id: true, refused });
        expect(refused && after !== before, 'a refusal changed something').toBe(false);
        before = after;
      }),
      { numRuns: SLOW.has(operation) ? Math.ceil(RUNS / 4) : RUNS },
    );
  }, 120_000);
});
