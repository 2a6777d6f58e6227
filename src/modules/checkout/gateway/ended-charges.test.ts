import { describe, expect, test } from 'vitest';
import { chargeScene } from '../../../../test/charge-scene.ts';
import { countStatements } from '../../../../test/count-statements.ts';
import { expectOk } from '../../../../test/stall.ts';
import { addBuyer } from '../../../../test/visitors.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const at = chargeScene();

const states = async () => (await at.charges()).map(({ state }) => state);
const change = async (token: string, payment: object) =>
  expectOk(await at.store.visit('PATCH', `/order/${token}/payment`, { payment })).body.data;
const reject = async ({ payment_id: id, orders }: any, count = orders.length) =>
  expectOk(
    await at.store.shop.call('PATCH', '/api/open/order/confirm', {
      id,
      orders: orders.slice(0, count).map(({ order_id }: any) => ({ id: order_id, action: 'REJECT' })),
    }),
  );
const lastCallback = () => at.xendit.callbacks.at(-1) ?? {};
const VA_BNI = { method: 'GATEWAY', channel: 'VA_BNI' };

describe('a charge takes no money any more', () => {
  test('when the seller has rejected all orders of its payment', async () => {
    await reject(await at.checkOut());
    expect(await states()).toEqual(['ENDING']);
    await at.work();
    expect(await states()).toEqual(['ENDED']);
    expect(at.xendit.charges[0]?.status).toBe('INACTIVE');
  });

  test('when another charge of its payment was paid', async () => {
    const { token } = await at.checkOut();
    await change(token, { method: 'TRANSFER' });
    await change(token, { method: 'GATEWAY', channel: 'VA_BRI' });
    expect(await states()).toEqual(['ENDING', 'OPEN']);
    at.xendit.pay((await at.charges())[0].key);
    await at.callback(lastCallback());
    expect((await at.view(token)).state).toBe('PAID');
    expect(await states()).toEqual(['PAID', 'ENDING']);
    await at.work();
    expect(await states()).toEqual(['PAID', 'ENDED']);
    expect(at.xendit.charges.map(({ status }) => status)).toEqual(['INACTIVE', 'INACTIVE']);
  });
});

test('an order that is rejected after the gateway took its money has cost the refund fee, and says so', async () => {
  const done = await at.checkOut();
  at.xendit.pay((await at.charges())[0].key);
  await at.callback(lastCallback());
  await reject(done);
  // What is booked is told to the reader that enters it.
  await at.app.readEvents();
  const [{ order_id }] = done.orders;
  const detail = await at.store.shop.call('GET', `/api/open/order/detail?id=${order_id}`);
  expect(expectOk(detail).body.data).toMatchObject({
    order_status: 'REJECTED',
    profit: { goods: 0, cost_of_goods: 0, refund_fee: 5_500, profit: -5_500 },
  });
});

test('of two orders of which one is rejected before it is paid, the other alone is asked for, by a new charge', async () => {
  const buyer = await addBuyer(at.app, at.store.shop);
  const { payment: _transfer, ...receiver } = at.store.checkout();
  const body = { receivers: [receiver, receiver], payment: VA_BNI };
  const headers = { authorization: `Bearer ${buyer.token}` };
  const done = expectOk(await at.store.visit('POST', '/checkout', body, headers)).body.data;
  const each = done.nominal_invoice / 2;
  await reject(done, 1);
  await at.work();
  const charges = (await at.charges()).map(({ state, amount_idr }) => [state, Number(amount_idr)]);
  expect(charges).toEqual([
    ['ENDED', done.nominal_transfer],
    ['OPEN', each],
  ]);
  at.xendit.pay((await at.charges())[1].key);
  await at.callback(lastCallback());
  expect(await at.view(done.token)).toMatchObject({ state: 'PAID', nominal_transfer: each });
  const due = await at.query(
    `select kind from ledger_accounts where shop_id = $1 and kind in ('REFUNDS_DUE', 'FEES', 'FEES_DUE') and balance_idr <> 0`,
    [at.store.shop.shop_id],
  );
  expect(due).toEqual([]);
});

