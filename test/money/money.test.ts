import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnose } from '../../src/doctor.ts';
import { agree } from './agree.ts';
import type { ModelOrder, ModelPayment } from './money-model.ts';
import { MoneyShop } from './money-scene.ts';
import { MoneyWorld, type How } from './money-world.ts';

/*
 * Whatever happens to the money of a shop, in whatever order, said twice or broken off at any statement: every payment is
 * applied once or waits in the queue, and the books are what a model of them says.
 * MONEY_SEQUENCES=3000 for a long run.
 */
const SEQUENCES = Number(process.env['MONEY_SEQUENCES'] ?? 12);
/** A shop has seen enough after so many. */
const OF_A_SHOP = 40;

const world = new MoneyWorld();
beforeAll(() => world.open());
afterAll(() => world.app.close());

type Step = (shop: MoneyShop) => Promise<void>;

const which = fc.nat({ max: 5 });
const how = fc.oneof(
  { arbitrary: fc.constant<How>('once'), weight: 3 },
  { arbitrary: fc.constant<How>('twice'), weight: 2 },
  { arbitrary: fc.integer({ min: 0, max: 45 }), weight: 3 },
);

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

const ofPayment = <T>(
  more: fc.Arbitrary<T>,
  run: (shop: MoneyShop, payment: ModelPayment, given: T) => Promise<void>,
) =>
  fc.tuple(which, more).map(([at, given]): Step => async (shop) => {
    const payment = pick(shop.payments, at);
    if (payment !== undefined) await run(shop, payment, given);
  });

const ofOrder = <T>(
  more: fc.Arbitrary<T>,
  run: (shop: MoneyShop, order: ModelOrder, given: T) => Promise<void>,
) =>
  fc.tuple(which, more).map(([at, given]): Step => async (shop) => {
    const order = pick(
      shop.payments.flatMap(({ orders }) => orders),
      at,
    );
    if (order !== undefined) await run(shop, order, given);
  });

const checkedOut = fc
  .record({
    method: fc.constantFrom('GATEWAY', 'GATEWAY', 'GATEWAY', 'TRANSFER', 'ORDERPAY'),
    is_scarce: fc.boolean(),
    receivers: fc.constantFrom(1, 1, 2),
    how,
  })
  .map(
    ({ method, is_scarce, receivers, how: done }): Step =>
      (shop) =>
        shop.checkOut(method, is_scarce, receivers, done),
  );

/** The buyer pays, rightly or not; the callback comes at once, later or not before all else. */
const paid = ofPayment(
  fc.record({
    more: fc.constantFrom(0, 0, 0, 0, 1, -500),
    is_late: fc.constantFrom(false, false, true),
    how,
  }),
  async (shop, payment, { more, is_late, how: done }) => {
    const amount_idr = payment.nominal_transfer + more;
    if (payment.method === 'ORDERPAY') return;
    if (payment.key === undefined) return shop.transferIn(payment, amount_idr, done);
    await shop.look(payment, 'once');
    const made = world.gateway.pay(payment.key, amount_idr);
    if (is_late) shop.unheard.push(made);
    else await shop.hear(payment, made, done);
  },
);

const heardLate = fc.tuple(which, how).map(([at, done]): Step => async (shop) => {
  const made = pick(shop.unheard, at);
  const payment = shop.payments.find(({ key }) => key === made?.key);
  if (made === undefined || payment === undefined) return;
  shop.unheard.splice(shop.unheard.indexOf(made), 1);
  await shop.hear(payment, made, done);
});

const looked = ofPayment(how, (shop, payment, done) => shop.look(payment, done));
const expired = ofPayment(how, (shop, payment, done) => shop.expire(payment, done));

const canceledByBuyer = ofPayment(how, async (shop, payment, done) => {
  const { status } = await world.do(done, shop.visit('POST', `/order/${payment.token}/cancel`, {}));
  const is_again = payment.state === 'CANCELED';
  agree(status < 300, shop.model.end(payment, 'CANCELED') || is_again);
});

const confirmed = ofPayment(
  fc.record({
    decisions: fc.array(fc.constantFrom('ACCEPT', 'ACCEPT', 'REJECT', null), { minLength: 2, maxLength: 2 }),
    how,
  }),
  async (shop, payment, { decisions, how: done }) => {
    const orders = payment.orders.flatMap(({ order_id: id }, at) => {
      const action = decisions[at];
      return action === null || action === undefined ? [] : [{ id, action }];
    });
    if (orders.length === 0) return;
    const send = shop.send('PATCH', '/api/open/order/confirm', { id: payment.payment_id, orders });
    const { status, text } = await world.do(done, send);
    agree(status < 300, shop.model.confirm(payment, decisions), text);
  },
);

const delivered = ofOrder(how, async (shop, order, done) => {
  if (order.is_delivered) return;
  const send = shop.send('PATCH', '/api/open/order/shipping-status', {
    id: order.order_id,
    status: 'DELIVERED',
  });
  const { status, text } = await world.do(done, send);
  await world.do(done, () => world.readEvents());
  agree(status < 300, shop.model.deliver(order), text);
});

