import { sql } from 'kysely';
import type { Context, Services } from '../../../kernel/context.ts';
import { untilNext } from '../../../kernel/until-next.ts';
import { messageLimits } from '../limits.ts';
import { messageContext, workMessages } from './work-messages.ts';

/** How often it is looked for what is due where nothing is known to be. */
const LOOK_MS = 5_000;
/** How often at most. */
const SHORTEST_LOOK_MS = 200;
/** How long the messages of a shop are worked before other shops have their turn; what is left is due still. */
const TURN_MS = 15_000;

export interface MessageWork {
  /** Begins what is due, as far as there are places. @returns when the next shop is, where that is known */
  begin(): Promise<Date | undefined>;
  /** Gives each shop that is due one turn. */
  workOnce(): Promise<void>;
  /** Begins nothing more, and waits for what is being sent: else nobody would know whether it was. */
  end(): Promise<void>;
}

/**
 * The shops whose messages this process works. One that waits for the pace of its vendor takes no place meanwhile.
 * @param onEnd called when a shop has had its turn
 */
export function openMessageWork(
  services: Services,
  { turn_ms = TURN_MS, onEnd = () => {} }: { turn_ms?: number; onEnd?: () => void } = {},
): MessageWork {
  const working = new Map<number, Promise<void>>();
  let is_ending = false;
  const work = async (shop: Context['shop']) => {
    try {
      await workMessages(messageContext(services, shop), turn_ms, () => is_ending);
    } catch (error) {
      services.log.warn({ shop_id: shop.id, err: error }, 'messages were not worked');
    } finally {
      working.delete(shop.id);
      onEnd();
    }
  };
  const begin = async (had?: Set<number>) => {
    const now = services.clock.now();
    const left_out = [...working.keys(), ...(had ?? [])];
    const found = await findDue(services, new Date(now.getTime() + LOOK_MS), left_out);
    for (const { at, ...shop } of found) {
      if (is_ending || working.size >= messageLimits.message_shops_at_once) return undefined;
      if (at > now) return at;
      had?.add(shop.id);
      working.set(shop.id, work(shop));
    }
    return undefined;
  };
  return {
    begin: () => begin(),
    async workOnce() {
      const had = new Set<number>();
      await begin(had);
      while (working.size > 0) {
        await Promise.race(working.values());
        await begin(had);
      }
    },
    async end() {
      is_ending = true;
      await Promise.all(working.values());
    },
  };
}

/** Shops that have something to do by then, but for some, those first that are due first. */
function findDue(
  { db }: Services,
  until: Date,
  left_out: readonly number[],
): Promise<(Context['shop'] & { at: Date })[]> {
  return db
    .withoutPlugins()
    .selectFrom('message_settings as m')
    .innerJoin('shops', 'shops.id', 'm.shop_id')
    .select(['shops.id', 'shops.time_zone'])
    .select((is) => is.fn<Date>('greatest', ['m.work_due_at', 'm.next_send_at']).as('at'))
    .where('m.work_due_at', '<=', until)
    .where((is) => is.or([is('m.next_send_at', 'is', null), is('m.next_send_at', '<=', until)]))
    .where(sql<boolean>`m.shop_id <> all(${left_out}::bigint[])`)
    .orderBy('at')
    .limit(messageLimits.message_shops_at_once + 1)
    .execute();
}

/** Sends what is due in any shop as long as the process serves. Every process may do so: they share the pace of each shop. */
export function runMessages(services: Services): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let looks_at_ms = Infinity;
  let is_closed = false;
  let looking = Promise.resolve();
  const lookIn = (wait_ms: number) => {
    const at_ms = performance.now() + Math.max(SHORTEST_LOOK_MS, wait_ms);
    if (is_closed || at_ms >= looks_at_ms) return;
    clearTimeout(timer);
    looks_at_ms = at_ms;
    timer = setTimeout(() => {
      looking = look();
    }, at_ms - performance.now());
  };
  const shops = openMessageWork(services, { onEnd: () => lookIn(SHORTEST_LOOK_MS) });
  const look = async () => {
    looks_at_ms = Infinity;
    lookIn(untilNext(LOOK_MS));
    try {
      const next = await shops.begin();
      if (next !== undefined) lookIn(next.getTime() - services.clock.now().getTime());
    } catch (error) {
      services.log.warn({ err: error }, 'looking for messages failed');
    }
  };
  lookIn(untilNext(LOOK_MS));
  return {
    async close() {
      is_closed = true;
      clearTimeout(timer);
      await looking;
      await shops.end();
    },
  };
}
