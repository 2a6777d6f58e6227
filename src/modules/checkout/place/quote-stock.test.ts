import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { openStore, type StoreScene } from '../../../../test/store-scene.ts';
import { addBuyer } from '../../../../test/visitors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** What quote and checkout answer to the same wish, in this sequence. */
async function asked(store: StoreScene, wish: Record<string, unknown>, headers = {}) {
  const { payment, ...rest } = wish;
  const answers = [
    await store.visit('POST', '/quote', rest, headers),
    await store.visit('POST', '/checkout', { payment, ...rest }, headers),
  ];
  return answers.map(({ status, body }) => ({ status, code: body.code, message: body.message }));
}

describe('a quote of more than there is', () => {
  test('is refused in the words in which the checkout is, line by line', async () => {
    const store = await openStore(app, { stocks: [4, 0, 9] });
    const [few, none, enough] = store.stall.variation_ids;
    const products = [
      { id: few, qty: 50 },
      { id: enough, qty: 9 },
      { id: none, qty: 1 },
    ];
    const [quote, checkout] = await asked(store, store.checkout({ products }), { 'accept-language': 'id' });
    expect(quote).toMatchObject({ status: 422, code: 'stock_short' });
    expect(Object.keys(quote?.message)).toEqual(['products.0.qty', 'products.2.qty']);
    expect(quote?.message['products.0.qty'][0]).toMatch(/hanya tersisa 4\.$/);
    expect(quote).toEqual(checkout);
  });

  test('counts what lines and receivers want together', async () => {
    const store = await openStore(app, { stocks: [10] });
    const [id] = store.stall.variation_ids;
    const twice = [
      { id, qty: 6 },
      { id, qty: 5 },
    ];
    const [quote, checkout] = await asked(store, store.checkout({ products: twice }));
    expect(quote?.status).toBe(422);
    expect(quote).toEqual(checkout);
    const { token } = await addBuyer(app, store.shop);
    const headers = { authorization: `Bearer ${token}` };
    const { payment, ...receiver } = store.checkout({ products: [{ id, qty: 6 }] });
    const several = await asked(store, { payment, receivers: [receiver, receiver] }, headers);
    expect(several[0]).toMatchObject({ status: 422, message: { 'receivers.1.products.0.qty': [/4 left/] } });
    expect(several[0]).toEqual(several[1]);
  });

  test('holds nothing, and all there is can be ordered after it', async () => {
    const store = await openStore(app, { stocks: [4] });
    const products = [{ id: store.stall.variation_ids[0], qty: 4 }];
    const { payment: _, ...wish } = store.checkout({ products });
    for (let times = 0; times < 2; times += 1) expectOk(await store.visit('POST', '/quote', wish));
    expect((await store.visit('POST', '/checkout', store.checkout({ products }))).status).toBe(201);
  });

  test('is none for goods of other suppliers, which have no stock', async () => {
    const store = await openStore(app, { stocks: [0], product: { product_type: 'R' } });
    const { payment: _, ...wish } = store.checkout();
    expect((await store.visit('POST', '/quote', wish)).status).toBe(200);
  });
});