test('what is left once an order was rejected is paid another way where its charge takes no money any more', async () => {
  const buyer = await addBuyer(at.app, at.store.shop);
  const { payment: _transfer, ...receiver } = at.store.checkout();
  const body = { receivers: [receiver, receiver], payment: VA_BNI };
  const headers = { authorization: `Bearer ${buyer.token}` };
  const done = expectOk(await at.store.visit('POST', '/checkout', body, headers)).body.data;
  const each = done.nominal_invoice / 2;
  await reject(done, 1);
  await at.work();
  const by_transfer = { payment: { method: 'TRANSFER' } };
  const refused = await at.store.visit('PATCH', `/order/${done.token}/payment`, by_transfer);
  expect(refused.body.code).toBe('payment_partly_decided');
  at.xendit.pay((await at.charges())[1].key, each + 500, true);
  await at.callback(lastCallback());
  expect((await at.view(done.token)).instructions.steps).toEqual([expect.stringContaining('Choose')]);
  const changed = await change(done.token, { method: 'TRANSFER' });
  expect(changed).toMatchObject({ method: 'TRANSFER', nominal_invoice: each });
});

test('money of another amount that the shop has given back by itself is the shop’s', async () => {
  await at.checkOut();
  const [{ key, amount_idr }] = await at.charges();
  at.xendit.pay(key, Number(amount_idr) + 500, true);
  await at.callback(lastCallback());
  const [{ id }] = await at.query('select id from gateway_payments where shop_id = $1', [
    at.store.shop.shop_id,
  ]);
  for (let times = 0; times < 2; times += 1)
    await at.store.shop.call('PATCH', '/api/open/order/gateway-payment', { id, action: 'RETURNED' });
  const balance = expectOk(await at.store.shop.call('GET', '/api/open/payment/orderpay-balance')).body.data;
  expect(JSON.stringify(balance)).toContain(String(Number(amount_idr) + 500));
});

test('a charge that took another amount is not told to be paid: the buyer is asked to choose again, and gets a new one', async () => {
  const { token } = await at.checkOut();
  const [{ key, amount_idr }] = await at.charges();
  at.xendit.pay(key, Number(amount_idr) + 500, true);
  await at.callback(lastCallback());
  const ended = await at.view(token);
  expect(ended.instructions).toMatchObject({ is_ready: false, virtual_account: null, payment_url: null });
  expect(ended.instructions.steps).toEqual([expect.stringContaining('has ended')]);
  const renewed = await change(token, VA_BNI);
  expect(renewed.instructions).toMatchObject({
    is_ready: true,
    virtual_account: { number: expect.any(String) },
  });
});

