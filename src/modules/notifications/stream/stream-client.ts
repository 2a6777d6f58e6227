import type { Language } from '../../../kernel/language.ts';
import type { Role } from '../../../kernel/permissions.ts';
import type { Random } from '../../../kernel/random.ts';
import type { HeldCredential } from '../../accounts/index.ts';

/** How far somebody has come in both feeds. */
export interface StreamPosition {
  activity: number;
  news: number;
}

/** What a stream is opened with. */
export interface StreamFacts {
  shop_id: number;
  user_id: number;
  role: Role;
  credential: HeldCredential;
  language: Language;
  base_url: string;
  position: StreamPosition;
  /** After how long the client comes again where it is dropped. */
  retry_ms: number;
}

/** As the id of an event: `1204-7`. */
export function idOfPosition({ activity, news }: StreamPosition): string {
  return `${activity}-${news}`;
}

/** What an id says; undefined for what is none of ours. */
export function positionOfId(id: string | undefined): StreamPosition | undefined {
  const [, activity, news] = /^(\d{1,15})-(\d{1,15})$/.exec(id ?? '') ?? [];
  return activity === undefined ? undefined : { activity: Number(activity), news: Number(news) };
}

/** Bytes that wait in this process for a client that reads slowly: beyond them it is dropped, and can resume. */
const WAITING_MOST = 65_536;

/** After how long a client comes again that was dropped: not all in the same moment. */
const RETRY_MS = 2_000;
const RETRY_SPREAD_MS = 3_000;

export function retryAfterMs(random: Random): number {
  return RETRY_MS + (random.bytes(2).readUInt16LE() % RETRY_SPREAD_MS);
}

/** Where a stream is written to: the response, or what gathers a short one. */
export interface StreamSink {
  readonly writableLength: number;
  readonly writableEnded: boolean;
  readonly destroyed: boolean;
  write(text: string): unknown;
  end(): unknown;
  destroy(): unknown;
}

/** How long what was sent last may take to be read, when a stream ends. */
const LINGERS_MS = 5_000;

/** An open stream of one client. It holds a connection and a few numbers, nothing else. */
export class StreamClient {
  readonly facts: StreamFacts;
  readonly ends_at_ms: number;
  readonly #sink: StreamSink;
  #was_stalled = false;

  constructor(facts: StreamFacts, sink: StreamSink, ends_at_ms = 0) {
    this.facts = facts;
    this.ends_at_ms = ends_at_ms;
    this.#sink = sink;
  }

  /** The first that a client gets: when to come again, and from where on. */
  greet(): void {
    const { retry_ms, position } = this.facts;
    this.send(`retry: ${retry_ms}\nid: ${idOfPosition(position)}\nevent: ready\ndata: {}\n\n`);
  }

  /** @returns false if the client was dropped, as it does not read what it is sent */
  send(text: string): boolean {
    if (this.#sink.writableLength > WAITING_MOST) this.drop();
    if (this.#sink.writableEnded || this.#sink.destroyed) return false;
    this.#sink.write(text);
    return true;
  }

  /** Keeps the connection alive; who has read nothing since the last time is dropped. */
  beat(): void {
    const is_stalled = this.#sink.writableLength > 0;
    if (is_stalled && this.#was_stalled) this.drop();
    else this.send(':\n\n');
    this.#was_stalled = is_stalled;
  }

  /** Ends it in good order: the client comes again, and is asked anew who it is. */
  end(): void {
    if (this.#sink.writableEnded) return;
    this.#sink.end();
    setTimeout(() => this.drop(), LINGERS_MS).unref();
  }

  /** Ends it at once. */
  drop(): void {
    this.#sink.destroy();
  }
}
