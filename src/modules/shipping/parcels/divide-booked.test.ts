import { beforeAll, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { addWarehouse, layIn } from '../../../../test/staff.ts';
import { expectOk, today } from '../../../../test/stall.ts';

const scene = bookingScene('biteship');
let far_id: number;

beforeAll(async () => {
  await scene.connect();
  far_id = await addWarehouse(scene.shop, scene.stall.supplier_id, 'Gudang jauh');
});

const post = (path: string, body: object) => scene.shop.call('POST', `/api/open/shipping/${path}`, body);
const split = (order_id: number) => post('split', { order_id });
const request = (id: number, shipment = 1) => post('pickup-request', { pickup_request: [{ id, shipment }] });
const cancel = (id: number, shipment = 1) => post('cancel-pickup', { id, shipment, reason: 'Dipecah' });

/** A paid order with products in two warehouses. */
async function placeWide(): Promise<number> {
  const { variation_ids } = await scene.ownProduct();
  const [id = 0] = variation_ids;
  await layIn(scene.shop, id, far_id, 5);
  return scene.place(scene.stall, 1, {
    products: [0, far_id].map((warehouse_id) => ({ id, qty: 1, product_status: 'S', warehouse_id })),
    payment: { status: 'PAID', date: today(), bank_id: scene.stall.bank_id },
  });
}

test('an order whose parcel waits for a vendor, is booked or is being canceled, is neither split nor merged', async () => {
  const id = await placeWide();
  const refused = async () => {
    const answers = [await split(id), await post('merge', { order_id: id })];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'parcel_booked'],
      [422, 'parcel_booked'],
    ]);
    expect(Object.keys(answers[0]?.body.message)).toEqual(['order_id']);
  };
  expectOk(await request(id));
  await refused();
  await scene.work();
  expect(scene.standing()).toHaveLength(1);
  await refused();
  expectOk(await cancel(id));
  await refused();
  await scene.work();
  expect(scene.standing()).toEqual([]);
  expectOk(await split(id));
  expectOk(await request(id, 2));
  await refused();
  expectOk(await cancel(id, 2));
  expectOk(await post('merge', { order_id: id }));
});

test('of a split and a pickup request at once, one is refused, and no booking is of a parcel that is gone', async () => {
  for (let round = 0; round < 4; round += 1) {
    const id = await placeWide();
    expectOk(await split(id));
    const [merged, requested] = await Promise.all([post('merge', { order_id: id }), request(id, 2)]);
    const codes = [merged, requested].map(({ status }) => status).toSorted((a, b) => a - b);
    expect(codes).toEqual(merged.status === 200 ? [200, 404] : [200, 422]);
    await scene.work();
    expect(scene.standing()).toHaveLength(requested.status === 200 ? 1 : 0);
    if (requested.status === 200) {
      expectOk(await cancel(id, 2));
      await scene.work();
    }
  }
});

test('a cancelled order is not deleted while the vendor may have its booking, and then nothing is left there', async () => {
  const id = await scene.placePaid();
  const remove = () => scene.shop.call('DELETE', `/api/open/order-cancel/${id}`);
  expectOk(await request(id));
  await scene.work();
  expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id }));
  const refused = await remove();
  expect([refused.status, refused.body.code]).toEqual([422, 'order_booked']);
  await scene.app.readEvents();
  expect((await remove()).body.code).toBe('order_booked');
  await scene.work();
  expect(scene.standing()).toEqual([]);
  expectOk(await remove());
});

test('a cancelled order whose booking nobody has worked yet is deleted, and never booked', async () => {
  const id = await scene.placePaid();
  expectOk(await request(id));
  expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id }));
  expectOk(await scene.shop.call('DELETE', `/api/open/order-cancel/${id}`));
  await scene.app.readEvents();
  await scene.work();
  expect(scene.standing()).toEqual([]);
});
