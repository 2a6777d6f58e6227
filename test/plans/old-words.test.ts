import { expect, test } from 'vitest';
import { TODAY_SQL } from '../shop-zone.ts';
import { fillShop } from './fill-shop.ts';
import { GOODS_ROWS } from './goods-rows.ts';
import { FIRST, type FilledTable } from './row-parts.ts';
import { SALES_ROWS } from './sales-rows.ts';
import { withUnanalysed } from './unanalysed.ts';

/** So many rows lack the word; those before them hold it, more than are counted exactly. */
const NEW_ROWS = 50_000;
const OLD_ROWS = 12_000;
const ANSWER_MS = 1_000;

/** Rows of higher numbers are older. */
const IS_OLD = `n > ${NEW_ROWS}`;
const NAME = `case when ${IS_OLD} then 'Kaos Aminah ' else 'Impor Siti ' end || n`;
/** 150 orders a day. */
const DAY = `${TODAY_SQL} - n / 150`;

/** The first rows of a table in the lists of rows, with some columns of them changed. */
function rowsOf(table: string, changed: Record<string, string> = {}): FilledTable {
  const [, columns, rows] = [...GOODS_ROWS, ...SALES_ROWS].find(([filled]) => filled === table) ?? [];
  return [table, { ...columns, ...changed }, ...(rows === undefined ? ([] as const) : ([rows] as const))];
}

const TABLES = [
  rowsOf('suppliers'),
  rowsOf('order_sources'),
  rowsOf('product_categories'),
  rowsOf('customers', { name: NAME }),
  rowsOf('products', { name: NAME }),
  rowsOf('product_variations'),
  rowsOf('orders', {
    order_date: DAY,
    paid_on: `case when n % 2 = 0 then ${DAY} end`,
    order_status: `'ACCEPTED'`,
    sender_name: NAME,
    receiver_name: NAME,
    product_text: `${NAME} || E'\\tISI-' || n`,
  }),
  rowsOf('product_imports'),
  // Rows of a sheet are listed from the first on: those of high numbers are the last to be met.
  rowsOf('product_import_rows', {
    import_id: `${FIRST} + 1`,
    outcome: `case when ${IS_OLD} then 'WRONG' else 'NEW' end`,
  }),
];
const LISTS = [
  ...['NEWEST', 'LONGEST', 'CHEAPEST', 'ASC', 'MOST_STOCK'].map(
    (order) => `/api/open/product/search?order_by=${order}`,
  ),
  '/api/open/product/variation?per_page=10',
  ...['LATEST_CUSTOMER', 'LAST_ORDER'].map((order) => `/api/open/customer?order_by=${order}`),
  '/api/open/stock-opname/variation?warehouse_id=0',
  ...['ORDER_DATE', 'PAYMENT_DATE'].flatMap((order) => [
    `/api/open/order?order_by=${order}`,
    `/api/open/order?order_by=${order}&start_date=2020-01-01`,
    `/api/open/order?order_by=${order}&start_date=2020-01-01&customer_category_code=Y&payment_status=UNPAID`,
    `/api/open/order?order_by=${order}&start_date=2020-01-01&warehouse_id=0&product_type=S`,
  ]),
  ...['CUSTOMER_NAME', 'PRODUCT_NAME', 'SKU'].map(
    (type) => `/api/open/order?start_date=2020-01-01&type=${type}`,
  ),
];
const KEYWORDS = ['kaos', 'ka', 'aminah', 'aminah 6', 'kaos aminah', 'impor', 'zzz'];
const CALLS = [
  ...LISTS.flatMap((list) => KEYWORDS.map((keyword) => `${list}&keyword=${encodeURIComponent(keyword)}`)),
  ...['', 'NEW', 'CHANGED', 'WRONG'].flatMap((outcome) =>
    [1, 100].map(
      (page) =>
        `/api/open/product/import/${FIRST + 1}/rows?pagination_offset=${page}${outcome && `&outcome=${outcome}`}`,
    ),
  ),
  `/api/open/product/import/${FIRST + 1}`,
];

test(
  'a word that only the oldest rows hold is found within a second right after 50,000 others came in',
  { timeout: 240_000 },
  async () => {
    await withUnanalysed(async (app, client) => {
      const shop = await app.openShop();
      await fillShop(client, shop.shop_id, { rows: NEW_ROWS + OLD_ROWS, tables: TABLES });
      const taken: { what: string; ms: number; status: number }[] = [];
      const ask = async (what: string) => {
        const began = performance.now();
        const { status } = await shop.call('GET', what);
        return { what, ms: performance.now() - began, status };
      };
      for (const what of CALLS) {
        const first = await ask(what);
        // A bad plan is bad each time; what else the machine does is not.
        const second = first.ms > ANSWER_MS ? await ask(what) : first;
        taken.push(first.ms < second.ms ? first : second);
      }
      expect(taken.filter(({ ms, status }) => ms > ANSWER_MS || status !== 200)).toEqual([]);
    });
  },
);
