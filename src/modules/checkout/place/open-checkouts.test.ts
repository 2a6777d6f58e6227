import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { openStore, type StoreScene } from '../../../../test/store-scene.ts';
import { uploadProofOf } from '../../../../test/upload-proof.ts';
import { addBuyer, type TestBuyer } from '../../../../test/visitors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const as = ({ token }: TestBuyer) => ({ authorization: `Bearer ${token}` });

/** Copies the payment of a checkout, as others who ordered: what is counted is in its own columns. */
const copied = (store: StoreScene, codes: [number, number], change: { state?: string; network?: string }) =>
  app.database.pool.query(
    `insert into buyer_payments (shop_id, customer_id, made_from, is_guest, method, bank_account_id, state, nominal_invoice_idr,
       unique_code, token_hash, customer_name, customer_phone, phone, network, created_at, updated_at, expires_at)
     select shop_id, customer_id, made_from, is_guest, method, bank_account_id, coalesce($4, state), nominal_invoice_idr,
       case when code > 999 then 0 else code end, decode(md5(code || $6), 'hex'), customer_name, customer_phone, 'x' || code,
       coalesce($5, 'n' || code), created_at, updated_at, expires_at
     from (select * from buyer_payments where shop_id = $1 order by id limit 1) as first
     join generate_series($2::int, $3::int) as code on code <> first.unique_code`,
    [
      store.shop.shop_id,
      ...codes,
      change.state ?? null,
      change.network ?? null,
      randomBytes(8).toString('hex'),
    ],
  );

describe('a proof of transfer gives nobody more than they may hold', () => {
  test('of one phone number five are open at most, with a proof or without, until the seller decides', async () => {
    const store = await openStore(app);
    const body = store.checkout();
    const made = [];
    for (let count = 0; count < 5; count += 1) {
      const { data } = expectOk(await store.visit('POST', '/checkout', body)).body;
      expect((await uploadProofOf(app, store, data.token)).status).toBe(200);
      made.push(data);
    }
    const sixth = await store.visit('POST', '/checkout', body);
    expect({ status: sixth.status, code: sixth.body.code }).toEqual({
      status: 429,
      code: 'checkout_too_many_open',
    });
    const [{ payment_id, orders }] = made;
    expectOk(
      await store.shop.call('PATCH', '/api/open/order/confirm', {
        id: payment_id,
        orders: [{ id: orders[0].order_id, action: 'REJECT' }],
      }),
    );
    expect((await store.visit('POST', '/checkout', body)).status).toBe(201);
  });

  test.each([
    ['an address', 59, 429, 'checkout_too_many_open', true],
    ['a store', 4_999, 503, 'checkout_store_full', false],
  ])('those of %s count with a proof as without', async (_whose, others, status, code, is_one_network) => {
    const store = await openStore(app);
    const { data } = expectOk(await store.visit('POST', '/checkout', store.checkout())).body;
    expect((await uploadProofOf(app, store, data.token)).status).toBe(200);
    const network = await networkOf(store);
    await copied(store, [2_000, 1_999 + others], is_one_network ? { network } : {});
    const refused = await store.visit('POST', '/checkout', store.checkout());
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status, code });
  });
});

const networkOf = async ({ shop }: StoreScene): Promise<string> => {
  const { rows } = await app.database.pool.query(`select network from buyer_payments where shop_id = $1`, [
    shop.shop_id,
  ]);
  return rows[0].network;
};

test('where transfers that are being checked have all codes of an account, that is said, and no time', async () => {
  const store = await openStore(app);
  const first = expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data;
  await copied(store, [1, 999], { state: 'CLAIMED' });
  const soon = await store.visit('POST', '/checkout', store.checkout());
  expect({ status: soon.status, code: soon.body.code }).toEqual({
    status: 503,
    code: 'unique_codes_used_up',
  });
  expect(Number(soon.headers['retry-after'])).toBeGreaterThan(80_000);
  expect((await uploadProofOf(app, store, first.token)).status).toBe(200);
  const unknown = await store.visit('POST', '/checkout', store.checkout());
  expect({ status: unknown.status, code: unknown.body.code }).toEqual({
    status: 503,
    code: 'unique_codes_being_checked',
  });
  expect(unknown.headers['retry-after']).toBeUndefined();
  expect(JSON.stringify(unknown.body.message)).toContain(first.instructions.bank.account_number);
});

describe('the unpaid checkouts of a buyer who is signed in', () => {
  const dropship = { name: 'Toko Ani', phone: '081122223333' };

  test('count by the account, whatever sender the parcels name, and are the buyer’s', async () => {
    const store = await openStore(app);
    const buyer = await addBuyer(app, store.shop);
    const other = await addBuyer(app, store.shop);
    const buy = (whose: TestBuyer) =>
      store.visit('POST', '/checkout', store.checkout({ dropship }), as(whose));
    expectOk(await buy(buyer));
    const { rows } = await app.database.pool.query(
      `select p.customer_id, p.customer_name = c.name and p.customer_phone = c.phone and p.phone = c.phone as is_own
       from buyer_payments p join customers c on c.shop_id = p.shop_id and c.id = p.customer_id where p.shop_id = $1`,
      [store.shop.shop_id],
    );
    expect(rows).toEqual([{ customer_id: buyer.customer_id, is_own: true }]);
    await copied(store, [2_000, 2_048], {});
    expect((await buy(buyer)).body.code).toBe('checkout_too_many_open');
    expect((await buy(other)).status).toBe(201);
  });

  test('are not those of a guest who writes the buyer’s phone number', async () => {
    const store = await openStore(app);
    const buyer = await addBuyer(app, store.shop);
    for (let count = 0; count < 5; count += 1)
      expectOk(await store.visit('POST', '/checkout', store.checkout(), as(buyer)));
    const { rows } = await app.database.pool.query(
      `select phone from customers where shop_id = $1 and id = $2`,
      [store.shop.shop_id, buyer.customer_id],
    );
    const guest = await store.visit('POST', '/checkout', store.checkout({ phone: rows[0].phone }));
    expect(guest.status).toBe(201);
  });
});
