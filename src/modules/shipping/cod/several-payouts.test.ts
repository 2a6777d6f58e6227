import { expect, test } from 'vitest';
import { report } from '../../../../test/cod-scene.ts';
import { NET, PAYOUT, payoutScene } from '../../../../test/payout-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = payoutScene();
const { sent, delivered, undo, queue, order, parcels } = scene;

/** Applies a payout file with these AWB numbers and net amounts. */
async function paidOut(...lines: [awb_number: string, net: number][]): Promise<number> {
  const rows = lines.map(([awb_number, net]) => `${awb_number};${net}`);
  const { id } = await scene.uploaded(['No. Resi;Nominal Bersih', ...rows].join('\n'));
  await scene.apply(id);
  return id;
}

test('a line that came before the delivery is matched by itself once the parcel is delivered', async () => {
  const [early, short] = [await sent('JP8'), await sent('JP9')];
  await report(scene.shop, short, 'ON_PROCESS');
  await scene.app.readEvents();
  await paidOut(['JP8', NET], ['JP9', NET - 1]);
  expect((await queue()).map(({ fault }: any) => fault)).toEqual(['NOT_DELIVERED', 'NOT_DELIVERED']);
  for (const id of [early, short]) await report(scene.shop, id, 'DELIVERED');
  await Promise.all([scene.app.readEvents(), scene.app.readEvents()]);
  await scene.app.runJobs();
  expect(await order(early)).toMatchObject({ payment_status: 'PAID' });
  expect(await queue()).toMatchObject([{ awb_number: 'JP9', fault: 'SHORT', difference: -1 }]);
  expect(await order(short)).toMatchObject({ payment_status: 'UNPAID' });
});

test('of two payouts that pay a parcel in part, the one that is not undone pays its order', async () => {
  const [id = 0] = await delivered('JP1');
  const [first, second] = [60_000, NET - 60_000];
  const payouts: number[] = [];
  for (const net of [first, second]) {
    payouts.push(await paidOut(['JP1', net]));
    const [line] = await queue();
    const resolution = { action: 'ACCEPT', reason: 'Bertahap' };
    expectOk(await scene.shop.call('POST', `${PAYOUT}/queue/${line.id}`, resolution));
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
  await delivered('JP1', 'JP2');
  const payments = async () =>
    expectOk(await scene.shop.call('GET', '/api/open/shipping/payment')).body.data.map(
      ({ invoice_number }: any) => invoice_number,
    );
  const before = await paidOut(['JP1', NET]);
  expect(await payments()).toEqual([null]);
  expectOk(await scene.shop.call('POST', '/api/open/shipping/invoice'));
  const [{ invoice_number }] = expectOk(await scene.shop.call('GET', '/api/open/shipping/invoice')).body.data;
  expect(await payments()).toEqual([invoice_number]);
  await paidOut(['JP2', NET]);
  expect(await payments()).toEqual([invoice_number, invoice_number]);
  await undo(before);
  expect(await payments()).toEqual([invoice_number]);
});
