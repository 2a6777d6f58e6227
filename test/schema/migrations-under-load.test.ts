import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { connect } from '../../src/kernel/database/connection.ts';
import { migrate } from '../../src/kernel/database/migrations.ts';
import { createTestDatabase, startTestApp } from '../harness.ts';
import { fillShop } from '../plans/fill-shop.ts';
import { GOODS_ROWS } from '../plans/goods-rows.ts';
import type { FilledTable } from '../plans/row-parts.ts';
import { COD_ROWS } from '../plans/cod-rows.ts';
import { SALES_ROWS } from '../plans/sales-rows.ts';
import { openStall, orderOf } from '../stall.ts';
import { LAST_OF_BASE } from './change-rules.ts';
import { knownColumns, orderWriter } from './order-writer.ts';

/*
 * What orders notice of a migration that runs while they are placed: nothing. The product of today places them on the schema
 * of today, where examples show that the measure tells a good migration from a bad one. The product of before is a writer
 * that knows the columns of before each migration; it sees all those after the base, and examples too.
 */

/** Nobody who places an order waits longer for a migration. */
const LONGEST_WAIT_MS = 1_000;

/** Of the shop, so that writing all of them anew, with their indexes, takes longer than that. */
const ORDERS = 20_000;

const MIGRATIONS = new URL('../../migrations/', import.meta.url);
const names = (await readdir(MIGRATIONS)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
const isOfBase = (name: string) => Number(name.slice(0, 4)) <= LAST_OF_BASE;

interface Case {
  title: string;
  file: string;
  text: string;
  is_harmless: boolean;
}

const after_base = await Promise.all(
  names
    .filter((name) => !isOfBase(name))
    .map(async (file): Promise<Case> => {
      const text = await readFile(new URL(file, MIGRATIONS), 'utf8');
      return { title: file, file, text, is_harmless: true };
    }),
);

const harmless: Case[] = [
  {
    title: 'a new column with a constant',
    file: '9001_column.sql',
    text: `alter table orders add column gift_note text not null default ''`,
    is_harmless: true,
  },
  {
    title: 'an index that is built beside writes',
    file: '9002_index.sql',
    text: '-- no transaction\ncreate index concurrently orders_by_weight on orders (shop_id, weight_grams)',
    is_harmless: true,
  },
];

const written_anew: Case = {
  title: 'columns of another type',
  file: '9003_types.sql',
  text: `alter table orders alter column note type varchar(2000);
    alter table orders alter column origin_name type varchar(2000);
    alter table orders alter column origin_address type varchar(2000)`,
  is_harmless: false,
};

const unknown_to_before: Case = {
  title: 'a mandatory column without a value',
  file: '9003_mandatory.sql',
  text: `alter table orders add column gift_wrap text not null default '';
    alter table orders alter column gift_wrap drop default`,
  is_harmless: false,
};

interface World {
  /** Gets to know the schema as it is. @returns places one order, and tells why it was not placed */
  openTill: () => Promise<() => Promise<string | undefined>>;
  /** Runs a migration as a new process does that starts beside those that serve. */
  migrate: (example: Case) => Promise<void>;
  close: () => Promise<void>;
}

/** @returns an order for each that took too long or failed, while the migration ran, shortly before and after */
async function harmDoneBy(example: Case, { openTill, migrate: run }: World): Promise<string[]> {
  const place = await openTill();
  const harm: string[] = [];
  const waits_ms: number[] = [];
  const closing = new AbortController();
  const placeOrders = async () => {
    while (!closing.signal.aborted) {
      const began = performance.now();
      const failure = await place();
      const wait_ms = Math.round(performance.now() - began);
      waits_ms.push(wait_ms);
      if (failure !== undefined || wait_ms > LONGEST_WAIT_MS) harm.push(failure ?? `${wait_ms} ms`);
    }
  };
  const someMore = async () => {
    const enough = waits_ms.length + 6;
    while (waits_ms.length < enough) await setTimeout(10);
  };
  // The first of a connection plan their statements.
  for (const _ of [1, 2, 3]) expect(await place()).toBeUndefined();
  const buyers = Promise.all([placeOrders(), placeOrders()]);
  try {
    await someMore();
    expect(harm).toEqual([]);
    await run(example);
    await someMore();
  } finally {
    closing.abort();
    await buyers;
  }
  return harm;
}

/** A folder of migrations of which more can be run. */
async function migrationFolder(pool: pg.Pool, files: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'ngorder-migrations-'));
  await Promise.all(files.map((name) => cp(new URL(name, MIGRATIONS), join(folder, name))));
  const run = () => migrate(pool, pathToFileURL(`${folder}/`));
  await run();
  return {
    add: async ({ file, text }: Case) => {
      await writeFile(join(folder, file), text);
      expect(await run()).toEqual([file.replace('.sql', '')]);
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

async function fill(database: string, shop_id: number, tables: FilledTable[]): Promise<void> {
  const { superuser, host, port } = inject('postgres');
  const client = new pg.Client({ host, port, user: superuser, database });
  await client.connect();
  const isOrders = ([table]: FilledTable) => table === 'orders';
  await fillShop(client, shop_id, {
    bare: true,
    rows: 100,
    tables: tables.filter((table) => !isOrders(table)),
  });
  await fillShop(client, shop_id, { bare: true, rows: ORDERS, tables: tables.filter(isOrders) });
  await client.end();
}

async function productOfToday(): Promise<World> {
  const app = await startTestApp();
  const shop = await app.openShop();
  const stall = await openStall(shop, { stocks: [1_000_000, 1_000_000] });
  await fill(app.connection.database, shop.shop_id, SALES_ROWS);
  const folder = await migrationFolder(app.database.pool, names);
  return {
    openTill: async () => async () => {
      const answer = await shop.call('POST', '/api/open/order', orderOf(stall));
      return answer.status === 200 ? undefined : answer.text;
    },
    migrate: folder.add,
    close: async () => {
      await folder.remove();
      await app.close();
    },
  };
}

async function productOfBefore(): Promise<World> {
  const database = await createTestDatabase('template0');
  const server = connect({ connection: database.connection, pool_size: 4 });
  const { pool } = server;
  const folder = await migrationFolder(pool, names.filter(isOfBase));
  const { rows } = await pool.query<{ id: number }>(
    `with shop as (insert into shops (subdomain, name, phone, created_at)
       values ('toko', 'Toko', '6281', now()) returning id),
     counter as (insert into order_counters (shop_id) select id from shop),
     warehouse as (insert into warehouses (shop_id, id, name, created_at) select id, 0, 'Gudang Utama', now() from shop)
     insert into users (shop_id, email, full_name, role, status, created_at, updated_at)
     select id, 'juragan@example.com', 'Juragan', 'owner', 'INVITED', now(), now() from shop returning shop_id as id`,
  );
  const shop_id = rows[0]?.id ?? 0;
  await fill(
    database.connection.database,
    shop_id,
    await knownColumns(pool, [...GOODS_ROWS, ...SALES_ROWS, ...COD_ROWS]),
  );
  return {
    openTill: async () => {
      const write = await orderWriter(pool, shop_id);
      return () => write().then(() => undefined, String);
    },
    migrate: folder.add,
    close: async () => {
      await folder.remove();
      await server.close();
      await database.drop();
    },
  };
}

describe.each([
  ['the product of today', productOfToday, [...harmless, written_anew]],
  ['the product of before', productOfBefore, [...after_base, ...harmless, unknown_to_before]],
] as const)('%s', (_title, open, cases) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());

  test.each(cases.filter(({ is_harmless }) => is_harmless))(
    '$title: every order is placed, and none waits longer than a second',
    async (example) => expect(await harmDoneBy(example, world)).toEqual([]),
  );

  test.each(cases.filter(({ is_harmless }) => !is_harmless))(
    '$title: orders wait longer or fail, and that is seen',
    async (example) => expect(await harmDoneBy(example, world)).not.toEqual([]),
  );
});
