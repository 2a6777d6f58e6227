import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../test/harness.ts';
import { findFailingReaders, findSetAside } from './event-differences.ts';
import {
  placeEvents,
  readEvents,
  registerReaders,
  type EventReader,
  type ReadEvent,
} from './event-readers.ts';
import { limits } from './limits.ts';
import { readSetAside } from './read-set-aside.ts';
import { runReaders } from './run-readers.ts';

const clock = fixedClock('2026-03-02T03:00:00Z');
const NAME = 'product.variations_deleted';

let app: TestApp;
let shop: TestShop;
/** A reader of its own for each test, and the numbers that it got, in order. */
let reader: EventReader;
let got: number[];
let tests = 0;

beforeAll(async () => {
  app = await startTestApp({ clock });
  shop = await app.openShop();
});
beforeEach(async () => {
  await place();
  got = [];
  reader = readerOf(`test-${(tests += 1)}`, (events) => got.push(...events.map(numberOf)));
  await registerReaders(app.services.db, [reader]);
});
afterEach(() => app.database.pool.query('delete from event_readers; delete from events_set_aside'));
afterAll(() => app.close());

function readerOf(name: string, take: (events: readonly ReadEvent[]) => unknown): EventReader {
  return { name, reads: [NAME], read: async (_context, events) => void (await take(events)) };
}

const numberOf = ({ payload }: ReadEvent) => (payload as { variation_ids: number[] }).variation_ids[0] ?? 0;

const INSERT = `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
  values ($1, '${NAME}', $2, jsonb_build_object('variation_ids', array[$3::bigint]), 0, now())`;

const happen = (number: number, subject_id = number) =>
  app.database.pool.query(INSERT, [shop.shop_id, subject_id, number]);

async function place(): Promise<void> {
  while ((await placeEvents(app.services.db.withoutPlugins())) > 0);
}

async function read(by = reader): Promise<void> {
  await place();
  while (await readEvents(app.services, by));
}

describe('a reader', () => {
  test('gets each event once, in order, and nothing when nothing happens', async () => {
    for (const number of [1, 2, 3]) await happen(number);
    await read();
    await read();
    expect(got).toEqual([1, 2, 3]);
    await happen(4);
    await read();
    expect(got).toEqual([1, 2, 3, 4]);
  });

  test('that is new begins with what happens from then on, also where it is not placed yet', async () => {
    await happen(1);
    await place();
    const late = readerOf(`late-${tests}`, (events) => got.push(...events.map(numberOf)));
    await registerReaders(app.services.db, [late]);
    await happen(2);
    await read(late);
    expect(got).toEqual([2]);
  });

  test('gets the event of a transaction that took long, although later ones were read before', async () => {
    const slow = await app.database.pool.connect();
    await slow.query('begin');
    await slow.query(INSERT, [shop.shop_id, 1, 1]);
    await happen(2);
    await read();
    expect(got).toEqual([2]);
    await slow.query('commit');
    slow.release();
    await read();
    expect(got).toEqual([2, 1]);
  });

  test('gets no event again where another process has read on while it waited for its cursor', async () => {
    for (const number of [1, 2]) await happen(number);
    await read();
    // As a process sees it that began to look before the events were placed, and got the cursor after they were read.
    await app.database.pool.query('update event_places set last_position = last_position - 2');
    await readEvents(app.services, reader);
    await app.database.pool.query('update event_places set last_position = last_position + 2');
    await read();
    expect(got).toEqual([1, 2]);
  });

  test('gets no event of a transaction that was not kept', async () => {
    const lost = await app.database.pool.connect();
    await lost.query('begin');
    await lost.query(INSERT, [shop.shop_id, 1, 1]);
    await lost.query('rollback');
    lost.release();
    await happen(2);
    await read();
    expect(got).toEqual([2]);
  });

  test('gets only what it reads, and goes past the rest', async () => {
    await app.database.pool.query(
      `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
      select $1, 'promo.created', n, '{}', 0, now() from generate_series(1, $2) as n`,
      [shop.shop_id, limits.events_at_once + 10],
    );
    await happen(7);
    await read();
    expect(got).toEqual([7]);
    const { rows } = await app.database.pool.query(
      'select position = last_position as is_at_end from event_readers, event_places where name = $1',
      [reader.name],
    );
    expect(rows).toEqual([{ is_at_end: true }]);
  });

  test('writes what it writes with how far it has come, or neither', async () => {
    let fails = true;
    const writes: EventReader = {
      name: `writes-${tests}`,
      reads: [NAME],
      async read(context, events) {
        for (const event of events)
          await sql`insert into login_attempts (bucket, level, leaks_every_s, counted_at)
            values (${`${tests} ${numberOf(event)}`}, 1, 60, now())`.execute(context.platform);
        if (fails) throw new Error('after it has written');
      },
    };
    await registerReaders(app.services.db, [writes]);
    await happen(1);
    await read(writes);
    const written = async () =>
      (
        await app.database.pool.query('select bucket from login_attempts where bucket like $1', [
          `${tests} %`,
        ])
      ).rows;
    expect(await written()).toEqual([]);
    fails = false;
    clock.advance(limits.event_retry_s * 1000);
    await read(writes);
    expect(await written()).toEqual([{ bucket: `${tests} 1` }]);
  });
});

