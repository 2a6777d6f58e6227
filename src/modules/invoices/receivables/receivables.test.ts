import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { readPdf, textOf } from '../../../../test/read-pdf.ts';
import { addCustomer, expectOk, openStall, today, type Stall } from '../../../../test/stall.ts';

const scene = orderScene();

let stall: Stall;
/** Each test has a shop of its own. */
beforeEach(async () => {
  scene.shop = await scene.app.openShop();
  stall = await openStall(scene.shop, { stocks: [1_000_000] });
  scene.stall = stall;
});

const get = async (query = '') => {
  const { body } = expectOk(await scene.shop.call('GET', `/api/open/receivable${query}`));
  return body;
};
/** An order of so many units at 100,000 with shipping of 10,000, placed so many days ago. */
const owe = (customer_id: number, qty: number, days_ago: number, change: object = {}) =>
  scene.place(stall, qty, {
    customer_sender_id: customer_id,
    customer_receiver_id: customer_id,
    order_date: today(-days_ago),
    ...change,
  });
const pay = async (id: number, amount: number, days_ago: number, status = 'INSTALLMENT') =>
  expectOk(
    await scene.shop.call('PATCH', '/api/open/order/quick-payment', {
      id,
      payment: { status, amount, date: today(-days_ago), bank_id: stall.bank_id },
    }),
  );
const AGEING = { not_due: 0, days_0_7: 0, days_8_30: 0, days_31_60: 0, days_61_90: 0, over_90: 0 };

