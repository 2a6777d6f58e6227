import type { ServerResponse } from 'node:http';
import pLimit from 'p-limit';
import type { Context, Services } from '../../../kernel/context.ts';
import { watchEvents } from '../../../kernel/watched-events.ts';
import { liveCredentials, onForgotten } from '../../accounts/index.ts';
import { notificationErrors } from '../errors.ts';
import { notificationLimits } from '../limits.ts';
import { findNewest } from './find-news.ts';
import { sendActivity, sendNews } from './send-notifications.ts';
import { StreamClient, type StreamFacts, type StreamPosition } from './stream-client.ts';

/** Whose stream has been admitted. */
type StreamPlace = Pick<StreamFacts, 'shop_id' | 'user_id'>;

/** The streams of a shop. */
interface ShopStreams {
  shop: Context['shop'];
  clients: Set<StreamClient>;
  /** The end of what is being done with them. */
  busy: Promise<void>;
}

/** Shops that are served at once: each takes two statements after the other. */
const SHOPS_AT_ONCE = 4;

/** At one of so many heartbeats the credentials of a shop are looked up again. */
const BEATS_PER_CHECK = 4;

/**
 * The open streams of this process. While there are any, it looks five times a second for what is new, in one statement for
 * all of them: nothing has to be heard from other processes, and no stream holds a connection to the database. Before a shop
 * is sent anything, its credentials are looked up: whoever was shown out gets nothing more.
 */
export class StreamHub {
  readonly #services: Services;
  readonly #shops = new Map<number, ShopStreams>();
  readonly #forgotten: () => void;
  /** Admitted, and not begun yet. */
  readonly #places = new Set<StreamPlace>();
  #count = 0;
  #beats = 0;
  #look: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #unwatch: (() => void) | undefined;
  #is_looking = false;
  #is_closed = false;

  constructor(services: Services) {
    this.#services = services;
    this.#forgotten = onForgotten(services, (shop_id) => this.#checkAccess(shop_id));
  }

