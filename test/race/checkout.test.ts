import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnose } from '../../src/doctor.ts';
import { startTestApp, type Answered, type TestApp } from '../harness.ts';
import { expectOk } from '../stall.ts';
import { openStore, type StoreScene } from '../store-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ pool_size: 32, environment: { TRUST_PROXY: '1' } });
});
afterAll(() => app.close());

async function noDifferences(): Promise<void> {
  for (const check of await diagnose(app.services.db)) expect(check.differences, check.title).toEqual([]);
}

/** Each from an address of its own. */
const buyerAt = (index: number) => ({ 'x-forwarded-for': `10.${(index >> 8) & 255}.${index & 255}.7` });

/** Whoever is asked to come again, as a busy machine does, comes again. */
async function patiently(ask: () => Promise<Answered>): Promise<Answered> {
  for (;;) {
    const answer = await ask();
    if (answer.body.code !== 'overloaded') return answer;
    await sleep(1_000);
  }
}

function buy(store: StoreScene, index: number): Promise<Answered> {
  const body = store.checkout();
  return patiently(() => store.visit('POST', '/checkout', body, buyerAt(index)));
}

test('200 buyers at once for the last 20 pieces: 20 hold them, 180 are told before they pay', async () => {
  const store = await openStore(app, { stocks: [20] });
  const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => buy(store, index)));
  const made = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status === 422);
  expect([made.length, refused.length]).toEqual([20, 180]);
  for (const { body } of refused) expect(Object.keys(body.message)).toEqual(['products.0.qty']);
  const codes = new Set(made.map(({ body }) => body.data.nominal_transfer));
  expect(codes.size).toBe(20);
  await noDifferences();
});

test('999 open payments of an account take every code once; 50 more at once are told which account and when', async () => {
  const store = await openStore(app, { stocks: [2_000] });
  const first = expectOk(await buy(store, 0)).body.data;
  await app.database.pool.query(
    `insert into buyer_payments (shop_id, customer_id, made_from, is_guest, method, bank_account_id, state, nominal_invoice_idr,
       unique_code, token_hash, customer_name, customer_phone, phone, network, created_at, updated_at, expires_at)
     select shop_id, customer_id, made_from, is_guest, method, bank_account_id, state, nominal_invoice_idr, code,
       decode(md5(code::text), 'hex'), customer_name, customer_phone, 'x' || code, 'n' || code, created_at, updated_at, expires_at
     from buyer_payments cross join generate_series(1, 949) as code
     where shop_id = $1 and code <> unique_code`,
    [store.shop.shop_id],
  );
  const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => buy(store, index + 1)));
  const made = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status === 503);
  expect([made.length, refused.length]).toEqual([50, 50]);
  const codes = made.map(({ body }) => body.data.nominal_unique as number);
  expect(codes.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => 950 + index));
  for (const { body, headers } of refused) {
    expect(body.code).toBe('unique_codes_used_up');
    expect(JSON.stringify(body.message)).toContain(first.instructions.bank.account_number);
    expect(Number(headers['retry-after'])).toBeGreaterThan(80_000);
  }
  const { rows } = await app.database.pool.query(
    `select count(*)::int as open, count(distinct unique_code)::int as codes from buyer_payments
     where shop_id = $1 and state = 'WAITING'`,
    [store.shop.shop_id],
  );
  expect(rows).toEqual([{ open: 999, codes: 999 }]);
  // They are of no order, which doctor would tell.
  await app.database.pool.query(`delete from buyer_payments where shop_id = $1 and network like 'n%'`, [
    store.shop.shop_id,
  ]);
  await noDifferences();
});

test('a payment is decided, expired, cancelled or paid, never two of them', async () => {
  const store = await openStore(app, { stocks: [40] });
  const made = await Promise.all(Array.from({ length: 12 }, (_, index) => buy(store, index)));
  await Promise.all(
    made.flatMap(({ body }) => {
      const { payment_id, token, orders } = body.data;
      const decide = (action: string) =>
        patiently(() =>
          store.shop.call('PATCH', '/api/open/order/confirm', {
            id: payment_id,
            orders: [{ id: orders[0].order_id, action }],
          }),
        );
      const cancel = () => patiently(() => store.visit('POST', `/order/${token}/cancel`, {}));
      return [decide('ACCEPT'), decide('REJECT'), cancel()];
    }),
  );
  const { rows } = await app.database.pool.query(
    `select o.order_status, p.state, b.decision, o.paid_idr = o.total_idr as is_paid from buyer_payments p
     join buyer_payment_orders b on b.shop_id = p.shop_id and b.payment_id = p.id
     join orders o on o.shop_id = p.shop_id and o.id = b.order_id where p.shop_id = $1`,
    [store.shop.shop_id],
  );
  expect(rows).toHaveLength(12);
  const ends = new Set([
    'ACCEPTED CLOSED ACCEPT true',
    'REJECTED CLOSED REJECT false',
    'CANCELED CANCELED null false',
  ]);
  for (const row of rows)
    expect(ends).toContain(`${row.order_status} ${row.state} ${row.decision} ${row.is_paid}`);
  await noDifferences();
});
