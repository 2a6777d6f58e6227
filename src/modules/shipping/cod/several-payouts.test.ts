import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addAwb, codOrder, report, sendPayoutFile } from '../../../../test/cod-scene.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk, openStall, type Stall } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const PAYOUT = '/api/open/shipping/payout';
/** What a delivered parcel of 110,000 brings, with 3 % COD fee and 10,000 shipping. */
const NET = 96_700;

let app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  shop = await app.openShop();
  stall = await openStall(shop, { stocks: [100_000] });
  const charge = { courier_id: 1, cod_fee_bp: 300, cod_fee_minimum_idr: 0 };
  expectOk(await shop.call('PATCH', '/api/open/setting/courier/charge', charge));
});
afterAll(async () => {
  for (const check of await diagnose(app.services.db)) expect(check.differences, check.title).toEqual([]);
  await app.close();
});

/** Applies a payout file with these AWB numbers and net amounts. */
async function paidOut(...lines: [awb_number: string, net: number][]): Promise<number> {
  const rows = lines.map(([awb_number, net]) => `${awb_number};${net}`);
  const fields = { courier: 'JNE', paid_on: '2026-01-09', bank_id: String(stall.bank_id) };
  const sent = await sendPayoutFile(shop, ['No. Resi;Nominal Bersih', ...rows].join('\n'), fields);
  const { id } = expectOk(sent).body.data;
  expectOk(await shop.call('POST', `${PAYOUT}/${id}/apply`));
  return id;
}
const undo = async (id: number) => expectOk(await shop.call('POST', `${PAYOUT}/${id}/undo`));
const queue = async () => expectOk(await shop.call('GET', `${PAYOUT}/queue`)).body.data;
const order = async (id: number) =>
  expectOk(await shop.call('GET', '/api/open/order/detail', { id: String(id) })).body.data;
const parcels = async () => expectOk(await shop.call('GET', '/api/open/shipping/cod/parcels')).body.data;

async function sent(awb_number: string): Promise<number> {
  const id = await codOrder(shop, stall);
  await addAwb(shop, id, awb_number);
  return id;
}

test('a line that came before the delivery is matched by itself once the parcel is delivered', async () => {
  const [early, short] = [await sent('JP8'), await sent('JP9')];
  await report(shop, short, 'ON_PROCESS');
  await app.readEvents();
  await paidOut(['JP8', NET], ['JP9', NET - 1]);
  expect((await queue()).map(({ fault }: any) => fault)).toEqual(['NOT_DELIVERED', 'NOT_DELIVERED']);
  for (const id of [early, short]) await report(shop, id, 'DELIVERED');
  await Promise.all([app.readEvents(), app.readEvents()]);
  await app.runJobs();
  expect(await order(early)).toMatchObject({ payment_status: 'PAID' });
  expect(await queue()).toMatchObject([{ awb_number: 'JP9', fault: 'SHORT', difference: -1 }]);
  expect(await order(short)).toMatchObject({ payment_status: 'UNPAID' });
});

test('of two payouts that pay a parcel in part, the one that is not undone pays its order', async () => {
  const id = await sent('JP1');
  await report(shop, id, 'DELIVERED');
  await app.readEvents();
  const [first, second] = [60_000, NET - 60_000];
  const payouts: number[] = [];
  for (const net of [first, second]) {
    payouts.push(await paidOut(['JP1', net]));
    const [line] = await queue();
    const resolution = { action: 'ACCEPT', reason: 'Bertahap' };
    expectOk(await shop.call('POST', `${PAYOUT}/queue/${line.id}`, resolution));
  }
  const remains = (amount: number) => ({ payment_status: 'INSTALLMENT', remaining_amount: 110_000 - amount });
  expect(await order(id)).toMatchObject({ payment_status: 'PAID' });
  await undo(payouts[0] ?? 0);
  expect(await order(id)).toMatchObject(remains(second));
  expect(await parcels()).toMatchObject([{ amount: first, paid: second, written_off: 0 }]);
  await paidOut(['JP1', first]);
  expect(await order(id)).toMatchObject({ payment_status: 'PAID', remaining_amount: 0 });
  expect(await parcels()).toEqual([]);
  await undo(payouts[1] ?? 0);
  expect(await order(id)).toMatchObject(remains(first));
});

test('the list of payments names the one invoice of all parcels of a payout, also when it is made afterwards', async () => {
  for (const awb_number of ['JP1', 'JP2']) await report(shop, await sent(awb_number), 'DELIVERED');
  await app.readEvents();
  const payments = async () =>
    expectOk(await shop.call('GET', '/api/open/shipping/payment')).body.data.map(
      ({ invoice_number }: any) => invoice_number,
    );
  const before = await paidOut(['JP1', NET]);
  expect(await payments()).toEqual([null]);
  expectOk(await shop.call('POST', '/api/open/shipping/invoice'));
  const [{ invoice_number }] = expectOk(await shop.call('GET', '/api/open/shipping/invoice')).body.data;
  expect(await payments()).toEqual([invoice_number]);
  await paidOut(['JP2', NET]);
  expect(await payments()).toEqual([invoice_number, invoice_number]);
  await undo(before);
  expect(await payments()).toEqual([invoice_number]);
});