describe('a charge from before the buyer chose another method, paid exactly,', () => {
  const balances = () =>
    at.query(
      `select kind, balance_idr::int as idr from ledger_accounts where shop_id = $1 and balance_idr <> 0 order by kind`,
      [at.store.shop.shop_id],
    );

  test('pays the order, which is recorded as paid by it', async () => {
    const done = await at.checkOut();
    await change(done.token, { method: 'TRANSFER' });
    at.xendit.pay((await at.charges())[0].key);
    await at.callback(lastCallback());
    expect(await at.view(done.token)).toMatchObject({
      state: 'PAID',
      method: 'GATEWAY',
      nominal_unique: 0,
      nominal_transfer: done.nominal_transfer,
    });
    expect(await balances()).toContainEqual({ kind: 'ORDERPAY_ON_HOLD', idr: done.nominal_invoice });
    const orders = done.orders.map(({ order_id: id }: any) => ({ id, action: 'ACCEPT' }));
    const { payment_id: id } = done;
    expectOk(await at.store.shop.call('PATCH', '/api/open/order/confirm', { id, orders }));
    const recorded = await at.query(
      `select b.bank_type from order_payments o join bank_accounts b on b.shop_id = o.shop_id and b.id = o.bank_account_id
       where o.shop_id = $1`,
      [at.store.shop.shop_id],
    );
    expect(recorded).toEqual([{ bank_type: 'xendit_bni' }]);
  });

  test('waits for somebody where an order was rejected since', async () => {
    const buyer = await addBuyer(at.app, at.store.shop);
    const { payment: _transfer, ...receiver } = at.store.checkout();
    const body = { receivers: [receiver, receiver], payment: VA_BNI };
    const headers = { authorization: `Bearer ${buyer.token}` };
    const done = expectOk(await at.store.visit('POST', '/checkout', body, headers)).body.data;
    await change(done.token, { method: 'TRANSFER' });
    await reject(done, 1);
    at.xendit.pay((await at.charges())[0].key);
    await at.callback(lastCallback());
    expect(await at.view(done.token)).toMatchObject({ state: 'WAITING', method: 'TRANSFER' });
    const queued = expectOk(await at.store.shop.call('GET', '/api/open/order/gateway-payment')).body.data;
    expect(queued).toMatchObject([{ payment_id: done.payment_id, amount: done.nominal_transfer }]);
  });

  test('of which another amount came, waits for somebody', async () => {
    const done = await at.checkOut();
    await change(done.token, { method: 'TRANSFER' });
    const [{ key, amount_idr }] = await at.charges();
    at.xendit.pay(key, Number(amount_idr) - 1, true);
    await at.callback(lastCallback());
    expect(await at.view(done.token)).toMatchObject({ state: 'WAITING', method: 'TRANSFER' });
  });
});

describe('a charge that the vendor does not end', () => {
  const refuseEnd = () =>
    at.xendit.behave(({ method }) =>
      method === 'PATCH' ? { status: 400, body: { error_code: 'API_VALIDATION_ERROR' } } : undefined,
    );

  test('is to be ended until it is, with longer and longer pauses', async () => {
    await reject(await at.checkOut());
    refuseEnd();
    const waits: number[] = [];
    for (let tries = 0; tries < 3; tries += 1) {
      await at.work();
      const [charge] = await at.charges();
      expect(charge).toMatchObject({ state: 'ENDING', problem: 'still_open' });
      waits.push(charge.next_try_at.getTime() - charge.updated_at.getTime());
    }
    expect(waits).toEqual([15_000, 30_000, 60_000]);
    at.xendit.behave(() => undefined);
    await at.work();
    expect((await at.charges())[0]).toMatchObject({ state: 'ENDED', problem: null });
    expect(at.xendit.charges[0]?.status).toBe('INACTIVE');
  });

  test('is left alone when its time is over, and looked at once more', async () => {
    await reject(await at.checkOut());
    refuseEnd();
    await at.query(
      `update gateway_charges set expires_at = now() - interval '1 minute' where shop_id = $1 and state = 'ENDING'`,
      [at.store.shop.shop_id],
    );
    await at.work();
    const [charge] = await at.charges();
    expect(charge.state).toBe('ENDED');
    expect(charge.next_try_at).not.toBeNull();
  });
});

test('the admin fee of another channel is that of who checked out, whoever is signed in then or not', async () => {
  const { shop } = at.store;
  const fee = { nominal: 4_500, category_code: 'Y' };
  expectOk(await shop.call('POST', '/api/open/setting/payment/admin-fee', fee));
  const { token: signed_in } = await addBuyer(at.app, shop, 'Y');
  const headers = { authorization: `Bearer ${signed_in}` };
  const [own, guests] = [await at.checkOut({}, headers), await at.checkOut()];
  expect([own.payment_fee, guests.payment_fee]).toEqual([4_500, 0]);
  const payment = { method: 'GATEWAY', channel: 'VA_BRI' };
  expect(await change(own.token, payment)).toMatchObject({ payment_fee: 4_500 });
  const by_other = await at.store.visit('PATCH', `/order/${guests.token}/payment`, { payment }, headers);
  expect(expectOk(by_other).body.data).toMatchObject({ payment_fee: 0 });
});

