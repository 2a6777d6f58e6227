import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TestShop } from '../../../../test/harness.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { ESTIMATES } from '../../couriers/index.ts';
import { addPromo, expeditionInput, off, running } from '../../../../test/promo-input.ts';
import { expectOk, today, type Stall } from '../../../../test/stall.ts';

/* The product weighs 1,200 g and has 24,000 cm³: 4 kg. Two of it cost 200,000. */
const BOX = { weight: 1_200, length: '40', width_cm: 30, height: 20 };

const scene = orderScene({
  stall: { stocks: [100_000], product: BOX, variation: { weight: 1_200 } },
  product: { product: BOX, variation: { weight: 1_200 } },
});
const { order, send: place, detail } = scene;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  ({ shop, stall } = scene);
  // In the district of its customer.
  await scene.app.database.pool.query(
    `update suppliers s set district_code = (select c.district_code from customers c where c.shop_id = s.shop_id and c.id = $2)
     where s.shop_id = $1`,
    [shop.shop_id, stall.customer_id],
  );
});

const settings = async (path: string, body: object) =>
  expectOk(await shop.call('PATCH', `/api/open/setting/courier/${path}`, body));
const quote = async (body: object, language = 'en') =>
  expectOk(await shop.call('POST', '/api/open/order/quote', body, { 'accept-language': language })).body.data;
const explain = async (body: object, language = 'en') =>
  (await quote(order(body), language)).shipping_explanation;
const stepOf = (explanation: any, rule: string) =>
  explanation.steps.find((step: { rule: string }) => step.rule === rule);
const jne = (rate = 40_000) => ({ id: 1, rate });

