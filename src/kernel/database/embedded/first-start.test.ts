import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { accountForRoot, isRoot } from './account.ts';
import { bufferMb, memoryBytes } from './settings.ts';
import { query, cleanUp, connectToServer, makeTestFolder, start } from './test-app.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanUp);

describe('the first start', () => {
  test('creates a UTF-8 database with checksums that anybody with the socket may open', async () => {
    const data_dir = await makeTestFolder();
    const server = await start(data_dir);

    expect(server).toMatchObject({ first_start: true, replaced_orphan: false, data_dir_used: data_dir });
    expect(await query(server, 'SELECT current_database(), current_user::text')).toEqual([
      'ngorder',
      'ngorder_app',
    ]);
    expect(
      await query(
        server,
        `SELECT pg_encoding_to_char(encoding), datlocprovider, datlocale, current_setting('data_checksums')
         FROM pg_database WHERE datname = 'ngorder'`,
      ),
    ).toEqual(['UTF8', 'b', 'C.UTF-8', 'on']);
    expect(await readFile(join(data_dir, 'postgres/data/pg_hba.conf'), 'utf8')).toBe('local all all trust\n');
  });

  test('leaves out every TCP port and shuts the socket away in a private folder', async () => {
    const server = await start(await makeTestFolder());

    expect(await query(server, 'SHOW listen_addresses')).toEqual(['']);
    const folder = await stat(server.connection.host);
    expect(folder.mode & 0o777).toBe(0o700);
    expect(folder.uid).toBe(isRoot() ? (await accountForRoot()).uid : process.getuid?.());
  });

  test('has the contrib extensions', async () => {
    const server = await start(await makeTestFolder());
    await query(server, 'CREATE EXTENSION pg_trgm');
    expect(await query(server, `SELECT similarity('kaos polos', 'kaos polo') > 0.5`)).toEqual([true]);
  });

  test('removes what a crash in the middle of the preparations left', async () => {
    const data_dir = await makeTestFolder();
    const home = join(data_dir, 'postgres');
    await mkdir(join(home, '18.4.new-1234'), { recursive: true });
    await mkdir(join(home, 'data.new-1234'));
    await writeFile(join(home, 'data.new-1234', 'PG_VERSION'), '18\n');

    expect((await start(data_dir)).first_start).toBe(true);
    await expect(stat(join(home, '18.4.new-1234'))).rejects.toThrow('ENOENT');
    await expect(stat(join(home, 'data.new-1234'))).rejects.toThrow('ENOENT');
  });

  test('puts the socket elsewhere where the data folder is too deep, and finds it again', async () => {
    const data_dir = join(await makeTestFolder(), 'deep'.repeat(15), 'deeper'.repeat(10));
    const first = await start(data_dir);
    expect(first.connection.host.startsWith(data_dir)).toBe(false);
    expect((await stat(first.connection.host)).mode & 0o777).toBe(0o700);
    await first.stop();

    const second = await start(data_dir);
    expect(second.connection).toEqual(first.connection);
    expect(await query(second, 'SELECT 1')).toEqual([1]);
    await second.stop();
    await rm(second.connection.host, { recursive: true });
  });

  test('works where the path has blanks, commas and quotes', async () => {
    const data_dir = join(await makeTestFolder(), `toko 'sari', dll; é #1`);
    expect(await query(await start(data_dir), 'SELECT 1')).toEqual([1]);
  });

  test('refuses a path that initdb would hand to a shell as code', async () => {
    const data_dir = join(await makeTestFolder(), 'toko $(id)');
    await expect(start(data_dir)).rejects.toThrow('choose a data folder without');
  });
});

describe('a warm start', () => {
  test('is ready soon, on a quiet machine (QUIET=1) in well under a second, and keeps the data', async () => {
    const data_dir = await makeTestFolder();
    const first = await start(data_dir);
    await query(first, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.stop();

    const began_ms = performance.now();
    const second = await start(data_dir);
    expect(performance.now() - began_ms).toBeLessThan(process.env['QUIET'] === '1' ? 900 : 3_000);
    expect(second.first_start).toBe(false);
    expect(await query(second, 'SELECT number FROM kept')).toEqual([7]);
  });

  test('uses settings for a small server, and those that the caller overrides', async () => {
    const server = await start(await makeTestFolder(), {
      settings: { work_mem: '8MB', listen_addresses: '*' },
    });
    const sql = [
      'shared_buffers',
      'max_connections',
      'jit',
      'autovacuum',
      'fsync',
      'work_mem',
      'listen_addresses',
    ]
      .map((name) => `current_setting('${name}')`)
      .join(', ');
    const buffers = `${bufferMb(memoryBytes())}MB`;
    expect(await query(server, `SELECT ${sql}`)).toEqual([buffers, '60', 'off', 'on', 'off', '8MB', '']);
  });

  test('keeps the values of refused rows out of the log', async () => {
    const data_dir = await makeTestFolder();
    const server = await start(data_dir);
    const client = await connectToServer(server);
    await client.query('CREATE TABLE customer (phone text PRIMARY KEY)');
    const insert = () => client.query('INSERT INTO customer VALUES ($1)', ['08123456789']);
    await insert();
    await expect(insert()).rejects.toThrow('duplicate key');
    await client.end();
    await server.stop();

    const log = await readFile(join(data_dir, 'postgres/log/server.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('08123456789');
  });
});

test('a server that can not start is reported with its own reason', async () => {
  const data_dir = await makeTestFolder();
  await (await start(data_dir)).stop();
  await expect(start(data_dir, { settings: { shared_buffers: 'much' } })).rejects.toThrow(
    'PostgreSQL did not start (invalid value for parameter "shared_buffers": "much"): put that right',
  );
  expect((await start(data_dir)).first_start).toBe(false);
});

test.skipIf(isRoot())('a data folder that can not be written is reported in a sentence', async () => {
  const data_dir = await makeTestFolder();
  await chmod(data_dir, 0o500);
  await expect(start(data_dir)).rejects.toThrow(/^The database in .* could not be started \(EACCES/);
});
