import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { storeTexts } from '../../../../test/search-texts.ts';
import { expectOk, openStall, orderOf } from '../../../../test/stall.ts';

/** Noon of 10 March in Jakarta. */
const NOW = new Date('2026-03-10T05:00:00Z');
const ORDERS = 12_600;

interface Stored {
  id: number;
  name: string;
  awb: string;
  status: string;
  is_cod: boolean;
  courier_id: number;
}

let app: TestApp;
let shop: TestShop;
/** All orders of the shop, the newest first. */
let stored: Stored[];

/*
 * Of two years, the newest first: delivered but every tenth, every seventh COD, every ninth by TIKI. Every third is of Umum,
 * whom some are like that end and begin alike, every 25th of Sering, two are of Langka. The newest 2,000 have AWB numbers from AA on, all others from XX on.
 */
beforeAll(async () => {
  app = await startTestApp({ clock: fixedClock(NOW) });
  shop = await app.openShop();
  const stall = await openStall(shop, { stocks: [10] });
  expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { order_date: '2026-03-10' })));
  const { pool } = app.database;
  const varied = {
    po_number: 'n',
    order_date: `date '2026-03-10' - n / 17`,
    sender_name: `concat_ws(' ', 'Ibu', case when n % 3 = 0 then 'Umum' when n % 75 = 25 then 'Umudmum' end,
      case when n % 25 = 0 then 'Sering' end,
      case when n in (1907, 12590) then 'Langka' end)`,
    awb_number: `case when n <= 2000 then 'AA' else 'XX' end || n * 7919 % 100000`,
    shipping_status: `case when n % 10 = 0 then 'ON_PROCESS' else 'DELIVERED' end`,
    is_cod: 'n % 7 = 0',
    courier_id: 'case when n % 9 = 0 then 2 else 1 end',
  };
  const { rows } = await pool.query<{ columns: string }>(
    `select string_agg(column_name, ', ') as columns from information_schema.columns
     where table_name = 'orders' and is_generated = 'NEVER' and column_name <> all($1)`,
    [['id', ...Object.keys(varied)]],
  );
  const columns = rows[0]?.columns ?? '';
  await pool.query(
    `insert into orders (${columns}, ${Object.keys(varied).join(', ')})
     select ${columns}, ${Object.values(varied).join(', ')}
     from orders cross join generate_series(2, ${ORDERS}) as n where shop_id = $1 order by n desc`,
    [shop.shop_id],
  );
  await storeTexts(pool, shop.shop_id);
  const all = await pool.query<Stored>(
    `select id, sender_name as name, awb_number as awb, shipping_status as status, is_cod, courier_id from orders
     where shop_id = $1 and shipping_status is not null order by order_date desc, id desc`,
    [shop.shop_id],
  );
  stored = all.rows;
});
afterAll(() => app.close());

const names = (word: string) => (order: Stored) => order.name.includes(word);

test.each<[string, object, (order: Stored) => boolean, number]>([
  ['no keyword', {}, () => true, 10_000],
  ['COD', { cod_status: 'COD' }, ({ is_cod }) => is_cod, 10_000],
  [
    'a courier and not COD',
    { courier: 'tiki', cod_status: 'NON_COD' },
    (order) => order.courier_id === 2 && !order.is_cod,
    10_000,
  ],
  ['a name of a third', { keyword: 'umum' }, names('Umum'), 100],
  ['a name of a 25th', { keyword: 'sering' }, names('Sering'), 100],
  ['a name of a 75th', { keyword: 'umum sering' }, (order) => order.name.includes('Umum Sering'), 100],
  ['a name of two', { keyword: 'langka' }, names('Langka'), 100],
  [
    'a name and a courier',
    { keyword: 'umum', courier: 'tiki' },
    (order) => order.name.includes('Umum') && order.courier_id === 2,
    100,
  ],
  [
    'a name among few',
    { keyword: 'sering', status: 'ON_PROCESS' },
    (order) => order.name.includes('Sering'),
    100,
  ],
  ['a name of nobody', { keyword: 'zqxvw' }, () => false, 100],
  ['new AWB numbers', { type: 'AWB_NUMBER', keyword: 'aa1' }, ({ awb }) => awb.startsWith('AA1'), 100],
  ['AWB numbers', { type: 'AWB_NUMBER', keyword: 'x' }, ({ awb }) => awb.startsWith('XX'), 100],
])('pages and cursors of %s are those of a list read to its end', async (_, filter, holds, exact) => {
  const input = { status: 'DELIVERED', per_page: '100', ...filter };
  const ids = stored.filter((order) => order.status === input.status && holds(order)).map(({ id }) => id);
  const read = async (more: object) => {
    const { body } = expectOk(await shop.call('GET', '/api/open/shipping', { ...input, ...more }));
    return {
      ids: body.data.map(({ order_id }: { order_id: number }) => order_id),
      pagination: body.meta.pagination,
    };
  };
  let { next_cursor } = (await read({})).pagination;
  for (const page of [1, 2, 11, 25]) {
    const found = await read({ pagination_offset: String(page) });
    expect(found.ids).toEqual(ids.slice((page - 1) * 100, page * 100));
    expect(found.pagination).toMatchObject({
      total: Math.min(exact, ids.length),
      total_is_exact: ids.length <= exact,
    });
  }
  for (let page = 2; page <= 4 && next_cursor !== null; page += 1) {
    const found = await read({ cursor: next_cursor });
    expect(found.ids).toEqual(ids.slice((page - 1) * 100, page * 100));
    next_cursor = found.pagination.next_cursor;
  }
});
