import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addProduct, expectOk } from '../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let test_app: TestApp;
let shop: TestShop;
/** Products named Sandal A, B and C. */
const ids: number[] = [];
let promo_id: number;

const PROMO = { keyword: 'sandal', group: 'PROMO', type: 'PRODUCT' };

const create = async (change: Record<string, unknown>, by = shop): Promise<number> =>
  expectOk(
    await by.call('POST', '/api/open/promo', {
      group: 'PROMO',
      type: 'PRODUCT',
      name: 'Promo',
      discount: { type: 'NOMINAL', amount: 1_000 },
      limits: {},
      is_active: true,
      customer_categories: ['N'],
      all_products: false,
      ...change,
    }),
  ).body.data.promo_id;
const request = (filter: Record<string, string>, by = shop) =>
  by.call('GET', '/api/open/promo/product', filter);
const found = async (filter: Record<string, string>, by = shop) =>
  expectOk(await request({ ...PROMO, ...filter }, by)).body.data.map((product: any) => product.name);

beforeAll(async () => {
  test_app = await startTestApp({ clock: fixedClock('2026-03-10T18:00:00Z') });
  shop = await test_app.openShop();
  for (const letter of ['A', 'B', 'C']) {
    const made = await addProduct(shop, { stocks: [3, 5], product: { name: `Sandal ${letter}` } });
    ids.push(made.product_id);
  }
  promo_id = await create({
    start_date: '2026-03-12 10:00',
    end_date: '2026-03-14 10:00',
    selected_items: { products: [ids[0]], platforms: ['ORDER_APP'] },
  });
});
afterAll(() => test_app.close());

describe('products that a promo can have', () => {
  test('are shown as the reference has them, the newest first', async () => {
    const { data, meta } = expectOk(await request({ ...PROMO, end_date: '2026-03-11' })).body;
    expect(data[0]).toEqual({
      id: ids[2],
      name: 'Sandal C',
      image: 'http://ngorder.test/assets/product/default.svg',
      thumbnail: 'http://ngorder.test/assets/product/default.svg',
      price: 100_000,
      total_stock: 8,
    });
    expect(meta.pagination).toMatchObject({ total: 3, count: 3, per_page: 10, current_page: 1 });
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['from now on, with no end', {}, ['Sandal C', 'Sandal B']],
    ['until the day before', { end_date: '2026-03-11' }, ['Sandal C', 'Sandal B', 'Sandal A']],
    ['until the day on which the other starts', { end_date: '2026-03-12' }, ['Sandal C', 'Sandal B']],
    ['from the day on which the other ends', { start_date: '2026-03-14' }, ['Sandal C', 'Sandal B']],
    ['from the day after', { start_date: '2026-03-15' }, ['Sandal C', 'Sandal B', 'Sandal A']],
    ['for a coupon', { group: 'coupon' }, ['Sandal C', 'Sandal B', 'Sandal A']],
    ['for shipping', { type: 'EXPEDITION', couriers: '1' }, ['Sandal C', 'Sandal B', 'Sandal A']],
    ['by another word', { keyword: 'merah dal b' }, ['Sandal B']],
    ['page by page', { per_page: '1', pagination_offset: '2' }, ['Sandal B']],
  ])('%s', async (_title, filter, names) => {
    expect(await found(filter)).toEqual(names);
  });

  test.each(['PROMO', 'COUPON'])('of a %s are counted as they are found', async (group) => {
    const { meta } = expectOk(await request({ ...PROMO, group, per_page: '1' })).body;
    expect(meta.pagination).toMatchObject({ total: group === 'PROMO' ? 2 : 3, count: 1 });
  });

  test('are those of the promo being edited too', async () => {
    expect(await found({ id: String(promo_id) })).toEqual(['Sandal C', 'Sandal B', 'Sandal A']);
  });

  test('are none beside an active promo of all products, until it is deleted', async () => {
    const another = await test_app.openShop();
    await addProduct(another, { product: { name: 'Sandal' } });
    const of_all = { start_date: '2026-03-20 00:00', end_date: null, all_products: true };
    const id = await create({ ...of_all, selected_items: { platforms: ['PROMO'] } }, another);
    expect(await found({}, another)).toEqual([]);
    expect(await found({ id: String(id) }, another)).toEqual(['Sandal']);
    expectOk(await another.call('DELETE', `/api/open/promo/${id}`));
    expect(await found({}, another)).toEqual(['Sandal']);
  });

  test.each<[Record<string, string>, string[]]>([
    [{ keyword: 'sa' }, ['keyword']],
    [{ keyword: '' }, ['keyword']],
    [{ keyword: 'x'.repeat(51) }, ['keyword']],
    [{ group: '', type: 'HADIAH' }, ['group', 'type']],
    [{ start_date: '2026-03-12', end_date: '2026-03-11' }, ['end_date']],
    [{ start_date: '2026-03-12 10:00' }, ['start_date']],
    [{ id: '987654321' }, ['id']],
  ])('%j is refused, naming the fields', async (filter, fields) => {
    const answer = await request({ ...PROMO, ...filter });
    expect([answer.status, Object.keys(answer.body.message).toSorted()]).toEqual([422, fields]);
  });

  test("are never another shop's, nor left out for its promos", async () => {
    const other = await test_app.openShop();
    expect(await found({}, other)).toEqual([]);
    const foreign = await request({ ...PROMO, id: String(promo_id) }, other);
    const missing = await request({ ...PROMO, id: '987654321' }, other);
    expect([foreign.status, foreign.body.message]).toEqual([422, missing.body.message]);
  });

  test('take the same number of statements for 1, 10 and 100 products', async () => {
    const big = await test_app.openShop();
    const sent: number[] = [];
    let having = 0;
    for (const count of [1, 10, 100]) {
      for (; having < count; having += 1)
        await addProduct(big, { stocks: [1], product: { name: `Sandal ${having}` } });
      const before = test_app.database.statements.sent;
      expect(await found({ per_page: '100' }, big)).toHaveLength(count);
      sent.push(test_app.database.statements.sent - before);
    }
    expect(sent).toEqual([3, 3, 3]);
  });
});
