import { beforeEach, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { VENDOR_KEY } from '../../../../test/integrations/courier-vendor.ts';
import { hire } from '../../../../test/staff.ts';
import { expectOk } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = bookingScene('biteship');
const PATH = '/api/open/setting/courier/connection';
const KEY = { vendor: 'biteship', api_key: VENDOR_KEY };

beforeEach(async () => {
  await scene.connect();
});

const listed = async (shop = scene.shop) =>
  expectOk(await shop.call('GET', PATH)).body.data.find(({ vendor }: any) => vendor === 'biteship');
const stored = async (shop_id = scene.shop.shop_id) =>
  (
    await scene.app.database.pool.query(
      `select api_key, encode(api_key, 'escape') as text, key_end, user_id from courier_connections where shop_id = $1`,
      [shop_id],
    )
  ).rows;
const audited = async () => {
  const { text, body } = expectOk(
    await scene.shop.call('GET', '/api/account/audit?subject=courier_connection'),
  );
  expect(text).not.toContain(VENDOR_KEY);
  return body.data.map(({ action, detail, user }: any) => ({ action, detail, user_id: user.id }));
};

/** All that can be done with a connection. */
const ROUTES: [method: string, path: string, input?: object][] = [
  ['GET', PATH],
  ['PUT', PATH, KEY],
  ['POST', `${PATH}/test`, { vendor: 'biteship' }],
  ['DELETE', PATH, { vendor: 'biteship' }],
];

test('a key is never given back, by no route, and stands sealed in the database', async () => {
  const shown = `…${VENDOR_KEY.slice(-4)}`;
  const ends: (string | null)[] = [];
  for (const [method, path, input] of ROUTES) {
    const { text } = expectOk(await scene.shop.call(method, path, input));
    expect(text).not.toContain(VENDOR_KEY);
    for (const row of await stored()) expect(row.text).not.toContain(VENDOR_KEY);
    ends.push((await listed()).key);
  }
  expect(ends).toEqual([shown, shown, shown, null]);
  expect(await listed()).toMatchObject({ key: null, created_at: null });
});

test('the owner reads who has connected, replaced and removed a key, and no key', async () => {
  expectOk(await scene.shop.call('DELETE', PATH, { vendor: 'biteship' }));
  const before = (await audited()).length;
  expectOk(await scene.shop.call('PUT', PATH, KEY));
  expectOk(await scene.shop.call('PUT', PATH, KEY));
  expectOk(await scene.shop.call('DELETE', PATH, { vendor: 'biteship' }));
  const { user_id } = scene.shop;
  expect((await audited()).slice(0, -before)).toEqual([
    { action: 'removed', detail: { vendor: 'biteship' }, user_id },
    { action: 'saved', detail: { vendor: 'biteship', is_replaced: true }, user_id },
    { action: 'saved', detail: { vendor: 'biteship', is_replaced: false }, user_id },
  ]);
});

test('a key that the vendor refuses is not stored, and leaves no trace', async () => {
  const before = await stored();
  const entries = await audited();
  const wrong = { ...KEY, api_key: 'biteship_live.tidak-berlaku' };
  const refused = await scene.shop.call('PUT', PATH, wrong);
  expect([refused.status, refused.body.code, Object.keys(refused.body.message)]).toEqual([
    422,
    'vendor_key_refused',
    ['api_key'],
  ]);
  expect(refused.text).not.toContain(wrong.api_key);
  expect(await stored()).toEqual(before);
  expect(await audited()).toEqual(entries);
});

test('who works in a warehouse neither sees nor changes a connection, and no API key does', async () => {
  const before = await stored();
  const keeper = await hire(scene.app, scene.shop, 'warehouse', [0]);
  const made = await scene.shop.call('POST', '/api/account/api-key', { name: 'Mesin' });
  const machine = { authorization: `Bearer ${expectOk(made).body.data.key}` };
  for (const [method, path, input] of ROUTES) {
    const answers = [
      await keeper.call(method, path, input),
      await scene.app.call(method, path, input, machine),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    for (const { text } of answers) expect(text).not.toContain(VENDOR_KEY.slice(-4));
  }
  expect(await stored()).toEqual(before);
});

test("another shop's connection does not exist", async () => {
  const before = await stored();
  const other = await scene.app.openShop();
  expect(await listed(other)).toMatchObject({ key: null, problem: null, created_at: null });
  for (const [method, path] of [
    ['POST', `${PATH}/test`],
    ['DELETE', PATH],
  ] as const)
    expect((await other.call(method, path, { vendor: 'biteship' })).status).toBe(404);
  expectOk(await other.call('PUT', PATH, KEY));
  expect(await stored()).toEqual(before);
  expectOk(await other.call('DELETE', PATH, { vendor: 'biteship' }));
  expect(await stored()).toEqual(before);
});

test.each(['kunci-salju-☃', 'kunci dengan spasi', 'kunci-é-latin'])(
  'a key that no request can carry (%s) is refused without asking, however often, and other shops are served',
  async (api_key) => {
    const before = scene.loopback.requests.length;
    for (let round = 0; round < 12; round += 1) {
      const answer = await scene.shop.call('PUT', PATH, { vendor: 'biteship', api_key });
      expect([answer.status, answer.body.code]).toEqual([422, 'vendor_key_refused']);
    }
    expect(scene.loopback.requests.length).toBe(before);
    const other = await scene.app.openShop();
    expect(expectOk(await other.call('PUT', PATH, KEY)).body.data.problem).toBeNull();
  },
);
