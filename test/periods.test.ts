import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../src/modules.ts';
import { startTestApp, type TestApp, type TestShop } from './harness.ts';
import { fieldPaths } from './route-input.ts';

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
});
afterAll(() => app.close());

const PAIRS = [
  ['start_date', 'end_date'],
  ['create_from', 'create_to'],
] as const;

/** What a route asks for besides. */
function needed(path: string): object {
  if (path.endsWith('/promo/product')) return { keyword: 'sepatu', type: 'PRODUCT', group: 'PROMO' };
  if (path.includes('/performance')) return { group_by: 'courier', figure: 'SENT' };
  if (path.endsWith('/webhook/delivery')) return { webhook_id: 1 };
  return path.endsWith('history') ? { id: 1 } : {};
}

/** Every list, report and file that a period of days chooses from. */
const chosenByPeriod = routes.flatMap((route) =>
  PAIRS.flatMap(([start, end]) => {
    const paths = route.method === 'GET' && route.input !== undefined ? fieldPaths(route.input) : [];
    return paths.includes(start) && paths.includes(end)
      ? [{ title: `${route.method} ${route.path}`, route, start, end }]
      : [];
  }),
);

test('there are such routes', () => expect(chosenByPeriod.length).toBeGreaterThanOrEqual(9));

describe.each(chosenByPeriod)('$title', ({ route, start, end }) => {
  test('refuses a period that ends before it starts, on its end', async () => {
    const period = { [start]: '2026-03-11', [end]: '2026-03-10' };
    const path = route.path.replace(':group', 'net-sales');
    const { status, body } = await shop.call(route.method, path, { ...needed(route.path), ...period });
    expect(status).toBe(422);
    expect(body.message[end]).toEqual([`The ${end} must not be before the ${start}.`]);
  });
});
