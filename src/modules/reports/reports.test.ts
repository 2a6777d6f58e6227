import { expect, test } from 'vitest';
import { orderScene } from '../../../test/order-scene.ts';
import { readPdf, textOf } from '../../../test/read-pdf.ts';
import { fileOf } from '../../../test/report-files.ts';
import { hire } from '../../../test/staff.ts';
import { expectOk, orderOf, today } from '../../../test/stall.ts';
import { addDays } from '../../kernel/calendar.ts';
import { changeOf } from './figures.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene({ stall: { stocks: [100_000, 100_000] } });

const get = async (path: string, input: object = {}): Promise<any> =>
  expectOk(await scene.shop.call('GET', `/api/open/${path}`, input)).body;

/** A day that no other test has orders of. */
let days = 400;
const ownDay = () => today((days -= 3) - 800);
const onlyDay = (day: string) => ({ start_date: day, end_date: day });

const sell = (day: string, change: object = {}) =>
  scene.place(scene.stall, 1, { order_date: day, ...change });

test('an order is counted by its total, its shipping and costs, and what its goods cost', async () => {
  const day = ownDay();
  await sell(day, {
    expedition: { id: 1, rate: 10_000 },
    order_cost: [
      { name: 'Bungkus', category: 'OTHER COST', type: 'NOMINAL', nominal: 2_000 },
      { name: 'Potongan', category: 'DISCOUNT', type: 'NOMINAL', nominal: 5_000 },
    ],
  });
  const { data } = await get('report', onlyDay(day));
  expect(data).toMatchObject({
    gross_sales: { nominal: 107_000, unpaid: 'Rp107.000', percentage: 100 },
    postage: 10_000,
    order_cost: 2_000,
    discount: 5_000,
    net_sales: { nominal: 95_000, percentage: 100 },
    cost_of_goods: 40_000,
    gross_profit: { nominal: 55_000, percentage: 100 },
    net_profit: { nominal: 55_000, percentage: 100 },
    expense: { nominal: 0, percentage: 0 },
  });
});

test('a cancelled order is no sale, and one again when it is reactivated; what was paid for it stays where it is', async () => {
  const day = ownDay();
  const id = await sell(day);
  await scene.pay(id, 1_000);
  const bank = async () => {
    const { data } = await get('report/bank', onlyDay(today()));
    return data.find((account: any) => account.id === scene.stall.bank_id).nominal;
  };
  const before = await bank();
  expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id }));
  expect(await bank()).toBe(before);
  expect((await get('report', onlyDay(day))).data.gross_sales.nominal).toBe(0);
  expect((await get('analyzer/sales', onlyDay(day))).data).toEqual([]);
  expectOk(await scene.shop.call('POST', '/api/open/order-cancel/return', { id }));
  expect((await get('report', onlyDay(day))).data.gross_sales.nominal).toBe(110_000);
  expect(await bank()).toBe(before);
});

test('a change is told against the period of the same length just before, and the same days last year', async () => {
  const day = ownDay();
  for (const at of [day, day, addDays(day, -1)]) await sell(at);
  const { data } = await get('report', onlyDay(day));
  expect(data.net_sales).toEqual({ nominal: 200_000, percentage: 100 });
  expect(data.before).toMatchObject({ start_date: addDays(day, -1), end_date: addDays(day, -1), orders: 1 });
  expect(data.last_year).toMatchObject({ orders: 0, percentage: { net_sales: 100 } });
  expect([changeOf(0, 0), changeOf(5, 0), changeOf(150, 100), changeOf(-50, -100), changeOf(0, 80)]).toEqual([
    0, 100, 50, 50, -100,
  ]);
});