  /**
   * A place for a stream, which whoever is admitted at the same time counts too: to be opened or left.
   * @throws Refusal 429 where there are too many streams of the user, the shop or all, 503 where the server stops
   */
  admit({ shop_id, user_id }: StreamPlace): StreamPlace {
    if (this.#is_closed) throw notificationErrors.refuse('streams_closed');
    const limit = this.#limitReached(shop_id, user_id);
    if (limit !== undefined) throw notificationErrors.refuse('too_many_streams', { limit });
    const place = { shop_id, user_id };
    this.#places.add(place);
    return place;
  }

  leave(place: StreamPlace): void {
    this.#places.delete(place);
  }

  #limitReached(shop_id: number, user_id: number): number | undefined {
    const open = [...(this.#shops.get(shop_id)?.clients ?? [])].map(({ facts }) => facts);
    const taken = [...open, ...[...this.#places].filter((place) => place.shop_id === shop_id)];
    const own = taken.filter((one) => one.user_id === user_id).length;
    const { streams_per_user, streams_per_shop, streams } = notificationLimits;
    if (own >= streams_per_user) return streams_per_user;
    if (taken.length >= streams_per_shop) return streams_per_shop;
    return this.#count + this.#places.size >= streams ? streams : undefined;
  }

  /** Sends what is new from the position on, until the client leaves or may not have it any more. */
  open(place: StreamPlace, shop: Context['shop'], facts: StreamFacts, response: ServerResponse): void {
    this.#places.delete(place);
    const spread = this.#services.random.bytes(2).readUInt16LE() / 65_535;
    const lasts_ms = notificationLimits.stream_minutes * 60_000 * (0.9 + 0.2 * spread);
    const client = new StreamClient(facts, response, performance.now() + lasts_ms);
    if (this.#is_closed || response.closed) {
      client.end();
      return;
    }
    const streams = this.#shops.get(shop.id) ?? { shop, clients: new Set(), busy: Promise.resolve() };
    this.#shops.set(shop.id, streams);
    streams.clients.add(client);
    this.#count += 1;
    response.once('close', () => this.#forget(streams, client));
    this.#start();
    client.greet();
  }

  /** Ends all streams: their clients come again, to another process. */
  close(): void {
    this.#is_closed = true;
    this.#forgotten();
    this.#stop();
    for (const { clients } of this.#shops.values()) for (const client of clients) client.end();
  }

  #forget(streams: ShopStreams, client: StreamClient): void {
    if (!streams.clients.delete(client)) return;
    this.#count -= 1;
    if (streams.clients.size === 0) this.#shops.delete(streams.shop.id);
    if (this.#count === 0) this.#stop();
  }

  #start(): void {
    this.#unwatch ??= watchEvents(this.#services);
    this.#look ??= setInterval(() => void this.#lookForNews(), notificationLimits.stream_look_ms);
    this.#heartbeat ??= setInterval(() => this.#beat(), notificationLimits.stream_heartbeat_s * 1_000);
  }

  #stop(): void {
    clearInterval(this.#look);
    clearInterval(this.#heartbeat);
    this.#unwatch?.();
    this.#look = this.#heartbeat = this.#unwatch = undefined;
  }

  async #lookForNews(): Promise<void> {
    if (this.#is_looking) return;
    this.#is_looking = true;
    try {
      const newest = await findNewest(this.#services, [...this.#shops.keys()]);
      const limit = pLimit(SHOPS_AT_ONCE);
      const behind = [...this.#shops].flatMap(([shop_id, streams]) => {
        const to = { activity: newest.activity.get(shop_id) ?? 0, news: newest.news };
        const is_behind = [...streams.clients].some(
          ({ facts: { position } }) => position.activity < to.activity || position.news < to.news,
        );
        return is_behind ? [{ streams, to }] : [];
      });
      await Promise.all(
        behind.map(({ streams, to }) => limit(() => this.#with(streams, () => this.#serve(streams, to)))),
      );
    } catch (error) {
      this.#services.log.warn({ err: error }, 'looking for notifications failed');
    } finally {
      this.#is_looking = false;
    }
  }

  async #serve(streams: ShopStreams, to: StreamPosition): Promise<void> {
    await this.#endLost(streams);
    await sendActivity(this.#services, streams.shop, streams.clients, to.activity);
    await sendNews(this.#services, streams.shop, streams.clients, to.news);
  }

  #beat(): void {
    this.#beats += 1;
    const now_ms = performance.now();
    let index = 0;
    for (const [shop_id, { clients }] of this.#shops) {
      for (const client of clients)
        if (client.ends_at_ms < now_ms) client.end();
        else client.beat();
      // A quarter of the shops at each: for those whose revocations this process was not told of.
      index += 1;
      if ((index + this.#beats) % BEATS_PER_CHECK === 0) this.#checkAccess(shop_id);
    }
  }

  #checkAccess(shop_id: number | undefined): void {
    const concerned =
      shop_id === undefined ? [...this.#shops.values()] : [this.#shops.get(shop_id) ?? []].flat();
    void (async () => {
      for (const streams of concerned) await this.#with(streams, () => this.#endLost(streams));
    })();
  }

  /** One thing at a time with the streams of a shop. */
  #with(streams: ShopStreams, run: () => Promise<void>): Promise<void> {
    streams.busy = streams.busy.then(run).catch((error: unknown) => {
      this.#services.log.warn({ shop_id: streams.shop.id, err: error }, 'streams were not served');
    });
    return streams.busy;
  }

  /** Ends the streams of those who may not be here any more, or have another role now. */
  async #endLost(streams: ShopStreams): Promise<void> {
    const { shop, clients } = streams;
    const held = [...clients];
    const live = await liveCredentials(
      this.#services,
      shop.id,
      held.map(({ facts }) => facts.credential),
    );
    for (const client of held) {
      const { credential, role } = client.facts;
      if (live.get(`${credential.kind} ${credential.credential_id}`) === role) continue;
      this.#forget(streams, client);
      client.end();
    }
  }
}

const hubs = new WeakMap<object, StreamHub>();

/** Makes the hub of a process. */
export function makeHub(services: Services): StreamHub {
  const hub = new StreamHub(services);
  hubs.set(services.config, hub);
  return hub;
}

export function hubOf({ config }: Pick<Services, 'config'>): StreamHub {
  const hub = hubs.get(config);
  if (hub === undefined) throw new Error('this process has no streams');
  return hub;
}
