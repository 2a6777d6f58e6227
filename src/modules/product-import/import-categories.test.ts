import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { importer } from '../../../test/import-sheets.ts';
import { expectOk } from '../../../test/stall.ts';
import { catalogLimits } from '../catalog/index.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let test_app: TestApp;
let shop: TestShop;
let seller: ReturnType<typeof importer>;

beforeAll(async () => {
  test_app = await startTestApp();
});
beforeEach(async () => {
  shop = await test_app.openShop();
  seller = importer(test_app, shop);
});
afterAll(() => test_app.close());

const upload = async (file: string) => expectOk(await seller.send(file)).body.data;
const categories = async (): Promise<{ id: number; name: string }[]> =>
  expectOk(await shop.call('GET', '/api/open/product-category')).body.data;
const namesOf = async () => (await categories()).map(({ name }) => name).toSorted();
const idOf = async (name: string) => (await categories()).find((one) => one.name === name)?.id ?? 0;
const goods = async () =>
  (await seller.products({ per_page: '100' }))
    .map(({ name, category_name }: any) => `${name}: ${category_name}`)
    .toSorted();

/** A connection of somebody else, whose transaction stays open until it is told to end. */
async function openTransaction() {
  const client = new pg.Client(test_app.connection);
  await client.connect();
  await client.query('begin');
  return {
    query: (text: string, values: unknown[] = []) => client.query(text, values),
    async commit() {
      await client.query('commit');
      await client.end();
    },
  };
}

/** Waits until somebody waits for a lock. */
async function untilSomebodyWaits() {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await test_app.database.pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nobody waits');
}

test('a product that is being made with a category, while the import that added it is undone, keeps it', async () => {
  const made = await upload('Nama;Kategori;Harga\nTopi;Aksesori;9000');
  await seller.apply(made.id);
  const category_id = await idOf('Aksesori');
  const other = await openTransaction();
  await other.query(
    `insert into products (shop_id, name, product_type, category_id, lowest_price_idr, created_at, updated_at)
    values ($1, 'Syal', 'R', $2, 1000, now(), now())`,
    [shop.shop_id, category_id],
  );
  expectOk(await seller.act(made.id, 'undo'));
  const undoing = test_app.runJobs();
  await untilSomebodyWaits();
  await other.commit();
  await undoing;
  expect((await seller.look(made.id)).status).toBe('UNDONE');
  expect(await idOf('Aksesori')).toBe(category_id);
  const { rows } = await test_app.database.pool.query(
    `select category_id::int from products where shop_id = $1 and name = 'Syal'`,
    [shop.shop_id],
  );
  expect(rows).toEqual([{ category_id }]);
});

test('a category that somebody adds, deletes or renames meanwhile is taken as it is then', async () => {
  const tas = expectOk(await shop.call('POST', '/api/open/product-category', { name: 'Tas' })).body.data;
  const made = await upload('Nama;Kategori;Harga\nRansel;Tas;9000\nTopi;Aksesori;9000\nRok;Baju;8000');
  expect(made.new_categories).toEqual(['Aksesori', 'Baju']);
  expectOk(await shop.call('DELETE', `/api/open/product-category/${tas.id}`));
  expectOk(await shop.call('POST', '/api/open/product-category', { name: 'AKSESORI' }));
  await seller.apply(made.id);
  expect(await goods()).toEqual(['Ransel: Tas', 'Rok: Baju', 'Topi: AKSESORI']);
  expectOk(
    await shop.call('PATCH', '/api/open/product-category', { id: await idOf('Baju'), name: 'Busana' }),
  );
  await seller.undo(made.id);
  // What is another's stays, and what somebody has taken in hand.
  expect(await namesOf()).toEqual(['AKSESORI', 'Busana']);
});

test('two imports at once that add the same categories, in opposite orders, add each once', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `Kategori ${at}`);
  const file = (prefix: string, list: string[]) =>
    `Nama;Kategori;Harga\n${list.map((name, at) => `${prefix} ${at};${name};1000`).join('\n')}`;
  const ids = [(await upload(file('A', names))).id, (await upload(file('B', names.toReversed()))).id];
  for (const id of ids) expectOk(await seller.act(id, 'apply'));
  await Promise.all([test_app.runJobs(), test_app.runJobs()]);
  for (const id of ids) expect((await seller.look(id)).status).toBe('APPLIED');
  expect(await namesOf()).toEqual(names.toSorted());
  expect(new Set((await goods()).map((one: string) => one.split(': ')[1])).size).toBe(40);
});

test('where others have taken the last places for categories meanwhile, nothing is applied, and the rows say so', async () => {
  const made = await upload('Nama;Kategori;Harga\nTopi;Aksesori;9000\nTas;;9000');
  expectOk(await seller.act(made.id, 'apply'));
  const other = await openTransaction();
  await other.query(`select id from shops where id = $1 for no key update`, [shop.shop_id]);
  await other.query(
    `insert into product_categories (shop_id, name, created_at) select $1, 'K' || n, now() from generate_series(1, $2) n`,
    [shop.shop_id, catalogLimits.product_categories],
  );
  const applying = test_app.runJobs();
  await untilSomebodyWaits();
  await other.commit();
  await applying;
  expect(await seller.look(made.id)).toMatchObject({ status: 'READY', counts: { created: 1, wrong: 1 } });
  expect(await seller.errorsOf(made.id)).toEqual([
    [2, [expect.stringMatching(/^Kategori: The shop can have/)]],
  ]);
  expect(await goods()).toEqual([]);
});

test('while an import is applied, others can add categories and what else a shop has a limit of', async () => {
  const rows = Array.from({ length: 700 }, (_, at) => `Topi ${at};Aksesori;9000`);
  const old = (await upload('Nama;SKU;Harga\nLama;LAMA;1000')).id;
  await seller.apply(old);
  const made = await upload(
    `Nama;Kategori;SKU;Harga\n${rows.map((row) => row.replace(';9000', ';;9000')).join('\n')}\nLama;;LAMA;2000`,
  );
  await test_app.runJobs();
  expect((await seller.look(made.id)).counts).toMatchObject({ created: 700, changed: 1 });
  // The last product is being edited: the import waits for it, far on.
  const other = await openTransaction();
  await other.query(`select 1 from products where shop_id = $1 and name = 'Lama' for update`, [shop.shop_id]);
  expectOk(await seller.act(made.id, 'apply'));
  const applying = test_app.runJobs();
  await untilSomebodyWaits();
  const answer = await Promise.race([
    shop.call('POST', '/api/open/product-category', { name: 'Tas' }),
    new Promise((resolve) => setTimeout(() => resolve('waits'), 3_000)),
  ]);
  await other.commit();
  await applying;
  expect(answer).toMatchObject({ status: 200 });
  expect((await seller.look(made.id)).status).toBe('APPLIED');
  expect(await namesOf()).toEqual(['Aksesori', 'Tas']);
});

test(
  'an import that added as many categories as there may be is undone in seconds',
  { timeout: 120_000 },
  async () => {
    const count = catalogLimits.product_categories;
    const rows = Array.from({ length: 4 * count }, (_, at) => `Topi ${at};Kategori ${at % count};9000`);
    const made = await upload(`Nama;Kategori;Harga\n${rows.join('\n')}`);
    await test_app.runJobs();
    await seller.apply(made.id);
    expect(await categories()).toHaveLength(count);
    const began = performance.now();
    expect((await seller.undo(made.id)).status).toBe('UNDONE');
    // Where every product is looked through for each category it takes minutes.
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(await categories()).toEqual([]);
  },
);
