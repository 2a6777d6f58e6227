import { CompiledQuery, type DatabaseConnection } from 'kysely';
import { afterEach, expect, test, vi } from 'vitest';
import { startTestApp } from '../../../test/harness.ts';
import { statement } from './connection.ts';
import { FORGET_PLANS, forgetOldPlans, holdsMany } from './old-plans.ts';

afterEach(() => void vi.useRealTimers());

test('a connection forgets its plans when they are ten seconds old, and not before each request', async () => {
  vi.useFakeTimers();
  const sent: string[] = [];
  const connection = {
    executeQuery: async (query: CompiledQuery) => {
      sent.push(query.sql);
      return { rows: [] };
    },
  } as unknown as DatabaseConnection;
  const onReserve = forgetOldPlans();
  await onReserve(connection);
  vi.advanceTimersByTime(9_000);
  await onReserve(connection);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(2_000);
  await onReserve(connection);
  await onReserve(connection);
  expect(sent).toEqual([FORGET_PLANS]);
});

test('a broken connection is told by the statement that it was reserved for', async () => {
  vi.useFakeTimers();
  const connection = {
    executeQuery: () => Promise.reject(new Error('gone')),
  } as unknown as DatabaseConnection;
  const onReserve = forgetOldPlans();
  await onReserve(connection);
  vi.advanceTimersByTime(11_000);
  await expect(onReserve(connection)).resolves.toBeUndefined();
});

test('what comes with a long list is planned for what it holds', () => {
  expect(holdsMany([1, 'a', Array.from({ length: 50 }, () => 1)])).toBe(false);
  expect(holdsMany([1, Array.from({ length: 51 }, () => 1)])).toBe(true);
  expect(holdsMany(undefined)).toBe(false);
});

test('a statement that looks each value up by an index is prepared for lists of any length', async () => {
  const app = await startTestApp({ pool_size: 1 });
  try {
    const text = 'select cardinality($1::bigint[]) as';
    const long = Array.from({ length: 60 }, (_, index) => index);
    const any = statement<{ any_length: number }>('count_any', `${text} any_length`, { any_length: true });
    const few = statement<{ few: number }>('count_few', `${text} few`);
    expect(await any.run(app.database.db, [long])).toEqual([{ any_length: 60 }]);
    expect(await few.run(app.database.db, [long])).toEqual([{ few: 60 }]);
    const { rows } = await app.database.pool.query(
      `select name from pg_prepared_statements where name like 'count!_%' escape '!'`,
    );
    expect(rows).toEqual([{ name: 'count_any' }]);
  } finally {
    await app.close();
  }
});