const takenBack = ofOrder(how, async (shop, order, done) => {
  if (!order.is_delivered) return;
  const send = shop.send('PATCH', '/api/open/order/shipping-status', {
    id: order.order_id,
    status: 'ON PROCESS',
  });
  const { status, text } = await world.do(done, send);
  agree(status, 200, text);
  await world.do(done, () => world.readEvents());
  shop.model.takeBack(order);
});

const canceled = ofOrder(
  fc.record({ paid_as: fc.constantFrom('BALANCE', 'REFUNDED'), how }),
  async (shop, order, { paid_as, how: done }) => {
    if (order.decision !== 'ACCEPT' || order.is_shipped || order.is_canceled) return;
    const send = shop.send('POST', '/api/open/order/cancel', { id: order.order_id, paid_as });
    const { status, text } = await world.do(done, send);
    agree(status, 200, text);
    shop.model.cancel(order, paid_as, order.total_idr);
  },
);

const withdrawn = fc.record({ nominal: fc.constantFrom(49_999, 50_000, 60_000, 120_000), how }).map(
  ({ nominal, how: done }): Step =>
    (shop) =>
      shop.withdraw(nominal, done),
);

const settled = fc
  .record({ at: which, state: fc.constantFrom('PAID', 'PAID', 'FAILED'), how })
  .map(({ at, state, how: done }): Step => async (shop) => {
    // What has failed has ended; what was paid can only come back.
    const open = shop.model.withdrawals.filter(
      (one) => one.state === 'SENT' || (one.state === 'PAID' && state === 'FAILED'),
    );
    const withdrawal = pick(open, at);
    if (withdrawal !== undefined) await shop.settle(withdrawal, state, done);
  });

const refunded = fc
  .record({ method: fc.constantFrom('BALANCE', 'TRANSFERRED'), how })
  .map(({ method, how: done }): Step => async (shop) => {
    const path = `/api/open/payment/refund/${shop.buyer.customer_id}/settle`;
    const { status, text } = await world.do(
      done,
      shop.send('POST', path, { method, password: shop.store.shop.password }),
    );
    agree(status < 300, shop.model.settleRefund(method), text);
  });

const decided = fc.record({ at: which, action: fc.constantFrom('BALANCE', 'RETURNED'), how }).map(
  ({ at, action, how: done }): Step =>
    (shop) =>
      shop.decideQueued(at, action, done),
);

const sequence = fc.array(
  fc.oneof(
    { arbitrary: checkedOut, weight: 4 },
    { arbitrary: paid, weight: 6 },
    { arbitrary: heardLate, weight: 2 },
    { arbitrary: looked, weight: 1 },
    { arbitrary: expired, weight: 2 },
    { arbitrary: canceledByBuyer, weight: 1 },
    { arbitrary: confirmed, weight: 5 },
    { arbitrary: delivered, weight: 4 },
    { arbitrary: takenBack, weight: 2 },
    { arbitrary: canceled, weight: 1 },
    { arbitrary: withdrawn, weight: 3 },
    { arbitrary: settled, weight: 3 },
    { arbitrary: refunded, weight: 1 },
    { arbitrary: decided, weight: 1 },
  ),
  { minLength: 5, maxLength: 24, size: 'max' },
);

/** Transfers come in here without the mutations that would tell of them. */
const NOT_HERE = 'money of bank mutations is matched with them';

async function expectSound(): Promise<void> {
  for (const { title, differences } of await diagnose(world.app.services.db))
    if (title !== NOT_HERE) agree(differences, [], title);
}

test(
  'over random sequences, every payment is applied once or waits in the queue, and all books agree',
  { timeout: 60_000 + SEQUENCES * 10_000 },
  async () => {
    const began = performance.now();
    const done = { sequences: 0, steps: 0, payments: 0 };
    let shop: MoneyShop | undefined;
    let of_shop = 0;
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        shop ??= await MoneyShop.open(world);
        const playing = shop;
        // One whose books are wrong is not played on.
        shop = undefined;
        await playing.checkOut('GATEWAY', false, 1, 'once');
        for (const step of steps) await step(playing);
        done.payments += playing.payments.length;
        await playing.finish();
        done.sequences += 1;
        done.steps += steps.length;
        of_shop += 1;
        if (of_shop % OF_A_SHOP === 0) await expectSound();
        else shop = playing;
      }),
      { numRuns: SEQUENCES },
    );
    await expectSound();
    expect(done.sequences).toBeGreaterThanOrEqual(SEQUENCES);
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${done.sequences} sequences, ${done.steps} steps, ${done.payments} checkouts, ${world.gateway.payments.length} payments, ` +
        `${world.gateway.payouts.size} payouts, ${world.deaths} deaths in ${seconds.toFixed(1)} s (${(done.sequences / seconds).toFixed(1)} sequences/s)`,
    );
  },
);
