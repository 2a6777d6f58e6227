import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FAULTS, HTTP, openFaultProxy, type FaultProxy } from '../../../test/integrations/fault-proxy.ts';
import { chargeRequest, payoutRequest, xenditAt } from '../../../test/integrations/gateway-vendors.ts';
import {
  openXenditVendor,
  XENDIT_TEST_KEY,
  XENDIT_TEST_TOKEN,
  type XenditLoopback,
} from '../../../test/integrations/xendit-vendor.ts';
import { GatewayError, type GatewayAccount, type GatewayProblem } from './port.ts';

const TRY_MS = 300;

let xendit: XenditLoopback;
let proxy: FaultProxy;
let account: GatewayAccount;

beforeAll(async () => {
  xendit = await openXenditVendor();
  proxy = await openFaultProxy(xendit.port, HTTP);
});
beforeEach(() => {
  xendit.reset();
  proxy.set(undefined);
  account = xenditAt(`http://127.0.0.1:${proxy.port}`, TRY_MS);
});
afterAll(async () => {
  await proxy.close();
  xendit.close();
});

const problemOf = (work: Promise<unknown>): Promise<GatewayProblem | 'done'> =>
  work.then(
    () => 'done' as const,
    (error: unknown) => {
      if (error instanceof GatewayError) return error.problem;
      throw error;
    },
  );

test('a key that Xendit does not take is refused by every call', async () => {
  const stranger = xenditAt(xendit.url, TRY_MS, 'kunci-lain');
  expect(await problemOf(stranger.testKey())).toBe('key_refused');
  expect(await problemOf(stranger.createCharge(chargeRequest('ng-1_1')))).toBe('key_refused');
  expect(await problemOf(stranger.createPayout(payoutRequest('ng-2_1')))).toBe('key_refused');
  expect(await problemOf(stranger.findPayout('ng-2_1'))).toBe('key_refused');
});

test('a virtual account bears the name of the shop in letters, its amount and its time', async () => {
  const request = chargeRequest('ng-1_1', { merchant_name: 'Toko “Bátik” №1 & Co 1998' });
  await account.createCharge(request);
  expect(xendit.charges[0]?.request).toMatchObject({
    external_id: 'ng-1_1',
    bank_code: 'BNI',
    name: 'Toko Ba tik No Co',
    is_closed: true,
    is_single_use: true,
    expected_amount: 152_500,
    expiration_date: request.expires_at.toISOString(),
  });
});

test('a page offers QRIS and e-wallets, and whatever the account has where it has not all of them', async () => {
  await account.createCharge(chargeRequest('ng-1_1', { channel: 'INVOICE' }));
  expect(xendit.requests).toEqual(['POST /v2/invoices', 'POST /v2/invoices']);
  expect(xendit.charges.map(({ request }) => request.payment_methods)).toEqual([undefined]);
});

test('banks that the account has not activated are no channels of it', async () => {
  expect(await account.channels()).toEqual(['VA_MANDIRI', 'VA_BNI', 'VA_PERMATA', 'VA_BRI', 'INVOICE']);
});

test('a payout that the bank sends back has failed after it was paid', async () => {
  xendit.balance.idr = 200_000;
  await account.createPayout(payoutRequest('ng-1_1'));
  xendit.settle('ng-1_1', 'SUCCEEDED');
  xendit.settle('ng-1_1', 'REVERSED');
  expect(await account.findPayout('ng-1_1')).toMatchObject({ state: 'FAILED', failure: 'returned' });
  const told = xendit.callbacks.map((body) => account.readCallback(Buffer.from(JSON.stringify(body))));
  expect(told).toMatchObject([{ kind: 'payout_paid' }, { kind: 'payout_failed', failure: 'returned' }]);
});

test('a payout whose answer was lost is found by whoever is refused under its key', async () => {
  xendit.balance.idr = 100_000;
  const made = await account.createPayout(payoutRequest('ng-1_1'));
  // Under its key Xendit refuses any other request.
  const again = await account.createPayout(payoutRequest('ng-1_1', { description: 'Lain' }));
  expect(again).toEqual(made);
  expect(xendit.payouts).toHaveLength(1);
});

test('that a virtual account was made is known and unimportant', async () => {
  await account.createCharge(chargeRequest('ng-1_1'));
  const [body] = xendit.callbacks;
  expect(account.readCallback(Buffer.from(JSON.stringify(body)))).toBe('unimportant');
});

