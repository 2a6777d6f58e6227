import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isForVendor, type Route } from '../src/kernel/http/route.ts';
import { routes } from '../src/modules.ts';
import { ROUTE_IDS, type Kind, type World } from './route-ids.ts';
import { startTestApp, type Answered, type TestApp } from './harness.ts';
import { openWorld } from './open-world.ts';
import { fieldPaths, urlOf, withField } from './route-input.ts';
import { shopRows } from './shop-rows.ts';
import { formWithFile } from './upload.ts';
import { callOf } from './visitors.ts';

/** An id that no row of any shop has. */
const MISSING = 987_654_321;

/** Numbers of the outside world that every shop shares. */
const PUBLIC = new Set([
  'marketplace_id',
  'district_id',
  'corporate_id',
  'xendit_bank_id',
  'courier_id',
  'expedition_id',
  'filter.expedition_id',
  'origin_id',
  'destination_id',
  'receivers.0.district_id',
  ...['district_id', 'city_id', 'origin_district_id', 'origin_city_id'].map((name) => `rows.0.${name}`),
]);

/** One id means another kind of row when another field says so. */
const SPECIAL = [
  { operation: 'listPayments', names: { id: 'payment' as Kind }, input: { status: 'PAYMENT' } },
];

let test_app: TestApp;
let victim: World;
let intruder: World;

beforeAll(async () => {
  test_app = await startTestApp();
  victim = await openWorld(test_app);
  intruder = await openWorld(test_app);
});
afterAll(() => test_app.close());

const rowsOf = (shop_id: number) => shopRows(test_app.database.pool, shop_id);

const namesOf = (route: Route) =>
  fieldPaths(route.input).filter((path) => /(?:^|[._])ids?(?:\.0)?$/.test(path) && !PUBLIC.has(path));

test.each(
  // What is not signed is refused, whatever it names: permissions.test.ts.
  routes
    .filter((route) => !isForVendor(route.access) && namesOf(route).length > 0)
    .map((route) => [route.operation, route] as const),
)('%s: every field that names a row is asked with ids of another shop', (operation, route) => {
  expect(Object.keys(ROUTE_IDS[operation]?.names ?? {})).toEqual(expect.arrayContaining(namesOf(route)));
});

const matrix = [
  ...Object.entries(ROUTE_IDS).map(([operation, ids]) => ({ operation, ...ids })),
  ...SPECIAL.map(({ input, ...special }) => ({ ...special, input: () => input })),
].flatMap(({ operation, names, input }) =>
  Object.entries(names).map(([path, kind]) => ({ operation, path, kind, input: input ?? (() => ({})) })),
);

describe.each(matrix)("$operation with another shop's $kind as $path", ({ operation, path, kind, input }) => {
  const route = routes.find((known) => known.operation === operation);

  const request = async (id: number): Promise<Answered> => {
    if (route === undefined) throw new Error(`no operation ${operation}`);
    const sent = withField(input(intruder, path), path, id) as Record<string, unknown>;
    const { url, rest } = urlOf(route, { subdomain: intruder.shop.subdomain, ...sent });
    // At a store the intruder is a buyer.
    const call = callOf(test_app, intruder);
    if (route.upload === undefined) return call(route, url, rest);
    const fields = Object.entries(rest as object).map(([name, value]) => [name, String(value)]);
    const form = await formWithFile('AWB,Net\nCOD1,4000', 'berkas.csv', Object.fromEntries(fields));
    return call(route, url, form.body, form.headers);
  };
  const withoutRequestId = (answer: Answered) =>
    `${answer.status} ${answer.text.replace(answer.body?.request_id ?? '', '')}`;

  test('is answered byte for byte as with one that does not exist, and changes nothing', async () => {
    const before = [await rowsOf(victim.shop.shop_id), await rowsOf(intruder.shop.shop_id)];
    const foreign = await request(victim.ids[kind]);
    const missing = await request(MISSING);
    expect(withoutRequestId(foreign)).toBe(withoutRequestId(missing));
    expect([await rowsOf(victim.shop.shop_id), await rowsOf(intruder.shop.shop_id)]).toEqual(before);
    expect(whyRefused(foreign, path)).toBe(true);
  });
});

/** Whether it was this id that was refused, or nothing was found by it: the question itself was right. */
function whyRefused({ status, body }: Answered, path: string): boolean {
  if (status === 422) return Object.keys(body.message).some((field) => path.startsWith(field));
  // A quote tells what an order would be refused for.
  if (status === 200 && body?.data?.problems !== undefined)
    return body.data.problems.some(({ field }: { field: string }) => field === path);
  // A file is as empty as that of an id that does not exist, byte for byte.
  return status === 404 || (status === 200 && (body === undefined || body.data.length === 0));
}
