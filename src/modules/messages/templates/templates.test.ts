import { describe, expect, test } from 'vitest';
import { hire } from '../../../../test/staff.ts';
import { messageScene } from '../../../../test/integrations/message-scene.ts';
import { APP_SECRET, MESSAGE_KEY, SENDER } from '../../../../test/integrations/message-vendors.ts';
import { openMessageAccounts } from '../../../integrations/message/index.ts';
import { expectOk } from '../../../../test/stall.ts';
import { endOfQuiet } from '../quiet-hours.ts';

const at = messageScene();
const PATH = '/api/open/message/template';

describe('a template', () => {
  test('is checked when it is saved, by the placeholders of its kind', async () => {
    const create = (input: object) => at.shop.call('POST', PATH, input);
    const wrong = await create({ type: 'PROMO', template: 'Total {%total%}' });
    expect([wrong.status, Object.keys(wrong.body.message)]).toEqual([422, ['template']]);
    const { data } = expectOk(await create({ type: 'PROMO', template: 'Halo {% BUYER %}' })).body;
    const half = await at.shop.call('PATCH', PATH, { id: data.id, approved_name: 'promo' });
    expect(half.body.message.approved_name).toHaveLength(1);
    const changed = expectOk(await at.shop.call('PATCH', PATH, { id: data.id, title: 'Lebaran' })).body.data;
    expect(changed).toMatchObject({ title: 'Lebaran', template: 'Halo {% BUYER %}' });
    const preview = expectOk(await at.shop.call('POST', `${PATH}/preview`, { template: changed.template }))
      .body.data;
    expect(preview.text).toBe('Halo Nama Pelanggan');
    expectOk(await at.shop.call('DELETE', `${PATH}/${data.id}`));
    expect((await at.shop.call('DELETE', `${PATH}/${data.id}`)).status).toBe(404);
  });

  test('of what orders are told is one in each language; deleted, the text of a new shop is used', async () => {
    const twice = await at.shop.call('POST', PATH, { type: 'REMINDER', template: 'Bayar ya' });
    expect(twice.body.code).toBe('message_template_exists');
    const { data } = expectOk(await at.shop.call('GET', PATH, { type: 'REMINDER', language: 'id' })).body;
    expectOk(await at.shop.call('DELETE', `${PATH}/${data[0].id}`));
    const id = await at.order();
    const shown = expectOk(await at.shop.call('GET', '/api/open/woowa/order/message', { id: String(id) }))
      .body.data;
    expect([shown.id, shown.message]).toEqual([0, expect.stringContaining('menunggu pembayaran')]);
  });

  test('shows all placeholders, none of which is of costs', async () => {
    const { data } = expectOk(await at.shop.call('GET', '/api/open/message/placeholder')).body;
    const names = data.map(({ name }: { name: string }) => name);
    expect(names).toContain('uniquecode');
    expect(names.filter((name: string) => /cost|buy_?price|profit|modal/.test(name))).toEqual([]);
  });
});

describe('keys and settings', () => {
  test('are the owner’s: others see how messages leave, and no key of anybody', async () => {
    const admin = await hire(at.app, at.shop, 'admin');
    const connection = { vendor: 'woowa', api_key: MESSAGE_KEY, address: 'https://api.example.com' };
    expect((await admin.call('PUT', '/api/open/message/connection', connection)).status).toBe(403);
    expect((await admin.call('PUT', '/api/open/message/setting', { vendor: 'outbox' })).status).toBe(403);
    await at.choose('woowa');
    const { text } = expectOk(await admin.call('GET', '/api/open/message/setting'));
    expect(text).not.toContain(MESSAGE_KEY);
    expect(text).toContain(`…${MESSAGE_KEY.slice(-4)}`);
  });

  test('of a vendor need what it needs, and a vendor is chosen once it is connected', async () => {
    await at.openShop();
    const save = (input: object) =>
      at.shop.call('PUT', '/api/open/message/connection', { api_key: MESSAGE_KEY, ...input });
    const fields = async (input: object) => Object.keys((await save(input)).body.message);
    expect(await fields({ vendor: 'woowa' })).toEqual(['address']);
    expect(await fields({ vendor: 'whatsapp' })).toEqual(['sender', 'app_secret']);
    expect(await fields({ vendor: 'woowa', address: 'ftp://x.example.com' })).toEqual(['address']);
    expect(await fields({ vendor: 'woowa', address: 'http://a:b@x.example.com' })).toEqual(['address']);
    const whatsapp = { vendor: 'whatsapp', sender: SENDER, app_secret: APP_SECRET };
    expect(await fields({ ...whatsapp, api_key: 'kunci-lain' })).toEqual(['api_key']);
    const early = await at.shop.call('PUT', '/api/open/message/setting', { vendor: 'whatsapp' });
    expect(early.body.code ?? Object.keys(early.body.message)).toBe('message_vendor_unconnected');
    for (const wrong of ['24:00', '7:00', 'malam'])
      expect((await at.shop.call('PUT', '/api/open/message/setting', { quiet_from: wrong })).status).toBe(
        422,
      );
  });

  test.each([
    'http://127.0.0.1:8080',
    'http://10.0.0.1',
    'http://169.254.169.254/latest',
    'http://localhost',
    'http://[::1]',
  ])('an address of the own network is refused: %s', async (address) => {
    at.app.services.ports.openMessageAccount = openMessageAccounts({ WHATSAPP_URL: '' }, at.app.services.log);
    const answer = await at.shop.call('PUT', '/api/open/message/connection', {
      vendor: 'woowa',
      api_key: MESSAGE_KEY,
      address,
    });
    expect([answer.status, Object.keys(answer.body.message)]).toEqual([422, ['address']]);
  });
});

test.each([
  ['2026-01-05T13:59:00Z', 'Asia/Jakarta', undefined],
  ['2026-01-05T14:00:00Z', 'Asia/Jakarta', '2026-01-06T00:00:00.000Z'],
  ['2026-01-05T23:59:00Z', 'Asia/Jakarta', '2026-01-06T00:00:00.000Z'],
  ['2026-01-06T00:00:00Z', 'Asia/Jakarta', undefined],
  ['2026-01-31T12:30:00Z', 'Asia/Jayapura', '2026-01-31T22:00:00.000Z'],
] as const)('quiet hours at %s in %s end at %s', (now, zone, ends) => {
  expect(endOfQuiet(new Date(now), zone, { quiet_from: 1_260, quiet_until: 420 })?.toISOString()).toBe(ends);
  expect(endOfQuiet(new Date(now), zone, { quiet_from: 0, quiet_until: 0 })).toBeUndefined();
});
