import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dateText } from '../../../kernel/calendar.ts';
import { addAwb, codOrder, report } from '../../../../test/cod-scene.ts';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk, openStall, orderOf, type Stall } from '../../../../test/stall.ts';
import { readPdf } from '../../../../test/read-pdf.ts';
import { makeInvoices, weeksToInvoice } from './make-invoices.ts';

/** A Wednesday; the week ends on Sunday, the 4th. */
const clock = fixedClock('2025-12-31T03:00:00Z');
const WEEK_MS = 7 * 86_400_000;

let app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  app = await startTestApp({ clock, zone: 'Asia/Jakarta' });
});
beforeEach(async () => {
  shop = await app.openShop();
  stall = await openStall(shop, { stocks: [1_000] });
  // JNE keeps 3 % of what it collects, and half of the shipping for bringing a parcel back.
  const charge = { courier_id: 1, cod_fee_bp: 300, cod_fee_minimum_idr: 0, return_fee_bp: 5_000 };
  expectOk(await shop.call('PATCH', '/api/open/setting/courier/charge', charge));
});
afterAll(() => app.close());

const order = (change = {}) => codOrder(shop, stall, change);
const entries = async (order_id: number) =>
  (
    await app.database.pool.query(
      'select trip, kind, amount_idr::int as amount_idr from cod_entries where shop_id = $1 and order_id = $2 order by id',
      [shop.shop_id, order_id],
    )
  ).rows.map(({ trip, kind, amount_idr }) => [trip, kind, amount_idr]);
const invoices = async (filter: Record<string, string> = {}) =>
  expectOk(await shop.call('GET', '/api/open/shipping/invoice', filter)).body;
const nextWeek = async () => {
  clock.advance(WEEK_MS);
  await makeInvoices(shop.context());
};

describe('a COD parcel', () => {
  test('that is delivered brings what was collected, less shipping and COD fee, once', async () => {
    const id = await order();
    await report(shop, id, 'ON_PROCESS');
    await report(shop, id, 'DELIVERED');
    await app.readEvents();
    await app.readEvents();
    const owed = [
      [1, 'COLLECTED', 110_000],
      [1, 'SHIPPING', -10_000],
      [1, 'COD_FEE', -3_300],
    ];
    expect(await entries(id)).toEqual(owed);
    await app.database.pool.query("update event_readers set position = 0 where name = 'cod-entries'");
    await app.readEvents();
    expect(await entries(id)).toEqual(owed);
  });

  test('collects what remains to be paid', async () => {
    const payment = { status: 'INSTALLMENT', amount: 60_000, date: '2026-01-01', bank_id: stall.bank_id };
    const id = await order({ payment });
    await report(shop, id, 'DELIVERED');
    await app.readEvents();
    expect(await entries(id)).toEqual([
      [1, 'COLLECTED', 50_000],
      [1, 'SHIPPING', -10_000],
      [1, 'COD_FEE', -1_500],
    ]);
  });

  test('said to be delivered by a slip is reversed, and charged right when it is delivered', async () => {
    const id = await order();
    for (const status of ['DELIVERED', 'READY_TO_SHIP'] as const) await report(shop, id, status, 'STAFF');
    await app.readEvents();
    const rows = await entries(id);
    expect(rows).toHaveLength(6);
    expect(rows.reduce((sum, [, , amount]) => sum + amount, 0)).toBe(0);
    await report(shop, id, 'DELIVERED', 'STAFF');
    await app.readEvents();
    expect((await entries(id)).slice(6)).toEqual(rows.slice(0, 3));
  });

  test('that comes back pays no COD fee, but shipping and return fee; sent anew it is another trip', async () => {
    const id = await order();
    for (const status of ['ON_PROCESS', 'RETURNED', 'READY_TO_SHIP', 'DELIVERED'] as const)
      await report(shop, id, status, status === 'READY_TO_SHIP' ? 'STAFF' : 'COURIER');
    await app.readEvents();
    expect(await entries(id)).toEqual([
      [1, 'SHIPPING', -10_000],
      [1, 'RETURN_FEE', -5_000],
      [2, 'COLLECTED', 110_000],
      [2, 'SHIPPING', -10_000],
      [2, 'COD_FEE', -3_300],
    ]);
  });

  test('that comes back after delivery gives back what was collected', async () => {
    const id = await order();
    for (const status of ['DELIVERED', 'RETURNED'] as const) await report(shop, id, status);
    await app.readEvents();
    const rows = await entries(id);
    expect(rows.reduce((sum, [, , amount]) => sum + amount, 0)).toBe(-15_000);
    expect(rows.slice(3)).toEqual([
      [1, 'COLLECTED', -110_000],
      [1, 'COD_FEE', 3_300],
      [1, 'RETURN_FEE', -5_000],
    ]);
  });

  test('is charged though its order is deleted since', async () => {
    const id = await order();
    for (const status of ['ON_PROCESS', 'RETURNED'] as const) await report(shop, id, status);
    await app.readEvents();
    expectOk(await shop.call('POST', '/api/open/order/cancel', { id }));
    expectOk(await shop.call('DELETE', `/api/open/order-cancel/${id}`));
    await nextWeek();
    expect(await entries(id)).toHaveLength(2);
  });

  test('is none without COD', async () => {
    const products = [{ id: stall.variation_ids[0], qty: 1, product_status: 'S' }];
    const { body } = expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { products })));
    const id = body.data.order_id;
    await report(shop, id, 'DELIVERED');
    await app.readEvents();
    expect(await entries(id)).toEqual([]);
  });
});

