import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../test/harness.ts';
import { mustBeOutside, publicContext } from './context.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.close());

const context = () =>
  publicContext(app.services, {
    language: 'en',
    request_id: 'test',
    address: '127.0.0.1',
    base_url: 'http://ngorder.test',
  });

const attempts = async (bucket: string) =>
  (await app.services.db.selectFrom('login_attempts').selectAll().where('bucket', '=', bucket).execute())
    .length;

const attempt = (bucket: string) => ({ bucket, level: 1, leaks_every_s: 60, counted_at: new Date() });

test('what waits for the commit runs when the outermost transaction is committed, in its order', async () => {
  const seen: string[] = [];
  await context().transaction(async (outer) => {
    await outer.transaction(async (inner) => {
      await inner.db.insertInto('login_attempts').values(attempt('a')).execute();
      await inner.afterCommit(async () => void seen.push(`first, ${await attempts('a')} row`));
    });
    await outer.afterCommit(async () => void seen.push('second'));
    expect(seen).toEqual([]);
  });
  expect(seen).toEqual(['first, 1 row', 'second']);
});

test('what waits for the commit of a transaction that fails never runs', async () => {
  let ran = false;
  const failed = context().transaction(async (inner) => {
    await inner.afterCommit(async () => void (ran = true));
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(ran).toBe(false);
});

test('a failure behind the commit changes nothing: the caller gets its result and the rest runs', async () => {
  let ran = false;
  const result = await context().transaction(async (inner) => {
    await inner.afterCommit(() => Promise.reject(new Error('storage is gone')));
    await inner.afterCommit(async () => void (ran = true));
    return 'kept';
  });
  expect(result).toBe('kept');
  expect(ran).toBe(true);
});

test('without a transaction it runs at once', async () => {
  let ran = false;
  await context().afterCommit(async () => void (ran = true));
  expect(ran).toBe(true);
});

test('what must stand outside a transaction fails loudly inside one, however deep', async () => {
  expect(() => mustBeOutside(context(), 'this')).not.toThrow();
  const inside = context().transaction((outer) =>
    outer.transaction(async (inner) => mustBeOutside(inner, 'this')),
  );
  await expect(inside).rejects.toThrow('this stands in a transaction');
});
