import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { commitTogether } from './commit-together.ts';
import type { Database } from './connection.ts';

const db = {} as Database;

interface Piece {
  name: string;
  weight?: number;
}

/** Work that is done when a test lets what was sent return. */
function scene(answer: { of?: (name: string) => string | undefined; failure?: unknown } = {}) {
  const sent: string[] = [];
  const on_their_way: (() => void)[] = [];
  const arrival = () => new Promise<void>((resolve) => on_their_way.push(resolve));
  const of = answer.of ?? ((name: string) => `done ${name}`);
  const submit = commitTogether<Piece, string>({
    async alone(_db, { name }) {
      sent.push(name);
      await arrival();
      return `alone ${name}`;
    },
    async together(_db, given) {
      sent.push(given.map(({ name }) => name).join('+'));
      await arrival();
      if (answer.failure !== undefined) throw answer.failure;
      return given.map(({ name }) => of(name));
    },
    weight: ({ weight = 1 }) => weight,
  });
  /** The oldest of what was sent is answered. */
  const answerNext = async () => {
    on_their_way.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { submit, sent, answerNext };
}

const failed = (code: string) => Object.assign(new pg.DatabaseError('failed', 6, 'error'), { code });

describe('work of a shop', () => {
  test('of which nothing is on its way is done at once, alone', async () => {
    const { submit, sent, answerNext } = scene();
    const a = submit(db, 1, { name: 'a' });
    expect(sent).toEqual(['a']);
    await answerNext();
    expect(await a).toBe('alone a');
    const b = submit(db, 1, { name: 'b' });
    expect(sent).toEqual(['a', 'b']);
    await answerNext();
    expect(await b).toBe('alone b');
  });

  test('that becomes ready while something is on its way is done together, in the order in which it came', async () => {
    const { submit, sent, answerNext } = scene();
    const all = ['a', 'b', 'c', 'd'].map((name) => submit(db, 1, { name }));
    expect(sent).toEqual(['a']);
    await answerNext();
    expect(sent).toEqual(['a', 'b+c+d']);
    const late = submit(db, 1, { name: 'e' });
    await answerNext();
    await answerNext();
    expect(await Promise.all([...all, late])).toEqual(['alone a', 'done b', 'done c', 'done d', 'alone e']);
  });

  test('waits for none of another shop, nor of another database', async () => {
    const { submit, sent, answerNext } = scene();
    const all = [
      submit(db, 1, { name: 'a' }),
      submit(db, 2, { name: 'b' }),
      submit({} as Database, 1, { name: 'c' }),
    ];
    expect(sent).toEqual(['a', 'b', 'c']);
    for (const _each of all) await answerNext();
    expect(await Promise.all(all)).toHaveLength(3);
  });

  test('is in groups of a limited number and weight', async () => {
    const { submit, sent, answerNext } = scene();
    const light = Array.from({ length: 50 }, (_, index) => submit(db, 1, { name: String(index) }));
    const heavy = ['w', 'x', 'y', 'z'].map((name) => submit(db, 1, { name, weight: 100 }));
    for (let turn = 0; turn < 5; turn += 1) await answerNext();
    await Promise.all([...light, ...heavy]);
    expect(sent.map((names) => names.split('+').length)).toEqual([1, 32, 18, 2, 1]);
    expect(sent.slice(3)).toEqual(['x+y', 'z']);
  });

  test('does not wait for what is on its way for longer than a commit takes', async () => {
    const { submit, sent, answerNext } = scene();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => submit(db, 1, { name }));
    await vi.waitUntil(() => sent.length === 2, { timeout: 5_000 });
    expect(sent).toEqual(['a', 'b+c']);
    for (const _each of sent) await answerNext();
    expect(await Promise.all([a, b, c])).toEqual(['alone a', 'done b', 'done c']);
  });
});

describe('a failure', () => {
  test('of one is answered as that one alone would have been, and takes no other along', async () => {
    const { submit, sent, answerNext } = scene({
      of: (name) => (name === 'c' ? undefined : `done ${name}`),
    });
    const all = ['a', 'b', 'c', 'd'].map((name) => submit(db, 1, { name }));
    for (let turn = 0; turn < 3; turn += 1) await answerNext();
    expect(await Promise.all(all)).toEqual(['alone a', 'done b', 'alone c', 'done d']);
    expect(sent).toEqual(['a', 'b+c+d', 'c']);
  });

  test.each(['23514', '40P01', '55P03', '57014', '42883'])(
    'of all (%s), of which nothing was done for certain, has each done alone',
    async (code) => {
      const { submit, sent, answerNext } = scene({ failure: failed(code) });
      const all = ['a', 'b', 'c'].map((name) => submit(db, 1, { name }));
      for (let turn = 0; turn < 4; turn += 1) await answerNext();
      expect(await Promise.all(all)).toEqual(['alone a', 'alone b', 'alone c']);
      expect(sent).toEqual(['a', 'b+c', 'b', 'c']);
    },
  );

  test.each([
    ['a connection that was lost', new Error('Connection terminated unexpectedly')],
    ['a server that was stopped', failed('57P01')],
    ['a disk that failed', failed('58030')],
  ])(
    'after which it is not known what was done, as by %s, is answered with it and nothing is done twice',
    async (_why, failure) => {
      const { submit, sent, answerNext } = scene({ failure });
      const all = ['a', 'b', 'c'].map((name) => submit(db, 1, { name }));
      const settled = Promise.allSettled(all);
      for (let turn = 0; turn < 3; turn += 1) await answerNext();
      expect((await settled).slice(1)).toEqual([
        { status: 'rejected', reason: failure },
        { status: 'rejected', reason: failure },
      ]);
      expect(sent).toEqual(['a', 'b+c']);
      const next = submit(db, 1, { name: 'd' });
      await answerNext();
      expect(await next).toBe('alone d');
    },
  );
});
