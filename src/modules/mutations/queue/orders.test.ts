import { describe, expect, test } from 'vitest';
import { queueApp } from '../../../../test/queue-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

const { app, open } = queueApp();

describe('a mutation that is matched with orders', () => {
  test('pays one order, with the bank account and day of the mutation', async () => {
    const scene = await open();
    const [order, id] = [await scene.order(), await scene.comesIn(110_000)];
    const shown = await scene.done(id, 'match', { orders: [{ order_id: order.id }] });
    expect(shown).toMatchObject({ state: 'MATCHED', matched: 110_000, rest: 0, waits_because: null });
    expect(shown.matches).toMatchObject([{ order_id: order.id, amount: 110_000, is_automatic: false }]);
    const { data } = expectOk(await scene.shop.call('GET', '/api/open/order/detail', { id: order.id })).body;
    expect(data.payment_status).toBe('PAID');
    expect(await scene.paymentsOf(order.id)).toEqual([{ amount: 110_000, mutation: id }]);
  });

  test('is split over several, and what is left waits', async () => {
    const scene = await open();
    const [one, other] = [await scene.order(1), await scene.order(2)];
    const id = await scene.comesIn(200_000);
    const orders = [{ order_id: other.id, amount: 60_000 }, { order_id: one.id }];
    const shown = await scene.done(id, 'match', { orders });
    expect(shown).toMatchObject({ state: 'WAITING', matched: 170_000, rest: 30_000 });
    expect(shown.waits_because.code).toBe('mutation_waits_rest');
    expect(await scene.paymentsOf(other.id)).toEqual([{ amount: 60_000, mutation: id }]);
    expect(await scene.done(id, 'match', { orders: [{ order_id: (await scene.order()).id }] })).toMatchObject(
      {
        state: 'MATCHED',
        rest: 0,
      },
    );
  });

  test('never pays more than it is, nor more than remains of an order', async () => {
    const scene = await open();
    const [one, other] = [await scene.order(), await scene.order()];
    const id = await scene.comesIn(150_000);
    const match = async (...orders: object[]) => (await scene.act(id, 'match', { orders })).body;
    expect(
      await match({ order_id: one.id, amount: 100_000 }, { order_id: other.id, amount: 50_001 }),
    ).toMatchObject({
      code: 'mutation_rest',
    });
    expect(await match({ order_id: one.id, amount: 110_001 })).toMatchObject({
      code: 'match_over_remaining',
    });
    expect(await match({ order_id: one.id }, { order_id: one.id })).toMatchObject({
      code: 'mutation_order_twice',
    });
    expect(await match({ order_id: one.id }, { order_id: 999_999_999 })).toMatchObject({
      code: 'field_not_found',
    });
    expect(await scene.look(id)).toMatchObject({ state: 'WAITING', matched: 0, matches: [] });
    expect([...(await scene.paymentsOf(one.id)), ...(await scene.paymentsOf(other.id))]).toEqual([]);
  });

  test('is matched once by the same request twice, and by twins at the same time', async () => {
    const scene = await open();
    const order = await scene.order(3);
    const id = await scene.comesIn(200_000);
    const match = () => scene.act(id, 'match', { orders: [{ order_id: order.id, amount: 50_000 }] });
    const answers = await Promise.all([match(), match(), match(), match()]);
    expect([...answers, await match()].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await scene.paymentsOf(order.id)).toEqual([{ amount: 50_000, mutation: id }]);
    const other = await scene.act(id, 'match', { orders: [{ order_id: order.id, amount: 60_000 }] });
    expect(other.body).toMatchObject({ code: 'mutation_order_matched' });
  });

  test('is decided once by those who decide it at the same time', async () => {
    const scene = await open();
    const orders = [await scene.order(), await scene.order(), await scene.order()];
    const id = await scene.comesIn(110_000);
    const answers = await Promise.all([
      ...orders.map((order) => scene.act(id, 'match', { orders: [{ order_id: order.id }] })),
      scene.act(id, 'ignore', { reason: 'modal' }),
    ]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409', '409']);
    const payments = await Promise.all(orders.map((order) => scene.paymentsOf(order.id)));
    const shown = await scene.look(id);
    expect(payments.flat().length).toBe(shown.state === 'MATCHED' ? 1 : 0);
  });

  test('is none of two that pay one order at the same time beyond its total', async () => {
    const scene = await open();
    const order = await scene.order();
    const ids = await scene.comeIn(110_000, 109_000, 108_000);
    const answers = await Promise.all(
      ids.map((id) => scene.act(id, 'match', { orders: [{ order_id: order.id }] })),
    );
    const paid = (await scene.paymentsOf(order.id)).reduce((total, { amount }) => total + amount, 0);
    expect(paid).toBe(110_000);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(2);
  });
});

describe('a mutation of an account that the shop does not have', () => {
  test('pays orders as soon as the account is added, on that account', async () => {
    const scene = await open();
    const order = await scene.order();
    const id = await scene.comesIn(110_000);
    await app().database.pool.query(
      `update bank_mutations set bank_account_id = null, account_key = '#7788990011' where shop_id = $1`,
      [scene.shop.shop_id],
    );
    const match = () => scene.act(id, 'match', { orders: [{ order_id: order.id }] });
    expect(await match()).toMatchObject({ status: 422, body: { code: 'mutation_account_unknown' } });
    const account = { bank_type: 'bni', account_number: '07788990011', holder_name: 'Budi', branch: 'Batu' };
    const added = expectOk(await scene.shop.call('POST', '/api/open/bank/create', account));
    expect((await match()).body.data).toMatchObject({ state: 'MATCHED', bank_id: added.body.data.bank_id });
  });
});

describe('a match that is undone', () => {
  test('takes back the payments of a split, all or one, and the mutation waits again', async () => {
    const scene = await open();
    const orders = [await scene.order(), await scene.order()];
    const id = await scene.comesIn(220_000);
    const split = { orders: orders.map((order) => ({ order_id: order.id })) };
    const { matches } = await scene.done(id, 'match', split);
    const one = await scene.done(id, 'undo', { match_id: matches[0].id });
    expect(one).toMatchObject({ state: 'WAITING', matched: 110_000, rest: 110_000 });
    expect(await scene.paymentsOf(matches[0].order_id)).toEqual([]);
    expect(await scene.done(id, 'undo', { match_id: matches[0].id })).toEqual(one);
    expect(await scene.done(id, 'undo')).toMatchObject({ state: 'WAITING', rest: 220_000, matches: [] });
    expect(await scene.paymentsOf(matches[1].order_id)).toEqual([]);
    expect(await scene.done(id, 'match', split)).toMatchObject({ state: 'MATCHED' });
  });

  test('stays where an order was refunded since, also once that is reactivated: its money has left again', async () => {
    const scene = await open();
    const [order, id] = [await scene.order(), await scene.comesIn(110_000)];
    await scene.done(id, 'match', { orders: [{ order_id: order.id }] });
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id: order.id, paid_as: 'REFUNDED' }));
    expectOk(await scene.shop.call('POST', '/api/open/order-cancel/return', { id: order.id }));
    expect(await scene.paymentsOf(order.id)).toEqual([]);
    expect((await scene.act(id, 'undo')).body.code).toBe('mutation_order_refunded');
    expect(await scene.look(id)).toMatchObject({ state: 'MATCHED', rest: 0 });
  });

  test('stays where an order is not active any more, and all of the split with it', async () => {
    const scene = await open();
    const orders = [await scene.order(), await scene.order()];
    const id = await scene.comesIn(220_000);
    await scene.done(id, 'match', { orders: orders.map((order) => ({ order_id: order.id })) });
    const cancel = { id: orders[1]?.id, paid_as: 'BALANCE' };
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', cancel));
    const refused = await scene.act(id, 'undo');
    expect(refused).toMatchObject({ status: 422, body: { code: 'order_not_active' } });
    expect(await scene.look(id)).toMatchObject({ state: 'MATCHED', matched: 220_000 });
    expect(await scene.paymentsOf(orders[0]?.id ?? 0)).toHaveLength(1);
    expectOk(await scene.shop.call('DELETE', `/api/open/order-cancel/${orders[1]?.id}`));
    expect((await scene.act(id, 'undo')).body).toMatchObject({ code: 'mutation_order_deleted' });
  });

  test('is undone once by many at the same time', async () => {
    const scene = await open();
    const order = await scene.order();
    const id = await scene.comesIn(110_000);
    await scene.done(id, 'match', { orders: [{ order_id: order.id }] });
    const answers = await Promise.all([1, 2, 3].map(() => scene.act(id, 'undo')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await scene.paymentsOf(order.id)).toEqual([]);
  });

  test('is the only way in which its payment is removed', async () => {
    const scene = await open();
    const order = await scene.order();
    const id = await scene.comesIn(110_000);
    await scene.done(id, 'match', { orders: [{ order_id: order.id }] });
    const remove = await scene.shop.call('DELETE', `/api/open/order/installment/${order.id}`);
    expect(remove).toMatchObject({ status: 422, body: { code: 'payment_of_mutation' } });
    expect(await scene.paymentsOf(order.id)).toHaveLength(1);
  });
});

