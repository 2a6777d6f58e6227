import { beforeEach, expect, test } from 'vitest';
import { withdrawalScene } from '../../../../test/integrations/withdrawal-scene.ts';
import { XENDIT_TEST_KEY } from '../../../../test/integrations/xendit-vendor.ts';
import { hire } from '../../../../test/staff.ts';
import { expectOk } from '../../../../test/stall.ts';

const at = withdrawalScene();

beforeEach(() => at.openShop());

const PATH = '/api/open/payment/xendit/balance';
const connect = () =>
  at.shop.call('PATCH', '/api/open/setting/payment/xendit', { xendit_key: XENDIT_TEST_KEY });

test('is what the shop’s own account holds, and never what is in that of the installation', async () => {
  at.vendor.balance.idr = 13_484_522;
  const without = await at.shop.call('GET', PATH);
  expect([without.status, without.body.code]).toEqual([422, 'gateway_off']);
  expectOk(await connect());
  const { body } = expectOk(await at.shop.call('GET', PATH));
  expect(body).toEqual({ request_id: expect.any(String), data: { balance: 13_484_522 } });
});

test('is said to be unavailable where the gateway does not answer, and requests wait for it no longer than it may take', async () => {
  expectOk(await connect());
  at.proxy.set('half-open');
  const answer = await at.shop.call('GET', PATH);
  expect([answer.status, answer.body.code]).toEqual([503, 'gateway_unavailable']);
});

test('is for the owner', async () => {
  const admin = await hire(at.app, at.shop, 'admin');
  expect((await admin.call('GET', PATH)).status).toBe(403);
});
