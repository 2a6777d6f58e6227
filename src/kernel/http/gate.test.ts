import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Gate, type Ticket } from './gate.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const PLACES = 16;

/** A gate and those who ask: what was begun and what was refused, in order. */
function openGate() {
  const gate = new Gate({ places: PLACES, refusal: () => new Error('refused') });
  const working: { name: string; ticket: Ticket }[] = [];
  const refused: string[] = [];
  const request = (lane: string, name = lane, is_stranger = false) => {
    let begun = false;
    const begin = () => void (begun = true);
    const ticket: Ticket = gate.request(
      { name: lane, is_stranger },
      () => {
        begin();
        // Begun at once: the ticket is known a moment later.
        queueMicrotask(() => working.push({ name, ticket }));
      },
      () => void refused.push(name),
    );
    return { ticket, isBegun: () => begun };
  };
  const requested = async (lane: string, count: number, is_stranger = false) => {
    for (let number = 0; number < count; number += 1) request(lane, `${lane}${number}`, is_stranger);
    await Promise.resolve();
  };
  const finish = async (choose: (name: string) => boolean = () => true) => {
    const index = working.findIndex(({ name }) => choose(name));
    const [done] = index === -1 ? [] : working.splice(index, 1);
    if (done !== undefined) gate.leave(done.ticket);
    await Promise.resolve();
    return done?.name;
  };
  const of = (lane: string) => working.filter(({ name }) => name.startsWith(lane)).length;
  return { gate, working, refused, request, requested, finish, of };
}

test('one shop alone has three quarters of the places at once, and a burst of 200 is worked off whole, in the order in which it came', async () => {
  const { working, refused, requested, finish, of } = openGate();
  await requested('A', 200);
  expect(of('A')).toBe(12);
  const done: (string | undefined)[] = [];
  while (working.length > 0) {
    vi.advanceTimersByTime(20);
    done.push(await finish());
  }
  expect(refused).toEqual([]);
  expect(done).toEqual(Array.from({ length: 200 }, (_, number) => `A${number}`));
});

test('a shop that comes next has its place at once, and takes turns with the one that waits', async () => {
  const { requested, finish, of } = openGate();
  await requested('A', 100);
  await requested('B', 3);
  expect(of('B')).toBe(3);
  await requested('B', 17);
  expect(of('B')).toBe(4);
  // A gives way until both have half.
  for (let count = 0; count < 20; count += 1) {
    vi.advanceTimersByTime(20);
    await finish((name) => name.startsWith('A'));
  }
  expect([of('A'), of('B')]).toEqual([8, 8]);
});

describe('a shop that floods', () => {
  /** Sends again whatever was answered, as many clients at once do. */
  async function flood(
    gate: ReturnType<typeof openGate>,
    connections: number,
    answers: number,
    answer_every_ms = 2,
  ) {
    await gate.requested('A', connections);
    for (let count = 0; count < answers; count += 1) {
      const refused = gate.refused.length;
      vi.advanceTimersByTime(answer_every_ms);
      await gate.finish((name) => name.startsWith('A'));
      await gate.requested('A', 1 + gate.refused.length - refused);
    }
  }

  test('is refused what is beyond its line, early; who was accepted waited for no more than its line', async () => {
    const gate = openGate();
    await flood(gate, 200, 1_000);
    expect(gate.refused.length).toBeGreaterThan(200);
    const before = gate.refused.length;
    await gate.requested('A', 50);
    vi.advanceTimersByTime(600);
    expect(gate.refused.length).toBeGreaterThanOrEqual(before + 50);
  });

  test('is told from a burst within two seconds on a slow machine too', async () => {
    const gate = openGate();
    await flood(gate, 200, 110, 20);
    expect(gate.refused.length).toBeGreaterThan(150);
  });

  test('has an eighth of the places while another shop is active, and three quarters again when that has gone', async () => {
    const gate = openGate();
    await gate.requested('B', 1);
    await gate.finish();
    await flood(gate, 200, 1_000);
    expect(gate.of('A')).toBe(2);
    vi.advanceTimersByTime(10_000);
    await gate.requested('A', 200);
    await flood(gate, 0, 100);
    expect(gate.of('A')).toBe(12);
  });

  test('is not held up by its own requests that take long', async () => {
    const gate = openGate();
    await gate.requested('B', 1);
    await flood(gate, 200, 1_000);
    expect(gate.of('A')).toBe(2);
    vi.advanceTimersByTime(400);
    await Promise.resolve();
    expect(gate.of('A')).toBeGreaterThan(3);
  });

  test('counts as calm soon after the flood: the next burst is worked off', async () => {
    const gate = openGate();
    await flood(gate, 200, 1_000);
    while (gate.working.length > 0) {
      vi.advanceTimersByTime(20);
      await gate.finish();
    }
    vi.advanceTimersByTime(3_000);
    const before = gate.refused.length;
    await gate.requested('A', 200);
    while (gate.working.length > 0) {
      vi.advanceTimersByTime(20);
      await gate.finish();
    }
    expect(gate.refused.length).toBe(before);
  });
});

test('strangers from ever so many addresses leave a quarter of the places to those who are known', async () => {
  const { request, requested, of } = openGate();
  for (let address = 0; address < 1_000; address += 1) request(`stranger ${address}`, 'stranger', true);
  await Promise.resolve();
  expect(of('stranger')).toBe(12);
  await requested('A', 4);
  expect(of('A')).toBe(4);
});

test('a request that waits too long is refused, and one that is gone leaves its place to the next', async () => {
  const { gate, refused, request, requested, of, finish } = openGate();
  await requested('A', 12);
  const gone = request('A', 'gone');
  request('A', 'next');
  gate.leave(gone.ticket);
  gate.leave(gone.ticket);
  await finish();
  expect(gone.isBegun()).toBe(false);
  expect(of('next')).toBe(1);
  request('A', 'last');
  vi.advanceTimersByTime(10_100);
  expect(refused).toEqual(['last']);
});

test('what waits can be refused all at once, and nothing of it is begun later', async () => {
  const { gate, refused, requested, finish, working } = openGate();
  await requested('A', 100);
  gate.refuseAll(() => new Error('silent'));
  expect(refused).toHaveLength(88);
  while (working.length > 0) await finish();
  await requested('A', 12);
  expect(working).toHaveLength(12);
});

test('with a single place one request after the other is worked on', async () => {
  const gate = new Gate({ places: 1, refusal: () => new Error('refused') });
  const done: number[] = [];
  const tickets = [1, 2, 3].map((number) =>
    gate.request(
      { name: 'A', is_stranger: false },
      () => void done.push(number),
      () => undefined,
    ),
  );
  expect(done).toEqual([1]);
  for (const ticket of tickets) gate.leave(ticket);
  expect(done).toEqual([1, 2, 3]);
});
