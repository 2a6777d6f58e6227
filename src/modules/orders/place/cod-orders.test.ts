import { beforeAll, describe, expect, test } from 'vitest';
import type { TestApp, TestShop } from '../../../../test/harness.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { expectOk, today, type Stall } from '../../../../test/stall.ts';

const scene = orderScene({ stall: { stocks: [10_000] } });
const { order, send: place, detail, lines } = scene;
let app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(() => {
  ({ app, shop, stall } = scene);
});

const JNE = { id: 1, rate: 10_000 };
const TIKI = { id: 700, rate: 10_000 };

const placed = async (change: object): Promise<number> =>
  expectOk(await place(order(change))).body.data.order_id;
const edit = (order_id: number, change: object) =>
  shop.call('PATCH', '/api/open/order', {
    order_id,
    customer_sender_id: stall.customer_id,
    customer_receiver_id: stall.customer_id,
    supplier_id: stall.supplier_id,
    payment: { status: 'UNPAID' },
    products: lines(stall, 2),
    expedition: JNE,
    ...change,
  });
const paid = (status: string, amount?: number) => ({
  status,
  amount,
  date: today(),
  bank_id: stall.bank_id,
});
const refusedFields = ({ status, body }: any) => [status, Object.keys(body.message)];

describe('a COD order', () => {
  test.each([
    ['of the order', { is_cod: 'Y', expedition: JNE }],
    ['of its expedition', { expedition: { ...JNE, is_cod: true } }],
  ])('is made by the field %s, and goes on without being paid', async (_where, change) => {
    const id = await placed(change);
    expect(await detail(id)).toMatchObject({
      is_cod: true,
      payment_status: 'UNPAID',
      order_progress_status: 'NO AWB',
    });
    const shipments = await app.database.pool.query(
      'select is_cod, list_status from shipments where shop_id = $1 and order_id = $2',
      [shop.shop_id, id],
    );
    expect(shipments.rows).toEqual([{ is_cod: true, list_status: 'READY_TO_SHIP' }]);
  });

  test('is not what an order is where nothing is said', async () => {
    const id = await placed({});
    expect(await detail(id)).toMatchObject({ is_cod: false, order_progress_status: 'UNPAID' });
  });

  test('is only of couriers that collect, among them those of the shop', async () => {
    const answer = await place(order({ is_cod: true, expedition: TIKI }));
    expect(refusedFields(answer)).toEqual([422, ['is_cod']]);
    expect(answer.body.message.is_cod).toEqual(['TIKI does not collect cash on delivery.']);
    const custom = async (is_cod: boolean) =>
      expectOk(
        await shop.call('POST', '/api/open/setting/courier/custom', {
          name: `Kurir ${is_cod}`,
          fee: 1,
          is_cod,
        }),
      ).body.data.id;
    await placed({ is_cod: true, expedition: { id: await custom(true) } });
    const without = await place(order({ is_cod: true, expedition: { id: await custom(false) } }));
    expect(refusedFields(without)).toEqual([422, ['is_cod']]);
  });

  test('is not paid in full, but may be paid in part', async () => {
    const answer = await place(order({ is_cod: true, payment: paid('PAID') }));
    expect(refusedFields(answer)).toEqual([422, ['payment.status']]);
    const whole = await place(order({ is_cod: true, payment: paid('INSTALLMENT', 210_000) }));
    expect(refusedFields(whole)).toEqual([422, ['payment.amount']]);
    const id = await placed({ is_cod: true, payment: paid('INSTALLMENT', 50_000) });
    expect(await detail(id)).toMatchObject({ is_cod: true, payment_status: 'INSTALLMENT' });
  });

  test('is switched on and off by an edit, and stays where the edit does not say', async () => {
    const id = await placed({});
    expectOk(await edit(id, { is_cod: true }));
    expect(await detail(id)).toMatchObject({ is_cod: true, order_progress_status: 'NO AWB' });
    expectOk(await edit(id, { note: 'Hubungi dulu' }));
    expect((await detail(id)).is_cod).toBe(true);
    expect(refusedFields(await edit(id, { expedition: TIKI }))).toEqual([422, ['is_cod']]);
    expectOk(await edit(id, { expedition: { ...JNE, is_cod: false } }));
    expect(await detail(id)).toMatchObject({ is_cod: false, order_progress_status: 'UNPAID' });
    const { body } = expectOk(await shop.call('GET', `/api/open/order/history?id=${id}`));
    expect(body.data[0].difference.is_cod).toEqual([true, false]);
  });

  test('is not made of an order that is paid', async () => {
    const id = await placed({ payment: paid('PAID') });
    expect(refusedFields(await edit(id, { is_cod: true }))).toEqual([422, ['is_cod']]);
  });

  test('is not switched while the parcel is with the courier', async () => {
    const id = await placed({ is_cod: true });
    const ship = { id, status: 'ON PROCESS' };
    expectOk(await shop.call('PATCH', '/api/open/order/shipping-status', ship));
    expect(refusedFields(await edit(id, { is_cod: false }))).toEqual([422, ['is_cod']]);
    expectOk(await edit(id, { note: 'Sudah jalan' }));
  });

  test('is one that a quote refuses for the same reasons', async () => {
    const quote = async (change: object) =>
      expectOk(await shop.call('POST', '/api/open/order/quote', order(change), { 'accept-language': 'id' }))
        .body.data.problems;
    expect(await quote({ is_cod: true })).toEqual([]);
    expect(await quote({ is_cod: true, expedition: TIKI })).toEqual([
      { field: 'is_cod', code: 'courier_without_cod', text: 'TIKI tidak melayani COD.' },
    ]);
    expect(await quote({ is_cod: true, payment: paid('PAID') })).toEqual([
      expect.objectContaining({ field: 'payment.status', code: 'cod_paid' }),
      expect.objectContaining({ field: 'payment.amount', code: 'cod_paid' }),
    ]);
  });
});