describe('the shipping of a quote', () => {
  test('says which weight the courier charges for, and by which rule', async () => {
    const { weight } = await explain({ expedition: jne() });
    expect(weight).toEqual({
      actual_grams: 2_400,
      volume_cm3: 48_000,
      volumetric_grams: 8_000,
      chargeable_kg: 8,
      text: '2400 g is charged as 8 kg, with 300 g tolerance. The volumetric weight is larger: 48000 cm³ / 6000 is 8000 g.',
    });
    const trucking = await explain({ expedition: { id: 10_001, rate: 50_000 } }, 'id');
    expect(trucking.weight.chargeable_kg).toBe(10);
    expect(trucking.weight.text).toContain('Berat minimum 10 kg.');
  });

  test('charges the buyer nothing that is not asked for, and is the total of the order', async () => {
    const quoted = await quote(order({ expedition: jne() }));
    const { shipping_explanation } = quoted;
    expect(shipping_explanation).toMatchObject({ order_cost: [], total: quoted.total, to_collect: 0 });
    expect(stepOf(shipping_explanation, 'INSURANCE')).toEqual({
      rule: 'INSURANCE',
      applied: false,
      amount: 5_400,
      buyer: 0,
      seller: 0,
      text: 'JNE insures at 0.2% of the products plus Rp5.000: Rp5.400.',
    });
    expect(stepOf(shipping_explanation, 'RATE')).toMatchObject({ amount: 40_000, buyer: 40_000, seller: 0 });
  });

  test('takes a rate that is not given from the estimate, and says of when it is', async () => {
    const quoted = await quote(order({ expedition: { id: 1 } }));
    const { shipping_explanation } = quoted;
    const rate = stepOf(shipping_explanation, 'RATE');
    expect(shipping_explanation.rate_source).toBe('ESTIMATE');
    expect(rate.amount).toBeGreaterThan(0);
    expect(quoted.shipping).toBe(rate.amount);
    expect(rate.text).toContain(`an estimate of ${ESTIMATES.date}`);
    const placed = await place(order({ expedition: { id: 1 } }));
    expect(placed.status).toBe(422);
    const given = { id: 1, rate: quoted.shipping };
    expect((await quote(order({ expedition: given }))).total).toBe(quoted.total);
  });

  test('takes it from the tariff of the shop, by the weight that the courier charges for', async () => {
    const row = { service_id: 2, zone: 'CITY', first_kg: 7_000, next_kg: 5_000 };
    expectOk(await shop.call('PUT', '/api/open/setting/courier/tariff', { rows: [row] }));
    const quoted = await quote(order({ expedition: { id: 2 } }), 'id');
    expect(quoted.shipping_explanation.rate_source).toBe('TARIFF');
    // 8 kg by volume.
    expect(quoted.shipping).toBe(7_000 + 7 * 5_000);
    expect(stepOf(quoted.shipping_explanation, 'RATE').text).toContain('menurut tarif toko, Rp7.000');
    expect(quoted.problems).toEqual([]);
  });

  test('says how to enter a price by hand where nobody knows one', async () => {
    const quoted = await quote(order({ expedition: { id: 99, name: 'Travel Jaya' } }));
    expect(quoted.shipping).toBe(0);
    expect(quoted.shipping_explanation.rate_source).toBe('NONE');
    expect(stepOf(quoted.shipping_explanation, 'RATE').text).toContain('Enter the shipping cost by hand');
    expect(quoted.problems).toMatchObject([{ field: 'expedition.rate', code: 'shipping_without_price' }]);
    const nowhere = await quote(order({ expedition: { id: 1 }, customer_receiver_id: undefined }));
    expect(stepOf(nowhere.shipping_explanation, 'RATE').text).toContain('district of the receiver');
  });

  test('is null where no courier brings anything, or the shop has none such', async () => {
    expect(await explain({ expedition: undefined })).toBeNull();
    expect(await explain({ expedition: { id: 12_345, rate: 1 } })).toBeNull();
  });

  test('splits the subsidy of a promo between buyer and seller', async () => {
    const promo_id = await addPromo(
      shop,
      expeditionInput(
        running({ ...off(15_000), selected_items: { platforms: ['ORDER_APP'], couriers: [1] } }),
      ),
    );
    const explanation = await explain({ expedition: { ...jne(), promo: { id: promo_id } } });
    expect(stepOf(explanation, 'SUBSIDY')).toEqual({
      rule: 'SUBSIDY',
      applied: true,
      amount: 15_000,
      buyer: 0,
      seller: 15_000,
      text: 'The shipping promo pays Rp15.000 of the shipping cost.',
    });
    expect(stepOf(explanation, 'RATE')).toMatchObject({ amount: 40_000, buyer: 25_000, seller: 15_000 });
  });

  test("insurance and packing are the seller's, or costs of the order where the buyer is charged", async () => {
    const chosen = { insurance: true, wooden_packing: true };
    const by_seller = await explain({ expedition: jne(), shipping_options: chosen });
    expect(stepOf(by_seller, 'INSURANCE')).toMatchObject({ applied: true, buyer: 0, seller: 5_400 });
    // 10,000 and 5,000 for each of 8 kg.
    expect(stepOf(by_seller, 'PACKING')).toMatchObject({ amount: 50_000, buyer: 0, seller: 50_000 });
    expect(by_seller.order_cost).toEqual([]);
    const by_buyer = await explain(
      { expedition: jne(), shipping_options: { ...chosen, charge_buyer: ['insurance', 'PACKING'] } },
      'id',
    );
    expect(by_buyer.order_cost).toEqual([
      { name: 'Asuransi JNE', category: 'INSURANCE', type: 'NOMINAL', nominal: 5_400 },
      { name: 'Packing kayu', category: 'OTHER COST', type: 'NOMINAL', nominal: 50_000 },
    ]);
    expect(by_buyer.total).toBe(240_000 + 55_400);
    expect(stepOf(by_buyer, 'PACKING')).toMatchObject({ buyer: 50_000, seller: 0 });
  });

  test("the COD fee is the seller's unless the courier is set to charge the buyer, and cash is rounded up", async () => {
    const cod = { expedition: { ...jne(), is_cod: true } };
    const by_seller = await explain(cod);
    // 4 % of 240,000.
    expect(stepOf(by_seller, 'COD_FEE')).toMatchObject({ amount: 9_600, buyer: 0, seller: 9_600 });
    expect(by_seller).toMatchObject({ to_collect: 240_000, total: 240_000, order_cost: [] });
    await settings('charge', { courier_id: 1, cod_fee_payer: 'BUYER', cod_fee_bp: 300 });
    await settings('cod', { cash_rounding: 500 });
    const by_buyer = await explain(cod, 'id');
    // 3 % of 247,423 is 7,423, and 247,500 is the next multiple of 500.
    expect(by_buyer.order_cost).toEqual([
      { name: 'Biaya COD JNE', category: 'OTHER COST', type: 'NOMINAL', nominal: 7_423 },
      { name: 'Pembulatan COD', category: 'OTHER COST', type: 'NOMINAL', nominal: 77 },
    ]);
    expect(by_buyer).toMatchObject({ total: 247_500, to_collect: 247_500 });
    expect(stepOf(by_buyer, 'COD_FEE').text).toBe(
      'JNE memotong 3% dari uang yang ditagih, minimal Rp5.000: Rp7.425. Pembeli membayar Rp7.423.',
    );
    const without = await explain({ ...cod, shipping_options: { charge_buyer: [] } });
    expect(without).toMatchObject({ order_cost: [], total: 240_000, to_collect: 240_000 });
    await settings('charge', { courier_id: 1, cod_fee_payer: null, cod_fee_bp: null });
    await settings('cod', { cash_rounding: 0 });
  });

  test('what is paid before is not collected', async () => {
    const payment = { status: 'INSTALLMENT', amount: 100_000, date: today(), bank_id: stall.bank_id };
    const explanation = await explain({ expedition: jne(), is_cod: true, payment });
    expect(explanation).toMatchObject({ total: 240_000, to_collect: 140_000 });
  });
});