describe('a mutation that is ignored', () => {
  test('waits no more, with the reason, until that is undone', async () => {
    const scene = await open();
    const order = await scene.order();
    const id = await scene.comesIn(150_000);
    await scene.done(id, 'match', { orders: [{ order_id: order.id }] });
    const ignored = await scene.done(id, 'ignore', { reason: 'Kelebihan, sudah dikembalikan' });
    expect(ignored).toMatchObject({ state: 'IGNORED', matched: 110_000, rest: 40_000 });
    expect(ignored.ignored_because).toBe('Kelebihan, sudah dikembalikan');
    expect(await scene.done(id, 'ignore', { reason: 'Kelebihan, sudah dikembalikan' })).toEqual(ignored);
    for (const [what, input] of [
      ['ignore', { reason: 'lain' }],
      ['match', { orders: [{ order_id: (await scene.order()).id }] }],
      ['undo', { match_id: ignored.matches[0].id }],
    ] as const)
      expect((await scene.act(id, what, input)).body).toMatchObject({ code: 'mutation_decided' });
    expect(await scene.done(id, 'undo')).toMatchObject({ state: 'WAITING', matched: 110_000 });
    expect(await scene.done(id, 'undo')).toMatchObject({ state: 'WAITING', matched: 0 });
  });

  test('cannot be money that went out, which pays nothing', async () => {
    const scene = await open();
    const [id = 0] = await scene.comeIn(['02/03/2026', 'BIAYA ADM', -15_000]);
    expect((await scene.act(id, 'ignore', { reason: 'biaya' })).body).toMatchObject({
      code: 'mutation_outgoing',
    });
    const match = { orders: [{ order_id: (await scene.order()).id }] };
    expect((await scene.act(id, 'match', match)).body).toMatchObject({ code: 'mutation_outgoing' });
    expect(await scene.look(id)).toMatchObject({ state: 'OUTGOING', type: 'DEBIT', rest: 0 });
  });
});
