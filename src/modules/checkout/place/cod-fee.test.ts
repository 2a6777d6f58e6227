import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { expectOk, orderOf } from '../../../../test/stall.ts';
import { openStore, type StoreScene } from '../../../../test/store-scene.ts';
import { addBuyer } from '../../../../test/visitors.ts';
import { codFeeOf } from '../../couriers/index.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let store: StoreScene;
beforeAll(async () => {
  app = await startTestApp();
  store = await openStore(app);
});
afterAll(() => app.close());

const JNE = 1;
const COD = { payment: { method: 'COD' } };

async function charge(rule: object, rounding_idr = 0) {
  const { shop } = store;
  expectOk(await shop.call('PATCH', '/api/open/setting/courier/charge', { courier_id: JNE, ...rule }));
  expectOk(await shop.call('PATCH', '/api/open/setting/courier/cod', { cash_rounding: rounding_idr }));
}
const quoted = async (change: object, headers = {}) => {
  const { payment, ...input } = store.checkout({ is_cod: true, ...change });
  expect(payment).toBeDefined();
  return expectOk(await store.visit('POST', '/quote', input, headers)).body.data;
};
const totalOf = async (order_id: number) => {
  const { rows } = await app.database.pool.query(
    'select total_idr from orders where shop_id = $1 and id = $2',
    [store.shop.shop_id, order_id],
  );
  return Number(rows[0]?.total_idr);
};
const costsOf = ({ orders }: any) => orders.map(({ other_costs }: any) => other_costs);

describe('a COD fee that the buyer bears', () => {
  test.each([
    { rule: { cod_fee_bp: 300, cod_fee_minimum_idr: 0 }, rounding_idr: 0, qty: 1 },
    { rule: { cod_fee_bp: 333, cod_fee_minimum_idr: 0 }, rounding_idr: 0, qty: 3 },
    { rule: { cod_fee_bp: 300, cod_fee_minimum_idr: 0 }, rounding_idr: 1_000, qty: 1 },
    { rule: { cod_fee_bp: 10, cod_fee_minimum_idr: 5_000 }, rounding_idr: 0, qty: 2 },
    { rule: { cod_fee_bp: 5_000, cod_fee_minimum_idr: 0 }, rounding_idr: 500, qty: 1 },
    { rule: { cod_fee_bp: 0, cod_fee_minimum_idr: 0 }, rounding_idr: 0, qty: 1 },
  ])(
    'is the same in the rates, the quote, the checkout, the order, and what staff are quoted: %j',
    async ({ rule, rounding_idr, qty }) => {
      await charge({ ...rule, cod_fee_payer: 'BUYER' }, rounding_idr);
      const { stall, district_id, shop } = store;
      const products = [{ id: stall.variation_ids[0], qty }];
      const listed = expectOk(await store.visit('POST', '/rate', { district_id, products, is_cod: true }));
      const rate = listed.body.data.rates.find(({ id }: any) => id === JNE);

      const quote = await quoted({ products });
      const { price, shipping } = { price: 100_000 * qty, shipping: quote.orders[0].shipping };
      const costs = Object.fromEntries(
        quote.orders[0].other_costs.map(({ name, amount }: any) => [name, amount]),
      );
      expect(costs['Biaya COD JNE'] ?? 0).toBe(rate.cod_fee);

      const done = expectOk(await store.visit('POST', '/checkout', store.checkout({ products, ...COD }))).body
        .data;
      expect(done.nominal_transfer).toBe(quote.total);
      expect(await totalOf(done.orders[0].order_id)).toBe(quote.total);

      const fee_idr = codFeeOf(rule, quote.total);
      const wanted_idr = price + shipping;
      // The shop has its whole price when the courier has kept the fee, and at most what is rounded more.
      expect(quote.total - fee_idr).toBeGreaterThanOrEqual(wanted_idr);
      expect(quote.total - (costs['Pembulatan COD'] ?? 0)).toBe(wanted_idr + rate.cod_fee);
      expect(quote.total % Math.max(1, rounding_idr)).toBe(0);

      const of_staff = expectOk(
        await shop.call(
          'POST',
          '/api/open/order/quote',
          orderOf(stall, {
            products: [{ ...products[0], product_status: 'S' }],
            expedition: { id: JNE, rate: shipping },
            is_cod: true,
          }),
        ),
      ).body.data;
      expect(of_staff.shipping_explanation.to_collect).toBe(quote.total);
    },
  );

  test('is of each parcel, for several receivers, and at the prices of the buyer', async () => {
    await charge({ cod_fee_bp: 300, cod_fee_minimum_idr: 0, cod_fee_payer: 'BUYER' });
    const { token } = await addBuyer(app, store.shop, 'Y');
    const headers = { authorization: `Bearer ${token}` };
    const { payment: _payment, ...receiver } = store.checkout();
    const second = { ...receiver, products: [{ id: store.stall.variation_ids[0], qty: 2 }] };
    const receivers = [receiver, second];
    const quote = expectOk(await store.visit('POST', '/quote', { receivers, is_cod: true }, headers)).body
      .data;
    expect(costsOf(quote).map(([{ name }]: any) => name)).toEqual(['Biaya COD JNE', 'Biaya COD JNE']);
    const [first, twice] = quote.orders.map(({ other_costs }: any) => other_costs[0].amount);
    expect(twice).toBeGreaterThan(first);
    const done = expectOk(await store.visit('POST', '/checkout', { receivers, ...COD }, headers)).body.data;
    expect(done.nominal_transfer).toBe(quote.total);
  });

  test('is charged to nobody who pays before, nor where the shop bears it', async () => {
    await charge({ cod_fee_bp: 300, cod_fee_payer: 'BUYER' });
    expect(costsOf(await quoted({ is_cod: false }))).toEqual([[]]);
    const { payment_fee, nominal_invoice, nominal_transfer, nominal_unique } = expectOk(
      await store.visit('POST', '/checkout', store.checkout()),
    ).body.data;
    expect(payment_fee + nominal_invoice + nominal_unique).toBe(nominal_transfer);
    const before = (await quoted({ is_cod: false })).total;
    expect(nominal_invoice).toBe(before);
    await charge({ cod_fee_bp: 300, cod_fee_payer: 'SELLER' });
    const quote = await quoted({});
    expect(costsOf(quote)).toEqual([[]]);
    expect(quote.total).toBe(before);
  });

  test('that changes between the quote and the checkout is the one of the checkout', async () => {
    await charge({ cod_fee_bp: 300, cod_fee_minimum_idr: 0, cod_fee_payer: 'BUYER' });
    const before = await quoted({});
    await charge({ cod_fee_bp: 400, cod_fee_minimum_idr: 0, cod_fee_payer: 'BUYER' });
    const done = expectOk(await store.visit('POST', '/checkout', store.checkout(COD))).body.data;
    expect(done.nominal_transfer).toBeGreaterThan(before.total);
    expect(await totalOf(done.orders[0].order_id)).toBe(done.nominal_transfer);
  });
});
