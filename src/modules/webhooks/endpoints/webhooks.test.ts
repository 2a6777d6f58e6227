import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { addWebhook } from '../../../../test/webhook-scene.ts';
import { expectOk } from '../../../../test/stall.ts';
import { errorText } from '../../../kernel/errors.ts';
import { webhookLimits } from '../limits.ts';
import { MESSAGE_NAMES } from '../message-types.ts';

const PATH = '/api/open/webhook';
const URL_OF_SHOP = 'https://hooks.example.com/ngorder?kunci=rahasia';
let now = new Date('2026-03-10T05:00:00Z');
let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => now } });
});
beforeEach(async () => {
  now = new Date('2026-03-10T05:00:00Z');
  shop = await app.openShop();
});
afterAll(() => app.close());

const create = (input: object = {}) => shop.call('POST', PATH, { url: URL_OF_SHOP, ...input });
const list = async () => expectOk(await shop.call('GET', PATH)).body.data;

test('the secret of a webhook is shown once, and is not stored readable', async () => {
  const answer = await create({ description: 'Gudang', event_types: ['order.paid', 'ORDER.PAID'] });
  expect(answer.status).toBe(201);
  const { secret, ...shown } = answer.body.data;
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(shown).toEqual({
    id: expect.any(Number),
    url: URL_OF_SHOP,
    description: 'Gudang',
    event_types: ['order.paid'],
    is_active: true,
    off_reason: null,
    off_at: null,
    failing_since: null,
    old_secret_ends_at: null,
    created_at: expect.any(String),
    updated_at: expect.any(String),
  });
  expect(await list()).toEqual([shown]);
  const { rows } = await app.database.pool.query('select w::text as text from webhook_endpoints as w');
  expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
});

test('a webhook without event types gets all of them', async () => {
  expect((await create()).body.data.event_types).toBeNull();
});

describe('an address is refused', () => {
  test.each([
    ['ftp://example.com/', 'webhook_url'],
    ['example.com/hooks', 'webhook_url'],
    ['javascript:alert(1)', 'webhook_url'],
    ['http://example.com/', 'webhook_url_https'],
    ['https://budi:rahasia@example.com/', 'webhook_url_user'],
    ['https://localhost/', 'webhook_url_private'],
    ['https://localhost./', 'webhook_url_private'],
    ['https://api.localhost:8443/', 'webhook_url_private'],
    ['https://printer/', 'webhook_url_private'],
    ['https://db.internal/', 'webhook_url_private'],
    ['https://127.0.0.1/', 'webhook_url_private'],
    ['https://127.1/', 'webhook_url_private'],
    ['https://0x7f000001/', 'webhook_url_private'],
    ['https://2130706433/', 'webhook_url_private'],
    ['https://10.0.0.1:8080/', 'webhook_url_private'],
    ['https://192.168.1.20/', 'webhook_url_private'],
    ['https://169.254.169.254/latest/meta-data/', 'webhook_url_private'],
    ['https://0.0.0.0/', 'webhook_url_private'],
    ['https://[::1]/', 'webhook_url_private'],
    ['https://[::ffff:10.0.0.1]/', 'webhook_url_private'],
    ['https://[fd00::1]/', 'webhook_url_private'],
    ['https://[64:ff9b::a00:1]/', 'webhook_url_private'],
  ])('%s: %s', async (url, code) => {
    const answer = await create({ url });
    expect(answer.status).toBe(422);
    expect(answer.body.message).toEqual({ url: [errorText({ code, values: { field: 'url' } }, 'en')] });
    const { id } = (await create()).body.data;
    expect((await shop.call('PATCH', `${PATH}/${id}`, { url })).status).toBe(422);
    expect(await list()).toEqual([expect.objectContaining({ id, url: URL_OF_SHOP })]);
  });
});

test('with networks that the operator has named, these alone are reached besides, and without TLS only these', async () => {
  const environment = { WEBHOOK_NETWORKS: '10.1.0.0/16, 192.168.1.20' };
  const other_app = await startTestApp({ environment });
  try {
    const other = await other_app.openShop();
    const status = async (url: string) => (await other.call('POST', PATH, { url })).status;
    for (const url of [
      'http://10.1.2.3/',
      'https://192.168.1.20:8443/',
      'http://erp.lan/',
      'https://example.com/',
    ])
      expect(await status(url), url).toBe(201);
    for (const url of ['http://10.2.0.1/', 'https://192.168.1.21/', 'http://8.8.8.8/', 'https://127.0.0.1/'])
      expect(await status(url), url).toBe(422);
  } finally {
    await other_app.close();
  }
});

test('what is not sent does not change, and null makes it all types again', async () => {
  const { id } = await addWebhook(shop, URL_OF_SHOP, { event_types: ['order.paid'], description: 'a' });
  const patch = async (input: object) => expectOk(await shop.call('PATCH', `${PATH}/${id}`, input)).body.data;
  expect(await patch({ url: 'https://example.com/b' })).toMatchObject({
    url: 'https://example.com/b',
    event_types: ['order.paid'],
    description: 'a',
    is_active: true,
  });
  expect(await patch({ event_types: null, description: '' })).toMatchObject({
    event_types: null,
    description: '',
  });
  expect((await shop.call('PATCH', `${PATH}/${id}`, { event_types: [] })).status).toBe(422);
  expect((await shop.call('PATCH', `${PATH}/${id}`, { event_types: ['order.gone'] })).status).toBe(422);
});