test('without dates a report is of this month so far, and a month is chosen by its number', async () => {
  const now = today();
  const { data } = await get('report');
  expect([data.start_date, data.end_date]).toEqual([`${now.slice(0, 8)}01`, now]);
  const month = await get('report', { type: 'by_month', month: '2', year: '24' });
  expect([month.data.start_date, month.data.end_date]).toEqual(['2024-02-01', '2024-02-29']);
  expect((await get('report/chart/sales', { type: 'BY_MONTH', month: 2, year: 24 })).data).toHaveLength(29);
  const refused = await scene.shop.call('GET', '/api/open/report', { type: 'BY_MONTH', year: '24' });
  expect([refused.status, refused.body.message]).toEqual([
    422,
    { month: ['The month field is required when type is BY_MONTH.'] },
  ]);
  const long = await scene.shop.call('GET', '/api/open/report', { start_date: '2000-01-01' });
  expect([long.status, long.body.code]).toEqual([422, 'period_too_long']);
});

test('who may not see what goods cost sees no profit, by no figure, order or file', async () => {
  const admin = await hire(scene.app, scene.shop, 'admin');
  const day = ownDay();
  await sell(day);
  const ask = (path: string, input: object = {}) =>
    admin.call('GET', `/api/open/${path}`, { ...onlyDay(day), ...input });
  const { data } = expectOk(await ask('report')).body;
  expect(data).toMatchObject({
    net_sales: { nominal: 100_000 },
    gross_profit: { nominal: null, percentage: null },
    net_profit: { nominal: null, percentage: null },
    cost_of_goods: null,
    product: { assets: null },
    supplier_pay: { show: false, nominal: 0 },
    before: { gross_profit: null, net_profit: null },
  });
  expect(expectOk(await ask('report/chart/profit')).body.data[0].gross_profit).toBeNull();
  expect(expectOk(await ask('analyzer/sales')).body.data[0].gross_profit).toBeNull();
  expect(expectOk(await ask('report/net-sales/orders')).body.data[0]).toMatchObject({
    gross_profit: null,
    cost_of_goods: null,
  });
  for (const [path, input] of [
    ['report/gross-profit', {}],
    ['report/gross-profit/orders', {}],
    ['report/supplier-pay/orders', {}],
    ['report/statement/profit-loss', {}],
    ['report/statement/profit-loss/download', {}],
    ['report/journal/download', {}],
    ['analyzer/customer', { order_by: 'GROSS_PROFIT' }],
    ['analyzer/sales/download', { order_by: 'GROSS_PROFIT' }],
    ['analyzer/customer/chart', { order_by: 'GROSS_PROFIT' }],
  ] as const)
    expect([path, (await ask(path, input)).status]).toEqual([path, 403]);
});

test('who works in a warehouse sees no report', async () => {
  const worker = await hire(scene.app, scene.shop, 'warehouse', [0]);
  for (const path of ['report', 'report/bank', 'report/statement/cash', 'analyzer/customer', 'expense'])
    expect([path, (await worker.call('GET', `/api/open/${path}`)).status]).toEqual([path, 403]);
});

test('the orders behind a part of a figure are those of that part', async () => {
  const day = ownDay();
  const id = await sell(day, { expedition: { id: 1, rate: 7_000 } });
  await sell(day, { expedition: { id: 98, rate: 0 } });
  const behind = await get('report/postage/orders', { ...onlyDay(day), expedition_id: 1 });
  expect([behind.total, behind.data.map((order: any) => order.order_id)]).toEqual([7_000, [id]]);
  const of_user = await get('report/net-sales/orders', { ...onlyDay(day), user_id: scene.shop.user_id });
  expect([of_user.total, of_user.meta.pagination.total]).toEqual([200_000, 2]);
  const none = await get('report/net-sales/orders', { ...onlyDay(day), order_category: 'sf_guest' });
  expect([none.total, none.data]).toEqual([0, []]);
  const several = await scene.shop.call('GET', '/api/open/report/net-sales/orders', {
    user_id: 0,
    expedition_id: 1,
  });
  expect([several.status, several.body.code]).toEqual([422, 'report_one_filter']);
});

