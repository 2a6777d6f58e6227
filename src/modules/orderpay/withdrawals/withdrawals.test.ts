import { beforeEach, describe, expect, test } from 'vitest';
import { withdrawalScene } from '../../../../test/integrations/withdrawal-scene.ts';
import { hire } from '../../../../test/staff.ts';
import { expectOk } from '../../../../test/stall.ts';
import { shopOfToken } from '../../../kernel/shop-token.ts';
import { withdrawalClock } from './work-withdrawals.ts';

const at = withdrawalScene();

beforeEach(async () => {
  await at.openShop();
  at.vendor.balance.idr = 10_000_000;
});

const wallet = async () => {
  const { withdrawal_allowed, withdrawal_onhold, total } = await at.balance();
  return { withdrawal_allowed, withdrawal_onhold, total };
};
const states = async () => (await at.listed()).map(({ state }) => state);

describe('a withdrawal', () => {
  test('reserves amount and fee at once, is sent once, and takes them when it is paid', async () => {
    await at.fund(500_000);
    const answer = await at.withdraw();
    expect(answer.body).toEqual({
      request_id: expect.any(String),
      response: 'Success',
      message: 'Withdrawal request is successful, we will process it soon',
    });
    expect(await at.balance()).toEqual({
      total: 500_000,
      withdrawal_allowed: 355_000,
      onhold_total: 145_000,
      balance_onhold: 0,
      withdrawal_onhold: 145_000,
    });
    expect(at.vendor.payouts).toEqual([]);
    await at.app.runJobs();
    expect(at.vendor.payouts).toMatchObject([
      {
        amount_idr: 100_000,
        request: {
          channel_code: 'ID_BCA',
          channel_properties: { account_number: '1234567890', account_holder_name: 'Budi Santoso' },
        },
      },
    ]);
    expect(await at.listed()).toMatchObject([
      { state: 'SENT', nominal: 100_000, fee: 45_000, problem: null, ended_at: null },
    ]);
    await at.work();
    expect(at.vendor.payouts).toHaveLength(1);
    const { key } = (await at.rows())[0];
    expect(shopOfToken(key)).toBe(at.shop.shop_id);
    at.vendor.settle(key, 'SUCCEEDED');
    await at.callBack();
    await withdrawalClock(at.app.services).run();
    expect(await at.listed()).toMatchObject([{ state: 'PAID', ended_at: expect.any(String) }]);
    expect(await wallet()).toEqual({ withdrawal_allowed: 355_000, withdrawal_onhold: 0, total: 355_000 });
    expect(await at.differences()).toEqual([]);
  });

  test('that fails gives amount and fee back in full, once, however often it is said', async () => {
    await at.fund(200_000);
    expectOk(await at.withdraw());
    await at.work();
    at.vendor.settle((await at.rows())[0].key, 'FAILED', 'INVALID_DESTINATION');
    for (let times = 0; times < 3; times += 1) await at.work();
    const [failed] = await at.listed();
    expect(failed).toMatchObject({
      state: 'FAILED',
      problem: { code: 'withdrawal_account', message: expect.stringContaining('does not know this account') },
    });
    expect(await wallet()).toEqual({ withdrawal_allowed: 200_000, withdrawal_onhold: 0, total: 200_000 });
    expect(await at.differences()).toEqual([]);
    // The same again is another withdrawal.
    expectOk(await at.withdraw());
    expect(await states()).toEqual(['REQUESTED', 'FAILED']);
  });

  test('is known by its events', async () => {
    await at.fund(400_000);
    expectOk(await at.withdraw());
    expectOk(await at.withdraw({ nominal: 60_000 }));
    await at.work();
    const [first, second] = await at.rows();
    at.vendor.settle(first.key, 'SUCCEEDED');
    at.vendor.settle(second.key, 'FAILED', 'INVALID_DESTINATION');
    await at.work();
    const { rows } = await at.app.database.pool.query(
      `select name, subject_id, payload from outbox_events where shop_id = $1 and name like 'withdrawal.%' order by subject_id, id`,
      [at.shop.shop_id],
    );
    const of = ({ id, nominal_idr }: { id: number; nominal_idr: number }, name: string, more = {}) => ({
      name,
      subject_id: id,
      payload: { nominal_idr, fee_idr: 45_000, ...more },
    });
    expect(rows).toEqual([
      of(first, 'withdrawal.requested'),
      of(first, 'withdrawal.paid'),
      of(second, 'withdrawal.requested'),
      of(second, 'withdrawal.failed', { problem: 'withdrawal_account' }),
    ]);
  });

  test('that the gateway refuses for good fails at once', async () => {
    await at.fund(200_000);
    // The loopback pays to three banks only.
    expectOk(await at.withdraw({ xendit_bank_id: 70 }));
    await at.work();
    expect(await at.listed()).toMatchObject([{ state: 'FAILED', problem: { code: 'withdrawal_refused' } }]);
    expect((await wallet()).withdrawal_allowed).toBe(200_000);
    expect(await at.differences()).toEqual([]);
  });

  test('waits while the account of the installation has not enough money, and is paid when it has', async () => {
    at.vendor.balance.idr = 50_000;
    await at.fund(200_000);
    expectOk(await at.withdraw());
    await at.work();
    await at.work();
    expect(await at.listed()).toMatchObject([{ state: 'REQUESTED', problem: { code: 'withdrawal_funds' } }]);
    expect((await wallet()).withdrawal_onhold).toBe(145_000);
    at.vendor.balance.idr = 100_000;
    await at.work();
    expect([await states(), at.vendor.payouts.length]).toEqual([['SENT'], 1]);
  });

  test('that was refused again and again fails in the end', async () => {
    at.vendor.balance.idr = 0;
    await at.fund(200_000);
    expectOk(await at.withdraw());
    for (let times = 0; times < 12; times += 1) await at.work();
    expect(await states()).toEqual(['FAILED']);
    expect((await wallet()).withdrawal_allowed).toBe(200_000);
    expect(await at.differences()).toEqual([]);
  });

  test('that was paid and that the bank sends back is available again, once', async () => {
    await at.fund(200_000);
    expectOk(await at.withdraw());
    await at.work();
    const { key } = (await at.rows())[0];
    at.vendor.settle(key, 'SUCCEEDED');
    await at.work();
    expect(await wallet()).toEqual({ withdrawal_allowed: 55_000, withdrawal_onhold: 0, total: 55_000 });
    at.vendor.settle(key, 'REVERSED');
    await at.callBack();
    await at.work();
    await at.work();
    expect(await at.listed()).toMatchObject([{ state: 'FAILED', problem: { code: 'withdrawal_returned' } }]);
    expect(await wallet()).toEqual({ withdrawal_allowed: 200_000, withdrawal_onhold: 0, total: 200_000 });
    expect(await at.differences()).toEqual([]);
  });
});