describe('the list', () => {
  test('has what each customer owes, by the age of the orders, to the day', async () => {
    for (const days_ago of [-1, 0, 7, 8, 30, 31, 60, 61, 90, 91]) await owe(stall.customer_id, 1, days_ago);
    const budi = await addCustomer(scene.shop, 'N', 'Budi', '0813-1111-2222');
    const part = await owe(budi, 3, 40);
    await pay(part, 60_000, 0);
    const { data, total, meta } = await get();
    expect(data).toEqual([
      {
        customer_id: stall.customer_id,
        name: 'Siti',
        phone: '6281234567890',
        category_code: 'N',
        orders: 10,
        amount: 1_100_000,
        oldest_date: today(-91),
        oldest_days: 91,
        ageing: {
          not_due: 110_000,
          days_0_7: 220_000,
          days_8_30: 220_000,
          days_31_60: 220_000,
          days_61_90: 220_000,
          over_90: 110_000,
        },
      },
      expect.objectContaining({
        customer_id: budi,
        orders: 1,
        amount: 250_000,
        ageing: { ...AGEING, days_31_60: 250_000 },
      }),
    ]);
    expect(total).toEqual({
      customers: 2,
      orders: 11,
      amount: 1_350_000,
      ageing: { ...data[0].ageing, days_31_60: 470_000 },
    });
    expect(meta.pagination).toMatchObject({ total: 2, total_is_exact: true, next_cursor: null });
  });

  test('has no order that is paid, cancelled, or collected by a courier', async () => {
    const paid = await owe(stall.customer_id, 1, 3);
    await pay(paid, 110_000, 0, 'PAID');
    const cancelled = await owe(stall.customer_id, 1, 3);
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id: cancelled }));
    const cod = await owe(stall.customer_id, 1, 3, { is_cod: true });
    expect(cod).toBeGreaterThan(0);
    expect(await get()).toMatchObject({
      data: [],
      total: { customers: 0, orders: 0, amount: 0, ageing: AGEING },
    });
  });

  test('is of who ordered, not of who receives', async () => {
    const receiver = await addCustomer(scene.shop, 'N', 'Penerima', '0813-1111-2222');
    await owe(stall.customer_id, 1, 0, { customer_receiver_id: receiver });
    expect((await get()).data.map(({ customer_id }: any) => customer_id)).toEqual([stall.customer_id]);
  });

  test('is sorted by amount or by age, and read on by cursor without a gap or a repeat', async () => {
    const customers: { id: number; amount: number; age: number }[] = [];
    for (let index = 0; index < 7; index += 1) {
      const id = await addCustomer(scene.shop, 'N', `Pelanggan ${index}`, `0813-1111-000${index}`);
      // Two owe alike, and two alike long.
      const [qty, age] = [1 + (index % 5), 10 + (index % 6)];
      await owe(id, qty, age);
      customers.push({ id, amount: qty * 100_000 + 10_000, age });
    }
    const by_amount = customers.toSorted((a, b) => b.amount - a.amount || b.id - a.id).map(({ id }) => id);
    const by_age = customers.toSorted((a, b) => b.age - a.age || a.id - b.id).map(({ id }) => id);
    for (const [order_by, wanted] of [
      ['AMOUNT', by_amount],
      ['AGE', by_age],
    ] as const) {
      const read: number[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const found: any = await get(`?order_by=${order_by}&per_page=3&cursor=${cursor}`);
        read.push(...found.data.map(({ customer_id }: any) => customer_id));
        expect(found.total.customers).toBe(7);
        cursor = found.meta.pagination.next_cursor;
      }
      expect(read).toEqual(wanted);
      const second = await get(`?order_by=${order_by}&per_page=3&pagination_offset=2`);
      expect(second.data.map(({ customer_id }: any) => customer_id)).toEqual(wanted.slice(3, 6));
    }
  });

  test.each([
    ['AGE', '250000_3'],
    ['AMOUNT', '2026-01-01_3'],
    ['AMOUNT', '3'],
    ['AGE', '2026-02-30_3'],
  ])('by %s does not take the cursor %s', async (order_by, cursor) => {
    const answer = await scene.shop.call('GET', `/api/open/receivable?order_by=${order_by}&cursor=${cursor}`);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message)).toEqual(['cursor']);
  });

  test('finds customers by name and phone, and sums up those alone', async () => {
    await owe(stall.customer_id, 1, 0);
    const budi = await addCustomer(scene.shop, 'N', 'Budi Santoso', '0813-1111-2222');
    await addCustomer(scene.shop, 'N', 'Budi Tanpa Hutang', '0813-1111-3333');
    await owe(budi, 2, 0);
    for (const keyword of ['budi', 'SANTO', '0813-1111'])
      expect(await get(`?keyword=${keyword}`)).toMatchObject({
        data: [{ customer_id: budi }],
        total: { customers: 1, amount: 210_000 },
      });
    expect((await get('?keyword=tidakada')).data).toEqual([]);
  });

  test('takes the same number of statements for one customer as for many', async () => {
    const ask = () => countStatements(scene.app, () => get('?per_page=100'));
    await owe(stall.customer_id, 1, 0);
    const one = await ask();
    for (let index = 0; index < 9; index += 1)
      await owe(await addCustomer(scene.shop, 'N', `P ${index}`, `0813-1111-000${index}`), 1, 0);
    expect(await ask()).toBe(one);
  });

  test('of another shop has nothing of this one', async () => {
    await owe(stall.customer_id, 1, 0);
    const other = await scene.app.openShop();
    expect(expectOk(await other.call('GET', '/api/open/receivable')).body.data).toEqual([]);
  });
});

describe('the orders of a customer', () => {
  test('are those that are not paid, the oldest first, with what remains', async () => {
    const [young, old] = [await owe(stall.customer_id, 1, 2), await owe(stall.customer_id, 2, 50)];
    await pay(old, 10_000, 1);
    const first = await get(`/${stall.customer_id}?per_page=1`);
    expect(first).toMatchObject({
      customer: { customer_id: stall.customer_id, name: 'Siti', phone: '6281234567890' },
      total: { orders: 2, amount: 310_000, ageing: { ...AGEING, days_0_7: 110_000, days_31_60: 200_000 } },
      data: [
        {
          order_id: old,
          order_date: today(-50),
          days: 50,
          invoice: `INV.${today(-50).replaceAll('-', '.')}.2`,
          total_amount: 210_000,
          paid_amount: 10_000,
          remaining_amount: 200_000,
        },
      ],
    });
    const { next_cursor } = first.meta.pagination;
    expect(await get(`/${stall.customer_id}?per_page=1&cursor=${next_cursor}`)).toMatchObject({
      data: [{ order_id: young, remaining_amount: 110_000 }],
      meta: { pagination: { next_cursor: null } },
    });
  });

  test('are none where nothing is owed, and 404 where there is no such customer or it is of another shop', async () => {
    expect(await get(`/${stall.customer_id}`)).toMatchObject({ data: [], total: { orders: 0, amount: 0 } });
    const other = await scene.app.openShop();
    for (const path of ['', '/statement'])
      for (const [shop, id] of [
        [scene.shop, 999_999_999],
        [other, stall.customer_id],
      ] as const)
        expect((await shop.call('GET', `/api/open/receivable/${id}${path}`)).status).toBe(404);
  });
});

