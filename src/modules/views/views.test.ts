import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../test/harness.ts';
import { hire, type Staff } from '../../../test/staff.ts';
import { expectOk } from '../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

type Call = (method: string, path: string, input?: object) => Promise<Answered>;

const VIEW = '/api/open/view';
let app: TestApp;
let shop: TestShop;
let admin: Staff;
let worker: Staff;

beforeAll(async () => {
  app = await startTestApp({ pool_size: 20 });
});
afterAll(() => app.close());
beforeEach(async () => {
  shop = await app.openShop();
  admin = await hire(app, shop, 'admin');
  worker = await hire(app, shop, 'warehouse', [0]);
});

const save = (call: Call, input: object = {}) =>
  call('POST', VIEW, { list: 'orders', title: 'Belum bayar', query: 'payment_status=UNPAID', ...input });
const saved = async (call: Call, input: object = {}): Promise<any> =>
  expectOk(await save(call, input)).body.data;
const titles = async (call: Call, list = 'orders'): Promise<string[]> =>
  expectOk(await call('GET', VIEW, { list })).body.data.map(({ title }: any) => title);
const refusal = ({ status, body }: Answered) => [status, body.code];

const byKey = async (): Promise<Call> => {
  const { key } = expectOk(await shop.call('POST', '/api/account/api-key', { name: 'Kunci' })).body.data;
  return (method, path, input) => app.call(method, path, input, { authorization: `Bearer ${key}` });
};

describe('saved views', () => {
  test('are read as they were saved, by title, also with an API key of the user', async () => {
    const view = await saved(shop.call, { title: 'zakat', query: '?order_by=PROFIT' });
    expect(view).toMatchObject({
      list: 'orders',
      query: 'order_by=PROFIT',
      is_shared: false,
      is_own: true,
      user: { id: shop.user_id },
    });
    await saved(shop.call, { title: 'Arisan' });
    await saved(shop.call, { title: 'Tas', list: 'products' });
    expect(await titles(shop.call)).toEqual(['Arisan', 'zakat']);
    const key = await byKey();
    await saved(key, { title: 'Kurir' });
    expect(await titles(shop.call)).toEqual(['Arisan', 'Kurir', 'zakat']);
  });

  test('that are private do not exist for others, not even for the owner', async () => {
    const { id } = await saved(worker.call);
    for (const call of [shop.call, admin.call]) {
      expect(await titles(call)).toEqual([]);
      expect(refusal(await call('PATCH', VIEW, { id, title: 'Lain' }))).toEqual([404, 'not_found']);
      expect(refusal(await call('DELETE', `${VIEW}/${id}`))).toEqual([404, 'not_found']);
    }
    expect(await titles(worker.call)).toEqual(['Belum bayar']);
  });

  test('are shared by owners and admins, for everybody, and changed by them alone', async () => {
    expect(refusal(await save(worker.call, { is_shared: true }))).toEqual([403, 'view_not_shared_by_role']);
    const { id } = await saved(admin.call, { is_shared: true });
    expect(await titles(worker.call)).toEqual(['Belum bayar']);
    for (const change of [{ title: 'Lain' }, { is_shared: false }])
      expect(refusal(await worker.call('PATCH', VIEW, { id, ...change }))).toEqual([
        403,
        'view_not_shared_by_role',
      ]);
    expect(refusal(await worker.call('DELETE', `${VIEW}/${id}`))).toEqual([403, 'view_not_shared_by_role']);
    const own = await saved(worker.call, { title: 'Punya saya' });
    expect(refusal(await worker.call('PATCH', VIEW, { id: own.id, is_shared: true }))).toEqual([
      403,
      'view_not_shared_by_role',
    ]);
    const changed = expectOk(await shop.call('PATCH', VIEW, { id, title: 'Tagih', query: '' })).body.data;
    expect(changed).toMatchObject({ title: 'Tagih', query: '', is_shared: true, is_own: false });
    expect(refusal(await shop.call('PATCH', VIEW, { id, is_shared: false }))).toEqual([403, 'view_of_other']);
    expectOk(await admin.call('PATCH', VIEW, { id, is_shared: false }));
    expect(await titles(worker.call)).toEqual(['Punya saya']);
    expectOk(await admin.call('DELETE', `${VIEW}/${id}`));
    expect(await titles(admin.call)).toEqual([]);
  });

  test('of a list that the role cannot read are not there, and cannot be saved', async () => {
    const { id } = await saved(shop.call, { list: 'customers', is_shared: true });
    expect(await titles(worker.call, 'customers')).toEqual([]);
    expect(refusal(await worker.call('DELETE', `${VIEW}/${id}`))).toEqual([404, 'not_found']);
    expect((await save(worker.call, { list: 'customers' })).status).toBe(403);
  });

  test('have titles that differ: those of a user, and those that the shop shares', async () => {
    await saved(shop.call);
    const again = await save(shop.call, { title: 'BELUM BAYAR' });
    expect([again.status, Object.keys(again.body.message)]).toEqual([422, ['title']]);
    await saved(admin.call);
    await saved(shop.call, { list: 'parcels' });
    const { id } = await saved(shop.call, { is_shared: true, title: 'Tagih' });
    expect((await save(admin.call, { is_shared: true, title: 'tagih' })).status).toBe(422);
    await saved(shop.call, { title: 'Tagih' });
    expect((await shop.call('PATCH', VIEW, { id, is_shared: false })).status).toBe(422);
    expect(await titles(shop.call)).toEqual(['Belum bayar', 'Tagih', 'Tagih']);
  });

  test('are no more than fifty of a list, however many are saved at once', async () => {
    await app.database.pool.query(
      `insert into saved_views (shop_id, list, user_id, title, query, is_shared, created_at, updated_at)
       select $1, 'orders', $2, 'Tampilan ' || n, '', false, now(), now() from generate_series(1, 47) as n`,
      [shop.shop_id, shop.user_id],
    );
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => save(shop.call, { title: `Baru ${n}` })));
    const refused = answers.filter(({ status }) => status >= 300);
    expect(refused.map(refusal)).toEqual([1, 2, 3].map(() => [422, 'views_full']));
    await saved(shop.call, { list: 'products' });
    await saved(admin.call);
  });

  test('that are wrong are refused by field, in both languages, and nothing is saved', async () => {
    const answer = await save(shop.call, { list: 'kapal', title: '', query: 'x'.repeat(2_001) });
    expect([answer.status, Object.keys(answer.body.message).toSorted()]).toEqual([
      422,
      ['list', 'query', 'title'],
    ]);
    expect(await titles(shop.call)).toEqual([]);
  });
});

