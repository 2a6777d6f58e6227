import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../harness.ts';
import type { Contender } from './actor.ts';
import { InterleavedStage, type Pair } from './interleave.ts';

/** The runs of other files prove something only if what is wrong is caught: here it is. */

let test_app: TestApp;
let stage: InterleavedStage;

beforeAll(async () => {
  test_app = await startTestApp();
  await test_app.database.pool.query(
    'create table tins (id bigint generated always as identity, pieces integer)',
  );
  stage = await InterleavedStage.open(test_app);
});
afterAll(async () => {
  await stage.close();
  await test_app.close();
});

type Send = (text: string, values?: unknown[]) => Promise<number>;

async function withClient(actor: Contender, work: (send: Send) => Promise<void>): Promise<void> {
  const client = await actor.database.pool.connect();
  try {
    await work(async (text, values = []) => (await client.query(text, values)).rows[0]?.pieces ?? 0);
  } finally {
    client.release();
  }
}

/** Two who each take a piece of a tin. */
function takers(take: (send: Send, id: number) => Promise<void>): Pair<number, void, number> {
  const act = (actor: Contender, id: number) => withClient(actor, (send) => take(send, id));
  const one = async (text: string, values: unknown[] = []) =>
    (await test_app.database.pool.query<{ value: number }>(text, values)).rows[0]?.value ?? 0;
  return {
    arrange: () => one('insert into tins (pieces) values (10) returning id as value'),
    a: act,
    b: act,
    observe: (id) => one('select pieces as value from tins where id = $1', [id]),
  };
}

describe('of two who read an amount, take one and write what is left', () => {
  test('the one whose write is lost is caught', async () => {
    const found = await stage.interleave(
      takers(async (send, id) => {
        const pieces = await send('select pieces from tins where id = $1', [id]);
        await send('update tins set pieces = $2 where id = $1', [id, pieces - 1]);
      }),
    );
    expect(found.serial).toEqual([8, 8]);
    // Of the six orders of two and two statements, all but the two where one does both before the other.
    expect(found.all).toHaveLength(6);
    expect(found.unlike_serial.map(({ outcome }) => outcome)).toEqual([9, 9, 9, 9]);
  });

  test('also when each does so in a transaction, where the second write waits for the first', async () => {
    const pair = takers(async (send, id) => {
      await send('begin');
      const pieces = await send('select pieces from tins where id = $1', [id]);
      await send('update tins set pieces = $2 where id = $1', [id, pieces - 1]);
      await send('commit');
    });
    const found = await stage.interleave(pair);
    expect(found.unlike_serial.length).toBeGreaterThan(0);
    expect(found.waited).toBeGreaterThan(0);
  });

  test('nothing is lost where they lock first, and who waits is let go on when it can', async () => {
    const found = await stage.interleave(
      takers(async (send, id) => {
        await send('begin');
        const pieces = await send('select pieces from tins where id = $1 for update', [id]);
        await send('update tins set pieces = $2 where id = $1', [id, pieces - 1]);
        await send('commit');
      }),
    );
    expect(found.unlike_serial).toEqual([]);
    expect(found.waited).toBeGreaterThan(found.all.length / 2);
    expect(found.deadlocked).toBe(0);
  });
});