test('an order with the costs of its quote has the quoted total, and the shop receives what it charges, to the rupiah', async () => {
  await settings('charge', {
    courier_id: 4,
    cod_fee_payer: 'BUYER',
    cod_fee_bp: 333,
    cod_fee_minimum_idr: 2_000,
  });
  const charges = ['INSURANCE', 'PACKING', 'COD_FEE', 'ROUNDING'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(1, 10_008, 363, 349, 57),
      fc.integer({ min: 0, max: 300_000 }),
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
      fc.subarray(charges),
      fc.constantFrom(0, 100, 500, 1_000),
      async (id, rate, qty, is_cod, charge_buyer, cash_rounding) => {
        await settings('cod', { cash_rounding });
        const products = scene.lines(stall, qty);
        const body = { products, expedition: { id, rate }, is_cod };
        const options = { insurance: true, wooden_packing: true, charge_buyer };
        const quoted = await quote(order({ ...body, shipping_options: options }));
        expect(quoted.problems).toEqual([]);
        const { steps, order_cost, total, to_collect } = quoted.shipping_explanation;
        const { order_id } = expectOk(await place(order({ ...body, order_cost }))).body.data;
        const placed = await detail(order_id);
        expect([placed.total_amount, placed.is_cod]).toEqual([total, is_cod]);
        expect(to_collect).toBe(is_cod ? total : 0);
        for (const step of steps.filter(({ rule, applied }: any) => applied && rule !== 'SUBSIDY'))
          expect(step.buyer + step.seller).toBe(step.amount);
        const fee = stepOf(quoted.shipping_explanation, 'COD_FEE');
        const rounding = stepOf(quoted.shipping_explanation, 'ROUNDING');
        const received = to_collect - fee.amount;
        // Without fee and rounding it would be what the seller wants.
        const wanted = to_collect - fee.buyer - rounding.buyer;
        expect(!charge_buyer.includes('COD_FEE') || received >= wanted).toBe(true);
        expect(
          !charge_buyer.includes('ROUNDING') || cash_rounding === 0 || to_collect % cash_rounding === 0,
        ).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
  await settings('cod', { cash_rounding: 0 });
}, 60_000);
