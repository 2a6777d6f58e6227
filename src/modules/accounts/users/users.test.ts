import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { shopLimits } from '../../shop/limits.ts';

const PASSWORD = 'sandi-pegawai-toko';

let now = new Date('2026-03-10T05:00:00Z');
let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp({ clock: { now: () => now } });
});
beforeEach(async () => {
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

let people = 0;
const invite = (change: Record<string, unknown> = {}, by = shop) => {
  people += 1;
  const person = { email: `pegawai${people}@example.com`, full_name: 'Pegawai', role: 'admin' };
  return by.call('POST', '/api/account/user/invite', { ...person, ...change });
};
const accept = (token: string, password = PASSWORD) =>
  test_app.call('POST', '/api/account/user/accept', { token, password });
/** A user who has accepted, with a session token. */
const hire = async (role: string) => {
  const { user_id, token: invitation } = expectOk(await invite({ role })).body.data;
  const { email } = expectOk(await accept(invitation)).body.data;
  const login = expectOk(await test_app.call('POST', '/api/account/login', { email, password: PASSWORD }));
  return { user_id: user_id as number, email: email as string, token: login.body.data.token as string };
};
const users = async () => expectOk(await shop.call('GET', '/api/account/users')).body.data;
const change = (id: number, role: string) => shop.call('PATCH', '/api/account/user', { id, role });
const remove = (id: number) => shop.call('DELETE', `/api/account/user/${id}`);
const me = (token: string) => test_app.call('GET', '/api/account/me', {}, { token });

describe('an invitation', () => {
  test('lets a person set a password once, and then sign in to this shop', async () => {
    const answer = await invite({
      email: 'Ani@example.com',
      role: 'Warehouse',
      phone_number: '0812-345-6789',
    });
    expect(answer.status).toBe(201);
    const { user_id, token: invitation, expires_at } = answer.body.data;
    expect(new Date(expires_at).getTime() - now.getTime()).toBe(7 * 86_400_000);
    expect((await users()).at(-1)).toEqual({
      id: user_id,
      full_name: 'Pegawai',
      email: 'ani@example.com',
      phone_number: '628123456789',
      role: 'warehouse',
      status: 'INVITED',
      created_at: now.toISOString(),
    });
    expect(expectOk(await accept(invitation)).body.data).toEqual({
      shop_id: shop.shop_id,
      user_id,
      email: 'ani@example.com',
    });
    const login = await test_app.call('POST', '/api/account/login', {
      email: 'ani@example.com',
      password: PASSWORD,
    });
    expect((await me(login.body.data.token)).body.data.user).toMatchObject({
      id: user_id,
      role: 'warehouse',
    });
    expect(Object.keys((await accept(invitation)).body.message)).toEqual(['token']);
  });

  test('taken by two at once is accepted by one', async () => {
    const { token: invitation } = expectOk(await invite()).body.data;
    const answers = await Promise.all([
      accept(invitation, 'sandi-pertama'),
      accept(invitation, 'sandi-kedua-'),
    ]);
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([200, 422]);
  });

  test('ends after seven days, and by a newer one to the same person', async () => {
    const email = 'lupa@example.com';
    const first = expectOk(await invite({ email })).body.data;
    const second = expectOk(await invite({ email })).body.data;
    expect(second.user_id).toBe(first.user_id);
    expect((await accept(first.token)).status).toBe(422);
    now = new Date(now.getTime() + 7 * 86_400_000);
    expect((await accept(second.token)).status).toBe(422);
  });

  test('to someone who has an account already is refused, in whatever shop', async () => {
    const other = await test_app.openShop();
    expect(Object.keys((await invite({ email: other.email })).body.message)).toEqual(['email']);
    expect(Object.keys((await invite({ email: shop.email })).body.message)).toEqual(['email']);
  });

  test('keeps nobody from opening a shop of their own with that email; it can then not be accepted', async () => {
    const email = 'mandiri@example.com';
    const { token } = expectOk(await invite({ email })).body.data;
    const mine = { shop_name: 'Tokoku', subdomain: 'mandiri', full_name: 'Ani', phone_number: '0812345678' };
    expectOk(await test_app.call('POST', '/api/account/register', { ...mine, email, password: PASSWORD }));
    expect(Object.keys((await accept(token)).body.message)).toEqual(['email']);
  });

  test('with a role that does not exist is refused', async () => {
    expect(Object.keys((await invite({ role: 'dewa' })).body.message)).toEqual(['role']);
  });
});

describe('the people of a shop', () => {
  test('are those who can sign in, for clients of the API', async () => {
    await invite();
    const { user_id, email } = await hire('admin');
    const { data } = expectOk(await shop.call('GET', '/api/open/user')).body;
    expect(data).toEqual([
      { id: shop.user_id, name: 'Juragan', email: shop.email },
      { id: user_id, name: 'Pegawai', email },
    ]);
  });

  test('have a new role from their next request on', async () => {
    const keeper = await hire('warehouse');
    const bank = () => test_app.call('GET', '/api/open/bank', {}, { token: keeper.token });
    expect((await bank()).status).toBe(403);
    expectOk(await change(keeper.user_id, 'admin'));
    expect((await bank()).status).toBe(200);
    expectOk(await change(keeper.user_id, 'warehouse'));
    expect((await bank()).status).toBe(403);
  });

  test('lose their sessions and keys at once when they are removed, and can be invited again', async () => {
    const owner = await hire('owner');
    const key = expectOk(
      await test_app.call('POST', '/api/account/api-key', { name: 'Kunci' }, { token: owner.token }),
    ).body.data.key;
    expect((await me(key)).status).toBe(200);
    expectOk(await remove(owner.user_id));
    expect([(await me(owner.token)).status, (await me(key)).status]).toEqual([401, 401]);
    const login = await test_app.call('POST', '/api/account/login', {
      email: owner.email,
      password: PASSWORD,
    });
    expect(login.status).toBe(401);
    expect((await users()).map((user: { id: number }) => user.id)).toEqual([shop.user_id]);
    expect((await invite({ email: owner.email })).status).toBe(201);
  });

  test.each([
    [
      'invites',
      'POST',
      '/api/account/user/invite',
      { email: 'kembali@example.com', full_name: 'K', role: 'owner' },
    ],
    ['gives a role', 'PATCH', '/api/account/user', { id: 0, role: 'admin' }],
    ['makes a key', 'POST', '/api/account/api-key', { name: 'Kunci' }],
  ] as const)(
    'do nothing more where a removal comes first, also who %s in the same moment',
    async (_title, method, path, input) => {
      const owner = await hire('owner');
      const removal = await test_app.database.pool.connect();
      await removal.query('begin');
      await removal.query("update users set status = 'REMOVED' where id = $1", [owner.user_id]);
      const body = 'id' in input ? { ...input, id: shop.user_id } : input;
      const requested = test_app.call(method, path, body, { token: owner.token });
      const waits = () =>
        removal.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
      await expect.poll(async () => (await waits()).rowCount).toBe(1);
      await removal.query('commit');
      removal.release();
      expect((await requested).status).toBe(401);
      expect((await users()).map(({ role }: { role: string }) => role)).toEqual(['owner']);
    },
  );

  test('always have an owner', async () => {
    const refused = [await remove(shop.user_id), await change(shop.user_id, 'admin')];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'last_owner'],
      [422, 'last_owner'],
    ]);
    // Who has only been invited as owner can't sign in yet.
    await invite({ role: 'owner' });
    expect((await remove(shop.user_id)).status).toBe(422);
  });

  test('keep one of two owners who remove each other at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const mine = await test_app.openShop();
      const { user_id, token: invitation } = expectOk(await invite({ role: 'owner' }, mine)).body.data;
      const { email } = expectOk(await accept(invitation)).body.data;
      const { token } = expectOk(
        await test_app.call('POST', '/api/account/login', { email, password: PASSWORD }),
      ).body.data;
      const answers = await Promise.all([
        mine.call('DELETE', `/api/account/user/${user_id}`),
        test_app.call('DELETE', `/api/account/user/${mine.user_id}`, {}, { token }),
      ]);
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    }
  });

  test('are listed with the same number of statements for 1, 10 and 100', async () => {
    const sent: number[][] = [];
    let having = 1;
    for (const count of [1, 10, 100]) {
      for (; having < count; having += 1) expectOk(await invite());
      const lists = [];
      for (const path of ['/api/account/users', '/api/open/user']) {
        lists.push(
          await countStatements(test_app, async () => {
            expectOk(await shop.call('GET', path));
          }),
        );
      }
      expect(await users()).toHaveLength(count);
      sent.push(lists);
    }
    expect(sent).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
  });

  test('are no more than the limit, however many are invited at once', async () => {
    const others = Array.from({ length: shopLimits.users_per_shop - 2 }, (_, number) => ({
      shop_id: shop.shop_id,
      email: `penuh${number}-${shop.shop_id}@example.com`,
      full_name: 'Pegawai',
      role: 'admin' as const,
      status: 'INVITED' as const,
      created_at: now,
      updated_at: now,
    }));
    await test_app.services.db.insertInto('users').values(others).execute();
    const answers = await Promise.all(Array.from({ length: 5 }, () => invite()));
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([201, 422, 422, 422, 422]);
    expect(await users()).toHaveLength(shopLimits.users_per_shop);
  });

  test('of another shop do not exist', async () => {
    const other = await test_app.openShop();
    for (const id of [other.user_id, 999_999_999]) {
      expect((await remove(id)).status).toBe(404);
      expect((await change(id, 'warehouse')).status).toBe(404);
    }
    expect((await other.call('GET', '/api/account/me')).body.data.user.role).toBe('owner');
  });
});
