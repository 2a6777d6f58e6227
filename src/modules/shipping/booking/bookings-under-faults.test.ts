import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookingScene, type BookingScene } from '../../../../test/integrations/booking-scene.ts';
import type { Behaviour } from '../../../../test/integrations/courier-vendor.ts';
import { FAULTS } from '../../../../test/integrations/fault-proxy.ts';
import { expectOk } from '../../../../test/stall.ts';

/** A tenth of what the product is held to; all of it: `BOOKINGS=1000 npx vitest run` with this file. */
const BOOKINGS = Number(process.env.BOOKINGS ?? 100);
const ROUNDS = 20;
/** A vendor that fails too often is left alone for ten seconds, in which rounds pass at once. */
const PAUSE_MS = 200;

const FAILURES: readonly Behaviour[] = [
  { wait_ms: 50 },
  { status: 500 },
  { status: 429 },
  'garbage',
  'hang up',
];
const well = (days: number): Behaviour[] => Array.from({ length: days }, () => undefined);

/** Vendors that fail a part of what they are asked for, also after they have done it. */
const BAD_DAYS: [what: string, days: readonly Behaviour[], bookings: number][] = [
  ['that fails 5 of 18 requests', [...well(13), ...FAILURES], BOOKINGS],
  ['that fails 5 of 9 requests', [...well(4), ...FAILURES], BOOKINGS],
];
const RUNS = (['shipper', 'biteship'] as const).flatMap((name) =>
  BAD_DAYS.map(([what, days, bookings]) => ({ name, what, days, bookings })),
);

describe.each(RUNS)('with a $name $what', ({ name, what, days, bookings }) => {
  const at = bookingScene(name);
  beforeAll(async () => void (await at.connect()));

  test(`and under all faults of the network ${bookings} parcels are booked, each once, and both books agree`, async () => {
    const ids: number[] = [];
    for (let count = 0; count < bookings; count += 1) ids.push(await at.placePaid());
    for (const id of ids) await at.request(id);
    at.loopback.behave(() => days[Math.floor(Math.random() * days.length)]);
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
      `${name} ${what}: ${theirs.length} booked of ${bookings}, ${new Set(theirs.map(({ key }) => key)).size} keys, ` +
        `${at.loopback.orders.size - theirs.length} twins canceled, ${at.loopback.requests.length} requests, ` +
        `${rounds} rounds, ${seconds.toFixed(1)} s`,
    );
    const others = await at.app.database.pool.query(
      `select state, problem, attempts, may_be_booked, vendor_booking_id, cancel_reason from courier_bookings where state <> 'BOOKED'`,
    );
    expect(others.rows).toEqual([]);
    expect(theirs).toHaveLength(bookings);
    expect(ours.rows).toEqual(theirs.toSorted((a, b) => (a.key < b.key ? -1 : 1)));
    const parcels = await at.app.database.pool.query(
      `select awb_number as awb from shipments where shipping_status = 'PICKUP_REQUEST' order by awb_number`,
    );
    expect(parcels.rows.map(({ awb }) => awb)).toEqual(theirs.map(({ awb }) => awb).sort());
  }, 600_000);
});

async function left({ app }: BookingScene): Promise<number> {
  const { rows } = await app.database.pool.query(
    `select count(*)::int as count from courier_bookings where state <> 'BOOKED'`,
  );
  return rows[0].count as number;
}
