import { expect, test } from 'vitest';
import { report } from '../../../../test/cod-scene.ts';
import { NET, PAYOUT, payoutScene } from '../../../../test/payout-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

/** JNE. */
const COURIER = 1;

const scene = payoutScene();
const { delivered, queue, undo } = scene;

const record = async (...parcels: object[]) =>
  expectOk(await scene.shop.call('POST', PAYOUT, { parcels, bank_id: scene.stall.bank_id })).body.data;

/** What the ledger says that couriers owe, have paid out, and that orders have earned. */
async function books(): Promise<[owed: number, paid: number, earned: number]> {
  const { rows } = await scene.app.database.pool.query(
    `select kind, subject_id::int, balance_idr::int from ledger_accounts where shop_id = $1`,
    [scene.shop.shop_id],
  );
  const of = (kind: string, subject_id = 0) =>
    rows.find((row) => row.kind === kind && row.subject_id === subject_id)?.balance_idr ?? 0;
  return [of('COD_RECEIVABLE', COURIER), of('OUTSIDE'), of('ORDERS')];
}

test('what a courier owes of delivered parcels stands in the ledger, less what it charges, until it is paid out', async () => {
  const [order_id] = await delivered('JB1', 'JB2');
  expect(await books()).toEqual([2 * NET, 0, 2 * NET]);
  const payout = await record({ order_id, amount: NET });
  expect(await books()).toEqual([NET, NET, 2 * NET]);
  await undo(payout.id);
  expect(await books()).toEqual([2 * NET, 0, 2 * NET]);
});

test('a difference that is accepted is not owed any more, and was not earned', async () => {
  const [order_id] = await delivered('JB3');
  await record({ order_id, amount: NET - 5_000 });
  expect(await books()).toEqual([NET, 0, NET]);
  const [line] = await queue();
  expectOk(
    await scene.shop.call('POST', `${PAYOUT}/queue/${line.id}`, { action: 'ACCEPT', reason: 'Selisih' }),
  );
  expect(await books()).toEqual([0, NET - 5_000, NET - 5_000]);
});

test('a parcel that is not delivered after all is owed by nobody; events read again change nothing', async () => {
  const [order_id = 0] = await delivered('JB4');
  await report(scene.shop, order_id, 'ON_PROCESS', 'STAFF');
  for (let times = 0; times < 2; times += 1) {
    await scene.app.readEvents();
    expect(await books()).toEqual([0, 0, 0]);
    await scene.app.database.pool.query(`update event_readers set position = 0 where name = 'cod-entries'`);
  }
});
