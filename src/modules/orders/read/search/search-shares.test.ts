import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../../../test/harness.ts';
import { expectOk, openStall, orderOf } from '../../../../../test/stall.ts';
import { storeTexts } from '../../../../../test/search-texts.ts';

/** Noon of 10 March in Jakarta. */
const NOW = new Date('2026-03-10T05:00:00Z');
const ORDERS = 600;

interface Stored {
  id: number;
  sender_name: string;
  sender_phone: string;
  order_date: string;
  paid_on: string | null;
}

let app: TestApp;
let shop: TestShop;
/** All orders of the shop, the newest first. */
let stored: Stored[];

beforeAll(async () => {
  app = await startTestApp({ clock: fixedClock(NOW) });
  shop = await app.openShop();
  const stall = await openStall(shop, { stocks: [10] });
  expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { order_date: '2026-03-10' })));
  const { pool } = app.database;
  const varied = ['id', 'po_number', 'order_date', 'paid_on', 'sender_name', 'sender_phone'];
  const { rows } = await pool.query<{ columns: string }>(
    `select string_agg(column_name, ', ') as columns from information_schema.columns
     where table_name = 'orders' and is_generated = 'NEVER' and column_name <> all($1)`,
    [varied],
  );
  const columns = rows[0]?.columns ?? '';
  // Every third is of Umum, every 25th of Sering, two are of Langka: a new one and an old one.
  await pool.query(
    `insert into orders (${columns}, po_number, order_date, paid_on, sender_name, sender_phone)
     select ${columns}, n, date '2026-03-10' - n, case when n % 2 = 0 then date '2026-03-10' - n / 2 end,
       concat_ws(' ', 'Ibu', case when n % 3 = 0 then 'Umum' end, case when n % 25 = 0 then 'Sering' end,
         case when n in (7, 590) then 'Langka' end),
       '62812' || lpad((n * 7919 % 100000000)::text, 8, '0')
     from orders cross join generate_series(2, ${ORDERS}) as n where shop_id = $1`,
    [shop.shop_id],
  );
  await storeTexts(pool, shop.shop_id);
  const all = await pool.query<Stored>(
    `select id, sender_name, sender_phone, order_date::text, paid_on::text from orders where shop_id = $1`,
    [shop.shop_id],
  );
  stored = all.rows;
});
afterAll(() => app.close());

/** What the list must answer, told without any index. */
function expected(holds: (order: Stored) => boolean, date: 'order_date' | 'paid_on', from: string): number[] {
  return stored
    .filter((order) => holds(order) && (order[date] ?? '') >= from)
    .toSorted((one, other) => (other[date] ?? '').localeCompare(one[date] ?? '') || other.id - one.id)
    .map(({ id }) => id);
}

test.each(['umum', 'sering', 'langka', 'ibu', 'umum sering', 'tiada'])(
  'orders of %s are found all, however many there are, in any period and order',
  async (keyword) => {
    const holds = ({ sender_name }: Stored) =>
      keyword.split(' ').every((word) => sender_name.toLowerCase().includes(word));
    for (const [order_by, date] of [
      ['ORDER_DATE', 'order_date'],
      ['PAYMENT_DATE', 'paid_on'],
    ] as const)
      for (const [filter, from] of [
        [{}, '2026-02-08'],
        [{ start_date: '2025-12-20' }, '2025-12-20'],
        [{ start_date: '2020-01-01' }, '2020-01-01'],
      ] as const) {
        const ids = expected(holds, date, from);
        const requested = { keyword, order_by, per_page: '100', ...filter };
        const { data, meta } = expectOk(await shop.call('GET', '/api/open/order', requested)).body;
        expect(meta.pagination.total, JSON.stringify(requested)).toBe(ids.length);
        expect(data.map((row: { order_id: number }) => row.order_id)).toEqual(ids.slice(0, 100));
      }
  },
);

test('a phone number is found however old its order is', async () => {
  for (const { id, sender_phone } of [2, 100, 300, 595].map((place) => stored[place] as Stored)) {
    const { data } = expectOk(
      await shop.call('GET', '/api/open/order', { keyword: `0${sender_phone.slice(2)}` }),
    ).body;
    expect(data.map((row: { order_id: number }) => row.order_id)).toContain(id);
  }
});