describe('a request is refused', () => {
  test('below the minimum, for a bank that takes none or is unknown, and for an account number that is none', async () => {
    await at.fund(1_000_000);
    const cases: [object, string, string][] = [
      [{ nominal: 49_999 }, 'nominal', 'Rp50.000'],
      [{ nominal: 0 }, 'nominal', ''],
      [{ nominal: 50_000.5 }, 'nominal', ''],
      [{ xendit_bank_id: 99_999 }, 'xendit_bank_id', 'does not exist'],
      [{ account_number: '12a45' }, 'account_number', '5 to 20 digits'],
      [{ holder_name: ' ' }, 'holder_name', ''],
    ];
    for (const [change, field, text] of cases) {
      const { status, body } = await at.withdraw(change);
      expect([status, Object.keys(body.message)]).toEqual([422, [field]]);
      expect(body.message[field][0]).toContain(text);
    }
    expect((await at.withdraw({ xendit_bank_id: 14 })).body.code).toBe('withdrawal_bank');
    expect(await at.rows()).toEqual([]);
  });

  test('where amount and fee are not there, with what can be withdrawn', async () => {
    await at.fund(144_999);
    const { status, body } = await at.withdraw();
    expect([status, body.code]).toEqual([422, 'withdrawal_short']);
    expect(body.message.nominal[0]).toMatch(/Rp144\.999.*Rp45\.000.*at most Rp99\.999/);
    expect(await at.rows()).toEqual([]);
    expectOk(await at.withdraw({ nominal: 99_999 }));
    expect(await wallet()).toEqual({ withdrawal_allowed: 0, withdrawal_onhold: 144_999, total: 144_999 });
  });

  test('a second time while the first is in progress: twins at once are one withdrawal', async () => {
    await at.fund(1_000_000);
    const answers = await Promise.all(Array.from({ length: 6 }, () => at.withdraw()));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 422).map(({ body }) => body.code);
    expect(refused).toEqual(Array(5).fill('withdrawal_repeated'));
    expect(await at.rows()).toHaveLength(1);
    expect((await wallet()).withdrawal_onhold).toBe(145_000);
  });

  test('of many different ones at once no more are taken than the balance has room for', async () => {
    await at.fund(1_000_000);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => at.withdraw({ nominal: 100_000, account_number: `10000000${n}` })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(6);
    expect(await wallet()).toEqual({
      withdrawal_allowed: 130_000,
      withdrawal_onhold: 870_000,
      total: 1_000_000,
    });
    expect(await at.differences()).toEqual([]);
  });

  test('to anyone but the owner, and without the password of the last ten minutes', async () => {
    await at.fund(1_000_000);
    const body = { xendit_bank_id: 19, nominal: 100_000, holder_name: 'Budi', account_number: '1234567890' };
    const admin = await hire(at.app, at.shop, 'admin');
    expect((await admin.call('POST', '/api/open/payment/withdraw', body)).status).toBe(403);
    expect((await admin.call('GET', '/api/open/payment/withdrawal')).status).toBe(200);
    const warehouse = await hire(at.app, at.shop, 'warehouse');
    for (const path of ['payment', 'payment/withdrawal', 'payment/orderpay-balance'])
      expect((await warehouse.call('GET', `/api/open/${path}`)).status).toBe(403);
    await at.app.database.pool.query(
      `update sessions set password_confirmed_at = now() - interval '11 minutes' where shop_id = $1`,
      [at.shop.shop_id],
    );
    const stale = await at.shop.call('POST', '/api/open/payment/withdraw', body);
    expect([stale.status, await at.rows()]).toEqual([403, []]);
    const fresh = { ...body, current_password: at.shop.password };
    expectOk(await at.shop.call('POST', '/api/open/payment/withdraw', fresh));
  });
});
