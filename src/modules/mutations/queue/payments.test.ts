import { describe, expect, test } from 'vitest';
import { queueApp, type QueueScene } from '../../../../test/queue-scene.ts';
import { expectOk } from '../../../../test/stall.ts';
import { expiryClock } from '../../checkout/expire/expire-due.ts';

const { app, clock, open } = queueApp();
const HOUR_MS = 3_600_000;

async function confirm(
  scene: QueueScene,
  { payment_id, orders }: { payment_id: number; orders: { order_id: number }[] },
  action: 'ACCEPT' | 'REJECT',
) {
  const decided = orders.map(({ order_id }) => ({ id: order_id, action }));
  expectOk(await scene.shop.call('PATCH', '/api/open/order/confirm', { id: payment_id, orders: decided }));
}

async function expire(): Promise<void> {
  clock.advance(25 * HOUR_MS);
  await expiryClock(app().services).run();
}

describe('a mutation that is matched with the payment of a buyer', () => {
  test('pays it without its unique code, as automatic matching does with it', async () => {
    const scene = await open();
    const bought = await scene.checkedOut();
    const id = await scene.comesIn(bought.nominal_invoice);
    expect(await scene.look(id)).toMatchObject({
      state: 'WAITING',
      waits_because: { code: 'mutation_waits_unknown' },
    });
    const shown = await scene.done(id, 'match', { payment_id: bought.payment_id });
    expect(shown).toMatchObject({
      state: 'MATCHED',
      rest: 0,
      matches: [{ payment_id: bought.payment_id, outcome: 'PAID' }],
    });
    const paid = { state: 'PAID', received: bought.nominal_invoice, receipts: 1 };
    expect(await scene.buyerPayment(bought.payment_id)).toEqual(paid);
    expect(await scene.done(id, 'match', { payment_id: bought.payment_id })).toEqual(shown);
    expect(await scene.buyerPayment(bought.payment_id)).toEqual(paid);
  });

  test('pays two payments of one transfer, one after the other', async () => {
    const scene = await open();
    const bought = [await scene.checkedOut(), await scene.checkedOut()];
    const id = await scene.comesIn(bought[0].nominal_transfer + bought[1].nominal_transfer);
    expect(await scene.done(id, 'match', { payment_id: bought[0].payment_id })).toMatchObject({
      state: 'WAITING',
      rest: bought[1].nominal_transfer,
    });
    expect(await scene.done(id, 'match', { payment_id: bought[1].payment_id })).toMatchObject({
      state: 'MATCHED',
    });
    for (const { payment_id } of bought)
      expect(await scene.buyerPayment(payment_id)).toMatchObject({ state: 'PAID', receipts: 1 });
  });

  test('stays in the queue where it covers less than the orders', async () => {
    const scene = await open();
    const bought = await scene.checkedOut();
    const id = await scene.comesIn(bought.nominal_invoice - 1);
    expect((await scene.act(id, 'match', { payment_id: bought.payment_id })).body).toMatchObject({
      code: 'mutation_too_small',
    });
    expect(await scene.look(id)).toMatchObject({ state: 'WAITING', matched: 0 });
    expect(await scene.buyerPayment(bought.payment_id)).toEqual({
      state: 'WAITING',
      received: 0,
      receipts: 0,
    });
  });

  test('is none of a payment by another method', async () => {
    const scene = await open();
    const id = await scene.comesIn(500_000);
    const { payment_id } = await scene.checkedOut();
    await app().database.pool.query(
      `update buyer_payments set method = 'GATEWAY', unique_code = 0 where shop_id = $1 and id = $2`,
      [scene.shop.shop_id, payment_id],
    );
    const refused = await scene.act(id, 'match', { payment_id });
    expect(refused.body).toMatchObject({ code: 'mutation_payment_method' });
  });

  test('pays once while the automatic matching, several people and a second transfer want it', async () => {
    const scene = await open();
    const bought = await scene.checkedOut();
    const ids = await scene.comeIn(bought.nominal_invoice, bought.nominal_invoice, bought.nominal_invoice);
    const answers = await Promise.all(
      ids.flatMap((id) => [1, 2].map(() => scene.act(id, 'match', { payment_id: bought.payment_id }))),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await scene.buyerPayment(bought.payment_id)).toEqual({
      state: 'PAID',
      received: bought.nominal_invoice,
      receipts: 3,
    });
    expect(await scene.balance()).toBe(2 * bought.nominal_invoice);
  });
});

