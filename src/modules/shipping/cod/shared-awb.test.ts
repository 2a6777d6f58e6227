import { expect, test } from 'vitest';
import { NET, PAYOUT, payoutScene } from '../../../../test/payout-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/* Two orders have one AWB number: a line that has it may be of either. */

const scene = payoutScene();
const { delivered, sent, uploaded, apply, lines, queue, order } = scene;

const file = (...rows: string[]) => ['No Resi;No PO;Nominal Bersih', ...rows].join('\n');
const poOf = async (id: number): Promise<number> => (await order(id)).po_number;
const said = (list: any[]) => list.map(({ status, fault, order_id }) => [status, fault, order_id]);

async function twins() {
  const [first = 0, second = 0] = await delivered('JP1', 'JP1');
  return { first, second, po_first: await poOf(first), po_second: await poOf(second) };
}

test('of parcels with the same AWB number the PO number of the row decides, and each line settles its own', async () => {
  const { first, second, po_first, po_second } = await twins();
  const { id } = await uploaded(file(`JP1;${po_first};${NET}`, `JP1;${po_second};${NET}`));
  expect(said(await lines(id))).toEqual([
    ['READY', null, first],
    ['READY', null, second],
  ]);
  await apply(id);
  expect(said(await lines(id))).toEqual([
    ['SETTLED', null, first],
    ['SETTLED', null, second],
  ]);
  for (const order_id of [first, second])
    expect(await order(order_id)).toMatchObject({ payment_status: 'PAID' });
});

test('without a PO number, or with that of another order, none of several parcels is taken: the line says which have the number, and is matched by hand', async () => {
  const { first, second, po_first, po_second } = await twins();
  const [other = 0] = await delivered('JP2');
  const { id } = await uploaded(file(`JP1;;${NET}`, `JP1;${await poOf(other)};${NET}`));
  expect(said(await lines(id))).toEqual([
    ['READY', 'SEVERAL_PARCELS', null],
    ['READY', 'SEVERAL_PARCELS', null],
  ]);
  await apply(id);
  const waiting = await queue({ fault: 'several_parcels' });
  expect(said(waiting)).toEqual([
    ['QUEUED', 'SEVERAL_PARCELS', null],
    ['QUEUED', 'SEVERAL_PARCELS', null],
  ]);
  expect(waiting[0].reason).toBe(
    `Several orders have the AWB number JP1: PO#${po_first}, PO#${po_second}. Match the line with one of them.`,
  );
  const resolve = (input: object) =>
    scene.shop.call('POST', `${PAYOUT}/queue/${waiting[0].id}`, { action: 'MATCH', ...input });
  expectOk(await resolve({}));
  expect(await queue({ fault: 'several_parcels' })).toHaveLength(2);
  expect((await resolve({ action: 'ACCEPT', reason: 'x' })).body.code).toBe('cod_line_without_parcel');
  expectOk(await resolve({ order_id: first }));
  expect(await order(first)).toMatchObject({ payment_status: 'PAID' });
  expect(await order(second)).toMatchObject({ payment_status: 'UNPAID' });
});

test('an AWB number that one order has decides, whatever PO number stands beside it, and so does one that has not left', async () => {
  const [first = 0, second = 0] = await delivered('JP1', 'JP2');
  const { id } = await uploaded(file(`JP1;${await poOf(second)};${NET}`));
  expect(said(await lines(id))).toEqual([['READY', null, first]]);
  const waiting = await sent('JP1');
  const { id: later } = await uploaded(file(`JP1;;${NET}`, `JP1;${await poOf(waiting)};${NET}`));
  expect(said(await lines(later))).toEqual([
    ['READY', 'SEVERAL_PARCELS', null],
    ['READY', 'NOT_DELIVERED', waiting],
  ]);
});

test('an order that was cancelled before its parcel left does not share its AWB number with the one that is sent', async () => {
  const canceled = await sent('JP1');
  expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id: canceled }));
  const [first = 0] = await delivered('JP1');
  const { id } = await uploaded(file(`JP1;;${NET}`));
  expect(said(await lines(id))).toEqual([['READY', null, first]]);
});

test('a parcel paid by hand is the one that is named, also where another has its AWB number', async () => {
  const { first, second } = await twins();
  const input = { bank_id: scene.stall.bank_id, parcels: [{ order_id: first }] };
  expectOk(await scene.shop.call('POST', PAYOUT, input));
  expect(await order(first)).toMatchObject({ payment_status: 'PAID' });
  expect(await order(second)).toMatchObject({ payment_status: 'UNPAID' });
});
