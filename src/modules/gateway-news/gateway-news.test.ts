import { describe, expect, test } from 'vitest';
import { chargeScene } from '../../../test/charge-scene.ts';
import { XENDIT_TEST_TOKEN } from '../../../test/integrations/xendit-vendor.ts';
import { expectOk } from '../../../test/stall.ts';
import { diagnose } from '../../doctor.ts';
import { payoutNews } from '../orderpay/index.ts';

const at = chargeScene();
const lastCallback = () => at.xendit.callbacks.at(-1) ?? {};

describe('a callback', () => {
  test('with a wrong token, or none, is refused and leaves no trace', async () => {
    await at.checkOut();
    const [{ key }] = await at.charges();
    at.xendit.pay(key);
    for (const token of ['', `${XENDIT_TEST_TOKEN}x`]) {
      const { status, body } = await at.callback(lastCallback(), token);
      expect([status, body.code]).toEqual([401, 'callback_unverified']);
    }
    expect((await at.charges())[0].state).toBe('OPEN');
    expect(await at.query('select id from unknown_callbacks')).toEqual([]);
  });

  test('of nothing that is known is answered as received, kept once, and shown to the operator', async () => {
    const unknown = [
      { id: 'x', external_id: 'ng-tidakada_1', status: 'PAID', amount: 1_000, merchant_name: 'A' },
      { halo: 'dunia' },
    ];
    for (const body of [...unknown, ...unknown])
      expect((await at.callback(body)).body).toMatchObject({ response: 'Success' });
    const kept = await at.query('select account, times from unknown_callbacks order by id');
    expect(kept).toEqual([
      { account: 'platform', times: 2 },
      { account: 'platform', times: 2 },
    ]);
    const check = (await diagnose(at.app.services.db)).find(({ title }) => title.includes('callback'));
    expect(check?.differences).toHaveLength(2);
    await at.query('delete from unknown_callbacks');
  });

  test('of a shop’s own account speaks of its own charges alone', async () => {
    await at.checkOut();
    const [{ key }] = await at.charges();
    at.xendit.pay(key);
    const body = lastCallback();
    const other = await at.app.openShop();
    const saved = expectOk(
      await other.call('PATCH', '/api/open/setting/payment/xendit', {
        xendit_key: 'xnd_development_kunci-rahasia+rangkap==',
        callback_token: 'token-toko-lain',
      }),
    ).body.data;
    const path = new URL(saved.callback_url).pathname;
    expect((await at.callback(body, 'token-toko-lain', path)).status).toBe(200);
    expect((await at.charges())[0].state).toBe('OPEN');
    expect(await at.query('select account from unknown_callbacks')).toEqual([
      { account: `shop ${other.shop_id}` },
    ]);
    expect((await at.callback(body, XENDIT_TEST_TOKEN, path)).status).toBe(401);
    await at.query('delete from unknown_callbacks');
  });
});

describe('news', () => {
  test('of an invoice for packages has it looked at: paid, its packages start at once', async () => {
    const { shop_id, call } = at.store.shop;
    const { id } = expectOk(await call('POST', '/api/open/billing/order', { packages: ['sms-1000'] })).body
      .data;
    await at.app.runJobs();
    const [{ key }] = await at.query('select key from billing_orders where shop_id = $1', [shop_id]);
    at.xendit.pay(key);
    for (let times = 0; times < 2; times += 1)
      expect((await at.callback(lastCallback())).body).toMatchObject({ response: 'Success' });
    const listed = expectOk(await call('GET', '/api/open/billing')).body.data;
    expect(listed).toMatchObject([{ id, status: 'PAID' }]);
    const credits = await at.query(
      `select credit::int from shop_packages where shop_id = $1 and class = 'sms'`,
      [shop_id],
    );
    expect(credits).toEqual([{ credit: 1_000 }]);
    expect(await at.query('select id from unknown_callbacks')).toEqual([]);
  });

  test('of a payout is known by its key, and never of a shop’s own account', async () => {
    const { shop_id } = at.store.shop;
    const news = { shop_id, key: 'wd-x_1', kind: 'payout_paid' as const };
    expect(await payoutNews.find(at.app.services, { ...news, owner: 'SHOP' })).toBeUndefined();
    expect(await payoutNews.find(at.app.services, { ...news, owner: 'PLATFORM' })).toBeUndefined();
  });
});
