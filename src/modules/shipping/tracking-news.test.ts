import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewsStatus, TrackingNews } from '../../integrations/courier/port.ts';
import { orderScene } from '../../../test/order-scene.ts';
import { copyOrders } from '../../../test/copied-orders.ts';
import { expectOk } from '../../../test/stall.ts';
import { diagnose } from '../../doctor.ts';
import { receiveNews } from './tracking-news.ts';

const scene = orderScene();

/** Sequences in a run; TRACKING_SEQUENCES=10000 for a long one. */
const SEQUENCES = Number(process.env['TRACKING_SEQUENCES'] ?? 1_000);
const AT_ONCE = 12;

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** What a courier says, by how many minutes ago it happened. */
function said(minutes: number, status: NewsStatus | null, event_id = `${minutes}-${status}`): TrackingNews {
  return {
    event_id,
    happened_at: minutesAgo(minutes),
    code: status ?? 'KODE_BARU',
    status,
    is_returning: false,
    description: 'Paket',
    location: 'Malang',
  };
}

const receive = (order_id: number, ...news: TrackingNews[]) =>
  receiveNews(scene.shop.context(), order_id, 1, news, { source: 'VENDOR', awb_number: 'jp-1' });

async function statusOf(order_id: number) {
  const { rows } = await scene.app.database.pool.query(
    `select s.shipping_status, o.shipping_status as of_order, s.left_at, s.ended_at
     from shipments s join orders o on o.shop_id = s.shop_id and o.id = s.order_id where s.order_id = $1`,
    [order_id],
  );
  expect(rows[0].of_order).toBe(rows[0].shipping_status);
  return rows[0];
}

async function soundness(): Promise<void> {
  const checks = await diagnose(scene.app.services.db);
  expect(checks.flatMap(({ title, differences }) => differences.map(() => title))).toEqual([]);
}

const placed = async () => scene.place(await scene.ownProduct(), 2, { awb_number: 'JP-1' });
const post = (path: string, body: object) => scene.shop.call('POST', `/api/open/${path}`, body);

/* What a courier can say of a parcel goes through three stages, and never back. */
const STAGES: readonly NewsStatus[][] = [
  ['PICKUP_REQUEST', 'DROPOFF', 'UNPICK', 'INVALID'],
  ['ON_PROCESS', 'SHIPMENT_PROBLEM', 'DELIVERED', 'LOST'],
  ['RETURNED'],
];
const stageOf = (status: NewsStatus | null) =>
  status === null ? -1 : STAGES.findIndex((stage) => stage.includes(status));

/** The event that tells where the parcel is: the newest of the furthest stage that any reached. */
function decisive(news: readonly TrackingNews[]): TrackingNews | undefined {
  const furthest = Math.max(-1, ...news.map(({ status }) => stageOf(status)));
  if (furthest < 0) return undefined;
  return news
    .filter(({ status }) => stageOf(status) === furthest)
    .toSorted((one, other) => one.happened_at.getTime() - other.happened_at.getTime())
    .at(-1);
}

/** A way of a parcel: what is said, in what order it comes, what comes twice and what never. */
const ways = fc.record({
  statuses: fc.array(fc.constantFrom(...STAGES.flat(), null, 'ON_PROCESS' as const, 'ON_PROCESS' as const), {
    minLength: 1,
    maxLength: 12,
  }),
  doubled: fc.infiniteStream(fc.boolean()),
  lost: fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
  batches: fc.integer({ min: 1, max: 4 }),
  order: fc.infiniteStream(fc.nat()),
});

type Way = typeof ways extends fc.Arbitrary<infer Drawn> ? Drawn : never;

interface Run {
  order_id: number;
  full: TrackingNews[];
  batches: TrackingNews[][];
}

function runOf(order_id: number, way: Way): Run {
  const full = way.statuses.map((status, index) => said(5_000 - index * 60, status));
  const last = decisive(full);
  const next = <Item>(of: fc.Stream<Item>) => of.next().value as Item;
  const sent = full
    // What decides comes at last, whatever is lost.
    .filter((event) => next(way.lost) > 0 || event === last)
    .flatMap((event) => (next(way.doubled) ? [event, event] : [event]))
    .map((event) => ({ event, place: next(way.order) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ event }) => event);
  const size = Math.ceil(sent.length / way.batches);
  const batches = Array.from({ length: way.batches }, (_, index) =>
    sent.slice(index * size, (index + 1) * size),
  );
  return { order_id, full, batches };
}

