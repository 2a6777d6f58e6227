import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { expectOk, openStall, orderOf } from '../../../test/stall.ts';

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
});
afterAll(() => app.close());

const call = async (method: string, path: string, body?: object) =>
  expectOk(await shop.call(method, `/api/open/${path}`, body)).body;
const refused = async (method: string, path: string, body: object) => {
  const answer = await shop.call(method, `/api/open/${path}`, body);
  expect(answer.status).toBe(422);
  return Object.keys(answer.body.message);
};

describe('order sources', () => {
  test('are made, listed, changed, and switched off for new orders', async () => {
    const made = await call('POST', 'order-source/create', { marketplace_id: '3', note: 'Butik Kadocoklat' });
    const { order_source_id } = made.data;
    expect(made).toMatchObject({ response: 'Success', data: { note: 'Butik Kadocoklat' } });
    const stall = await openStall(shop);
    expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { order_source_id })));
    await call('PATCH', 'order-source/update', { order_source_id, note: 'Kadocoklat', status: 'n' });
    expect((await call('GET', 'order-source')).data).toEqual([
      {
        id: order_source_id,
        marketplace_id: 3,
        marketplace_name: expect.any(String),
        note: 'Kadocoklat',
        status: 'NON ACTIVE',
      },
    ]);
    expect((await call('GET', 'order-source?status=Y')).data).toEqual([]);
    expect(await refused('POST', 'order', orderOf(stall, { order_source_id }))).toEqual(['order_source_id']);
  });

  test('may have no words of the shop beside the marketplace, and lose those that they have', async () => {
    const make = (note: unknown) => call('POST', 'order-source/create', { marketplace_id: 1, note });
    const plain = (await make('')).data;
    const named = (await make('Akirabutik')).data;
    expect(plain).toEqual({ order_source_id: expect.any(Number), note: '' });
    const update = async (change: object) =>
      (await call('PATCH', 'order-source/update', { order_source_id: named.order_source_id, ...change })).data
        .note;
    expect(await update({ status: 'Y' })).toBe('Akirabutik');
    expect(await update({ note: '' })).toBe('');
    const rows = (await call('GET', 'order-source?status=Y')).data as { id: number; note: string }[];
    expect(rows.map(({ id, note }) => [id, note])).toEqual([
      [plain.order_source_id, ''],
      [named.order_source_id, ''],
    ]);
    expect(await refused('POST', 'order-source/create', { marketplace_id: 1 })).toEqual(['note']);
  });

  test('need a marketplace that there is', async () => {
    expect(await refused('POST', 'order-source/create', { marketplace_id: 9_999, note: 'x' })).toEqual([
      'marketplace_id',
    ]);
  });
});

describe('order costs', () => {
  test('are made, listed, changed and deleted under both paths', async () => {
    const discount = { category: 'discount', name: 'Ultah', type: 'PERCENTAGE', percentage: '10' };
    const one = (await call('POST', 'order-cost/create', discount)).data;
    const other = { category: 'OTHER COST', name: 'Kardus', type: 'NOMINAL', nominal: 2_000 };
    const two = (await call('POST', 'order-cost/create', other)).data;
    expect(one).toEqual({ order_cost_id: expect.any(String), name: 'Ultah' });
    await call('PUT', 'order-cost/update', {
      order_cost_id: one.order_cost_id,
      category: 'COST',
      type: 'NOMINAL',
      nominal: 500,
    });
    expect((await call('GET', 'order-cost')).data).toEqual([
      {
        order_cost_id: one.order_cost_id,
        title: 'Diskon Order',
        category: 'OTHER COST',
        type: 'NOMINAL',
        name: 'Ultah',
        percentage: 0,
        nominal: 500,
      },
      expect.objectContaining({ order_cost_id: two.order_cost_id, nominal: 2_000 }),
    ]);
    await call('POST', `order-source/delete/${one.order_cost_id}`);
    await call('POST', `order-cost/delete/${two.order_cost_id}`);
    expect((await call('GET', 'order-cost')).data).toEqual([]);
    const again = await shop.call('POST', `/api/open/order-cost/delete/${two.order_cost_id}`);
    expect(again.status).toBe(404);
  });

  test('have the amount of their type', async () => {
    const cost = { category: 'DISCOUNT', name: 'x' };
    expect(await refused('POST', 'order-cost/create', { ...cost, type: 'NOMINAL', percentage: 3 })).toEqual([
      'nominal',
    ]);
    expect(await refused('POST', 'order-cost/create', { ...cost, type: 'PERCENTAGE' })).toEqual([
      'percentage',
    ]);
    const { order_cost_id } = (
      await call('POST', 'order-cost/create', { ...cost, type: 'NOMINAL', nominal: 1 })
    ).data;
    expect(await refused('PUT', 'order-cost/update', { order_cost_id, type: 'PERCENTAGE' })).toEqual([
      'percentage',
    ]);
  });

  test('take the type of the only amount that is sent, and ask for it where two are', async () => {
    const cost = { category: 'DISCOUNT', name: 'Lebaran', type: 'PERCENTAGE', percentage: 10 };
    const { order_cost_id } = (await call('POST', 'order-cost/create', cost)).data;
    const changed = async (change: object) => {
      await call('PUT', 'order-cost/update', { order_cost_id, ...change });
      const rows = (await call('GET', 'order-cost')).data as Record<string, unknown>[];
      const { type, nominal, percentage } = rows.find((row) => row['order_cost_id'] === order_cost_id) ?? {};
      return [type, nominal, percentage];
    };
    expect(await changed({ nominal: 5_000 })).toEqual(['NOMINAL', 5_000, 0]);
    expect(await changed({ name: 'Lebaran 2' })).toEqual(['NOMINAL', 5_000, 0]);
    expect(await changed({ percentage: '15' })).toEqual(['PERCENTAGE', 0, 15]);
    expect(await changed({ percentage: 0, nominal: 700 })).toEqual(['NOMINAL', 700, 0]);
    expect(await changed({ percentage: 20, nominal: 700, type: 'PERCENTAGE' })).toEqual([
      'PERCENTAGE',
      0,
      20,
    ]);
    for (const both of [
      { percentage: 20, nominal: 700 },
      { percentage: 0, nominal: 0 },
    ])
      expect(await refused('PUT', 'order-cost/update', { order_cost_id, ...both })).toEqual(['type']);
  });

  test.each(['OTHER COST', 'OTHER', 'COST', 'cost'])('are made of category %s', async (category) => {
    const cost = { category, name: 'Kardus', type: 'NOMINAL', nominal: 1 };
    const { order_cost_id } = (await call('POST', 'order-cost/create', cost)).data;
    const rows = (await call('GET', 'order-cost')).data as Record<string, unknown>[];
    expect(rows.find((row) => row['order_cost_id'] === order_cost_id)).toMatchObject({
      category: 'OTHER COST',
    });
  });
});
