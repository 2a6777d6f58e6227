import pLimit from 'p-limit';
import type { ServerProcess } from '../test/server-process.ts';
import { expectOk } from '../test/stall.ts';
import { load, type Measured } from './load.ts';
import type { BenchShop } from './shop.ts';

const ORDERS = 1_000;
const DATE = '2026-01-05';
const BULK = '/api/open/bulk/order';

/**
 * Pays orders in full: one request each, and all by a bulk run; and how long the list of orders takes meanwhile.
 */
export async function measureBulkOrders(
  { base_url }: ServerProcess,
  shop: BenchShop,
  print: (title: string, who: string, measured: Measured) => void,
): Promise<void> {
  console.log(`\n${ORDERS} orders are paid in full`);
  for (const connections of [1, 8]) {
    const ids = await placeOrders(shop);
    const limit = pLimit(connections);
    const payment = { status: 'PAID', date: DATE, bank_id: shop.stall.bank_id };
    const seconds = await secondsOf(() =>
      Promise.all(
        ids.map((id) =>
          limit(async () =>
            expectOk(await shop.call('PATCH', '/api/open/order/quick-payment', { id, payment })),
          ),
        ),
      ),
    );
    say(`one request each, ${connections} at a time`, ids.length / seconds);
  }
  const list = () =>
    load(base_url, [{ method: 'GET', path: '/api/open/order?per_page=20', token: shop.token }], {
      connections: 1,
      duration_s: 3,
    });
  await list();
  print('list of orders', 'alone', await list());
  const order_ids = await placeOrders(shop);
  const input = { action: 'PAY', bank_id: shop.stall.bank_id, date: DATE, order_ids };
  const previewed = await secondsOf(() => shop.call('POST', `${BULK}/preview`, input));
  console.log(`${'preview'.padEnd(40)} ${Math.round(previewed * 1_000)} ms`);
  say('a bulk run alone', ORDERS / (await secondsOf(() => runToEnd(shop, input))));
  const more = { ...input, order_ids: await placeOrders(shop) };
  const ended = secondsOf(() => runToEnd(shop, more));
  print('list of orders', 'beside a bulk run', await list());
  say('a bulk run beside the list', ORDERS / (await ended));
}

async function placeOrders({ call, order }: BenchShop): Promise<number[]> {
  const limit = pLimit(8);
  const placed = await Promise.all(
    Array.from({ length: ORDERS }, () =>
      limit(async () => expectOk(await call('POST', '/api/open/order', order)).body.data.order_id as number),
    ),
  );
  return placed;
}

async function runToEnd({ call }: BenchShop, input: object): Promise<void> {
  const { id } = expectOk(await call('POST', BULK, input)).body.data;
  for (;;) {
    const { state, counts } = expectOk(await call('GET', `${BULK}/${id}`)).body.data;
    if (state !== 'RUNNING') {
      if (counts.done !== ORDERS) throw new Error(`a bulk run has done ${counts.done} of ${ORDERS}`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return (performance.now() - began) / 1_000;
}

function say(what: string, per_second: number): void {
  console.log(`${what.padEnd(40)} ${Math.round(per_second)} orders/s`);
}