test(
  'whatever is late, repeated, shuffled or lost, a parcel ends where its whole way in order ends',
  { timeout: 60_000 + SEQUENCES * 200 },
  async () => {
    const ids = await copyOrders(scene.app.database, await placed(), SEQUENCES);
    const runs = fc.sample(ways, SEQUENCES).map((way, index) => runOf(ids[index] ?? 0, way));
    const waiting = [...runs];
    const work = async () => {
      for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
        const { order_id, batches } = run;
        await Promise.all(batches.map((batch) => receive(order_id, ...batch)));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    for (const { order_id, full } of runs) {
      const expected = decisive(full)?.status ?? null;
      expect({ order_id, ...(await statusOf(order_id)) }).toMatchObject({ shipping_status: expected });
    }
    await soundness();
    // None is stuck: what is not back at the shop can still arrive.
    const open = runs.filter(({ full }) => decisive(full)?.status !== 'RETURNED').slice(0, 300);
    for (const { order_id } of open) {
      await receive(order_id, said(1, 'DELIVERED'));
      expect((await statusOf(order_id)).shipping_status).toBe('DELIVERED');
    }
    await soundness();
  },
);

test('a parcel that is delivered at once has left when it arrived, and what comes late says when it left', async () => {
  const id = await placed();
  const delivered = said(10, 'DELIVERED');
  const left = said(100, 'ON_PROCESS');
  await receive(id, delivered);
  expect(await statusOf(id)).toMatchObject({
    shipping_status: 'DELIVERED',
    left_at: delivered.happened_at,
    ended_at: delivered.happened_at,
  });
  await receive(id, left);
  expect(await statusOf(id)).toMatchObject({
    shipping_status: 'DELIVERED',
    left_at: left.happened_at,
    ended_at: delivered.happened_at,
  });
  await soundness();
});

test('the same news again is stored once and changes nothing, in parallel too', async () => {
  const id = await placed();
  const news = [said(50, 'ON_PROCESS'), said(20, 'DELIVERED'), said(30, null)];
  const results = await Promise.all([1, 2, 3, 4].map(() => receive(id, ...news)));
  expect(results.map(({ new_events }) => new_events).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 3]);
  const history = expectOk(await scene.shop.call('GET', '/api/open/order/history', { id })).body.data;
  expect(history.map(({ action }: { action: string }) => action)).toEqual(['shipping_changed', 'created']);
});

test('a code that we do not know is kept and changes nothing', async () => {
  const id = await placed();
  const { way } = await receive(id, said(50, 'ON_PROCESS'), said(20, null, 'baru'));
  expect(way.effects.get('baru')).toBe('UNKNOWN');
  expect((await statusOf(id)).shipping_status).toBe('ON_PROCESS');
});

test('a moment that is still to come counts as now, so that a wrong clock stops nothing', async () => {
  const id = await placed();
  await receive(id, said(-600, 'ON_PROCESS'));
  await receive(id, said(0, 'DELIVERED'));
  expect((await statusOf(id)).shipping_status).toBe('DELIVERED');
});

test('what staff said stands among what the courier says by its time', async () => {
  const id = await placed();
  expectOk(await scene.shop.call('PATCH', '/api/open/order/shipping-status', { id, status: 'DELIVERED' }));
  await receive(id, said(30, 'ON_PROCESS'));
  expect((await statusOf(id)).shipping_status).toBe('DELIVERED');
  await receive(id, said(0, 'RETURNED'));
  expect((await statusOf(id)).shipping_status).toBe('RETURNED');
  await soundness();
});

test('news of the journey before a parcel was resent is kept, and moves the new one nowhere', async () => {
  const id = await placed();
  expectOk(await scene.pay(id, 210_000, 'PAID'));
  await receive(id, said(300, 'ON_PROCESS'), said(200, 'RETURNED'));
  expectOk(await post(`shipping/resend/${id}`, {}));
  await receive(id, said(250, 'DELIVERED'), said(200, 'RETURNED'));
  expect((await statusOf(id)).shipping_status).toBe('READY_TO_SHIP');
  await receive(id, { ...said(0, 'ON_PROCESS'), happened_at: new Date() });
  expect((await statusOf(id)).shipping_status).toBe('ON_PROCESS');
  await soundness();
});

test('a parcel of a cancelled order is where the courier says', async () => {
  const id = await placed();
  expectOk(await post('order/cancel', { id }));
  await receive(id, said(10, 'ON_PROCESS'));
  expect((await statusOf(id)).shipping_status).toBe('ON_PROCESS');
  expectOk(await post('order-cancel/return', { id }));
  await soundness();
});