test.each([
  ['an amount with cents', { amount: 152_500.5 }],
  ['a negative amount', { amount: -1 }],
  ['an amount as text', { amount: '152500' }],
  ['an amount beyond all integers', { amount: 1e300 }],
  ['no time', { transaction_timestamp: 'kemarin' }],
  ['a key without end', { external_id: 'x'.repeat(300) }],
])('a payment with %s is not read', async (_what, change) => {
  await account.createCharge(chargeRequest('ng-1_1'));
  xendit.pay('ng-1_1');
  const body = { ...xendit.callbacks.at(-1), ...change };
  expect(account.readCallback(Buffer.from(JSON.stringify(body)))).toBeUndefined();
});

test('an answer of another key, or a page that is no address, is unreadable', async () => {
  xendit.behave(() => ({ status: 200, body: { ...SAID, external_id: 'lain' } }));
  expect(await problemOf(account.createCharge(chargeRequest('ng-1_1')))).toBe('unreadable');
  expect(await problemOf(account.createCharge(chargeRequest('ng-1_1', { channel: 'INVOICE' })))).toBe(
    'unreadable',
  );
  xendit.behave(() => ({ status: 200, body: { ...SAID, invoice_url: 'javascript:alert(1)' } }));
  expect(await problemOf(account.createCharge(chargeRequest('ng-1_1', { channel: 'INVOICE' })))).toBe(
    'unreadable',
  );
});
const SAID = {
  id: 'a1',
  external_id: 'ng-1_1',
  status: 'PENDING',
  account_number: '88081234',
  expiration_date: '2027-01-01T00:00:00Z',
  amount: 152_500,
  invoice_url: 'https://checkout.example.com/a1',
};

test('a charge ends with the signal that it is given, with its reason', async () => {
  xendit.behave(() => 'silence');
  const reason = new Error('too late');
  await expect(account.createCharge(chargeRequest('ng-1_1'), AbortSignal.abort(reason))).rejects.toBe(reason);
});

test.each(['VA_BNI', 'INVOICE'] as const)(
  'under every fault of the network a charge by %s is made, or may be made again: whoever pays, one key is told',
  async (channel) => {
    for (const fault of FAULTS) {
      const key = `ng-${fault.replaceAll(' ', '-')}-${channel}_1`;
      const request = chargeRequest(key, { channel });
      account = xenditAt(`http://127.0.0.1:${proxy.port}`, TRY_MS);
      proxy.set(fault);
      const first = await problemOf(account.createCharge(request));
      proxy.set(undefined);
      expect({ fault, first }).toEqual({
        fault,
        first: expect.stringMatching(/^(done|unavailable|unreadable)$/),
      });
      const charge = await account.createCharge({ ...request, may_exist: true });
      const made = xendit.charges.filter((one) => one.key === key);
      console.log(`${channel}, ${fault}: ${first}, ${made.length} in the book`);
      // A page that was requested twice stands twice.
      expect(made.length).toBeLessThanOrEqual(channel === 'VA_BNI' ? 1 : 2);
      expect(made.map(({ id }) => id)).toContain(charge.vendor_charge_id);
      const { amount_idr } = xendit.pay(key);
      expect(await account.findCharge({ ...charge, channel })).toMatchObject({
        state: 'PAID',
        payments: [{ amount_idr }],
      });
    }
  },
  60_000,
);

test('under every fault of the network a payout is made once, or found', async () => {
  for (const fault of FAULTS) {
    const key = `ng-${fault.replaceAll(' ', '-')}_1`;
    xendit.balance.idr = 100_000;
    account = xenditAt(`http://127.0.0.1:${proxy.port}`, TRY_MS);
    proxy.set(fault);
    const first = await problemOf(account.createPayout(payoutRequest(key)));
    proxy.set(undefined);
    expect({ fault, first }).toEqual({
      fault,
      first: expect.stringMatching(/^(done|unavailable|unreadable)$/),
    });
    // Its money is away by now, or there for it.
    const payout = await account.createPayout(payoutRequest(key));
    console.log(`payout, ${fault}: ${first}`);
    expect(xendit.payouts.filter((one) => one.key === key).map(({ id }) => id)).toEqual([
      payout.vendor_payout_id,
    ]);
    expect(xendit.balance.idr).toBe(0);
    expect(await account.findPayout(key)).toEqual(payout);
  }
}, 60_000);

test('key and token stand in no text, log or error of an account', async () => {
  const error = await account.createPayout(payoutRequest('ng-1_1')).catch((reason: unknown) => reason);
  const shown = [account, error].map((one) => JSON.stringify(one) + inspect(one, { depth: 9 })).join();
  expect(shown).not.toContain(XENDIT_TEST_KEY);
  expect(shown).not.toContain(XENDIT_TEST_TOKEN);
  expect(shown).not.toContain(Buffer.from(`${XENDIT_TEST_KEY}:`).toString('base64'));
});