test('the owner switches a webhook off and on again', async () => {
  const { id } = await addWebhook(shop, URL_OF_SHOP);
  const off = expectOk(await shop.call('PATCH', `${PATH}/${id}`, { is_active: false })).body.data;
  expect(off).toMatchObject({ is_active: false, off_reason: 'OWNER', off_at: expect.any(String) });
  expect((await shop.call('POST', `${PATH}/${id}/test`)).status).toBe(409);
  const on = expectOk(await shop.call('PATCH', `${PATH}/${id}`, { is_active: true })).body.data;
  expect(on).toMatchObject({ is_active: true, off_reason: null, off_at: null });
});

test('a rotated secret is another, and the old one has its end', async () => {
  const { id, secret } = await addWebhook(shop, URL_OF_SHOP);
  const rotated = await shop.call('POST', `${PATH}/${id}/rotate`);
  expect(rotated.status).toBe(201);
  expect(rotated.body.data).toEqual({
    id,
    secret: expect.stringMatching(/^whsec_/),
    old_secret_ends_at: '2026-03-11T12:00:00+07:00',
  });
  expect(rotated.body.data.secret).not.toBe(secret);
  expect((await list())[0].old_secret_ends_at).toBe('2026-03-11T12:00:00+07:00');
  now = new Date('2026-03-11T06:00:00Z');
  expect((await list())[0].old_secret_ends_at).toBeNull();
  expect((await shop.call('POST', `${PATH}/${id}/rotate`, { overlap_hours: 169 })).status).toBe(422);
});

test('a deleted webhook is as one that does not exist, and has no secrets any more', async () => {
  const { id } = await addWebhook(shop, URL_OF_SHOP);
  expectOk(await shop.call('POST', `${PATH}/${id}/rotate`));
  expectOk(await shop.call('DELETE', `${PATH}/${id}`));
  expect(await list()).toEqual([]);
  for (const [method, path] of [
    ['PATCH', `${PATH}/${id}`],
    ['DELETE', `${PATH}/${id}`],
    ['POST', `${PATH}/${id}/rotate`],
    ['POST', `${PATH}/${id}/test`],
    ['POST', `${PATH}/${id}/replay`],
  ] as const)
    expect((await shop.call(method, path, { since: '2026-01-01 00:00' })).status, path).toBe(404);
  const { rows } = await app.database.pool.query(
    'select secret, previous_secret from webhook_endpoints where id = $1',
    [id],
  );
  expect(rows).toEqual([{ secret: null, previous_secret: null }]);
});

test('a shop has no more webhooks than its limit, however many are created at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: webhookLimits.webhooks_per_shop + 3 }, () => create()),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(webhookLimits.webhooks_per_shop);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(3);
  const [first] = await list();
  expectOk(await shop.call('DELETE', `${PATH}/${first.id}`));
  expect((await create()).status).toBe(201);
});

test('a key reads webhooks, but can lead data of the shop nowhere', async () => {
  const { id } = await addWebhook(shop, URL_OF_SHOP);
  const { key } = expectOk(await shop.call('POST', '/api/account/api-key', { name: 'Kasir' })).body.data;
  const call = (method: string, path: string, input?: object) =>
    app.call(method, path, input, { authorization: `Bearer ${key}` });
  expect((await call('GET', PATH)).status).toBe(200);
  expect((await call('POST', PATH, { url: URL_OF_SHOP })).status).toBe(403);
  for (const [method, path] of [
    ['PATCH', `${PATH}/${id}`],
    ['DELETE', `${PATH}/${id}`],
    ['POST', `${PATH}/${id}/rotate`],
  ] as const)
    expect((await call(method, path, {})).status, path).toBe(403);
});

test('the audit log says who led data where, without what may let somebody in', async () => {
  const { id } = await addWebhook(shop, URL_OF_SHOP);
  expectOk(await shop.call('PATCH', `${PATH}/${id}`, { url: 'https://lain.example.com/?kunci=lain' }));
  const audit = expectOk(await shop.call('GET', '/api/account/audit', { subject: 'webhook' })).body.data;
  expect(audit).toEqual([
    expect.objectContaining({
      action: 'updated',
      detail: { url: ['hooks.example.com', 'lain.example.com'] },
    }),
    expect.objectContaining({ action: 'created', subject_id: id }),
  ]);
});

test('the list of event types has the schema of each', async () => {
  const types = expectOk(await shop.call('GET', `${PATH}/event`)).body.data;
  expect(types.map(({ type }: { type: string }) => type)).toEqual([...MESSAGE_NAMES, 'webhook.test']);
  expect(types[0]).toMatchObject({
    version: 1,
    data: { type: 'object', properties: { order_id: { type: 'integer' } } },
  });
});
