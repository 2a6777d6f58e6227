import { describe, expect, test } from 'vitest';
import { hire } from '../../../../test/staff.ts';
import { messageScene } from '../../../../test/integrations/message-scene.ts';
import { addProduct, expectOk, orderOf, today } from '../../../../test/stall.ts';
import { findLastOrderDifferences } from '../../customers/differences.ts';
import { openStore } from '../../../../test/store-scene.ts';

const at = messageScene();
const list = async (what: string, input: object = {}) =>
  expectOk(await at.shop.call('GET', `/api/open/care/${what}`, input)).body;

describe('lists to act on', () => {
  test('customers who have not ordered for a while: who ordered last comes first, with what they want', async () => {
    await at.openShop();
    const ids = await at.addCustomers(4);
    for (const [n, days] of [100, 70, 10].entries())
      await at.query(`update customers set last_order_at = now() - $2 * interval '1 day' where id = $1`, [
        ids[n],
        days,
      ]);
    expectOk(
      await at.shop.call('PUT', '/api/open/message/opt-out', { customer_id: ids[0], opted_out: true }),
    );
    const { data, meta } = await list('customer', { days: '60' });
    expect(
      data.map(({ customer_id, days, opted_out }: Record<string, unknown>) => [customer_id, days, opted_out]),
    ).toEqual([
      [ids[1], 70, false],
      [ids[0], 100, true],
    ]);
    expect(meta.pagination.total).toBe(2);
  });

  test('customers whose orders of the past are typed in today have ordered on their day, and a later one wakes them', async () => {
    await at.openShop();
    const id = await at.order({ order_date: today(-61) });
    const asleep = async () =>
      (await list('customer', { days: '60' })).data.map(({ days }: { days: number }) => days);
    expect(await asleep()).toEqual([61]);
    const edit = (order_date: string) =>
      at.shop.call('PATCH', '/api/open/order', { ...orderOf(at.stall), order_id: id, order_date });
    expectOk(await edit(today(-70)));
    expect(await asleep()).toEqual([61]);
    expectOk(await edit(today(-10)));
    expect(await asleep()).toEqual([]);
    await at.order({ order_date: today(-65) });
    expect(await asleep()).toEqual([]);
    expect(await findLastOrderDifferences(at.app.services.db)).toEqual([]);
  });

  test('unpaid orders: the oldest first, with what remains and the last reminder', async () => {
    await at.openShop();
    const young = await at.order();
    const old = await at.order({ order_date: today(-3) });
    await at.order({ payment: { status: 'PAID', date: today(), bank_id: at.stall.bank_id } });
    expectOk(
      await at.shop.call('POST', '/api/open/woowa/order/message', {
        id: old,
        message: 'Ayo bayar',
        type: 'REMINDER',
      }),
    );
    const { data } = await list('order');
    expect(data).toMatchObject([
      { order_id: old, days: 3, remaining_amount: 210_000, last_reminder: { state: 'LINK' } },
      { order_id: young, days: 0, last_reminder: null },
    ]);
    expect((await list('order', { days: '2' })).data).toHaveLength(1);
  });

  test('unpaid orders are those of the store, too, that wait for their payment: in the list, and for many', async () => {
    const store = await openStore(at.app);
    at.shop = store.shop;
    const [waits, claimed] = [
      expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data,
      expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data,
    ];
    await at.query(
      `update buyer_payments set state = 'CLAIMED', claimed_at = now() where shop_id = $1 and id = $2`,
      [store.shop.shop_id, claimed.payment_id],
    );
    const [{ order_id }] = waits.orders;
    const { data, meta } = await list('order');
    expect([data.length, data[0].order_id, meta.pagination.total]).toEqual([1, order_id, 1]);
    const template = 'Bayar {%payment%}';
    const input = { source: 'UNPAID', days: 0, template };
    const preview = expectOk(await at.shop.call('POST', '/api/open/message/broadcast/preview', input)).body;
    expect(preview.data).toMatchObject({ receivers: 1, text: expect.stringContaining('kode unik') });
    expectOk(await at.shop.call('POST', '/api/open/message/broadcast', input));
    await at.app.runJobs();
    await at.work();
    expect(await at.messages()).toMatchObject([{ order_id, state: 'LINK' }]);
    expect((await list('order')).data[0].last_reminder).toMatchObject({ state: 'LINK' });
  });

  test('stock that runs out: by the pace of the last 30 days, without what was cancelled', async () => {
    await at.openShop();
    const [id] = at.stall.variation_ids as [number];
    const products = [{ id, qty: 30, product_status: 'S' }];
    await at.order({ products });
    const cancelled = await at.order({ products: [{ id, qty: 20, product_status: 'S' }] });
    expectOk(await at.shop.call('POST', '/api/open/order/cancel', { id: cancelled }));
    expect((await list('stock', { days: '60' })).data).toEqual([]);
    const { data } = await list('stock', { days: '70' });
    expect(data).toMatchObject([
      { variation_id: id, stock: 70, sold: 30, days_left: 70, empty_on: today(70) },
    ]);
    await at.order({ products: [{ id, qty: 70, product_status: 'S' }] });
    // What lasts for millions of years is not listed.
    const rich = await addProduct(at.shop, { stocks: [100_000_000] });
    await at.order({ products: [{ id: rich.variation_ids[0], qty: 1, product_status: 'S' }] });
    expect((await list('stock')).data).toMatchObject([{ stock: 0, sold: 100, days_left: 0 }]);
  });

  test('are of one shop alone, and not for people in warehouses', async () => {
    const worker = await hire(at.app, at.shop, 'warehouse');
    const other = await at.app.openShop();
    for (const what of ['customer', 'order', 'stock']) {
      expect((await worker.call('GET', `/api/open/care/${what}`)).status).toBe(403);
      expect(expectOk(await other.call('GET', `/api/open/care/${what}`, { days: '1' })).body.data).toEqual(
        [],
      );
    }
  });
});
