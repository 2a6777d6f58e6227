import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { buyerWithBalance, openStore } from '../../../../test/store-scene.ts';
import { addBuyer, visitorOf } from '../../../../test/visitors.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let now = Date.now();
let app: TestApp;
let trial: TestApp;
beforeAll(async () => {
  const clock = { now: () => new Date(now) };
  app = await startTestApp({ clock });
  trial = await startTestApp({ clock, environment: { GATEWAY: 'sandbox' } });
});
afterAll(async () => {
  await app.close();
  await trial.close();
});

/** What a visitor reads a second after whatever was changed. */
async function methodsOf(of: TestApp, shop: TestShop, token?: string): Promise<any[]> {
  now += 1_001;
  const store = expectOk(await visitorOf(of, shop, token)('GET', '/api/store/:subdomain')).body.data;
  return store.payment_methods;
}
const namesOf = async (...asked: Parameters<typeof methodsOf>) =>
  (await methodsOf(...asked)).map(({ method }) => method);

const services = (shop: TestShop, ids: string[]) =>
  shop.call('PATCH', '/api/open/setting/courier/all', { regular: ids, express: [], trucking: [] });

describe('the payment methods of a store', () => {
  test('are the banks of the shop, and none of an account that is deleted', async () => {
    const { shop, stall } = await openStore(app);
    const [transfer] = await methodsOf(app, shop);
    expect(transfer).toMatchObject({
      method: 'TRANSFER',
      banks: [{ bank_id: stall.bank_id, bank_name: 'BCA' }],
      channels: [],
      payment_fee: 0,
      balance: null,
    });
    expect(JSON.stringify(transfer)).not.toMatch(/account_number|holder/);
    expectOk(await shop.call('DELETE', `/api/open/bank/delete/${stall.bank_id}`));
    expect(await namesOf(app, shop)).not.toContain('TRANSFER');
  });

  test('have COD while a courier of the shop collects cash, its own ones too', async () => {
    const { shop } = await openStore(app);
    const TIKI = '700';
    expectOk(await services(shop, ['1']));
    expect(await namesOf(app, shop)).toContain('COD');
    expectOk(await services(shop, [TIKI]));
    expect(await namesOf(app, shop)).not.toContain('COD');
    const own = { name: 'Kurir Toko', fee: 7_000, is_cod: true };
    expectOk(await shop.call('POST', '/api/open/setting/courier/custom', own));
    expect(await namesOf(app, shop)).toContain('COD');
  });

  test('have the balance for a buyer who has one, and for nobody else', async () => {
    const store = await openStore(app);
    const [rich, poor] = [await buyerWithBalance(app, store, 120_000), await addBuyer(app, store.shop)];
    const own = (await methodsOf(app, store.shop, rich.token)).at(-1);
    expect(own).toMatchObject({ method: 'ORDERPAY', balance: 120_000 });
    for (const token of [poor.token, undefined])
      expect(await namesOf(app, store.shop, token)).not.toContain('ORDERPAY');
  });

  test('have the gateway where it is open for the shop, with the admin fee of whoever asks', async () => {
    const without = await openStore(app);
    expect(await namesOf(app, without.shop)).not.toContain('GATEWAY');
    const { shop } = await openStore(trial);
    const fee = { category_code: 'Y', nominal: 4_000 };
    expectOk(await shop.call('POST', '/api/open/setting/payment/admin-fee', fee));
    const reseller = await addBuyer(trial, shop, 'Y');
    const of = async (token?: string) =>
      (await methodsOf(trial, shop, token)).find(({ method }) => method === 'GATEWAY');
    expect(await of()).toMatchObject({ payment_fee: 0 });
    const gateway = await of(reseller.token);
    expect(gateway.payment_fee).toBe(4_000);
    expect(gateway.channels.map(({ channel }: any) => channel)).toContain('VA_BNI');
    expect(gateway.channels.at(-1)).toMatchObject({ channel: 'INVOICE', bank_name: 'QRIS & E-Wallet' });
  });

  test('are what a checkout takes: each of them, and what is left out is refused with those that there are', async () => {
    const store = await openStore(trial);
    const listed = await methodsOf(trial, store.shop);
    expect(listed.map(({ method }) => method)).toEqual(['TRANSFER', 'GATEWAY', 'COD']);
    for (const { method, channels } of listed) {
      const payment = { method, ...(method === 'GATEWAY' && { channel: channels[1].channel }) };
      expectOk(await store.visit('POST', '/checkout', store.checkout({ payment })));
    }
    const bare = await openStore(app);
    expectOk(await bare.shop.call('DELETE', `/api/open/bank/delete/${bare.stall.bank_id}`));
    for (const method of ['TRANSFER', 'GATEWAY']) {
      const refused = await bare.visit('POST', '/checkout', bare.checkout({ payment: { method } }));
      expect(refused.status).toBe(422);
      expect(refused.body.message['payment.method']).toEqual([
        'This store does not offer this payment method. Available: COD.',
      ]);
    }
  });
});