describe('late money', () => {
  test('revives the orders of the payment that it is matched with, and undone it has expired again', async () => {
    const scene = await open();
    const bought = await scene.checkedOut();
    await expire();
    const id = await scene.comesIn(bought.nominal_invoice);
    expect(await scene.done(id, 'match', { payment_id: bought.payment_id })).toMatchObject({
      matches: [{ outcome: 'REVIVED' }],
    });
    expect(await scene.buyerPayment(bought.payment_id)).toMatchObject({ state: 'PAID' });
    expect(await scene.done(id, 'undo')).toMatchObject({ state: 'WAITING', matched: 0 });
    expect(await scene.buyerPayment(bought.payment_id)).toEqual({
      state: 'EXPIRED',
      received: 0,
      receipts: 0,
    });
  });

  test('of what was cancelled is balance of the customer, and no more if it is undone', async () => {
    const scene = await open();
    const bought = await scene.checkedOut();
    expectOk(await scene.visit('POST', `/order/${bought.token}/cancel`));
    const id = await scene.comesIn(bought.nominal_transfer);
    expect(await scene.look(id)).toMatchObject({ waits_because: { code: 'mutation_waits_ended' } });
    await scene.done(id, 'match', { payment_id: bought.payment_id });
    expect(await scene.balance()).toBe(bought.nominal_transfer);
    await scene.done(id, 'undo');
    expect(await scene.balance()).toBe(0);
    await scene.done(id, 'match', { payment_id: bought.payment_id });
    expect(await scene.balance()).toBe(bought.nominal_transfer);
    // The customer spends a part of it.
    await app().database.pool.query(
      `update ledger_accounts set reserved_idr = 1 where shop_id = $1 and kind = 'CUSTOMER_BALANCE'`,
      [scene.shop.shop_id],
    );
    expect((await scene.act(id, 'undo')).body).toMatchObject({ code: 'money_spent' });
    await app().database.pool.query(
      `update ledger_accounts set reserved_idr = 0 where shop_id = $1 and kind = 'CUSTOMER_BALANCE'`,
      [scene.shop.shop_id],
    );
    expect(await scene.balance()).toBe(bought.nominal_transfer);
  });
});

describe('two matches that became balance of one customer, and are undone at once', () => {
  const spend = (scene: QueueScene, amount: number) =>
    app().database.pool.query(
      `update ledger_accounts set reserved_idr = $2 where shop_id = $1 and kind = 'CUSTOMER_BALANCE'`,
      [scene.shop.shop_id, amount],
    );
  const late = async (scene: QueueScene) => {
    const bought = await scene.checkedOut({ phone: '081299990000' });
    expectOk(await scene.visit('POST', `/order/${bought.token}/cancel`));
    const id = await scene.comesIn(bought.nominal_transfer);
    await scene.done(id, 'match', { payment_id: bought.payment_id });
    return id;
  };

  test.each([
    ['take both from the balance', 0, [200, 200]],
    ['take what is left of it once', 1, [200, 422]],
  ])('%s', async (_title, spent, statuses) => {
    const scene = await open();
    const ids = [await late(scene), await late(scene)];
    await spend(scene, spent);
    const answers = await Promise.all(ids.map((id) => scene.act(id, 'undo')));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual(statuses);
    await spend(scene, 0);
    expect((await scene.balance()) > 0).toBe(spent > 0);
  });
});

describe('a match with the payment of a buyer that is undone', () => {
  test('lets the payment wait again, with a new day, and pay anew', async () => {
    const scene = await open();
    const bought = await scene.checkedOut();
    const id = await scene.comesIn(bought.nominal_transfer);
    expect(await scene.look(id)).toMatchObject({ state: 'MATCHED', matches: [{ is_automatic: true }] });
    expect(await scene.done(id, 'undo')).toMatchObject({
      state: 'WAITING',
      waits_because: { code: 'mutation_waits_undone' },
    });
    expect(await scene.buyerPayment(bought.payment_id)).toEqual({
      state: 'WAITING',
      received: 0,
      receipts: 0,
    });
    await app().runJobs();
    expect(await scene.look(id)).toMatchObject({ state: 'WAITING' });
    const other = await scene.comesIn(bought.nominal_transfer, 'SETORAN TUNAI LAIN');
    expect(await scene.look(other)).toMatchObject({ state: 'MATCHED' });
    await scene.done(other, 'undo');
    await scene.done(id, 'match', { payment_id: bought.payment_id });
    expect(await scene.buyerPayment(bought.payment_id)).toMatchObject({ state: 'PAID', receipts: 1 });
  });

  test('gives it another unique code where its own was given away since', async () => {
    const scene = await open();
    const bought = await scene.checkedOut();
    const id = await scene.comesIn(bought.nominal_transfer);
    // All others have come meanwhile, in some days.
    await app().database.pool.query(`update unique_code_counters set last_code = 0 where shop_id = $1`, [
      scene.shop.shop_id,
    ]);
    await app().database.pool.query(
      `update buyer_payments set created_at = created_at - interval '3 days' where shop_id = $1`,
      [scene.shop.shop_id],
    );
    const next = await scene.checkedOut();
    expect(next.nominal_unique).toBe(bought.nominal_unique);
    await scene.done(id, 'undo');
    const view = expectOk(await scene.visit('GET', `/order/${bought.token}`)).body.data;
    expect(view.nominal_unique).not.toBe(bought.nominal_unique);
    expect(await scene.buyerPayment(bought.payment_id)).toMatchObject({ state: 'WAITING' });
  });

  test('stays where the seller has decided its orders on the strength of it', async () => {
    const scene = await open();
    const [accepted, rejected, before] = [
      await scene.checkedOut(),
      await scene.checkedOut(),
      await scene.checkedOut(),
    ];
    await confirm(scene, before, 'ACCEPT');
    const ids = await scene.comeIn(
      ...[accepted, rejected, before].map(({ nominal_transfer }) => nominal_transfer as number),
    );
    await confirm(scene, accepted, 'ACCEPT');
    await confirm(scene, rejected, 'REJECT');
    for (const [place, code] of ['money_decided', 'money_decided'].entries())
      expect((await scene.act(ids[place] ?? 0, 'undo')).body).toMatchObject({ code });
    // What was accepted before its money came is that again.
    await scene.done(ids[2] ?? 0, 'undo');
    expect(await scene.buyerPayment(before.payment_id)).toEqual({
      state: 'CLOSED',
      received: 0,
      receipts: 0,
    });
  });
});
