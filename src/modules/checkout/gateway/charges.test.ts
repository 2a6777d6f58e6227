import { describe, expect, test } from 'vitest';
import { chargeScene } from '../../../../test/charge-scene.ts';
import { XENDIT_TEST_TOKEN } from '../../../../test/integrations/xendit-vendor.ts';
import { expectOk } from '../../../../test/stall.ts';

const at = chargeScene();

const balances = () =>
  at.query('select kind, balance_idr::int as idr from ledger_accounts where shop_id = $1 order by kind', [
    at.store.shop.shop_id,
  ]);
const lastCallback = () => at.xendit.callbacks.at(-1) ?? {};
const expire = (payment_id: number) =>
  at.query(`update buyer_payments set expires_at = now() - interval '1 minute' where id = $1`, [payment_id]);
async function runExpiry(): Promise<void> {
  const { expiryClock } = await import('../expire/expire-due.ts');
  await expiryClock(at.app.services).run();
}

describe('a buyer who pays through the gateway', () => {
  test('gets a virtual account with the checkout, and the callback of its payment pays the order', async () => {
    const done = await at.checkOut();
    expect(done.instructions).toMatchObject({
      method: 'GATEWAY',
      is_ready: true,
      virtual_account: { bank_name: 'BNI', number: expect.stringMatching(/^\d+$/) },
    });
    const [charge] = await at.charges();
    expect(charge).toMatchObject({ state: 'OPEN', owner: 'PLATFORM', channel: 'VA_BNI' });
    expect(Number(charge.amount_idr)).toBe(done.nominal_transfer);
    at.xendit.pay(charge.key);
    expect((await at.callback(lastCallback())).status).toBe(200);
    expect(await at.view(done.token)).toMatchObject({ state: 'PAID', instructions: null });
    expect((await at.charges())[0]).toMatchObject({ state: 'PAID', next_try_at: null });
    expect(await balances()).toContainEqual({ kind: 'ORDERPAY_ON_HOLD', idr: done.nominal_invoice });
  });

  test('gets a page for QRIS and e-wallets, and bears the admin fee of the category', async () => {
    expectOk(
      await at.store.shop.call('POST', '/api/open/setting/payment/admin-fee', {
        nominal: 2_500,
        category_code: 'N',
      }),
    );
    const done = await at.checkOut({ channel: 'invoice' });
    expect(done).toMatchObject({
      payment_fee: 2_500,
      nominal_transfer: done.nominal_invoice + 2_500,
      instructions: { payment_url: expect.stringMatching(/^https:/), virtual_account: null },
    });
    const [{ key }] = await at.charges();
    at.xendit.pay(key);
    await at.callback(lastCallback());
    expect(await balances()).toEqual(
      expect.arrayContaining([
        { kind: 'ADMIN_FEES', idr: 2_500 },
        { kind: 'FEES', idr: 2_500 },
        { kind: 'ORDERPAY_ON_HOLD', idr: done.nominal_invoice },
      ]),
    );
  });

  test('is told which channels there are', async () => {
    const body = at.store.checkout({ payment: { method: 'GATEWAY', channel: 'VA_GRINGOTTS' } });
    const { status, body: answer } = await at.store.visit('POST', '/checkout', body);
    expect({ status, fields: Object.keys(answer.message) }).toEqual({
      status: 422,
      fields: ['payment.channel'],
    });
    expect(JSON.stringify(answer.message)).toContain('VA_BNI');
  });
});

