import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';

const SETTING = '/api/open/setting/courier';
const CUSTOM = `${SETTING}/custom`;

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
});
afterAll(() => app.close());

const call = async (method: string, path: string, body?: object, of = shop) =>
  expectOk(await of.call(method, path, body)).body;
const refused = async (method: string, path: string, body: object, of = shop) => {
  const answer = await of.call(method, path, body);
  expect(answer.status).toBe(422);
  return Object.keys(answer.body.message);
};
const settings = async (of = shop) => {
  const { data } = await call('GET', SETTING, undefined, of);
  const all = Object.values(data).flat() as { id: number; is_active: boolean }[];
  return new Map(all.map(({ id, is_active }) => [id, is_active]));
};
const activeIds = async (of = shop): Promise<number[]> =>
  (await call('GET', '/api/open/expedition/active?per_page=100', undefined, of)).data.map(
    ({ id }: any) => id,
  );

describe('courier services', () => {
  test('are listed by group with their status, as the reference has them', async () => {
    const { data } = await call('GET', SETTING);
    expect(Object.keys(data)).toEqual(['Regular', 'Express', 'Trucking']);
    expect(data.Regular[0]).toEqual({ id: 1, logistic_name: 'JNE', rate_name: 'REG', is_active: true });
    expect(data.Express[0]).toMatchObject({ id: 2, rate_name: 'YES' });
    expect(data.Trucking).toContainEqual({
      id: 363,
      logistic_name: 'SiCepat',
      rate_name: 'GOKIL',
      is_active: true,
    });
    expect(data.Regular).toContainEqual(expect.objectContaining({ id: 921, is_active: false }));
  });

  test('are switched one by one, off where nothing is said, and only in the shop', async () => {
    const owner = await app.openShop();
    const on = await call('PATCH', SETTING, { id: '921', is_active: '1' }, owner);
    expect(on).toMatchObject({
      response: 'Success',
      message: 'data has been successfully saved',
      data: { id: 921, is_active: true },
    });
    expect((await call('PATCH', SETTING, { id: '1' }, owner)).data).toEqual({ id: 1, is_active: false });
    const after = await settings(owner);
    expect([after.get(921), after.get(1), after.get(2)]).toEqual([true, false, true]);
    expect(await activeIds(owner)).toEqual(expect.arrayContaining([921, 2]));
    expect(await activeIds(owner)).not.toContain(1);
    expect((await settings()).get(1)).toBe(true);
  });

  test('are set by group, and the IDs come back as they were sent; other groups stay', async () => {
    const owner = await app.openShop();
    const sent = { regular: ['4', '8'], express: ['11', '42'] };
    const { data } = await call('PATCH', `${SETTING}/all`, sent, owner);
    expect(data).toMatchObject(sent);
    expect(data.trucking).toEqual(expect.arrayContaining(['363']));
    const active = await activeIds(owner);
    expect(active).toEqual(expect.arrayContaining([4, 8, 11, 42, 363, 98, 99]));
    expect(active).not.toEqual(expect.arrayContaining([1]));
    expect((await call('PATCH', `${SETTING}/all`, { trucking: [] }, owner)).data.trucking).toEqual([]);
    expect(await activeIds(owner)).not.toContain(363);
  });

  test('one of another group, or that does not exist, is refused by its place', async () => {
    expect(await refused('PATCH', `${SETTING}/all`, { regular: ['1', '2', 'x', '12'] })).toEqual([
      'regular.1',
      'regular.2',
      'regular.3',
    ]);
    expect(await refused('PATCH', SETTING, { id: '12345' })).toEqual(['id']);
  });

  test('switched at the same time are all switched', async () => {
    const owner = await app.openShop();
    const ids = [1, 2, 3, 4, 10, 44, 42, 57];
    await Promise.all(ids.map((id) => call('PATCH', SETTING, { id: String(id) }, owner)));
    const after = await settings(owner);
    expect(ids.filter((id) => after.get(id))).toEqual([]);
  });

  test('name the couriers of the shop', async () => {
    const owner = await app.openShop();
    await call('PATCH', `${SETTING}/all`, { regular: ['44', '1'], express: ['2'], trucking: [] }, owner);
    const [data] = (await call('GET', '/api/open/shop', undefined, owner)).data;
    expect(data.courier).toBe('JNE,Lion Parcel');
  });
});