describe('the invoice of a week', () => {
  test('gathers what was delivered, less what came back, when the week has ended', async () => {
    const ids = [await order(), await order(), await order()];
    const [first = 0, second = 0, third = 0] = ids;
    await addAwb(shop, first, 'JP0001');
    for (const id of [first, second]) await report(shop, id, 'DELIVERED');
    for (const status of ['ON_PROCESS', 'RETURNED'] as const) await report(shop, third, status);
    await app.readEvents();
    await makeInvoices(shop.context());
    expect((await invoices()).data).toEqual([]);
    await nextWeek();
    const { data, meta } = await invoices();
    const number = `INV-S-${shop.shop_id}-`;
    expect(data).toEqual([
      {
        id: expect.stringMatching(/^[A-Za-z0-9]{8}$/),
        date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
        vendor: 'JNE',
        invoice_number: expect.stringMatching(new RegExp(`^${number}\\d{6}0001$`)),
        total: 'Rp178.400',
        status: 'PENDING',
      },
    ]);
    expect(meta.pagination).toMatchObject({ total: 1, per_page: 10 });
    const detail = expectOk(await shop.call('GET', `/api/open/shipping/invoice/${data[0].id}`)).body.data;
    expect(detail.parcels.map(({ net_idr }: { net_idr: number }) => net_idr)).toEqual([
      96_700, 96_700, -15_000,
    ]);
    expect(detail.parcels[0]).toMatchObject({
      awb_number: 'JP0001',
      collected_idr: 110_000,
      open_idr: 96_700,
    });

    const csv = expectOk(await shop.call('GET', `/api/open/shipping/invoice/download/csv/${data[0].id}`));
    expect(csv.headers['content-type']).toContain('text/csv');
    const lines = csv.text.trim().split(/\r?\n/);
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(/,JP0001,110000,-10000,-3300,0,96700$/);
    expect(lines.at(-1)).toMatch(/,220000,-30000,-6600,-5000,178400$/);
  });

  test('of 0 or less is carried over; what comes late for an invoiced week is on the next one', async () => {
    const back = await order();
    for (const status of ['ON_PROCESS', 'RETURNED'] as const) await report(shop, back, status);
    await app.readEvents();
    await nextWeek();
    expect((await invoices()).data).toEqual([]);
    await report(shop, await order(), 'DELIVERED');
    await app.readEvents();
    await nextWeek();
    expect((await invoices()).data).toMatchObject([{ total: 'Rp81.700' }]);
  });

  test('is made once by many at the same time, and their numbers have no gap', async () => {
    for (const courier of [1, 4, 6]) {
      const expedition = {
        id: courier === 1 ? 1 : courier === 4 ? 10_008 : 57,
        rate: 10_000,
        auto_pickup: false,
      };
      await report(shop, await order({ expedition }), 'DELIVERED');
    }
    await app.readEvents();
    clock.advance(WEEK_MS);
    const made = await Promise.all(Array.from({ length: 4 }, () => makeInvoices(shop.context())));
    const total = made.reduce((sum, count) => sum + count, 0);
    await report(shop, await order(), 'DELIVERED');
    await app.readEvents();
    await nextWeek();
    const { data } = await invoices({ per_page: '100' });
    expect(data).toHaveLength(total + 1);
    const numbers = data.map(({ invoice_number }: { invoice_number: string }) =>
      Number(invoice_number.slice(-4)),
    );
    expect(numbers.toSorted((a: number, b: number) => a - b)).toEqual(
      numbers.map((_: number, index: number) => index + 1),
    );
  });

  test('is found by courier, day and status, and no other shop sees it', async () => {
    await report(shop, await order(), 'DELIVERED');
    await app.readEvents();
    await nextWeek();
    const day = dateText(clock.now(), 'Asia/Jakarta');
    for (const filter of [{ courier: 'JNE' }, { status: 'pending' }, { start_date: day, end_date: day }])
      expect((await invoices(filter as never)).data).toHaveLength(1);
    for (const filter of [{ courier: 'sicepat' }, { status: 'complete' }, { start_date: '2090-01-01' }])
      expect((await invoices(filter as never)).data).toEqual([]);
    const { id } = (await invoices()).data[0];
    const other = await app.openShop();
    for (const path of [id, `download/csv/${id}`, `download/pdf/${id}`])
      expect((await other.call('GET', `/api/open/shipping/invoice/${path}`)).status).toBe(404);
  });

  test('is a PDF of as many pages as it needs', async () => {
    for (let count = 0; count < 60; count += 1) await report(shop, await order(), 'DELIVERED');
    await app.readEvents();
    await nextWeek();
    const { id, invoice_number } = (await invoices()).data[0];
    const answer = await app.app.inject({
      url: `/api/open/shipping/invoice/download/pdf/${id}`,
      headers: { authorization: `Bearer ${shop.token}` },
    });
    expect(answer.headers['content-type']).toBe('application/pdf');
    const pages = readPdf(answer.rawPayload);
    expect(pages.length).toBe(2);
    expect(JSON.stringify(pages)).toContain(invoice_number);
  });
});

test('weeks are gathered until there is something to pay', () => {
  const week = (week_start: string, amount_idr: number, courier = 'jne') => ({
    courier,
    week_start,
    amount_idr,
  });
  const last = '2026-01-19';
  expect(weeksToInvoice([week('2026-01-05', -5), week('2026-01-12', 5)], last, () => false)).toEqual([]);
  expect(weeksToInvoice([week('2026-01-12', 9), week('2026-01-05', -5)], last, () => false)).toEqual([
    week('2026-01-12', 4),
  ]);
  // Late for a week that has its invoice: on that of the last week, though it has nothing of its own.
  const invoiced = ({ week_start }: { week_start: string }) => week_start === '2026-01-05';
  expect(weeksToInvoice([week('2026-01-05', 7)], last, invoiced)).toEqual([week(last, 7)]);
});
