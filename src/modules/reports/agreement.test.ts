import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../test/harness.ts';
import { naiveReport, type NaiveReport } from '../../../test/naive-report.ts';
import { checkFiles } from '../../../test/report-files.ts';
import { ZONES } from '../../../test/shop-zone.ts';
import { addCustomer, addProduct, expectOk, openStall, orderOf, type Stall } from '../../../test/stall.ts';
import { addDays, dateText } from '../../kernel/calendar.ts';
import { fixedClock } from '../../kernel/clock.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** What a seller relies on: whatever was done, all that tells a figure tells the same, to the rupiah. */
const SEQUENCES = Number(process.env['REPORT_SEQUENCES'] ?? 12);

/** Two days before the end of a month and a year, at an hour when the day is another one in UTC. */
const START = '2025-12-29T16:30:00Z';
const HOUR_MS = 3_600_000;
const PER_PAGE = 100;

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe.each(ZONES)('in %s', (zone) => {
  const clock = fixedClock(START);
  let app: TestApp;
  let shop: TestShop;
  let stalls: Stall[];
  let customers: number[];
  let banks: number[];

  beforeAll(async () => {
    app = await startTestApp({ clock, zone });
    shop = await app.openShop();
    const first = await openStall(shop, { stocks: [100_000, 100_000] });
    const category = expectOk(await send('POST', '/api/open/product-category', { name: 'Sepatu' })).body.data;
    const product = { category_id: category.id ?? category.category_id };
    const other = await addProduct(shop, { stocks: [100_000], product, variation: { price_buy: 33_333 } });
    const of_supplier = await addProduct(shop, {
      stocks: [0, 0],
      product: { ...product, product_type: 'R' },
    });
    stalls = [first, { ...first, ...other }, { ...first, ...of_supplier }];
    customers = [first.customer_id, await addCustomer(shop, 'Y', 'Dewi', '0812-9999-0000')];
    const second = await openStall(shop, { stocks: [1] });
    banks = [first.bank_id, second.bank_id];
  });
  afterAll(() => app.close());

  const send = (method: string, path: string, input: object): Promise<Answered> =>
    shop.call(method, path, input);
  const day = (days = 0) => addDays(dateText(clock.now(), zone), days);

  /** An order as `n` has it: of one product or two, with discounts, costs, dropshippers and goods of suppliers. */
  const bodyOf = (n: number, change: object = {}) => {
    const is_r = n % 7 === 6;
    const status = { product_status: is_r ? 'R' : 'S' };
    const discount = n % 2 === 0 && { discount: { type: 'NOMINAL', nominal: 101 * n } };
    const [one, two, of_supplier] = stalls as [Stall, Stall, Stall];
    const goods = is_r
      ? [of_supplier.variation_ids[0], of_supplier.variation_ids[1]]
      : [
          (n % 2 === 0 ? one : two).variation_ids[0],
          one.variation_ids[1],
          (n % 2 === 0 ? two : one).variation_ids[0],
        ];
    const lines = goods
      .filter((_, index) => index === 0 || n % (index + 2) === 0)
      .map((id, index) => ({ id, qty: 1 + ((n + index) % 3), ...status, ...(index === 0 && discount) }));
    const order_cost = [
      ...(n % 3 === 0
        ? [{ name: 'Bungkus', category: 'OTHER COST', type: 'NOMINAL', nominal: 1_000 + n }]
        : []),
      ...(n % 4 === 0
        ? [
            {
              name: 'Potongan',
              category: 'DISCOUNT',
              type: 'NOMINAL',
              nominal: n % 8 === 0 ? 9_999_999 : 777,
            },
          ]
        : []),
    ];
    return orderOf(stalls[0]!, {
      order_date: day(-(n % 4)),
      customer_sender_id: customers[n % 2],
      expedition: { id: n % 5 === 0 ? 98 : 1, rate: 10_000 + n },
      products: lines,
      order_cost,
      payment: { status: 'UNPAID', ...(is_r && { cost_of_goods_sales: 12_345 * n }) },
      ...change,
    });
  };

  const payment = (status: string, n: number, amount?: number) => ({
    payment: { status, amount, date: day(-(n % 3)), bank_id: banks[n % 2] },
  });
  const returnOf = async (order_id: number): Promise<number> => {
    const { rows } = await app.database.pool.query(
      'select id from parcel_returns where shop_id = $1 and order_id = $2 order by id desc limit 1',
      [shop.shop_id, order_id],
    );
    return rows[0]?.id ?? 0;
  };
  const expenses: number[] = [];

  /** What can be done; some of it is refused, as it may be. */
  const ACTIONS: Record<string, (id: number, n: number) => Promise<unknown>> = {
    pay: (id, n) =>
      send('PATCH', '/api/open/order/quick-payment', { id, ...payment('INSTALLMENT', n, 1_000 + n) }),
    'pay the rest': (id, n) => send('PATCH', '/api/open/order/quick-payment', { id, ...payment('PAID', n) }),
    'take back a payment': async (id) => {
      const { data } = (await send('GET', '/api/open/order/payment-history', { id })).body;
      return send('DELETE', `/api/open/order/installment/${data?.[0]?.payment_id ?? 0}`, {});
    },
    edit: (id, n) => send('PATCH', '/api/open/order', { ...bodyOf(n), order_id: id }),
    'set its costs': (id, n) =>
      send('PATCH', '/api/open/order/costs', {
        id,
        shipping_paid: n % 3 === 0 ? null : 7_000 + n,
        ...(n % 2 === 0 && { gateway_fee: n, marketplace_fee: 10 * n }),
      }),
    cancel: (id, n) =>
      send('POST', '/api/open/order/cancel', { id, paid_as: n % 2 === 0 ? 'BALANCE' : 'REFUNDED' }),
    reactivate: (id) => send('POST', '/api/open/order-cancel/return', { id }),
    delete: (id) => send('DELETE', `/api/open/order-cancel/${id}`, {}),
    send: (id) => send('PATCH', '/api/open/order/shipping-status', { id, status: 'ON PROCESS' }),
    'come back': async (id, n) => {
      await send('POST', '/api/open/shipping/return', { order_id: id, reason: 'Ditolak' });
      const back = await returnOf(id);
      await send('POST', `/api/open/shipping/return/${back}/receive`, {});
      return send('POST', `/api/open/shipping/return/${back}/settle`, {
        outcome: n % 2 === 0 ? 'CANCEL' : 'KEEP',
        outbound_shipping: 5_000,
        return_fee: 1_000,
      });
    },
    spend: async (_id, n) => {
      const input = { title: 'Plastik', nominal: 1_000 + n, qty: 1 + (n % 3), note: '', date: day(-(n % 4)) };
      expenses.push(expectOk(await send('POST', '/api/open/expense', input)).body.data.id);
    },
    'correct an expense': (_id, n) =>
      send('PATCH', '/api/open/expense', {
        id: expenses.at(n % 3) ?? 0,
        nominal: 2_000 + n,
        date: day(-(n % 3)),
      }),
    'delete an expense': (_id, n) => send('DELETE', `/api/open/expense/${expenses.at(n % 3) ?? 0}`, {}),
    'go to bed': async (_id, n) => clock.advance((1 + (n % 13)) * HOUR_MS),
    'add up': () => app.readEvents(),
  };

  async function get(path: string, input: object): Promise<any> {
    return expectOk(await send('GET', `/api/open/${path}`, input)).body;
  }

  async function pages(path: string, input: object): Promise<any[]> {
    const all: any[] = [];
    for (let page = 1; ; page += 1) {
      const { data, meta } = await get(path, { ...input, per_page: PER_PAGE, pagination_offset: page });
      all.push(...data);
      expect(meta.pagination.total).toBeGreaterThanOrEqual(all.length);
      if (all.length >= meta.pagination.total) return all;
    }
  }

  async function checkFigures(period: object, naive: NaiveReport): Promise<void> {
    const { data } = await get('report', period);
    expect({
      orders: data.orders,
      gross_sales: data.gross_sales.nominal,
      unpaid: data.gross_sales.unpaid_nominal,
      postage: data.postage,
      order_cost: data.order_cost,
      discount: data.discount,
      net_sales: data.net_sales.nominal,
      cost_of_goods: data.cost_of_goods,
      gross_profit: data.gross_profit.nominal,
      expense: data.expense.nominal,
      net_profit: data.net_profit.nominal,
      supplier_pay: data.supplier_pay.nominal,
    }).toEqual({
      orders: naive.orders,
      gross_sales: naive.gross_sales,
      unpaid: naive.unpaid,
      postage: naive.postage,
      order_cost: naive.order_cost,
      discount: naive.discount,
      net_sales: naive.net_sales,
      cost_of_goods: naive.cost_of_goods,
      gross_profit: naive.gross_profit,
      expense: naive.expense,
      net_profit: naive.gross_profit - naive.expense,
      supplier_pay: naive.supplier_pay,
    });
  }

  async function checkCharts(
    period: { start_date: string; end_date: string },
    naive: NaiveReport,
  ): Promise<void> {
    const sales = (await get('report/chart/sales', period)).data;
    const profit = (await get('report/chart/profit', period)).data;
    const days: string[] = [];
    for (let at = period.start_date; at <= period.end_date; at = addDays(at, 1)) days.push(at);
    const of = (at: string) => naive.days.get(at) ?? [0, 0, 0];
    expect(sales).toEqual(
      days.map((at) => ({ date: String(Number(at.slice(8))), amount: of(at)[0], day: at })),
    );
    expect(profit.map((point: any) => [point.day, point.net_sales, point.gross_profit])).toEqual(
      days.map((at) => [at, of(at)[1], of(at)[2]]),
    );
    const expedition = await get('report/chart/expedition', period);
    expect(expedition.total).toBe(naive.postage);
    expect(asMap(expedition.data, 'expedition_id', 'amount')).toEqual(naive.couriers);
    const bank = (await get('report/bank', period)).data.filter((row: any) => row.payments > 0);
    expect(asMap(bank, 'id', 'nominal')).toEqual(naive.banks);
    const { money_in, net } = (await get('report/statement/cash', period)).data;
    expect([money_in.total, sum(money_in.by_day.map((of_day: any) => of_day.nominal)), net]).toEqual([
      sum(naive.banks.values()),
      sum(naive.banks.values()),
      sum(naive.banks.values()) - naive.expense,
    ]);
  }

  const asMap = (rows: any[], key: string, ...values: string[]) =>
    new Map(
      rows.map((row) => [
        row[key],
        values.length === 1 ? row[values[0]!] : values.map((value) => row[value]),
      ]),
    );

  async function checkDetail(period: object, naive: NaiveReport): Promise<void> {
    for (const [group, figure] of [
      ['gross-sales', naive.gross_sales],
      ['net-sales', naive.net_sales],
      ['gross-profit', naive.gross_profit],
    ] as const) {
      const detail = await get(`report/${group}`, period);
      expect(sum(detail.by_source.map((row: any) => row.value))).toBe(figure);
      expect(sum(detail.by_admin.map((row: any) => row.value))).toBe(figure);
      if (group !== 'net-sales') continue;
      expect(asMap(detail.by_source, 'order_category', 'value')).toEqual(naive.channels);
      expect(asMap(detail.by_admin, 'user_id', 'value')).toEqual(naive.users);
    }
    for (const [group, figure] of [
      ['net-sales', naive.net_sales],
      ['unpaid', naive.unpaid],
      ['gross-profit', naive.gross_profit],
      ['supplier-pay', naive.supplier_pay],
    ] as const) {
      const behind = await get(`report/${group}/orders`, period);
      const orders = await pages(`report/${group}/orders`, period);
      expect([group, behind.total, sum(orders.map(({ value }) => value))]).toEqual([group, figure, figure]);
    }
    for (const [courier, amount] of naive.couriers) {
      const orders = await pages('report/postage/orders', { ...period, expedition_id: courier });
      expect(sum(orders.map(({ value }) => value))).toBe(amount);
    }
  }

  async function checkAnalyzer(period: object, naive: NaiveReport): Promise<void> {
    const best = await pages('analyzer/customer', period);
    expect(asMap(best, 'id', 'total_order', 'sold_items', 'gross_sales')).toEqual(naive.customers);
    expect(sum(best.map(({ net_sales }) => net_sales))).toBe(naive.net_sales);
    for (const [group_by, expected] of [
      ['SKU', naive.variations],
      ['PRODUCT', naive.products],
      ['CATEGORY', naive.categories],
    ] as const) {
      const sold = await pages('analyzer/sales', { ...period, group_by });
      expect(asMap(sold, 'id', 'order', 'sold')).toEqual(expected);
      expect(sum(sold.map(({ net_sales }) => net_sales))).toBe(naive.net_sales);
      expect(sum(sold.map(({ gross_profit }) => gross_profit))).toBe(naive.gross_profit);
    }
    const { data: cities } = await get('analyzer/location', period);
    expect(asMap(cities, 'city', 'order')).toEqual(naive.cities);
    const { data: categories } = await get('analyzer/customer/chart', period);
    expect(asMap(categories, 'category', 'total_order')).toEqual(naive.customer_categories);
    const profits = await pages('order', { ...period, order_by: 'PROFIT' });
    expect(asMap(profits, 'order_id', 'profit')).toEqual(naive.profits);
    const { data: weekdays } = await get('analyzer/chart', period);
    expect(weekdays).toHaveLength(7);
    expect(
      asMap(
        weekdays.filter(({ total }: any) => total > 0),
        'id',
        'total',
      ),
    ).toEqual(naive.weekdays);
    const { data: channels } = await get('analyzer/sales-channel', period);
    expect(sum(channels.map((row: any) => row.net_sales))).toBe(naive.net_sales);
    expect(sum(channels.map((row: any) => row.total))).toBe(naive.orders);
  }

  test('report, charts, detail, orders and analyzer say what the rows add up to', async () => {
    const step = fc.record({
      action: fc.constantFrom(...Object.keys(ACTIONS), 'place', 'place', 'place'),
      order: fc.nat(5),
      n: fc.nat(60),
    });
    const look = fc.record({ before: fc.nat(9), days: fc.nat(9) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 8, maxLength: 22 }),
        look,
        async (steps, { before, days }) => {
          clock.set(START);
          const ids: number[] = [];
          for (const { action, order, n } of steps) {
            const id = ids[order % Math.max(1, ids.length)];
            if (action === 'place' || id === undefined) {
              const placed = expectOk(await send('POST', '/api/open/order', bodyOf(n)));
              ids.push(placed.body.data.order_id);
            } else await ACTIONS[action]?.(id, n);
          }
          const from = day(-before);
          const to = addDays(from, days);
          expect(from <= to).toBe(true);
          const naive = await naiveReport(app.database.pool, shop.shop_id, { from, to });
          const period = { start_date: from, end_date: to };
          await checkFigures(period, naive);
          await checkCharts(period, naive);
          await checkDetail(period, naive);
          await checkAnalyzer(period, naive);
          await checkFiles(app, shop, period, naive);
          for (const id of ids) {
            await ACTIONS['cancel']?.(id, 1);
            await ACTIONS['delete']?.(id, 0);
          }
        },
      ),
      { numRuns: Math.ceil(SEQUENCES / ZONES.length), endOnFailure: true },
    );
  }, 36_000_000);
});
