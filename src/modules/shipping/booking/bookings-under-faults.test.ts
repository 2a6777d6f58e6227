import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import type { Behaviour } from '../../../../test/integrations/courier-vendor.ts';
import { FAULTS } from '../../../../test/integrations/fault-proxy.ts';
import { expectOk } from '../../../../test/stall.ts';

/** A tenth of what the product is held to; all of it: `BOOKINGS=1000 npx vitest run` with this file. */
const BOOKINGS = Number(process.env.BOOKINGS ?? 100);
const ROUNDS = 20;
/** A vendor that fails too often is left alone for ten seconds, in which rounds pass at once. */
const PAUSE_MS = 200;

/** A vendor that fails a good part of what it is asked for, also after it has done it. */
const BAD_DAYS: readonly Behaviour[] = [
  ...Array.from({ length: 12 }, () => undefined),
  { wait_ms: 50 },
  { status: 500 },
  { status: 429 },
  'garbage',
  'hang up',
  undefined,
];

const scene = bookingScene('shipper');
const biteship = bookingScene('biteship');

beforeAll(async () => {
  await scene.connect();
  await biteship.connect();
});

test.each([
  ['shipper', scene],
  ['biteship', biteship],
] as const)(
  `${BOOKINGS} parcels are booked with %s under all faults, each once, and both books agree`,
  async (name, at) => {
    const ids: number[] = [];
    for (let count = 0; count < BOOKINGS; count += 1) ids.push(await at.placePaid());
    for (const id of ids) await at.request(id);
    at.loopback.behave(() => BAD_DAYS[Math.floor(Math.random() * BAD_DAYS.length)]);
    const started = performance.now();
    const round = async () => {
      // Two processes look at the same time.
      await Promise.all([at.work(), at.work()]);
      await sleep(PAUSE_MS);
      // What was tried too often is tried again by staff.
      for (const { id } of await at.listed({ state: 'FAILED' })) expectOk(await at.retry(id));
    };
    let rounds = 0;
    for (; rounds < ROUNDS && (await left(at)) > 0; rounds += 1) {
      at.proxy.set(FAULTS[rounds % FAULTS.length], 3);
      await round();
    }
    at.proxy.set(undefined);
    at.loopback.behave(() => undefined);
    for (let calm = 0; calm < 100 && (await left(at)) > 0; calm += 1) await round();
    const seconds = (performance.now() - started) / 1_000;
    const ours = await at.app.database.pool.query(
      'select key, vendor_booking_id as id, awb_number as awb from courier_bookings where state = $1 order by key',
      ['BOOKED'],
    );
    const theirs = at.standing().map(({ key, id, awb }) => ({ key, id, awb }));
    console.log(
      `${name}: ${theirs.length} booked of ${BOOKINGS}, ${new Set(theirs.map(({ key }) => key)).size} keys, ` +
        `${at.loopback.orders.size - theirs.length} twins canceled, ${at.loopback.requests.length} requests, ` +
        `${rounds} rounds, ${seconds.toFixed(1)} s`,
    );
    const others = await at.app.database.pool.query(
      `select state, problem, attempts, may_be_booked, vendor_booking_id from courier_bookings where state <> 'BOOKED'`,
    );
    expect(others.rows).toEqual([]);
    expect(theirs).toHaveLength(BOOKINGS);
    expect(ours.rows).toEqual(theirs.toSorted((a, b) => (a.key < b.key ? -1 : 1)));
    const parcels = await at.app.database.pool.query(
      `select awb_number as awb from shipments where shipping_status = 'PICKUP_REQUEST' order by awb_number`,
    );
    expect(parcels.rows.map(({ awb }) => awb)).toEqual(theirs.map(({ awb }) => awb).sort());
  },
  600_000,
);

async function left({ app }: typeof scene): Promise<number> {
  const { rows } = await app.database.pool.query(
    `select count(*)::int as count from courier_bookings where state <> 'BOOKED'`,
  );
  return rows[0].count as number;
}
