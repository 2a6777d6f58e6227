import { sql, type Kysely } from 'kysely';
import { publicContext, type Context, type PublicContext, type Services } from './context.ts';
import type { DB } from './database/schema.generated.ts';
import type { DeclaredEvent } from './events.ts';
import { limits } from './limits.ts';

/** An event as readers receive it. */
export interface ReadEvent {
  shop_id: number;
  /** Stable however often it is read: the key by which a reader recognises what it has processed. */
  id: number;
  /** Its position among all events: readers receive them in this order. */
  position: number;
  name: DeclaredEvent;
  version: number;
  subject_id: number;
  /** As documented in docs/events.md for this name and version. */
  payload: unknown;
  user_id: number;
  api_key_id: number | null;
  created_at: Date;
}

/** Processes certain events. */
export interface EventReader {
  /** For example `stock-notices`. Its cursor is stored by this name, which must never change. */
  name: string;
  reads: readonly DeclaredEvent[];
  /**
   * Receives some of these events, of one shop or many, in the order in which they happened: exactly for events of one
   * subject, approximately for others. What it writes with this context is committed together with its cursor, so it
   * happens once, even if the process is killed; for anything else it may be called again with the same events. It must
   * not take long: queue what waits for something else.
   * @param context of the transaction; `inShop` returns the one of a shop
   * @throws to receive them again, one by one, with growing delays; an event that fails `limits.event_failures` times
   *   alone is set aside
   */
  read(context: PublicContext, events: readonly ReadEvent[]): Promise<void>;
}

/** A `ReadEvent` of `outbox_events as e`. */
export const EVENT_COLUMNS = [
  'e.shop_id',
  'e.id',
  sql<number>`e.position`.as('position'),
  sql<DeclaredEvent>`e.name`.as('name'),
  'e.version',
  'e.subject_id',
  'e.payload',
  'e.user_id',
  'e.api_key_id',
  'e.created_at',
] as const;

/** The actor for work that nobody requested: the shop itself. */
const NOBODY = { kind: 'session', credential_id: 0, user_id: 0, role: 'owner' } as const;

/**
 * The context of a shop within the transaction of a reader.
 * @param user_id in whose name it works, such as that of an event; by default in nobody's
 */
export function inShop(
  context: PublicContext,
  shop: Context['shop'],
  user_id: number = NOBODY.user_id,
): Context {
  const inner = { ...context, shop, actor: { ...NOBODY, user_id } } as unknown as Context;
  inner.transaction = (run) => run(inner);
  return inner;
}

/** Reads events shop by shop, each with the context of its shop, in nobody's name. */
export async function readByShop(
  context: PublicContext,
  events: readonly ReadEvent[],
  read: (context: Context, events: readonly ReadEvent[]) => Promise<void>,
): Promise<void> {
  for (const [id, of_shop] of Map.groupBy(events, ({ shop_id }) => shop_id)) {
    const { time_zone } = await context.db
      .selectFrom('shops')
      .select('time_zone')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await read(inShop(context, { id, time_zone }), of_shop);
  }
}

/**
 * Assigns positions to events that have none, in their order, up to `limits.events_at_once`: the total order that readers
 * rely on. One process does it at a time, and only for committed events, so no event ever appears before one that has a
 * position, however long its transaction took. Of two events of a subject, the later one is written after the earlier one
 * was committed, so its position is higher.
 * @returns the number of events that got a position
 */
export function placeEvents(db: Kysely<DB>): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const places = await transaction
      .selectFrom('event_places')
      .select('last_position')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (places === undefined) return 0;
    // A separate statement: it sees what was committed when the row above was locked.
    const found = await transaction
      .selectFrom('outbox_events')
      .select(['shop_id', 'id'])
      .where('position', 'is', null)
      .orderBy('id')
      .limit(limits.events_at_once)
      .execute();
    if (found.length === 0) return 0;
    await sql`update outbox_events as e set position = ${places.last_position}::bigint + placed.place
      from unnest(${found.map(({ shop_id }) => shop_id)}::bigint[], ${found.map(({ id }) => id)}::bigint[])
        with ordinality as placed (shop_id, id, place)
      where e.shop_id = placed.shop_id and e.id = placed.id`.execute(transaction);
    await transaction
      .updateTable('event_places')
      .set({ last_position: places.last_position + found.length })
      .execute();
    return found.length;
  });
}

/** Registers the readers in the database. A new reader starts with events from now on. */
export async function registerReaders(db: Kysely<DB>, readers: readonly EventReader[]): Promise<void> {
  for (const { name } of readers)
    await db
      .insertInto('event_readers')
      .columns(['name', 'position'])
      .expression((query) =>
        query.selectFrom('event_places').select([sql.lit(name).as('name'), 'last_position']),
      )
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
}