describe('a statement', () => {
  async function statement(query = '', language = 'id') {
    const answer = await scene.app.app.inject({
      method: 'GET',
      url: `/api/open/receivable/${stall.customer_id}/statement${query}`,
      headers: { authorization: `Bearer ${scene.shop.token}`, 'accept-language': language },
    });
    expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
    if (process.env['KEEP_PAPERS']) {
      mkdirSync(process.env['KEEP_PAPERS'], { recursive: true });
      writeFileSync(
        `${process.env['KEEP_PAPERS']}/statement-${language}-${query.length}.pdf`,
        answer.rawPayload,
      );
    }
    return readPdf(answer.rawPayload);
  }
  const shown = async (query = '', language = 'id') =>
    (await statement(query, language)).map(textOf).join('\n');

  test('has each order with its payments and what is owed after them, and says where to pay', async () => {
    const old = await owe(stall.customer_id, 2, 50);
    await owe(stall.customer_id, 1, 2);
    await pay(old, 60_000, 20);
    const text = await shown();
    const day = (ago: number) => today(-ago).split('-').reverse().join('-');
    const number = (ago: number, po: number) => `INV.${today(-ago).replaceAll('-', '.')}.${po}`;
    expect(text).toContain('Siti');
    expect(text).toContain(`Per ${day(0)}\nRp260.000`);
    expect(text).toContain(`${day(50)}\n${number(50, 1)}\n50 hari\nRp210.000\nRp210.000`);
    expect(text).toContain(`${day(20)}\nPembayaran (BCA)\nRp60.000\nRp150.000`);
    expect(text).toContain(`${day(2)}\n${number(2, 2)}\n2 hari\nRp110.000\nRp260.000`);
    expect(text).toContain('Sisa tagihan\nRp260.000');
    expect(text).toContain('Rp110.000\nRp0\nRp150.000\nRp0\nRp0');
    expect(text).toMatch(/BCA \d+ a\.n\. Budi/);
    expect(await shown('', 'en')).toMatch(/STATEMENT[^]*Payment \(BCA\)[^]*31-60 days/);
  });

  test('as of a day before has what was owed then: without later orders, with what was paid since', async () => {
    const old = await owe(stall.customer_id, 2, 50);
    await owe(stall.customer_id, 1, 2);
    await pay(old, 60_000, 20);
    await pay(old, 150_000, 5, 'PAID');
    expect(await shown(`?date=${today(-10)}`)).toMatch(/Sisa tagihan\nRp150\.000/);
    expect(await shown(`?date=${today(-30)}`)).toMatch(/Sisa tagihan\nRp210\.000/);
    expect(await shown(`?date=${today(-5)}`)).toContain('Tidak ada pesanan yang belum dibayar.');
    expect(await shown()).toMatch(/Sisa tagihan\nRp110\.000/);
  });

  test('is of no day after today', async () => {
    const answer = await scene.shop.call(
      'GET',
      `/api/open/receivable/${stall.customer_id}/statement?date=${today(1)}`,
    );
    expect(answer.status).toBe(422);
    expect(answer.body.message).toEqual({ date: [`The date must not be after today (${today()}).`] });
  });

  test('of many orders goes on to further pages, and sums up what it does not list', async () => {
    const id = await owe(stall.customer_id, 1, 5);
    const { copyOrders } = await import('../../../../test/copied-orders.ts');
    await copyOrders(scene.app.database, id, 1_004);
    const pages = await statement();
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages.slice(1, -1)) expect(textOf(page)).toMatch(/Tanggal\nKeterangan/);
    const text = pages.map(textOf).join('\n');
    expect(text).toContain('5 pesanan lainnya\nRp550.000\nRp110.550.000');
    expect(text).toContain('Sisa tagihan\nRp110.550.000');
  });
});
