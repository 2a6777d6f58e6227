import { NgorderError } from './errors.ts';
import type { Sending } from './send.ts';

/** One of the news of the shop. */
export interface ServerEvent {
  /** By which the stream goes on after it. */
  id: string;
  event: string;
  data: unknown;
}

interface Reading {
  signal: AbortSignal;
  last_event_id: string | undefined;
  sleep: Sending['sleep'];
}

const AGAIN_AFTER_MS = 3_000;

/**
 * Reads server-sent events, and connects again where it broke off, from the last event on.
 * @param connect opens the stream with these headers
 * @throws NgorderError where the server refuses for good: not signed in, not allowed
 */
export async function* readEvents(
  connect: (headers: Record<string, string>) => Promise<Response>,
  { signal, last_event_id, sleep }: Reading,
): AsyncGenerator<ServerEvent, void, undefined> {
  let last = last_event_id;
  while (!signal.aborted) {
    try {
      const { body } = await connect(last === undefined ? {} : { 'last-event-id': last });
      if (body !== null)
        for await (const event of parse(body)) {
          last = event.id === '' ? last : event.id;
          yield event;
        }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof NgorderError && error.status < 429) throw error;
    }
    if (!signal.aborted) await sleep(AGAIN_AFTER_MS, signal).catch(() => undefined);
  }
}

/** The events of a stream, as the standard has their text. */
async function* parse(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split(/\r?\n\r?\n/);
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = eventOf(block);
        if (event !== undefined) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function eventOf(block: string): ServerEvent | undefined {
  const fields = new Map<string, string>();
  for (const line of block.split(/\r?\n/)) {
    const [, name, value] = /^(\w+):? ?(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    fields.set(name, name === 'data' && fields.has(name) ? `${fields.get(name)}\n${value}` : value);
  }
  const data = fields.get('data');
  if (data === undefined) return undefined;
  return {
    id: fields.get('id') ?? '',
    event: fields.get('event') ?? 'message',
    data: JSON.parse(data) as unknown,
  };
}