test('a discount of the whole order is shared out among its products to the rupiah', async () => {
  const day = ownDay();
  const other = await scene.ownProduct(10);
  const products = [...scene.lines(scene.stall, 1), ...scene.lines(other, 2)];
  const order_cost = [{ name: 'Potongan', category: 'DISCOUNT', type: 'NOMINAL', nominal: 10_001 }];
  expectOk(await scene.send(orderOf(scene.stall, { order_date: day, products, order_cost })));
  const { data } = await get('analyzer/sales', { ...onlyDay(day), order_by: 'NET_SALES' });
  expect(
    data.map(({ sold, order, gross_sales, net_sales }: any) => [sold, order, gross_sales, net_sales]),
  ).toEqual([
    [2, 1, 200_000, 193_333],
    [1, 1, 100_000, 96_666],
  ]);
});

test('best customers have their orders of another period beside', async () => {
  const day = ownDay();
  await sell(day);
  await sell(addDays(day, -1));
  const { data, meta } = await get('analyzer/customer', {
    ...onlyDay(day),
    start_old: addDays(day, -1),
    end_old: addDays(day, -1),
    per_page: 1,
  });
  expect(data[0]).toMatchObject({
    name: 'Siti',
    total_order: 1,
    total_order_old: 1,
    category: 'N',
    address: expect.stringMatching(/^Jl\. Melati 5, Kec\. Tajinan, .+/),
  });
  expect(meta.pagination).toMatchObject({ total: 1, total_pages: 1 });
});

test('profit and loss is printed with expenses by title', async () => {
  const day = ownDay();
  await sell(day);
  for (const title of ['Plastik', 'plastik', 'Gaji'])
    expectOk(
      await scene.shop.call('POST', '/api/open/expense', { title, nominal: 1_500, note: '', date: day }),
    );
  const { data } = await get('report/statement/profit-loss', onlyDay(day));
  expect(data.lines.slice(-3).map(({ title, nominal }: any) => [title.toLowerCase(), nominal])).toEqual([
    ['plastik', -3_000],
    ['gaji', -1_500],
    ['net profit', 55_500],
  ]);
  const pages = readPdf(
    await fileOf(scene.app, scene.shop, 'report/statement/profit-loss/pdf', onlyDay(day)),
  );
  expect(pages.map(textOf).join(' ')).toContain('Rp55.500');
});

test('codes of accounts are the shop’s own where it set them', async () => {
  const day = ownDay();
  await sell(day);
  const accounts = [{ account: 'SALES', code: '4-41234' }];
  expectOk(await scene.shop.call('PATCH', '/api/open/setting/journal', { accounts }));
  const csv = (await fileOf(scene.app, scene.shop, 'report/journal/download', onlyDay(day))).toString();
  expect(csv).toContain(',4-41234,');
  expectOk(
    await scene.shop.call('PATCH', '/api/open/setting/journal', {
      accounts: [{ account: 'SALES', code: '' }],
    }),
  );
  const { data } = await get('setting/journal');
  expect(data.find(({ account }: any) => account === 'SALES')).toMatchObject({
    code: '4-40000',
    is_own: false,
  });
  const accurate = await fileOf(scene.app, scene.shop, 'report/journal/download', {
    ...onlyDay(day),
    format: 'ACCURATE',
  });
  expect(accurate.toString()).toMatch(/HEADER,JUAL-\d{8},\d\d\/\d\d\/\d{4}/);
});

test('orders of a courier whose number is beyond all that there are are none', async () => {
  const input = { ...onlyDay(today()), expedition_id: '99999999999' };
  expect(await get('report/postage/orders', input)).toMatchObject({ data: [], total: 0 });
});

test('account codes that several set at the same time are set, by whoever is last', async () => {
  const answers = await Promise.all(
    ['6-60200', '6-60201', '6-60202', '6-60203'].map((code) =>
      scene.shop.call('PATCH', '/api/open/setting/journal', { accounts: [{ account: 'EXPENSE', code }] }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const { data } = await get('setting/journal');
  expect(data.find(({ account }: any) => account === 'EXPENSE')).toMatchObject({
    code: expect.stringMatching(/^6-6020[0-3]$/),
    is_own: true,
  });
});
