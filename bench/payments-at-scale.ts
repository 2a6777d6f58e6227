import { addDays, today } from '../src/kernel/calendar.ts';
import { systemClock } from '../src/kernel/clock.ts';
import type { Runtime } from '../src/start.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { inOneSession } from './fill.ts';
import { dropIndexes } from './fill-orders.ts';
import { inTurn, type Print } from './orders-at-scale.ts';
import { openBenchShop } from './shop.ts';

const PAYMENTS = 1_000_000;
/** Of two years; one of a hundred goes out. */
const MOMENT = `now() - (${PAYMENTS} - n)::bigint * interval '2 years' / ${PAYMENTS}`;
const AMOUNT = `case when n % 100 = 0 then -50000 else 110000 + n % 1000 end`;

/** Measures the list of payments over HTTP, in a shop whose OrderPay a million of them came into, one request after the other. */
export async function measurePaymentsAtScale(
  server: ServerProcess,
  { database }: Runtime,
  number: number,
  print: Print,
): Promise<void> {
  const shop = await openBenchShop(server.base_url, number);
  const { data } = (await shop.call('POST', '/api/open/order', shop.order)).body;
  await inOneSession(database, async (client) => {
    await client.query("set session_replication_role = replica; set maintenance_work_mem = '256MB'");
    const indexes = await dropIndexes(client, ['ledger_transfers', 'ledger_entries']);
    await client.query(
      `insert into ledger_transfers (shop_id, cause, kind, state, payment_id, orderpay_idr, gateway_idr, created_at, decided_at)
       select $1, 'charge:' || n, case when n % 100 = 0 then 'REFUND_FEE' else 'CHARGE_PAID' end, 'POSTED', n, ${AMOUNT}, 0,
         ${MOMENT}, ${MOMENT}
       from generate_series(1, ${PAYMENTS}) as n order by n`,
      [shop.shop_id],
    );
    await client.query(
      `insert into ledger_entries (shop_id, transfer_id, position, kind, subject_id, amount_idr, order_id)
       select t.shop_id, t.id, leg.position, leg.kind, 0, leg.sign * t.orderpay_idr, $2::bigint
       from ledger_transfers as t cross join lateral (values (1, 'ORDERPAY_ON_HOLD', 1), (2, 'ORDERS', -1))
         as leg (position, kind, sign)
       where t.shop_id = $1`,
      [shop.shop_id, data.order_id],
    );
    for (const index of indexes) await client.query(index);
    await client.query('vacuum analyze ledger_transfers, ledger_entries');
    await client.query('checkpoint');
  });
  console.log(`\n${PAYMENTS} payments of two years, GET /api/open/payment, 1 connection`);
  const day = (ago: number) => addDays(today(systemClock, 'Asia/Jakarta'), -ago);
  const lists: Record<string, string> = {
    'this month': '',
    'a month': `?start_date=${day(400)}&end_date=${day(370)}`,
    'a month, page 50': `?start_date=${day(400)}&end_date=${day(370)}&pagination_offset=50`,
    'two years': `?start_date=${day(730)}&end_date=${day(0)}`,
    'two years, 100 rows': `?start_date=${day(730)}&end_date=${day(0)}&per_page=100`,
    'two years, what went out': `?start_date=${day(730)}&end_date=${day(0)}&funds=OUTGOING`,
    'two years, what came in': `?start_date=${day(730)}&end_date=${day(0)}&funds=INCOMING`,
  };
  for (const [title, query] of Object.entries(lists))
    print(title, '', await inTurn(server, shop, () => `/api/open/payment${query}`));
}