describe('a buyer who chooses the same channel again', () => {
  test('keeps the charge that can be paid', async () => {
    const { token } = await at.checkOut();
    await change(token, VA_BNI);
    expect(await states()).toEqual(['OPEN']);
  });

  test('gets a new charge where the vendor takes nothing for the old one any more', async () => {
    const { token, payment_id } = await at.checkOut();
    const [{ key }] = await at.charges();
    at.xendit.expire(key);
    await at.work();
    expect(await states()).toEqual(['ENDED']);
    expect((await at.view(token)).instructions.is_ready).toBe(false);
    const { instructions } = await change(token, VA_BNI);
    expect(instructions).toMatchObject({ is_ready: true, virtual_account: { bank_name: 'BNI' } });
    expect(await states()).toEqual(['ENDED', 'OPEN']);
    at.xendit.pay((await at.charges())[1].key);
    await at.callback(lastCallback());
    expect((await at.view(token)).state).toBe('PAID');
    expect(payment_id).toEqual(expect.any(Number));
  });

  test('gets a new charge where the old one was refused, or another amount was paid', async () => {
    at.xendit.behave(({ path }) =>
      path === '/callback_virtual_accounts'
        ? { status: 400, body: { error_code: 'BANK_NOT_SUPPORTED_ERROR', message: '' } }
        : undefined,
    );
    const { token } = await at.checkOut();
    expect(await states()).toEqual(['FAILED']);
    at.xendit.behave(() => undefined);
    expect((await change(token, VA_BNI)).instructions.is_ready).toBe(true);
    at.xendit.pay((await at.charges())[1].key, 10_001);
    await at.callback(lastCallback());
    expect((await change(token, VA_BNI)).instructions.is_ready).toBe(true);
    expect((await states()).slice(1)).toEqual(['PAID', 'OPEN']);
  });
});

describe('staff', () => {
  const listed = async () =>
    expectOk(await at.store.shop.call('GET', '/api/open/order/unconfirmed-privor', { payment_status: 'ALL' }))
      .body.data;
  const detail = async (id: number) =>
    expectOk(await at.store.shop.call('GET', `/api/open/order/unconfirmed-privor/${id}`)).body.data;

  test('see the number that a buyer is to pay to, before and after it is paid', async () => {
    const { payment_id, instructions } = await at.checkOut();
    const { number } = instructions.virtual_account;
    const [{ vendor_charge_id, key }] = await at.charges();
    const shown = { va_no: number, xendit_id: vendor_charge_id };
    expect(await listed()).toMatchObject([shown]);
    expect(await detail(payment_id)).toMatchObject({ virtual_account: number });
    at.xendit.pay(key);
    await at.callback(lastCallback());
    expect(await listed()).toMatchObject([shown]);
    expect(await detail(payment_id)).toMatchObject({ virtual_account: number });
  });

  test('see none to which nothing can be paid', async () => {
    const { payment_id, token } = await at.checkOut();
    at.xendit.pay((await at.charges())[0].key, 10_001);
    await at.callback(lastCallback());
    expect(await listed()).toMatchObject([{ va_no: null, xendit_id: null }]);
    expect((await detail(payment_id)).virtual_account).toBeNull();
    await change(token, { method: 'GATEWAY', channel: 'INVOICE' });
    const [, { vendor_charge_id }] = await at.charges();
    expect(await listed()).toMatchObject([{ va_no: null, xendit_id: vendor_charge_id }]);
  });

  test('see them with as many statements, however many payments there are', async () => {
    await at.checkOut();
    const one = await countStatements(at.app, listed);
    for (let count = 0; count < 3; count += 1) await at.checkOut();
    expect(await countStatements(at.app, listed)).toBe(one);
  });
});
