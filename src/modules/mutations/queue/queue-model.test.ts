import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queueApp, type QueueScene } from '../../../../test/queue-scene.ts';
import { findMatchDifferences, findUnmatchedMoney } from '../match-differences.ts';

const { app, open } = queueApp();

interface Step {
  what: 'match' | 'pay' | 'ignore' | 'undo' | 'undo one' | 'cancel' | 'accept' | 'reject' | 'delete';
  /** Which mutation, order, amount. */
  at: number;
  order: number;
  other: number;
  amount_idr: number | undefined;
  /** Sent so often at the same time. */
  times: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step['what'][]>(
    ...([
      'match',
      'match',
      'pay',
      'pay',
      'ignore',
      'undo',
      'undo',
      'undo one',
      'cancel',
      'accept',
      'reject',
      'delete',
    ] as const),
  ),
  at: fc.nat({ max: 3 }),
  order: fc.nat({ max: 3 }),
  other: fc.nat({ max: 3 }),
  amount_idr: fc.option(fc.constantFrom(1, 50_000, 60_000, 110_000, 200_000), { nil: undefined }),
  times: fc.integer({ min: 1, max: 2 }),
});

interface Things {
  mutations: number[];
  orders: number[];
  bought: { payment_id: number; orders: { order_id: number }[] }[];
}

async function things(scene: QueueScene): Promise<Things> {
  const bought = [await scene.checkedOut(), await scene.checkedOut()];
  const orders = [await scene.order(1), await scene.order(2), await scene.order(1), await scene.order(3)];
  const sums = [bought[0].nominal_invoice, bought[1].nominal_invoice + 60_000, 220_000, 400_000];
  return { mutations: await scene.comeIn(...sums), orders: orders.map(({ id }) => id), bought };
}

/** Sends what a step says. @returns whether it was done; what counts is what is so afterwards */
async function play(scene: QueueScene, { mutations, orders, bought }: Things, one: Step): Promise<boolean> {
  const [id = 0, order_id = 0, other = 0] = [mutations[one.at], orders[one.order], orders[one.other]];
  const of_buyer = bought[one.order % 2];
  const { amount_idr: amount } = one;
  const confirm = (action: string) =>
    scene.shop.call('PATCH', '/api/open/order/confirm', {
      id: of_buyer?.payment_id,
      orders: of_buyer?.orders.map((order) => ({ id: order.order_id, action })),
    });
  const requests: Record<Step['what'], () => Promise<{ status: number }>> = {
    match: () =>
      scene.act(id, 'match', {
        orders: [{ order_id, amount }, ...(other === order_id ? [] : [{ order_id: other, amount: 1_000 }])],
      }),
    pay: () => scene.act(id, 'match', { payment_id: of_buyer?.payment_id }),
    ignore: () => scene.act(id, 'ignore', { reason: `alasan ${one.other}` }),
    undo: () => scene.act(id, 'undo'),
    'undo one': async () => {
      const { matches } = await scene.look(id);
      return scene.act(id, 'undo', { match_id: matches[0]?.id });
    },
    cancel: () => scene.shop.call('POST', '/api/open/order/cancel', { id: order_id }),
    delete: () => scene.shop.call('DELETE', `/api/open/order-cancel/${order_id}`),
    accept: () => confirm('ACCEPT'),
    reject: () => confirm('REJECT'),
  };
  const answers = await Promise.all(Array.from({ length: one.times }, requests[one.what]));
  for (const { status } of answers) expect([200, 404, 409, 422]).toContain(status);
  return answers.some(({ status }) => status === 200);
}

async function expectBooksAgree(scene: QueueScene): Promise<void> {
  const { db, pool } = app().database;
  expect(await findMatchDifferences(db)).toEqual([]);
  expect(await findUnmatchedMoney(db)).toEqual([]);
  const { rows } = await pool.query(
    `select m.id from bank_mutations m where m.shop_id = $1 and (
       (select coalesce(sum(amount_idr), 0) from mutation_matches x
         where x.shop_id = m.shop_id and x.mutation_id = m.id and x.undone_at is null) > m.amount_idr
       or exists (select 1 from orders o where o.shop_id = m.shop_id and o.paid_idr > o.total_idr))`,
    [scene.shop.shop_id],
  );
  expect(rows).toEqual([]);
}

test('whatever is matched, split, ignored and undone, in whatever sequence, matches are at most the amount, and just what is booked', async () => {
  const done = new Set<Step['what']>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      const scene = await open();
      const all = await things(scene);
      for (const one of steps) {
        if (await play(scene, all, one)) done.add(one.what);
        await expectBooksAgree(scene);
      }
    }),
    { numRuns: Number(process.env['QUEUE_RUNS'] ?? 8), endOnFailure: true },
  );
  expect([...done]).toEqual(expect.arrayContaining(['match', 'pay', 'ignore', 'undo', 'cancel']));
}, 300_000);
