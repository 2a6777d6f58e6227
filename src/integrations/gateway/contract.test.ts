import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  chargeRequest,
  LOOPBACKS,
  payoutRequest,
  type GatewayLoopback,
} from '../../../test/integrations/gateway-vendors.ts';
import { GatewayError, type GatewayChannel, type GatewayNews, type GatewayProblem } from './port.ts';

/** Why a gateway refuses; `done` where it does not. */
const outcome = (work: Promise<unknown>): Promise<GatewayProblem | 'done'> =>
  work.then(
    () => 'done' as const,
    (error: unknown) => {
      if (error instanceof GatewayError) return error.problem;
      throw error;
    },
  );

const CHANNELS: GatewayChannel[] = ['VA_BNI', 'INVOICE'];

let keys = 0;
const newKey = () => `ng-uji-${(keys += 1)}_7`;

test('every gateway is held to the contract', async () => {
  const files = (await readdir(import.meta.dirname)).filter((name) => !name.endsWith('.test.ts'));
  const adapters = files
    .filter((name) => !/^(index|port)\.ts$|-/.test(name))
    .map((name) => name.slice(0, -3));
  expect([...adapters, 'sandbox'].sort()).toEqual(Object.keys(LOOPBACKS).sort());
});

describe.each(Object.keys(LOOPBACKS) as (keyof typeof LOOPBACKS)[])('%s', (name) => {
  let gateway: GatewayLoopback;
  let account: GatewayLoopback['account'];

  beforeAll(async () => {
    gateway = await LOOPBACKS[name]();
    account = gateway.account;
  });
  afterAll(() => gateway.close());

  /** What the newest callbacks tell, of those under a key. */
  async function newsOf(key: string): Promise<GatewayNews[]> {
    const told = (await gateway.callbacks()).map((body) => account.readCallback(body));
    return told.filter((news) => typeof news === 'object').filter((news) => news.key === key);
  }

  test('takes its key, and says what can be paid out and by which channels', async () => {
    await expect(account.testKey()).resolves.toBeUndefined();
    const before = await account.balance();
    await gateway.topUp(1_000_000);
    expect(await account.balance()).toBe(before + 1_000_000);
    const channels = await account.channels();
    expect(channels).toEqual(expect.arrayContaining(['VA_MANDIRI', 'VA_BNI', 'VA_BRI', 'INVOICE']));
  });

  test.each(CHANNELS)(
    'creates one charge under a key by %s, and returns it to whoever creates it again',
    async (channel) => {
      const request = chargeRequest(newKey(), { channel });
      const charge = await account.createCharge(request);
      expect(charge).toMatchObject({ key: request.key, vendor_charge_id: expect.stringMatching(/./) });
      expect(charge.expires_at.getTime()).toBeLessThanOrEqual(request.expires_at.getTime());
      const { va_number, invoice_url } = charge;
      const [shown, missing] = channel === 'INVOICE' ? [invoice_url, va_number] : [va_number, invoice_url];
      expect(missing).toBeNull();
      expect(shown).toMatch(channel === 'INVOICE' ? /^https?:\/\// : /^\d{6,30}$/);
      const again = await account.createCharge({ ...request, may_exist: true });
      expect(again).toMatchObject({ ...charge, expires_at: expect.any(Date) });
      expect(await gateway.count(request.key)).toBe(1);
      expect(await account.findCharge({ ...charge, channel })).toEqual({ state: 'OPEN', payments: [] });
    },
  );

  test.each(CHANNELS)('tells a payment by %s, in a callback and where it is looked for', async (channel) => {
    const request = chargeRequest(newKey(), { channel });
    const charge = { ...(await account.createCharge(request)), channel };
    await gateway.pay(request.key);
    const [news, ...more] = await newsOf(request.key);
    expect(more).toEqual([]);
    expect(news).toMatchObject({ kind: 'charge_paid', key: request.key, amount_idr: 152_500 });
    const found = await account.findCharge(charge);
    expect(found).toMatchObject({ state: 'PAID', payments: [{ amount_idr: 152_500 }] });
    const told_at = news?.happened_at.getTime() ?? 0;
    expect(Math.abs(told_at - (found?.payments[0]?.paid_at.getTime() ?? 0))).toBeLessThan(1_000);
    // Also without what the lost answer to its creation had said.
    expect(await account.findCharge({ ...charge, vendor_charge_id: null })).toEqual(found);
    const { payment_id = null } = found?.payments[0] ?? {};
    expect(news).toMatchObject(payment_id === null ? {} : { payment_id });
  });

  test.each(CHANNELS)('takes no money by %s once a charge is ended, and ends it once', async (channel) => {
    const request = chargeRequest(newKey(), { channel });
    const charge = { ...(await account.createCharge(request)), channel };
    expect(await account.endCharge(charge)).toEqual({ state: 'ENDED', payments: [] });
    expect(await account.endCharge(charge)).toEqual({ state: 'ENDED', payments: [] });
    await expect(gateway.pay(request.key)).rejects.toThrow(/nothing to pay/);
    const paid = { ...(await account.createCharge(chargeRequest(newKey(), { channel }))), channel };
    await gateway.pay(paid.key);
    expect(await account.endCharge(paid)).toMatchObject({
      state: 'PAID',
      payments: [{ amount_idr: 152_500 }],
    });
  });

  test('tells that the page of a charge expired, and a payment that comes late, twice or of another amount', async () => {
    const request = chargeRequest(newKey(), { channel: 'INVOICE' });
    const charge = { ...(await account.createCharge(request)), channel: 'INVOICE' as const };
    await gateway.expire(request.key);
    expect(await newsOf(request.key)).toMatchObject([{ kind: 'charge_expired', amount_idr: 152_500 }]);
    expect(await account.findCharge(charge)).toMatchObject({ state: 'ENDED' });
    await gateway.pay(request.key, 100_000, true);
    expect((await newsOf(request.key)).at(-1)).toMatchObject({ kind: 'charge_paid', amount_idr: 100_000 });
    const twice = { ...(await account.createCharge(chargeRequest(newKey()))), channel: 'VA_BNI' as const };
    await gateway.pay(twice.key);
    await gateway.pay(twice.key, undefined, true);
    const told = await newsOf(twice.key);
    expect(told.map(({ kind }) => kind)).toEqual(['charge_paid', 'charge_paid']);
    expect(new Set(told.map(({ event_id }) => event_id)).size).toBe(2);
    expect((await account.findCharge(twice))?.payments).toHaveLength(2);
  });

  test('knows nothing of a charge or payout that was never made', async () => {
    for (const channel of CHANNELS)
      expect(await account.findCharge({ key: newKey(), channel, vendor_charge_id: null })).toBeUndefined();
    expect(await account.findPayout(newKey())).toBeUndefined();
    expect(
      await account.endCharge({ key: newKey(), channel: 'INVOICE', vendor_charge_id: null }),
    ).toBeUndefined();
  });

  test('pays out once under a key, and tells what became of it', async () => {
    await gateway.topUp(500_000);
    const before = await account.balance();
    const request = payoutRequest(newKey());
    const payout = await account.createPayout(request);
    expect(payout).toMatchObject({ key: request.key, state: 'PENDING', failure: null });
    expect(await account.createPayout(request)).toEqual(payout);
    expect(await gateway.count(request.key)).toBe(1);
    expect(await account.balance()).toBe(before - 100_000);
    await gateway.settle(request.key, 'paid');
    expect(await account.findPayout(request.key)).toEqual({ ...payout, state: 'PAID' });
    expect(await newsOf(request.key)).toMatchObject([
      { kind: 'payout_paid', amount_idr: 100_000, failure: null },
    ]);
  });

  test('tells why a payout failed, and has its money back', async () => {
    await gateway.topUp(500_000);
    const before = await account.balance();
    const request = payoutRequest(newKey());
    await account.createPayout(request);
    await gateway.settle(request.key, 'failed');
    expect(await account.findPayout(request.key)).toMatchObject({
      state: 'FAILED',
      failure: 'account_refused',
    });
    expect(await newsOf(request.key)).toMatchObject([{ kind: 'payout_failed', failure: 'account_refused' }]);
    expect(await account.balance()).toBe(before);
  });

  test('refuses what it cannot do, for certain: nothing is made', async () => {
    const much = payoutRequest(newKey(), { amount_idr: 900_000_000_000 });
    expect(await outcome(account.createPayout(much))).toBe('balance_too_low');
    await gateway.topUp(500_000);
    const nobody = payoutRequest(newKey(), { account_number: '12' });
    expect(await outcome(account.createPayout(nobody))).toBe('account_refused');
    const nowhere = payoutRequest(newKey(), { bank_code: 'GRINGOTTS' });
    expect(await outcome(account.createPayout(nowhere))).toBe('channel_refused');
    const little = chargeRequest(newKey(), { amount_idr: 500 });
    expect(await outcome(account.createCharge(little))).toBe('amount_refused');
    for (const { key } of [much, nobody, nowhere, little]) expect(await gateway.count(key)).toBe(0);
    expect(new GatewayError(name, 'balance_too_low', '').is_refused).toBe(true);
    expect(new GatewayError(name, 'refusal_unknown', '').is_refused).toBe(false);
  });

  test('believes its callbacks by its token alone', () => {
    expect(account.verifies({ 'x-callback-token': gateway.token })).toBe(true);
    for (const token of ['', `${gateway.token}x`, gateway.token.slice(1), gateway.token.toUpperCase()])
      expect(account.verifies({ 'x-callback-token': token })).toBe(false);
    expect(account.verifies({})).toBe(false);
  });

  test('reads nothing of a body that is none of its callbacks', () => {
    for (const body of ['', 'bukan json', 'null', '[]', '{}', '{"external_id":"x"}', '{"event":7}', '"x"'])
      expect(account.readCallback(Buffer.from(body))).toBeUndefined();
  });
});
