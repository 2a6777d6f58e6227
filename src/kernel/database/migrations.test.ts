import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { migrate } from './migrations.ts';

test('however long they take, and whoever else waits for them, all migrations are applied once', async () => {
  const { superuser, ...server } = inject('postgres');
  const admin = new pg.Client({ ...server, user: superuser, database: 'postgres' });
  await admin.connect();
  const database = 'slow_migrations';
  await admin.query(`create database ${database} owner ${server.user}`);
  const options = '-c statement_timeout=2 -c lock_timeout=2';
  const pool = new pg.Pool({ ...server, database, max: 3, options });
  onTestFinished(async () => {
    await pool.end();
    await admin.query(`drop database ${database}`);
    await admin.end();
  });

  const applied = await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
  const files = await readdir(new URL('../../../migrations/', import.meta.url));
  const migrations = files.filter((file) => /^\d{4}_/.test(file)).map((file) => file.replace('.sql', ''));
  expect(applied.flat().toSorted()).toEqual(migrations.toSorted());
  // What serves requests next has the limits of the pool again.
  for (const limit of ['statement_timeout', 'lock_timeout'])
    expect((await pool.query(`show ${limit}`)).rows).toEqual([{ [limit]: '2ms' }]);
});