describe('custom couriers', () => {
  const create = (body: object, of = shop) => call('POST', CUSTOM, body, of).then(({ data }) => data.id);
  const list = async (of = shop) => (await call('GET', CUSTOM, undefined, of)).data as any[];

  test('are created, listed, changed and deleted, and stand among the courier services', async () => {
    const owner = await app.openShop();
    const id = await create({ name: 'Kurir Toko', fee: '30000', is_cod: 'Y' }, owner);
    expect(id).toBeGreaterThan(1_000_000);
    expect(await list(owner)).toEqual([{ id, name: 'Kurir Toko', fee: 30_000, is_cod: true }]);
    const changed = await call('PATCH', CUSTOM, { id, name: 'Kurir Kami', fee: 25_000 }, owner);
    expect(changed).toMatchObject({ response: 'Success', data: { id } });
    expect(await list(owner)).toEqual([{ id, name: 'Kurir Kami', fee: 25_000, is_cod: true }]);
    const expedition = {
      id,
      rate_name: '',
      logistic_name: 'Kurir Kami',
      show_name: 'Custom',
      pickup_available: 'NOT AVAILABLE',
    };
    expect((await call('GET', '/api/open/expedition', undefined, owner)).data.at(-1)).toEqual(expedition);
    const active = await call('GET', '/api/open/expedition/active?keyword=kami', undefined, owner);
    expect(active.data).toEqual([{ ...expedition, logo_url: expect.stringMatching(/^http.*\.svg$/) }]);
    const deleted = await call('DELETE', `${CUSTOM}/${id}`, undefined, owner);
    expect(deleted).toMatchObject({ response: 'Success', message: 'Data has been deleted', data: { id } });
    expect(await list(owner)).toEqual([]);
    expect((await call('GET', '/api/open/expedition', undefined, owner)).data.at(-1).id).not.toBe(id);
    expect((await owner.call('DELETE', `${CUSTOM}/${id}`)).status).toBe(404);
    expect((await owner.call('PATCH', CUSTOM, { id, name: 'x', fee: 1 })).status).toBe(404);
    expect((await owner.call('DELETE', `${CUSTOM}/99999999999`)).status).toBe(404);
  });

  test('have names of their own in any letter case and with any blanks, and those of deleted ones are free', async () => {
    const owner = await app.openShop();
    const id = await create({ name: 'Indah Kargo', fee: 1 }, owner);
    expect(await refused('POST', CUSTOM, { name: 'INDAH kargo', fee: 1 }, owner)).toEqual(['name']);
    expect(await refused('POST', CUSTOM, { name: ' Indah \t Kargo', fee: 1 }, owner)).toEqual(['name']);
    const other = await create({ name: 'Ojek', fee: 1 }, owner);
    expect(await refused('PATCH', CUSTOM, { id: other, name: 'indah kargo', fee: 1 }, owner)).toEqual([
      'name',
    ]);
    await call('DELETE', `${CUSTOM}/${id}`, undefined, owner);
    await create({ name: 'INDAH KARGO', fee: 1 }, owner);
  });

  test('made at the same time with one name are one', async () => {
    const owner = await app.openShop();
    const answers = await Promise.all(
      ['Kurir', 'KURIR', 'kurir', 'kuRir'].map((name) => owner.call('POST', CUSTOM, { name, fee: 1 })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422, 422]);
    expect(await list(owner)).toHaveLength(1);
  });

  test('are at most as many as the limit says', async () => {
    const owner = await app.openShop();
    await app.database.pool.query(
      `insert into custom_couriers (shop_id, name, fee_idr, created_at)
       select $1, 'Kurir ' || n, 1, now() from generate_series(1, 100) n`,
      [owner.shop_id],
    );
    const answer = await owner.call('POST', CUSTOM, { name: 'Satu lagi', fee: 1 });
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('limit_reached');
  });
});

test('the rounding of COD amounts is one of four steps, none at first', async () => {
  const owner = await app.openShop();
  const path = `${SETTING}/cod`;
  expect((await call('GET', path, undefined, owner)).data).toEqual({ cash_rounding: 0 });
  expect((await call('PATCH', path, { cash_rounding: 500 }, owner)).data).toEqual({ cash_rounding: 500 });
  expect((await call('GET', path, undefined, owner)).data).toEqual({ cash_rounding: 500 });
  expect(await refused('PATCH', path, { cash_rounding: 50 }, owner)).toEqual(['cash_rounding']);
});
