import { beforeAll, beforeEach, expect, test } from 'vitest';
import { addAwb, codOrder, report, sendPayoutFile } from '../../../../test/cod-scene.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { returnScene } from '../../../../test/return-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/*
 * A COD parcel was delivered, so the courier has collected; then the buyer sends the goods back. The courier still owes
 * what it collected, and only the way back costs more.
 */

const scene = orderScene();
const { call, say, announce, receive, settle, returnOf, data, soundness } = returnScene(scene);

// 100,000 and 10,000 shipping; JNE keeps 5,000 (4 %, at least 5,000) of what it collects, and charges half of the shipping for bringing a parcel back.
const NET = 110_000 - 10_000 - 5_000;

let order_id: number;
let awb_number: string;
let before: { net_sales: number; gross_profit: number };
let sequence = 0;

const revenue = async () =>
  (await data(call('GET', 'order/admin-revenue')))[0] ?? { net_sales: 0, gross_profit: 0 };
const profit = async () => (await revenue()).gross_profit - before.gross_profit;
const parcels = async () =>
  (await data(call('GET', `shipping/cod/parcels?awb_number=${awb_number}`))) as any[];
const paidOut = async (amount: number) => {
  const fields = { courier: 'jne', bank_id: String(scene.stall.bank_id) };
  const file = `No Resi;Nominal Bersih\n${awb_number};${amount}`;
  const { id } = await data(sendPayoutFile(scene.shop, file, fields));
  await data(call('POST', `shipping/payout/${id}/apply`));
  return { id, lines: await data(call('GET', `shipping/payout/${id}/lines`)) };
};

beforeAll(async () => {
  await call('PATCH', 'setting/courier/charge', { courier_id: 1, return_fee_bp: 5_000 }).then(expectOk);
});

beforeEach(async () => {
  before = await revenue();
  sequence += 1;
  awb_number = `JP77000${sequence}`;
  order_id = await codOrder(scene.shop, await scene.ownProduct());
  await addAwb(scene.shop, order_id, awb_number);
  await report(scene.shop, order_id, 'DELIVERED');
  await scene.app.readEvents();
});

/** The buyer's goods are announced and received. @returns the ID of the return */
async function sentBack(): Promise<number> {
  const { id } = await data(announce(order_id, { reason: 'Ukuran salah' }));
  expect(await data(receive(id))).toMatchObject({ state: 'RECEIVED', is_sent_back: true });
  await scene.app.readEvents();
  return id;
}

test('what was collected and paid out stays so when the buyer sends the goods back, and nothing is held against the next parcel', async () => {
  await data(call('POST', 'shipping/invoice'));
  const [invoice] = await data(call('GET', 'shipping/invoice'));
  await data(call('POST', 'shipping/payout', { invoice_id: invoice.id, bank_id: scene.stall.bank_id }));
  const id = await sentBack();
  expect(await data(call('GET', `shipping/invoice/${invoice.id}`))).toMatchObject({ status: 'COMPLETE' });
  await data(settle(id, { outcome: 'CANCEL', paid_as: 'REFUNDED' }));
  await scene.app.readEvents();
  expect(await parcels()).toEqual([]);
  expect(await data(call('GET', `shipping/invoice/${invoice.id}`))).toMatchObject({ status: 'COMPLETE' });
  // Shipping, the way back, and the fee that the courier keeps.
  expect(await profit()).toBe(-10_000 - 5_000 - 5_000);
  const next = await codOrder(scene.shop, await scene.ownProduct());
  await report(scene.shop, next, 'DELIVERED');
  await scene.app.readEvents();
  const [{ figures }] = await data(call('GET', 'shipping/cod'));
  expect(figures.filter(({ amount }: any) => amount !== 0)).toEqual([
    { figure: 'NOT_INVOICED', parcels: 1, amount: NET },
  ]);
  await soundness();
});

test('what was collected and is not paid out yet is still owed after the return, and paid exactly', async () => {
  const id = await sentBack();
  await data(settle(id, { outcome: 'CANCEL' }));
  expect(await parcels()).toMatchObject([{ figure: 'NOT_INVOICED', amount: NET }]);
  const { id: payout_id, lines } = await paidOut(NET);
  expect(lines).toMatchObject([{ status: 'SETTLED', expected: NET, difference: 0 }]);
  await data(call('POST', `shipping/payout/${payout_id}/undo`));
  expect(await parcels()).toMatchObject([{ figure: 'NOT_INVOICED', amount: NET }]);
  await paidOut(NET);
  await soundness();
});

test('of an order that is kept, the buyer has paid the way there, and only the way back costs', async () => {
  const id = await sentBack();
  expect(await data(settle(id, { outcome: 'KEEP' }))).toMatchObject({
    costs: { outbound_shipping: 0, return_fee: 5_000 },
  });
  expect(await profit()).toBe(60_000 - 5_000 - 5_000);
  await soundness();
});

test('a return that is cancelled has changed nothing', async () => {
  const owed = await parcels();
  const { id } = await data(announce(order_id));
  await data(call('PATCH', `shipping/return/${id}`, { state: 'ON_THE_WAY' }));
  await data(call('PATCH', `shipping/return/${id}`, { state: 'CANCELED' }));
  await scene.app.readEvents();
  expect(await parcels()).toEqual(owed);
  await soundness();
});

test('where the courier or staff say that it was not delivered, what was collected is reversed', async () => {
  await report(scene.shop, order_id, 'RETURNED');
  await scene.app.readEvents();
  expect(await parcels()).toMatchObject([{ figure: 'FAILED', amount: -15_000 }]);
  const { id } = await returnOf(order_id);
  expect(await data(receive(id))).toMatchObject({ is_sent_back: false });

  const other = await codOrder(scene.shop, await scene.ownProduct());
  await report(scene.shop, other, 'DELIVERED');
  expectOk(await say(other, 'ON PROCESS'));
  const { id: announced } = await data(announce(other));
  await data(receive(announced));
  await scene.app.readEvents();
  const failed = await data(call('GET', 'shipping/cod/parcels?figure=FAILED'));
  expect(failed).toContainEqual(expect.objectContaining({ order_id: other, amount: -15_000 }));
  await soundness();
});
