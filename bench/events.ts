import type { Runtime } from '../src/start.ts';
import { placeEvents, readEvents, registerReaders, type EventReader } from '../src/kernel/event-readers.ts';
import { limits } from '../src/kernel/limits.ts';
import type { BenchShop } from './shop.ts';

const EVENTS = 10_000;
const ROUNDS = 5;

/** Puts many events in order and gives them to a reader, beside one plain select of them all and one plain insert. */
export async function measureEvents({ services, database }: Runtime, { shop_id }: BenchShop): Promise<void> {
  const db = services.db.withoutPlugins();
  let count = 0;
  const reader: EventReader = {
    name: 'bench',
    reads: ['promo.created'],
    read: (_context, events) => Promise.resolve(void (count += events.length)),
  };
  // The server puts in order beside us: a round waits for what it has begun.
  await registerReaders(db, [reader]);
  const times: Record<'insert' | 'place' | 'read' | 'select', number[]> = {
    insert: [],
    place: [],
    read: [],
    select: [],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.insert.push(await timed(() => happen()));
    times.place.push(
      await timed(async () => {
        while ((await placeEvents(db)) > 0 || (await isUnplaced()));
      }),
    );
    count = 0;
    times.read.push(
      await timed(async () => {
        while (await readEvents(services, reader));
      }),
    );
    if (count !== EVENTS) throw new Error(`${count} events were read in place of ${EVENTS}`);
    times.select.push(
      await timed(() =>
        database.pool.query(
          `select shop_id, id, position, name, version, subject_id, payload, user_id, api_key_id, created_at
          from outbox_events where shop_id = $1 order by id desc limit ${EVENTS}`,
          [shop_id],
        ),
      ),
    );
  }
  const [insert, place, read, select] = [times.insert, times.place, times.read, times.select].map(median) as [
    number,
    number,
    number,
    number,
  ];
  console.log(`\n${EVENTS} events, ${limits.events_at_once} at once, median of ${ROUNDS}`);
  console.log(`  written by one insert ${insert.toFixed(0)} ms`);
  console.log(`  put in order          ${place.toFixed(0)} ms, ${(place / insert).toFixed(1)} of the insert`);
  console.log(
    `  read by a reader      ${read.toFixed(0)} ms, ${(read / select).toFixed(1)} of one plain select of ${select.toFixed(0)} ms`,
  );

  async function isUnplaced(): Promise<boolean> {
    const { rows } = await database.pool.query('select 1 from outbox_events where position is null limit 1');
    return rows.length > 0;
  }

  async function happen(): Promise<void> {
    await database.pool.query(
      `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
      select $1, 'promo.created', n, '{}', 0, now() from generate_series(1, ${EVENTS}) as n`,
      [shop_id],
    );
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
