import { CompiledQuery } from 'kysely';
import type { Services } from './context.ts';
import { declaredStatements } from './database/connection.ts';
import { placeEvents, readEvents, registerReaders, type EventReader } from './event-readers.ts';
import { limits } from './limits.ts';
import { untilNext } from './until-next.ts';
import { isWatched } from './watched-events.ts';

interface News {
  is_unplaced: boolean;
  /** Readers that have something to read, and whose time it is. */
  due: string[];
}

/** Prepared: to plan it each second took three times as long as to run it. Events are of all shops. */
const NEWS = `select exists (select 1 from outbox_events where position is null) as is_unplaced,
  array(select name from event_readers, event_places
    where position < last_position and (retry_at is null or retry_at <= $1)) as due`;
declaredStatements.set(NEWS, 'look_for_news');

/** So long nothing has happened, then it is looked half as often: most shops sleep at night. */
const QUIET_AFTER_MS = 10_000;

/** One statement, however many readers there are. */
async function lookForNews({ db, clock }: Services): Promise<News> {
  const { rows } = await db.withoutPlugins().executeQuery<News>(CompiledQuery.raw(NEWS, [clock.now()]));
  return rows[0] ?? { is_unplaced: false, due: [] };
}

function pauseOf(is_quiet: boolean, is_watched: boolean): number {
  if (is_watched) return limits.events_look_watched_ms;
  return limits.events_look_ms * (is_quiet ? 2 : 1);
}

export interface RunningReaders {
  /** Begins nothing more, and waits for what is being read. */
  stop(): Promise<void>;
}

/**
 * Lets readers read as long as the process serves: looks each second or two for what happened. Every process may do so: they
 * share the work, as one at a time gives places and one at a time reads for each reader.
 */
export async function runReaders(
  services: Services,
  readers: readonly EventReader[],
): Promise<RunningReaders> {
  await registerReaders(services.db.withoutPlugins(), readers);
  const reading = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  const stopping = new AbortController();

  /** Reads everything that is due for one reader, independently: a slow or failing reader does not delay others. */
  const readAll = async (reader: EventReader) => {
    try {
      while (!stopping.signal.aborted && (await readEvents(services, reader)));
    } catch (error) {
      services.log.warn({ reader: reader.name, err: error }, 'reading events failed');
    }
  };

  let last_news_ms = performance.now();
  const look = async () => {
    try {
      const news = await lookForNews(services);
      if (news.is_unplaced || news.due.length > 0) last_news_ms = performance.now();
      if (news.is_unplaced)
        while (
          !stopping.signal.aborted &&
          (await placeEvents(services.db.withoutPlugins())) === limits.events_at_once
        );
      const due = news.is_unplaced ? (await lookForNews(services)).due : news.due;
      for (const reader of readers)
        if (!stopping.signal.aborted && due.includes(reader.name) && !reading.has(reader.name))
          reading.set(
            reader.name,
            readAll(reader).finally(() => reading.delete(reader.name)),
          );
    } catch (error) {
      services.log.warn({ err: error }, 'looking for events failed');
    }
  };

  const again = () => {
    if (stopping.signal.aborted) return;
    const is_quiet = performance.now() - last_news_ms > QUIET_AFTER_MS;
    timer = setTimeout(
      () => {
        looking = look().finally(again);
      },
      untilNext(pauseOf(is_quiet, isWatched(services))),
    );
  };
  again();
  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await looking;
      await Promise.all(reading.values());
    },
  };
}