describe('the same news', () => {
  test('ten times, also at once, is one payment', async () => {
    const done = await at.checkOut();
    const [{ key }] = await at.charges();
    at.xendit.pay(key);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        at.app.call('POST', '/api/hooks/gateway', lastCallback(), { 'x-callback-token': XENDIT_TEST_TOKEN }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    await at.app.runJobs();
    // What the clock reads is the same money.
    await at.work();
    const { shop_id } = at.store.shop;
    const rows = await at.query('select outcome from gateway_payments where shop_id = $1', [shop_id]);
    expect(rows).toEqual([{ outcome: 'PAID' }]);
    expect(await balances()).toContainEqual({ kind: 'ORDERPAY_ON_HOLD', idr: done.nominal_invoice });
  });

  test('that was read first, and told by callback afterwards, is one payment', async () => {
    await at.checkOut();
    const [{ key }] = await at.charges();
    at.xendit.pay(key);
    await at.work();
    const [found] = await at.query('select vendor_payment_id from gateway_payments order by id desc limit 1');
    expect(found.vendor_payment_id).toBeNull();
    await at.callback(lastCallback());
    const rows = await at.query('select vendor_payment_id from gateway_payments order by id desc limit 1');
    expect(rows[0].vendor_payment_id).toBe(lastCallback()['payment_id']);
    const of_charge = await at.query('select id from gateway_payments where charge_id = $1', [
      (await at.charges())[0].id,
    ]);
    expect(of_charge).toHaveLength(1);
  });
});

describe('money that is not as it should be', () => {
  test('of another amount waits in the queue, and is decided once', async () => {
    const done = await at.checkOut();
    const [{ key, id }] = await at.charges();
    at.xendit.pay(key, 10_001);
    await at.callback(lastCallback());
    expect((await at.view(done.token)).state).toBe('WAITING');
    const listed = expectOk(await at.store.shop.call('GET', '/api/open/order/gateway-payment')).body.data;
    expect(listed).toMatchObject([
      { payment_id: done.payment_id, amount: 10_001, nominal_transfer: done.nominal_transfer },
    ]);
    const decide = () =>
      at.store.shop.call('PATCH', '/api/open/order/gateway-payment', { id: listed[0].id, action: 'balance' });
    const answers = await Promise.all([decide(), decide(), decide()]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422]);
    expect(await balances()).toContainEqual({ kind: 'CUSTOMER_BALANCE', idr: 10_001 });
    expect(id).toEqual(expect.anything());
  });

  test('that comes for an expired order revives it while its goods are there', async () => {
    const done = await at.checkOut();
    const [{ key }] = await at.charges();
    await expire(done.payment_id);
    await runExpiry();
    expect((await at.view(done.token)).state).toBe('EXPIRED');
    expect((await at.charges())[0].state).toBe('ENDING');
    at.xendit.pay(key);
    await at.callback(lastCallback());
    expect((await at.view(done.token)).state).toBe('PAID');
    expect(await at.query('select outcome from gateway_payments order by id desc limit 1')).toEqual([
      { outcome: 'REVIVED' },
    ]);
  });

  test('that comes twice is balance of the customer the second time', async () => {
    const done = await at.checkOut();
    const [{ key }] = await at.charges();
    at.xendit.pay(key);
    at.xendit.pay(key, undefined, true);
    for (const body of at.xendit.callbacks.slice(-2)) await at.callback(body);
    expect(await balances()).toEqual(
      expect.arrayContaining([
        { kind: 'CUSTOMER_BALANCE', idr: done.nominal_transfer },
        { kind: 'ORDERPAY_ON_HOLD', idr: done.nominal_invoice },
      ]),
    );
  });
});

describe('a gateway that is down at the checkout', () => {
  test('keeps the order standing; the instructions appear when it is back', async () => {
    at.xendit.behave(() => ({ status: 503 }));
    const done = await at.checkOut();
    expect(done.instructions).toMatchObject({ is_ready: false, virtual_account: null });
    expect(done.instructions.steps[0]).toMatch(/Choose another|choose another/);
    at.xendit.behave(() => undefined);
    await at.work();
    expect((await at.view(done.token)).instructions).toMatchObject({
      is_ready: true,
      virtual_account: { bank_name: 'BNI' },
    });
    expect(at.xendit.charges).toHaveLength(1);
  });

  test('that refuses for good says so, and the buyer can pay by transfer', async () => {
    at.xendit.behave(({ path }) =>
      path === '/callback_virtual_accounts'
        ? { status: 400, body: { error_code: 'BANK_NOT_SUPPORTED_ERROR', message: '' } }
        : undefined,
    );
    const done = await at.checkOut();
    expect((await at.charges())[0]).toMatchObject({ state: 'FAILED', problem: 'channel_refused' });
    const changed = expectOk(
      await at.store.visit('PATCH', `/order/${done.token}/payment`, { payment: { method: 'TRANSFER' } }),
    ).body.data;
    expect(changed.instructions).toMatchObject({ method: 'TRANSFER', is_ready: true });
  });

  test('is not asked within the transaction of an Idempotency-Key: the clock opens the charge', async () => {
    const done = await at.checkOut({}, { 'idempotency-key': 'kunci-pesanan-gateway-1' });
    expect(done.instructions.is_ready).toBe(false);
    expect(at.xendit.requests).toEqual([]);
    await at.work();
    expect((await at.view(done.token)).instructions.is_ready).toBe(true);
  });
});

test('a charge whose payment is made otherwise is ended at the vendor, and a lost callback loses nothing', async () => {
  const done = await at.checkOut();
  const [{ key }] = await at.charges();
  expectOk(
    await at.store.visit('PATCH', `/order/${done.token}/payment`, { payment: { method: 'TRANSFER' } }),
  );
  await at.work();
  expect((await at.charges())[0].state).toBe('ENDED');
  expect(at.xendit.charges[0]?.status).toBe('INACTIVE');
  expect(() => at.xendit.pay(key)).toThrow(/nothing to pay/);
  const lost = await at.checkOut();
  const [, open] = await at.charges();
  at.xendit.pay(open.key);
  await at.work();
  expect((await at.view(lost.token)).state).toBe('PAID');
});

test('two processes that work at the same time open each charge once', async () => {
  at.xendit.behave(() => ({ status: 503 }));
  for (let count = 0; count < 4; count += 1) await at.checkOut();
  at.xendit.behave(() => undefined);
  await Promise.all([at.work(), at.work(), at.work()]);
  expect(at.xendit.charges).toHaveLength(4);
  expect((await at.charges()).map(({ state }) => state)).toEqual(['OPEN', 'OPEN', 'OPEN', 'OPEN']);
});
