import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { addProduct, expectOk } from '../../../../test/stall.ts';

const PATH = '/api/open/product-category';

let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp();
});
beforeEach(async () => {
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

const create = async (name: string, by = shop) =>
  expectOk(await by.call('POST', PATH, { name })).body.data as { id: number; name: string };
const names = async () =>
  expectOk(await shop.call('GET', PATH)).body.data.map((category: { name: string }) => category.name);

test('a category is made, shown, renamed and listed by name', async () => {
  const tas = await create('  Tas ');
  await create('Baju');
  expect(tas).toEqual({ id: expect.any(Number), name: 'Tas' });
  expect(expectOk(await shop.call('GET', `${PATH}/${tas.id}`)).body.data).toMatchObject({
    id: tas.id,
    name: 'Tas',
  });
  expectOk(await shop.call('PATCH', PATH, { id: String(tas.id), name: 'Tas Wanita' }));
  expect((await names()).toSorted()).toEqual(['Baju', 'Tas Wanita']);
});

describe('a name', () => {
  test('is given once in a shop, in any letter case, however many ask at once', async () => {
    const answers = await Promise.all(
      ['tas', 'TAS', 'Tas', 'tAs'].map((name) => shop.call('POST', PATH, { name })),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const refused = answers.filter((answer) => answer.status === 422).map((answer) => answer.body.code);
    expect(refused).toEqual(['category_exists', 'category_exists', 'category_exists']);
    const baju = await create('Baju');
    expect((await shop.call('PATCH', PATH, { id: baju.id, name: 'TAS' })).status).toBe(422);
    expectOk(await shop.call('PATCH', PATH, { id: baju.id, name: 'BAJU' }));
  });

  test('that another shop has is free', async () => {
    await create('Tas', await test_app.openShop());
    expect((await create('Tas')).name).toBe('Tas');
  });

  test.each(['', '   ', null, 'x'.repeat(101), ['Tas'], {}])('that is none is refused: %j', async (name) => {
    const answer = await shop.call('POST', PATH, { name });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message)).toEqual(['name']);
    expect(await names()).toEqual([]);
  });
});

test('a deleted category leaves its products, uncategorised', async () => {
  const tas = await create('Tas');
  const { product_id } = await addProduct(shop, { product: { category_id: tas.id } });
  expectOk(await shop.call('DELETE', `${PATH}/${tas.id}`));
  const { data } = expectOk(await shop.call('GET', `/api/open/product/${product_id}/detail`)).body;
  expect(data.category_id).toBe(0);
  expect((await shop.call('GET', `${PATH}/${tas.id}`)).status).toBe(404);
  expect((await shop.call('DELETE', `${PATH}/${tas.id}`)).status).toBe(404);
});

test('the list is one statement for 1, 10 and 100 categories', async () => {
  let having = 0;
  for (const count of [1, 10, 100]) {
    for (; having < count; having += 1) await create(`Kategori ${having}`);
    expect(
      await countStatements(test_app, async () => {
        expect(await names()).toHaveLength(count);
      }),
    ).toBe(1);
  }
});
