import { expect, test } from 'vitest';
import { NET, payoutScene } from '../../../../test/payout-scene.ts';
import { codLimits } from './limits.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/* A courier pays a parcel in several rows of one file: in parts, or COD amount and fees by themselves. */

const scene = payoutScene();
const { delivered, uploaded, apply, undo, lines, order, parcels } = scene;

const file = (...rows: string[]) => ['No. Resi;Nominal Bersih', ...rows].join('\n');
const said = (list: any[]) => list.map(({ row, status, fault, net }) => [row, status, fault, net]);

test.each([
  ['in two parts', 60_000, NET - 60_000],
  ['as COD amount and fees', 110_000, NET - 110_000],
  ['as fees and COD amount', NET - 110_000, 110_000],
])(
  'rows of a parcel that together pay what is open, %s, settle it, and each says so',
  async (_how, one, two) => {
    const [id = 0, other = 0] = await delivered('JP1', 'JP2');
    const { id: payout_id } = await uploaded(file(`JP1;${one}`, `JP2;${NET}`, `JP1;${two}`));
    expect(said(await lines(payout_id))).toEqual([
      [2, 'READY', null, one],
      [3, 'READY', null, NET],
      [4, 'READY', null, two],
    ]);
    expect(await apply(payout_id)).toMatchObject({ settled_idr: 2 * NET, counts: { settled: 3, queued: 0 } });
    const together = 'The rows of this parcel, up to row 4, together pay exactly what is open of it.';
    expect(
      (await lines(payout_id)).map(({ status, difference, reason }) => [status, difference, reason]),
    ).toEqual([
      ['SETTLED', 0, together],
      ['SETTLED', 0, null],
      ['SETTLED', 0, together],
    ]);
    expect(await parcels()).toEqual([]);
    for (const order_id of [id, other])
      expect(await order(order_id)).toMatchObject({ payment_status: 'PAID', remaining_amount: 0 });
    await undo(payout_id);
    expect(await parcels()).toMatchObject([
      { amount: NET, paid: 0, written_off: 0 },
      { amount: NET, paid: 0, written_off: 0 },
    ]);
    for (const order_id of [id, other])
      expect(await order(order_id)).toMatchObject({ payment_status: 'UNPAID' });
  },
);

test('rows that together pay more or less are looked at one by one, and one that is right by itself settles', async () => {
  await delivered('JP1', 'JP2');
  const { id } = await uploaded(file(`JP1;${NET}`, 'JP1;500', 'JP2;60000', 'JP2;30000'));
  await apply(id);
  expect(said(await lines(id))).toEqual([
    [2, 'SETTLED', null, NET],
    [3, 'QUEUED', 'ALREADY_PAID', 500],
    [4, 'QUEUED', 'SHORT', 60_000],
    [5, 'QUEUED', 'SHORT', 30_000],
  ]);
});

test('rows of a parcel that stand far apart in a long file are summed up too', async () => {
  const [id = 0] = await delivered('JP1');
  const others = Array.from({ length: codLimits.cod_payout_rows_at_once + 10 }, (_, index) => `XX${index};5`);
  const { id: payout_id } = await uploaded(file('JP1;60000', ...others, `JP1;${NET - 60_000}`));
  await apply(payout_id);
  await scene.app.runJobs();
  expect(await order(id)).toMatchObject({ payment_status: 'PAID' });
  expect(await parcels()).toEqual([]);
});
