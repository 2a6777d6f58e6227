import { expect, test } from 'vitest';
import { StreamClient, type StreamFacts, type StreamSink } from './stream-client.ts';

const FACTS: StreamFacts = {
  shop_id: 1,
  user_id: 1,
  role: 'owner',
  credential: { kind: 'session', credential_id: 1 },
  language: 'id',
  base_url: '',
  position: { activity: 3, news: 2 },
  retry_ms: 2_000,
};

/** A connection whose other side reads only so many bytes. */
function connection(read_bytes: number) {
  const state = { writableLength: 0, writableEnded: false, destroyed: false, written: 0 };
  return Object.assign(state, {
    write(text: string) {
      if (state.destroyed || state.writableEnded) throw new Error('written to after its end');
      state.written += text.length;
      state.writableLength = Math.max(0, state.written - read_bytes);
    },
    end: () => void (state.writableEnded = true),
    destroy: () => void (state.destroyed = true),
  } satisfies Partial<StreamSink>);
}

test('a client that reads nothing is dropped before more than a hundred kilobytes wait for it', () => {
  const sink = connection(1_000);
  const client = new StreamClient(FACTS, sink);
  client.greet();
  for (let sent = 0; sent < 1_000; sent += 1) client.send('x'.repeat(1_000));
  expect(sink).toMatchObject({ destroyed: true, writableLength: expect.any(Number) });
  expect(sink.writableLength).toBeLessThan(100_000);
});

test('a client that has read nothing between two heartbeats is dropped, one that reads is not', () => {
  const stalled = connection(0);
  const lively = connection(1_000_000);
  for (const sink of [stalled, lively]) {
    const client = new StreamClient(FACTS, sink);
    client.greet();
    for (let beats = 0; beats < 3; beats += 1) client.beat();
  }
  expect([stalled.destroyed, lively.destroyed]).toEqual([true, false]);
});

test('nothing is written after the end', () => {
  const sink = connection(0);
  const client = new StreamClient(FACTS, sink);
  client.end();
  client.end();
  expect(client.send('x')).toBe(false);
  client.beat();
  expect(sink.written).toBe(0);
});
