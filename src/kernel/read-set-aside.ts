import type { Services } from './context.ts';
import { EVENT_COLUMNS, readerContext, type EventReader } from './event-readers.ts';

/**
 * Gives a reader once more, one by one, the events that it had set aside: those that it reads now are set aside no longer.
 * They come behind what it has read since.
 * @returns how many it has read, and how many it failed at again
 */
export async function readSetAside(
  services: Services,
  reader: EventReader,
): Promise<{ read: number; failed: number }> {
  const outcome = { read: 0, failed: 0 };
  const waiting = await services.db
    .withoutPlugins()
    .selectFrom('events_set_aside as a')
    .innerJoin('outbox_events as e', (join) =>
      join.onRef('e.shop_id', '=', 'a.shop_id').onRef('e.id', '=', 'a.event_id'),
    )
    .select(EVENT_COLUMNS)
    .where('a.reader', '=', reader.name)
    .orderBy('position')
    .execute();
  for (const event of waiting)
    try {
      await readerContext(services, reader).transaction(async (inner) => {
        const { numDeletedRows } = await inner.db
          .deleteFrom('events_set_aside')
          .where('shop_id', '=', event.shop_id)
          .where('event_id', '=', event.id)
          .where('reader', '=', reader.name)
          .executeTakeFirst();
        if (numDeletedRows === 0n) return;
        await reader.read(inner, [event]);
        outcome.read += 1;
      });
    } catch (error) {
      outcome.failed += 1;
      const { shop_id, id: event_id } = event;
      services.log.warn(
        { reader: reader.name, shop_id, event_id, err: error },
        'a reader failed again at an event',
      );
    }
  return outcome;
}
