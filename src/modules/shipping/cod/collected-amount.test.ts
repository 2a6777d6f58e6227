import { beforeAll, describe, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { readPdf, textOf } from '../../../../test/read-pdf.ts';
import { expectOk, orderOf, today } from '../../../../test/stall.ts';
import { report } from '../../../../test/cod-scene.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = bookingScene('biteship');
const call = (method: string, path: string, body?: object) =>
  scene.shop.call(method, `/api/open/${path}`, body);
const rounding = (cash_rounding: number) =>
  call('PATCH', 'setting/courier/cod', { cash_rounding: String(cash_rounding) }).then(expectOk);

beforeAll(async () => {
  await scene.connect();
  await rounding(500);
});

async function printed(paper: string, input: object): Promise<string> {
  const { rawPayload } = await scene.app.app.inject({
    method: 'POST',
    url: `/api/open/shipping/${paper}`,
    headers: { authorization: `Bearer ${scene.shop.token}` },
    payload: input,
  });
  return readPdf(rawPayload).map(textOf).join('\n').replaceAll(/\s/g, '');
}

const rupiah = (amount: number) => `Rp${amount.toLocaleString('id-ID')}`;
const COURIER = { expedition: { id: 1, rate: 10_123 }, is_cod: true };

async function placed(change: object): Promise<number> {
  const body = orderOf(await scene.ownProduct(), { ...COURIER, ...change });
  return expectOk(await scene.send(body)).body.data.order_id;
}

/** All that says what the courier collects with an order, until it has. */
async function saidOf(id: number) {
  const { total_amount, po_number } = await scene.detail(id);
  const [listed] = expectOk(await call('GET', `shipping?keyword=${po_number}`)).body.data;
  const label = await printed('label', { order_ids: [id], format: 'A6' });
  const manifest = await printed('manifest', { order_ids: [id] });
  expectOk(await call('POST', 'shipping/pickup-request', { pickup_request: [{ id }] }));
  await scene.work();
  const booked = scene.standing().at(-1)?.request as any;
  await report(scene.shop, id, 'DELIVERED');
  await scene.app.readEvents();
  const { data } = expectOk(await call('GET', 'shipping/cod/parcels')).body;
  return {
    total: total_amount,
    listed: listed.expedition.cod_amount,
    label,
    manifest,
    booked: booked.destination_cash_on_delivery,
    entered: data.find(({ order_id }: any) => order_id === id)?.cod_amount,
  };
}

describe('what a courier collects is rounded up as the shop has set it, and the same', () => {
  test.each([
    ['of an order without the costs of its quote', {}, 110_500],
    [
      'where a part was paid before',
      { payment: { status: 'INSTALLMENT', amount: 30_050, date: today() } },
      80_500,
    ],
  ])(
    'in the quote, the order, on papers, in the booking and where it is entered, %s',
    async (_title, change: any, amount) => {
      const payment = change.payment && { ...change.payment, bank_id: scene.stall.bank_id };
      const product = await scene.ownProduct();
      const body = orderOf(product, {
        ...COURIER,
        products: scene.lines(product, 1),
        ...(payment && { payment }),
      });
      const quoted = expectOk(await call('POST', 'order/quote', body)).body.data.shipping_explanation;
      const bare = expectOk(
        await call('POST', 'order/quote', { ...body, shipping_options: { charge_buyer: [] } }),
      );
      expect([quoted.to_collect, bare.body.data.shipping_explanation.to_collect]).toEqual([amount, amount]);
      const id = expectOk(await scene.send(body)).body.data.order_id;
      const said = await saidOf(id);
      expect(said.total - (payment?.amount ?? 0)).toBe(amount);
      expect(said).toMatchObject({ listed: amount, booked: amount, entered: amount });
      expect(said.label).toContain(rupiah(amount));
      expect(said.manifest).toContain(rupiah(amount));
    },
  );

  test('after an edit, which rounds anew what it changes and nothing else', async () => {
    const product = await scene.ownProduct();
    const id = await placed({ products: scene.lines(product, 1) });
    const edit = (change: object) =>
      call('PATCH', 'order', {
        order_id: id,
        customer_sender_id: scene.stall.customer_id,
        customer_receiver_id: scene.stall.customer_id,
        supplier_id: scene.stall.supplier_id,
        payment: { status: 'UNPAID' },
        products: scene.lines(product, 1),
        expedition: COURIER.expedition,
        ...change,
      }).then(expectOk);
    const roundings = async () => (await scene.detail(id)).order_cost.map(({ nominal }: any) => nominal);
    expect(await roundings()).toEqual([377]);
    await rounding(1_000);
    await edit({ note: 'Titip satpam' });
    expect((await scene.detail(id)).total_amount).toBe(110_500);
    await edit({ expedition: { id: 1, rate: 10_200 } });
    expect(await roundings()).toEqual([800]);
    expect((await scene.detail(id)).total_amount).toBe(111_000);
    await edit({ products: scene.lines(product, 2), expedition: { id: 1, rate: 10_200 } });
    expect((await scene.detail(id)).total_amount).toBe(211_000);
    await edit({ is_cod: false });
    expect((await scene.detail(id)).total_amount).toBe(110_123);
    await rounding(500);
  });
});