describe('many at once', () => {
  const SUBJECTS = 4;
  const EACH = 40;

  test('writers, placers and readers of several processes: each event is read once, those of a subject in order', async () => {
    const seen: ReadEvent[] = [];
    const many = readerOf(`many-${tests}`, async (events) => {
      await pause(Math.random() * 5);
      seen.push(...events);
    });
    const written = new AbortController();
    const next = new Map<number, number>();
    const write = async (writer: number) => {
      for (let count = 0; count < EACH; count += 1) {
        const subject_id = (writer + count) % SUBJECTS;
        const client = await app.database.pool.connect();
        await client.query('begin');
        // As a request with an idempotency key does: it is older than what it waits for.
        await client.query(`select pg_current_xact_id()`);
        await client.query('select pg_advisory_xact_lock(42, $1)', [subject_id]);
        const number = (next.get(subject_id) ?? 0) + 1;
        next.set(subject_id, number);
        await client.query(INSERT, [shop.shop_id, subject_id, number]);
        await pause(Math.random() * 8);
        await client.query('commit');
        client.release();
      }
    };
    await registerReaders(app.services.db, [many]);
    const readWhile = async () => {
      while (!written.signal.aborted) {
        await placeEvents(app.services.db.withoutPlugins());
        while (await readEvents(app.services, many));
        await pause(1);
      }
    };
    const readers = Promise.all([readWhile(), readWhile()]);
    await Promise.all([0, 1, 2, 3].map(write));
    written.abort();
    await readers;
    await read(many);
    expect(seen).toHaveLength(4 * EACH);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(4 * EACH);
    for (let subject_id = 0; subject_id < SUBJECTS; subject_id += 1)
      expect(seen.filter((event) => event.subject_id === subject_id).map(numberOf)).toEqual(
        Array.from({ length: EACH }, (_, index) => index + 1),
      );
  });

  test('while one process reads, another does not read for the same reader', async () => {
    let reading = 0;
    let most = 0;
    const alone = readerOf(`alone-${tests}`, async (events) => {
      most = Math.max(most, (reading += 1));
      await pause(30);
      reading -= 1;
      got.push(...events.map(numberOf));
    });
    await registerReaders(app.services.db, [alone]);
    await happen(1);
    await place();
    await Promise.all(Array.from({ length: 5 }, () => readEvents(app.services, alone)));
    expect({ most, got }).toEqual({ most: 1, got: [1] });
  });
});

describe('an event that a reader fails at', () => {
  const POISON = 3;
  let failures: number;
  let picky: EventReader;
  let given: number[][];

  beforeEach(async () => {
    failures = 0;
    given = [];
    picky = readerOf(`picky-${tests}`, (events) => {
      given.push(events.map(numberOf));
      if (events.some((event) => numberOf(event) === POISON)) {
        failures += 1;
        throw new Error('not this one');
      }
      got.push(...events.map(numberOf));
    });
    await registerReaders(app.services.db, [picky]);
    await app.database.pool.query('delete from event_readers where name = $1', [reader.name]);
    for (const number of [1, 2, POISON, 4, 5]) await happen(number, 1);
  });

  test('keeps back those after it, is tried later and later, and is set aside in the end, not lost', async () => {
    const waits: number[] = [];
    await read(picky);
    expect({ given, got }).toEqual({ given: [[1, 2, 3, 4, 5], [1], [2], [3]], got: [1, 2] });
    const setAside = () => findSetAside(app.services.db.withoutPlugins());
    while ((await setAside()).length === 0) {
      const { rows } = await app.database.pool.query('select retry_at from event_readers where name = $1', [
        picky.name,
      ]);
      waits.push(rows[0].retry_at.getTime() - clock.now().getTime());
      await read(picky);
      const tried = failures;
      clock.advance(waits.at(-1) ?? 0);
      expect(await findFailingReaders(app.services.db.withoutPlugins())).toHaveLength(1);
      await read(picky);
      expect(failures).toBe(tried + 1);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60].map((seconds) => seconds * 1000));
    expect(failures).toBe(1 + limits.event_failures);
    expect(got).toEqual([1, 2, 4, 5]);
    expect(await setAside()).toMatchObject([
      { shop_id: shop.shop_id, reader: picky.name, error: 'not this one', name: NAME },
    ]);
    expect(await findFailingReaders(app.services.db.withoutPlugins())).toEqual([]);
    await happen(6);
    await read(picky);
    expect(got).toEqual([1, 2, 4, 5, 6]);

    expect(await readSetAside(app.services, picky)).toEqual({ read: 0, failed: 1 });
    expect(await setAside()).toHaveLength(1);
    const mended = readerOf(picky.name, (events) => got.push(...events.map(numberOf)));
    expect(await readSetAside(app.services, mended)).toEqual({ read: 1, failed: 0 });
    expect(await readSetAside(app.services, mended)).toEqual({ read: 0, failed: 0 });
    expect(got).toEqual([1, 2, 4, 5, 6, POISON]);
    expect(await setAside()).toEqual([]);
  });

  test('keeps no other reader back', async () => {
    const other = readerOf(`other-${tests}`, (events) => got.push(...events.map(numberOf)));
    await registerReaders(app.services.db, [other]);
    const running = await runReaders(app.services, [picky, other]);
    await happen(10);
    const began = performance.now();
    while (!got.includes(10) && performance.now() - began < 20_000) await pause(50);
    await running.stop();
    expect(got).toContain(10);
    expect(failures).toBeGreaterThan(0);
  });

  test('is done with the others when the fault is gone', async () => {
    await read(picky);
    picky = { ...picky, read: async (_context, events) => void got.push(...events.map(numberOf)) };
    clock.advance(1_000);
    await read(picky);
    expect(got).toEqual([1, 2, 3, 4, 5]);
    expect(await findSetAside(app.services.db.withoutPlugins())).toEqual([]);
  });
});

test('a process that has nothing to read asks the database once each second', async () => {
  await read();
  const running = await runReaders(app.services, [reader, readerOf(`idle-${tests}`, () => undefined)]);
  const before = app.database.statements.sent;
  await pause(limits.events_look_ms * 3.5);
  const sent = app.database.statements.sent - before;
  await running.stop();
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThanOrEqual(4);
});