/** A context without a shop, because events belong to all shops. */
export function readerContext(services: Services, { name }: EventReader): PublicContext {
  const facts = { language: 'id', request_id: `events-${name}`, address: '' } as const;
  return publicContext(services, { ...facts, base_url: services.public_url() });
}

/** A batch at which a reader failed, and the position where it started. */
interface Failure {
  error: unknown;
  position: number;
  events: readonly ReadEvent[];
}

/**
 * Passes a reader its next events, at most `limits.events_at_once`. One process does it at a time for each reader.
 * @returns whether there may be more to read immediately
 */
export async function readEvents(services: Services, reader: EventReader): Promise<boolean> {
  const context = readerContext(services, reader);
  let failure: Failure | undefined;
  try {
    return await context.transaction(async (inner) => {
      const state = await lockState(inner, reader);
      // It may be behind what another process has just read: what it says was so when the statement began, the cursor when it was locked.
      if (state === undefined || state.position >= state.last_position) return false;
      const most = state.position < state.single_until ? 1 : limits.events_at_once;
      const events = await nextEvents(inner, reader, state, most);
      if (events.length > 0) {
        try {
          await reader.read(inner, events);
        } catch (error) {
          failure = { error, position: state.position, events };
          throw error;
        }
      }
      const is_full = events.length === most;
      const position = (is_full ? events.at(-1)?.position : undefined) ?? state.last_position;
      await inner.platform
        .updateTable('event_readers')
        .set({ position, failures: 0, error: null, retry_at: null })
        .where('name', '=', reader.name)
        .execute();
      return is_full;
    });
  } catch (error) {
    if (failure === undefined) throw error;
    return noteFailure(services, reader, failure);
  }
}

/** How far the reader has come; undefined where another process reads for it, or it is not time to try again. */
function lockState(context: PublicContext, { name }: EventReader) {
  return context.platform
    .selectFrom('event_readers')
    .select(['position', 'single_until'])
    .select((query) =>
      query.selectFrom('event_places').select('last_position').$asScalar().as('last_position'),
    )
    .where('name', '=', name)
    .where((is) => is.or([is('retry_at', 'is', null), is('retry_at', '<=', context.clock.now())]))
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
    .then((state) => state && { ...state, last_position: state.last_position ?? 0 });
}

function nextEvents(
  context: PublicContext,
  { reads }: EventReader,
  { position, last_position }: { position: number; last_position: number },
  most: number,
): Promise<ReadEvent[]> {
  return context.platform
    .selectFrom('outbox_events as e')
    .select(EVENT_COLUMNS)
    .where('position', '>', position)
    .where('position', '<=', last_position)
    .where('name', '=', sql<string>`any(${reads}::text[])`)
    .orderBy('position')
    .limit(most)
    .execute();
}

/**
 * Several are tried one by one, so that the one at fault is found. One alone is tried again after a second, two, four …;
 * after `limits.event_failures` times it is set aside, and the reader goes on.
 * @returns whether to go on at once
 */
async function noteFailure(services: Services, reader: EventReader, failure: Failure): Promise<boolean> {
  const { error, position, events } = failure;
  const [first] = events;
  const last = events.at(-1)?.position ?? position;
  const words = error instanceof Error ? error.message : String(error);
  const facts = { reader: reader.name, event_id: first?.id, shop_id: first?.shop_id, err: error };
  return services.db
    .withoutPlugins()
    .transaction()
    .execute(async (db) => {
      const state = await db
        .selectFrom('event_readers')
        .select('failures')
        .where('name', '=', reader.name)
        // Else another process has gone on meanwhile.
        .where('position', '=', position)
        .forUpdate()
        .executeTakeFirst();
      if (state === undefined || first === undefined) return false;
      const change = db.updateTable('event_readers').where('name', '=', reader.name);
      if (events.length > 1) {
        services.log.warn(
          { ...facts, events: events.length },
          'a reader failed at events; they are tried one by one',
        );
        await change.set({ single_until: last, error: words }).execute();
        return true;
      }
      const failures = state.failures + 1;
      const now = services.clock.now();
      if (failures < limits.event_failures) {
        const wait_s = Math.min(2 ** (failures - 1), limits.event_retry_s);
        services.log.warn(
          { ...facts, failures },
          `a reader failed at an event; it is tried again in ${wait_s} s`,
        );
        await change
          .set({ failures, error: words, retry_at: new Date(now.getTime() + wait_s * 1000) })
          .execute();
        return false;
      }
      services.log.error({ ...facts, failures }, 'an event was set aside: its reader went on without it');
      await db
        .insertInto('events_set_aside')
        .values({
          shop_id: first.shop_id,
          reader: reader.name,
          event_id: first.id,
          error: words,
          created_at: now,
        })
        .onConflict((conflict) => conflict.columns(['shop_id', 'event_id', 'reader']).doNothing())
        .execute();
      await change.set({ position: last, failures: 0, error: words, retry_at: null }).execute();
      return true;
    });
}
