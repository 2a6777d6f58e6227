import { describe, expect, test } from 'vitest';
import { hire } from '../../../../test/staff.ts';
import { messageScene } from '../../../../test/integrations/message-scene.ts';
import { expectOk, today } from '../../../../test/stall.ts';

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
