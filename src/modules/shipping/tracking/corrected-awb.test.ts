import { beforeAll, expect, test } from 'vitest';
import { awbImporter } from '../../../../test/awb-sheets.ts';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { bookOrder, reportStatus } from '../../../../test/integrations/courier-vendor.ts';
import { report } from '../../../../test/integrations/courier-vendors.ts';
import { expectOk } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';
import { trackingClock } from './poll-due.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = bookingScene('biteship');

beforeAll(async () => void (await scene.connect()));

const call = (method: string, path: string, body?: object) =>
  scene.shop.call(method, `/api/open/${path}`, body);
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const refresh = (id: number) => call('POST', `shipping/tracking/${id}/refresh`);

async function correct(id: number, awb_number: string): Promise<void> {
  expectOk(await call('POST', 'order/awb-number/add', { id, awb_number }));
  await scene.app.readEvents();
}

async function booked() {
  const id = await scene.placePaid();
  expectOk(await call('POST', 'shipping/pickup-request', { pickup_request: [{ id }] }));
  await scene.work();
  const order = scene.standing().at(-1);
  if (order?.awb == null) throw new Error('nothing was booked');
  return { id, order, awb: order.awb };
}

const historyOf = async (id: number, awb_number: string) =>
  expectOk(await call('GET', `expedition/tracking?order_id=${id}&awb_number=${awb_number}&expedition_id=1`))
    .body.data.history;

const pollOf = async (id: number) =>
  (
    await scene.app.database.pool.query('select * from tracking_polls where shop_id = $1 and order_id = $2', [
      scene.shop.shop_id,
      id,
    ])
  ).rows[0];

test('what was said of another number does not decide where a parcel is, and is shown as of that number', async () => {
  const { id, order, awb } = await booked();
  report('biteship', order, 'delivered', minutesAgo(30));
  expectOk(await refresh(id));
  expect(await scene.shipment(id)).toMatchObject({ shipping_status: 'DELIVERED' });
  expect((await pollOf(id)).next_poll_at).toBeDefined();

  const right = await booked();
  report('biteship', right.order, 'collected', minutesAgo(45));
  await correct(right.id, 'SALAH-KETIK');
  await correct(id, right.awb);
  // What its booking said of it stays, what the courier said of the other number does not.
  expect(await scene.shipment(id)).toMatchObject({
    shipping_status: 'PICKUP_REQUEST',
    awb_number: right.awb,
  });
  expect((await scene.detail(id)).order_progress_status).not.toBe('DELIVERED');
  const poll = await pollOf(id);
  expect(poll).toMatchObject({ failures: 0, unchanged: 0, problem: null, polled_at: null });
  expect(poll.next_poll_at.getTime()).toBeLessThanOrEqual(Date.now());

  scene.loopback.requests.length = 0;
  expectOk(await refresh(id));
  expect(scene.loopback.requests.join('\n')).toContain(right.awb);
  expect(await scene.shipment(id)).toMatchObject({ shipping_status: 'ON_PROCESS' });
  const history = await historyOf(id, right.awb);
  const effects = history.map((event: any) => [event.awb_number, event.status, event.effect]);
  expect(effects).toContainEqual([awb, 'DELIVERED', 'OTHER_AWB']);
  expect(effects).toContainEqual([right.awb, 'ON_PROCESS', 'MOVED']);

  // The first number was right after all.
  await correct(id, awb.toLowerCase());
  expect(await scene.shipment(id)).toMatchObject({ shipping_status: 'DELIVERED' });
  const checks = await diagnose(scene.app.services.db);
  expect(checks.flatMap(({ differences }) => differences)).toEqual([]);
});

test('what staff pass on is of the parcel, whatever its number', async () => {
  const { id } = await booked();
  expectOk(await call('POST', 'shipping/tracking', { order_id: id, status: 'ON_PROCESS' }));
  await correct(id, 'NOMOR-BENAR');
  expect(await scene.shipment(id)).toMatchObject({ shipping_status: 'ON_PROCESS' });
});

test('a number that an import has set and that is removed again is not asked of any more, and a new one is', async () => {
  const imports = awbImporter(scene.shop.call, scene.app);
  const parcel = (key: string) => bookOrder(scene.loopback.orders, { key, status: 'confirmed', request: {} });
  const [wrong, right] = [parcel('of-somebody-else'), parcel('ours')];
  reportStatus(wrong, 'allocated', minutesAgo(40));
  reportStatus(right, 'picked', minutesAgo(30));
  const id = await scene.placePaid();
  expectOk(await call('POST', 'shipping/tracking', { order_id: id, status: 'PICKUP_REQUEST' }));
  /** What the vendor is asked of this parcel in two runs of the clock. */
  const asked = async () => {
    scene.loopback.requests.length = 0;
    for (let run = 0; run < 2; run += 1) {
      await scene.app.database.pool.query(
        `update tracking_polls set next_poll_at = now() where next_poll_at is not null and order_id = $1`,
        [id],
      );
      await trackingClock(scene.app.services).run();
    }
    return [wrong, right].map(({ awb }) => scene.loopback.requests.join('\n').includes(awb));
  };
  const { po_number } = await scene.detail(id);
  const imported = await imports.upload(`PO;AWB\n${po_number};${wrong.awb}`);
  await imports.run(imported.id, 'apply');
  await scene.app.readEvents();
  expect(await asked()).toEqual([true, false]);
  expect(await imports.run(imported.id, 'undo')).toMatchObject({ counts: { undone: 1, kept: 0 } });
  await scene.app.readEvents();
  expect(await asked()).toEqual([false, false]);
  expect(await scene.shipment(id)).toEqual({ shipping_status: 'PICKUP_REQUEST', awb_number: null });
  expect(await pollOf(id)).toBeUndefined();
  await correct(id, right.awb);
  expect(await asked()).toEqual([false, true]);
  expect(await scene.shipment(id)).toMatchObject({ shipping_status: 'ON_PROCESS', awb_number: right.awb });
});
