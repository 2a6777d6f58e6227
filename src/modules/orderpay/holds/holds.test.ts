import { beforeEach, describe, expect, test } from 'vitest';
import { oweFee, payByGateway } from '../../../../test/gateway-money.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { expectOk, openStall } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';
import { balanceOf, credit, debit, transfer } from '../../ledger/index.ts';
import { releaseHold } from '../../payments/index.ts';

const scene = orderScene();

beforeEach(async () => {
  // Each test has its own wallet.
  scene.shop = await scene.app.openShop();
  scene.stall = await openStall(scene.shop);
});

const ship = async (id: number, status: string) =>
  expectOk(await scene.shop.call('PATCH', '/api/open/order/shipping-status', { id, status }));
async function paidOrder(): Promise<number> {
  const id = await scene.place(await scene.ownProduct());
  expectOk(await scene.pay(id, 210_000, 'PAID'));
  await payByGateway(scene.shop.context(), id, 210_000);
  return id;
}
/** [available, on hold] */
async function wallet(): Promise<[number, number]> {
  await scene.app.readEvents();
  const { withdrawal_allowed, balance_onhold } = expectOk(
    await scene.shop.call('GET', '/api/open/payment/orderpay-balance'),
  ).body.data;
  return [withdrawal_allowed, balance_onhold];
}
async function expectSound(): Promise<void> {
  expect((await diagnose(scene.app.services.db)).flatMap(({ differences }) => differences)).toEqual([]);
}
async function withdrawn(amount_idr: number): Promise<void> {
  const legs = [debit('OUTSIDE', amount_idr), credit('ORDERPAY_AVAILABLE', amount_idr)];
  await transfer(scene.shop.context(), { cause: `test:${amount_idr}`, kind: 'WITHDRAWAL_RETURNED', legs });
}

describe('the money of an order', () => {
  test('is on hold until it is delivered, and available then, once, however often that is read', async () => {
    const [first] = [await paidOrder(), await paidOrder()];
    expect(await wallet()).toEqual([0, 420_000]);
    await ship(first, 'ON PROCESS');
    expect(await wallet()).toEqual([0, 420_000]);
    await ship(first, 'DELIVERED');
    expect(await wallet()).toEqual([210_000, 210_000]);
    await scene.app.database.pool.query(
      `update event_readers set position = 0 where name = 'orderpay-holds'`,
    );
    expect(await wallet()).toEqual([210_000, 210_000]);
    await expectSound();
  });

  test('is on hold again where the delivery is taken back, and available when it is delivered after all', async () => {
    const id = await paidOrder();
    for (let round = 0; round < 2; round += 1) {
      await ship(id, 'DELIVERED');
      expect(await wallet()).toEqual([210_000, 0]);
      await ship(id, 'ON PROCESS');
      expect(await wallet()).toEqual([0, 210_000]);
    }
    await expectSound();
  });

  test('goes back on hold only as far as it was not withdrawn', async () => {
    const id = await paidOrder();
    await ship(id, 'DELIVERED');
    expect(await wallet()).toEqual([210_000, 0]);
    await withdrawn(150_000);
    await ship(id, 'ON PROCESS');
    expect(await wallet()).toEqual([0, 60_000]);
    await ship(id, 'DELIVERED');
    expect(await wallet()).toEqual([60_000, 0]);
    await expectSound();
  });

  test('pays the fees that are due first', async () => {
    const id = await paidOrder();
    await oweFee(scene.shop.context(), 5_500);
    await ship(id, 'DELIVERED');
    expect(await wallet()).toEqual([204_500, 0]);
    expect(await balanceOf(scene.shop.context(), { kind: 'FEES_DUE' })).toMatchObject({ balance_idr: 0 });
    await expectSound();
  });

  test('that comes in after the delivery is available when the order is paid', async () => {
    const id = await scene.place(await scene.ownProduct());
    await ship(id, 'DELIVERED');
    expect(await wallet()).toEqual([0, 0]);
    await payByGateway(scene.shop.context(), id, 210_000);
    expect(await wallet()).toEqual([0, 210_000]);
    expectOk(await scene.pay(id, 210_000, 'PAID'));
    expect(await wallet()).toEqual([210_000, 0]);
  });

  test('is the shop’s where it has refunded a canceled order by itself', async () => {
    const id = await paidOrder();
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id, paid_as: 'refunded' }));
    expect(await wallet()).toEqual([210_000, 0]);
    await expectSound();
  });

  test('is the customer’s where a canceled order became balance, and nothing of it is released', async () => {
    const id = await paidOrder();
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id }));
    expect(await wallet()).toEqual([0, 0]);
    const subject_id = scene.stall.customer_id;
    const context = scene.shop.context();
    expect(await balanceOf(context, { kind: 'CUSTOMER_FUNDS', subject_id })).toMatchObject({
      balance_idr: 210_000,
    });
    expectOk(await scene.shop.call('POST', '/api/open/order-cancel/return', { id }));
    expect(await wallet()).toEqual([0, 210_000]);
    await expectSound();
  });

  test('is not put on hold again for an order that was canceled since, whatever of it is read late', async () => {
    for (const paid_as of ['balance', 'refunded']) {
      const before = await wallet();
      const id = await paidOrder();
      await ship(id, 'DELIVERED');
      await wallet();
      await ship(id, 'READY TO SHIP');
      expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id, paid_as }));
      expect(await wallet()).toEqual([before[0] + 210_000, 0]);
    }
    await expectSound();
  });

  test('is released once by many at once, or goes to the customer, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await paidOrder();
      const before = await wallet();
      const release = () => releaseHold(scene.shop.context(), id, 'ORDER_DELIVERED');
      await Promise.all([
        release(),
        release(),
        scene.shop.call('POST', '/api/open/order/cancel', { id }),
        release(),
      ]);
      const after = await wallet();
      expect(after[1]).toBe(before[1] - 210_000);
      expect([before[0], before[0] + 210_000]).toContain(after[0]);
    }
    await expectSound();
  });
});
