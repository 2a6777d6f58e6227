import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { installFunctions, shopFunction } from './shop-function.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const greeting = (word: string) =>
  shopFunction<{ words: string; count: number }, { name: string; shop_id: number }>(
    'greet',
    { takes: { name: 'text', shop_id: 'bigint' }, returns: { words: 'text', count: 'bigint' } },
    (given, result) => `begin
      ${result.words} := '${word} ' || ${given.name};
      select count(*) into ${result.count} from users where shop_id = ${given.shop_id};
    end`,
  );

async function installed(): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ proname: string }>(
    `select proname from pg_proc where proname like 'greet%' order by oid`,
  );
  return rows.map(({ proname }) => proname);
}

test('a function takes the shop first, and returns its row by the names that were declared', async () => {
  const greet = greeting('Halo');
  await installFunctions(app.database.pool, [greet]);
  const shop = await app.openShop();
  expect(await greet.call(app.database.db, { name: 'Siti', shop_id: shop.shop_id })).toEqual({
    words: 'Halo Siti',
    count: 1,
  });
  expect(greet.definition).toMatch(
    /^create function greet_[0-9a-f]{8}\(given_shop_id bigint, given_name text/,
  );
});

test('however many processes start at once, a function is created once', async () => {
  const greet = greeting('Selamat pagi');
  const { host, port, user } = inject('postgres');
  const database = app.database.pool.options.database;
  const processes = Array.from({ length: 8 }, () => new pg.Pool({ host, port, user, database, max: 1 }));
  await Promise.all(processes.map((pool) => installFunctions(pool, [greet])));
  await Promise.all(processes.map((pool) => pool.end()));
  expect((await installed()).filter((name) => name === greet.name)).toHaveLength(1);
});

test('the version before stays for a process that is about to be replaced; older ones go', async () => {
  const [first, second, third] = [greeting('Satu'), greeting('Dua'), greeting('Tiga')];
  for (const version of [first, second, third]) await installFunctions(app.database.pool, [version]);
  expect(await installed()).toEqual([second.name, third.name]);
  // Back to what was there before.
  await installFunctions(app.database.pool, [second]);
  expect(await installed()).toEqual([second.name, third.name]);
});

test('a function on tables of shops that names no shop is refused when it is declared', () => {
  const declare = () =>
    shopFunction<{ count: number }, { shop_id: number }>(
      'count_users',
      { takes: { shop_id: 'bigint' }, returns: { count: 'bigint' } },
      (_given, { count }) => `begin select count(*) into ${count} from users; end`,
    );
  expect(declare).toThrow('without shop_id');
});
