import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../harness.ts';
import { fillShop } from './fill-shop.ts';
import { FIRST } from './row-parts.ts';

/* oxlint-disable typescript/no-explicit-any -- plans are looked into freely */

/** Lists of what happened, with the index that has their order. */
const HISTORIES: [title: string, path: string, input: Record<string, string>, index: string][] = [
  ['stock', '/api/open/product/history', { id: String(FIRST + 1) }, 'stock_ledger_pkey'],
  ['audit entries', '/api/account/audit', {}, 'outbox_events_newest'],
  ['audit entries of a user', '/api/account/audit', { user_id: 'OWNER' }, 'outbox_events_user'],
  ['jobs', '/api/account/job', {}, 'shop_jobs_newest'],
  ['mails', '/api/account/outbox', {}, 'mails_newest'],
  ['imports', '/api/open/product/import', {}, 'product_imports_newest'],
  ['transfers', '/api/open/stock-transfer', {}, 'stock_transfers_newest'],
  ['opnames', '/api/open/stock-opname', {}, 'stock_opnames_newest'],
  ['promos', '/api/open/promo', {}, 'promos_newest'],
  ['active promos', '/api/open/promo', { is_active: 'true' }, 'promos_active'],
];

/** Those of one thing, which has few. */
const FEW: typeof HISTORIES = [
  // Whatever else its keyword could be a part of.
  [
    'unconfirmed orders of a number',
    '/api/open/order/unconfirmed-privor',
    { keyword: String(FIRST + 1) },
    'orders_po_number_unique',
  ],
  ['payments', '/api/open/order/payment-history', { id: String(FIRST + 1) }, 'order_payments_order'],
  [
    'audit entries of a subject',
    '/api/account/audit',
    { subject_id: String(FIRST + 1) },
    'outbox_events_subject',
  ],
];

let app: TestApp;
let shop: TestShop;
let client: pg.Client;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  client = new pg.Client({ ...app.connection, user: inject('postgres').superuser });
  await client.connect();
  await fillShop(client, shop.shop_id);
  // Of the owner is one event in a hundred.
  await client.query(
    `update outbox_events set user_id = $2::bigint + id % 100 where shop_id = $1 and id % 100 <> 0`,
    [shop.shop_id, FIRST],
  );
  await client.query('analyze');
  await client.query('set enable_seqscan = off; set jit = off');
});
afterAll(async () => {
  await client.end();
  await app.close();
});

test.each(HISTORIES)(
  'the list of %s is cut in the order of its index',
  async (_title, path, input, index) => {
    expect(await scansFor(path, input)).toContainEqual({ index, is_sorted: false });
  },
);

test.each(FEW)('the list of %s is looked up by its index', async (_title, path, input, index) => {
  expect((await scansFor(path, input)).map((scan) => scan.index)).toContain(index);
});

/** The scans of the statements with an order of time that an answer takes. */
async function scansFor(path: string, input: Record<string, string>) {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  const requested = Object.entries(input).map(([name, value]) => [
    name,
    value.replace('OWNER', String(shop.user_id)),
  ]);
  const { status } = await shop.call('GET', path, Object.fromEntries(requested));
  const statements = sent.mock.calls.map(statementOf);
  sent.mockRestore();
  expect(status).toBe(200);
  const scans = [];
  for (const { text, values } of statements.filter((one) => /order by [^;]*created_at/i.test(one.text))) {
    const { rows } = await client.query(`explain (format json) ${text}`, values);
    scans.push(...scansOf(rows[0]['QUERY PLAN'][0].Plan));
  }
  return scans;
}

function statementOf([first, second]: unknown[]): { text: string; values: unknown[] } {
  const { text, values } = (typeof first === 'object' ? first : { text: first, values: second }) as {
    text: string;
    values?: unknown;
  };
  return { text, values: Array.isArray(values) ? values : [] };
}

/** The indexes that are read, and whether what comes out of them is sorted before it is cut. */
function scansOf(node: any, is_sorted = false): { index: string; is_sorted: boolean }[] {
  const sorts = is_sorted || ['Sort', 'Incremental Sort'].includes(node['Node Type']);
  // What is under another cut is sorted after it.
  const under = node['Node Type'] === 'Limit' ? false : sorts;
  return [
    ...(node['Index Name'] === undefined ? [] : [{ index: node['Index Name'], is_sorted: under }]),
    ...(node.Plans ?? []).flatMap((child: any) => scansOf(child, under)),
  ];
}
