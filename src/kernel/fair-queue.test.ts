import { expect, test } from 'vitest';
import { fairQueue, QueueFull } from './fair-queue.ts';

/** Lets all that is due happen. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when it is told to, and what has begun of it. */
function stage() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    work: (name: string) => () =>
      new Promise<string>((resolve) => {
        begun.push(name);
        ends.set(name, () => resolve(name));
      }),
    end: async (name: string) => {
      await turn();
      ends.get(name)?.();
      await turn();
    },
  };
}

test('lanes take turns, so that a long one keeps no other waiting', async () => {
  const { begun, work, end } = stage();
  const queue = fairQueue({ at_once: 1, waiting: 10 });
  const all = ['a1', 'a2', 'a3', 'b1'].map((name) => queue.run(name.slice(0, 1), work(name)));
  for (const name of ['a1', 'a2', 'b1', 'a3']) await end(name);
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'b1']);
});

test('a lane has one piece of work running at a time, others use what is free', async () => {
  const { begun, work, end } = stage();
  const queue = fairQueue({ at_once: 2, waiting: 10 });
  const all = ['a1', 'a2', 'b1', 'c1'].map((name) => queue.run(name.slice(0, 1), work(name)));
  await turn();
  expect(begun).toEqual(['a1', 'b1']);
  await end('a1');
  expect(begun).toEqual(['a1', 'b1', 'a2']);
  await end('b1');
  expect(begun).toEqual(['a1', 'b1', 'a2', 'c1']);
  await end('a2');
  await end('c1');
  expect(await Promise.all(all)).toHaveLength(4);
});

test('who finds all places taken by another lane gets the last of them', async () => {
  const { work, end } = stage();
  const queue = fairQueue({ at_once: 1, waiting: 3 });
  const flood = ['a1', 'a2', 'a3', 'a4', 'a5'].map((name) =>
    queue.run('a', work(name)).catch((error) => error),
  );
  const other = queue.run('b', work('b1'));
  for (const name of ['a1', 'a2', 'b1', 'a3']) await end(name);
  expect(await other).toBe('b1');
  const [a1, a2, a3, a4, a5] = await Promise.all(flood);
  expect([a1, a2, a3]).toEqual(['a1', 'a2', 'a3']);
  expect([a4, a5]).toEqual([expect.any(QueueFull), expect.any(QueueFull)]);
});

test('work that fails gives its place on', async () => {
  const queue = fairQueue({ at_once: 1, waiting: 3 });
  await expect(queue.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await queue.run('a', () => Promise.resolve('next'))).toBe('next');
});