describe('preferences', () => {
  const set = (call: Call, name: string, value: unknown) =>
    call('PUT', `/api/open/preference/${name}`, { value });
  const all = async (call: Call) =>
    Object.fromEntries(
      expectOk(await call('GET', '/api/open/preference')).body.data.map(({ name, value }: any) => [
        name,
        value,
      ]),
    );

  test('are JSON as it was sent, by name, for the user alone, whatever the credential; the last one stays', async () => {
    const values = [{ a: [1, null, 'é\u0000'] }, ['x'], 'teks', 0, false, null];
    for (const [n, value] of values.entries()) expectOk(await set(worker.call, `layar.${n}`, value));
    expect(Object.values(await all(worker.call))).toEqual(values);
    expect(await all(shop.call)).toEqual({});
    const key = await byKey();
    expectOk(await set(key, 'tema', 'gelap'));
    expectOk(await set(shop.call, 'tema', 'terang'));
    expect(await all(key)).toEqual({ tema: 'terang' });
    expectOk(await key('DELETE', '/api/open/preference/tema'));
    expect(await all(shop.call)).toEqual({});
    expect(refusal(await shop.call('DELETE', '/api/open/preference/tema'))).toEqual([404, 'not_found']);
  });

  test('are refused by their name or size, and nothing is stored', async () => {
    const refused = [
      await set(shop.call, 'Kolom', 1),
      await set(shop.call, 'kolom%20baru', 1),
      await set(shop.call, 'k'.repeat(65), 1),
      await set(shop.call, 'kolom', 'x'.repeat(8_191)),
      await shop.call('PUT', '/api/open/preference/kolom', {}),
    ];
    expect(refused.map(({ status, body }) => [status, ...Object.keys(body.message)])).toEqual([
      [422, 'name'],
      [422, 'name'],
      [422, 'name'],
      [422, 'value'],
      [422, 'value'],
    ]);
    expectOk(await set(shop.call, 'kolom', 'x'.repeat(8_190)));
    expect(Object.keys(await all(shop.call))).toEqual(['kolom']);
  });

  test('are a hundred at most, however many are set at once, and known ones can still be set', async () => {
    await app.database.pool.query(
      `insert into user_preferences (shop_id, user_id, name, value, updated_at)
       select $1, $2, 'layar.' || n, '1', now() from generate_series(1, 98) as n`,
      [shop.shop_id, shop.user_id],
    );
    const answers = await Promise.all([1, 2, 3, 4].map((n) => set(shop.call, `baru.${n}`, n)));
    expect(answers.filter(({ status }) => status >= 300).map(refusal)).toEqual([
      [422, 'preferences_full'],
      [422, 'preferences_full'],
    ]);
    expectOk(await set(shop.call, 'layar.5', 2));
    expect((await all(shop.call))['layar.5']).toBe(2);
  });
});

test('what a removed user had for private goes with the user, and what was shared stays', async () => {
  await saved(admin.call);
  await saved(admin.call, { title: 'Bersama', is_shared: true });
  expectOk(await admin.call('PUT', '/api/open/preference/tema', { value: 'gelap' }));
  expectOk(await shop.call('DELETE', `/api/account/user/${admin.user_id}`));
  await app.readEvents();
  expect(await titles(shop.call)).toEqual(['Bersama']);
  const { rows } = await app.database.pool.query(
    `select (select count(*)::int from saved_views where shop_id = $1) as views,
       (select count(*)::int from user_preferences where shop_id = $1) as preferences`,
    [shop.shop_id],
  );
  expect(rows).toEqual([{ views: 1, preferences: 0 }]);
});
