import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { FAULTS } from '../../../../test/integrations/fault-proxy.ts';
import { withdrawalScene } from '../../../../test/integrations/withdrawal-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

/** A part of what the product is held to; all of it: `PAYOUTS=200 npx vitest run` with this file. */
const PAYOUTS = Number(process.env.PAYOUTS ?? 40);
/** A vendor that fails too often is left alone for ten seconds, in which rounds pass at once. */
const PAUSE_MS = 200;
/** So many can be in progress. */
const TOGETHER = 40;

const at = withdrawalScene();

beforeEach(async () => {
  await at.openShop();
  at.vendor.balance.idr = 1_000_000_000;
});

const states = async () => (await at.rows()).map(({ state }) => state);
const keysOfVendor = () => at.vendor.payouts.map(({ key }) => key);

describe('what happens between two computers', () => {
  test.each(FAULTS)(
    'under "%s" a withdrawal is paid once, and both books agree',
    async (fault) => {
      await at.fund(1_000_000);
      expectOk(await at.withdraw());
      at.proxy.set(fault);
      await at.work();
      await at.work();
      at.proxy.set(undefined);
      for (let round = 0; round < 100 && (await states())[0] === 'REQUESTED'; round += 1) {
        await sleep(PAUSE_MS);
        await at.work();
      }
      const [{ key }] = await at.rows();
      expect([await states(), keysOfVendor()]).toEqual([['SENT'], [key]]);
      at.vendor.settle(key, 'SUCCEEDED');
      await at.work();
      expect(await states()).toEqual(['PAID']);
      expect(await at.differences()).toEqual([]);
    },
    60_000,
  );

  test('an answer that never comes gives no money back, however long it takes', async () => {
    await at.fund(1_000_000);
    expectOk(await at.withdraw());
    at.proxy.set('answer lost');
    // More tries than a refusal would get.
    for (let round = 0; round < 15; round += 1) {
      await at.app.database.pool.query('update withdrawals set attempts = 20 where shop_id = $1', [
        at.shop.shop_id,
      ]);
      await at.work();
    }
    expect(await at.listed()).toMatchObject([{ state: 'REQUESTED', problem: { code: 'withdrawal_waits' } }]);
    expect((await at.balance()).withdrawal_onhold).toBe(145_000);
    expect(at.vendor.payouts).toHaveLength(1);
  }, 60_000);

  test('two processes that work the same withdrawals pay each once', async () => {
    await at.fund(10_000_000);
    for (let n = 0; n < 20; n += 1) expectOk(await at.withdraw({ account_number: `20000000${n}` }));
    await Promise.all([at.work(), at.work(), at.work()]);
    const ours = (await at.rows()).map(({ key }) => key as string);
    expect([new Set(keysOfVendor()), keysOfVendor().length]).toEqual([new Set(ours), 20]);
  });

  test('a process that ended after each step is followed by one that goes on where it stood', async () => {
    await at.fund(10_000_000);
    // As a process leaves it that was killed: before it has asked, or after, with or without an answer that it could store.
    const left = [{ may_be_sent: false }, { may_be_sent: true }];
    for (const [n, { may_be_sent }] of [...left, ...left].entries()) {
      expectOk(await at.withdraw({ account_number: `30000000${n}` }));
      const row = (await at.rows()).at(-1);
      if (may_be_sent && n % 2 === 1)
        await at.app.services.ports.gateways.platform?.createPayout({
          key: row.key,
          bank_code: row.bank_code,
          account_number: row.account_number,
          holder_name: row.holder_name,
          amount_idr: row.nominal_idr,
          description: 'Penarikan OrderPay',
        });
      await at.app.database.pool.query(
        `update withdrawals set may_be_sent = $2, attempts = 1, next_try_at = now() + interval '10 minutes' where id = $1`,
        [row.id, may_be_sent],
      );
    }
    await at.work();
    expect([await states(), keysOfVendor().length]).toEqual([['SENT', 'SENT', 'SENT', 'SENT'], 4]);
    for (const { key } of await at.rows()) at.vendor.settle(key, 'SUCCEEDED');
    await Promise.all([at.work(), at.callBack(), at.work()]);
    await at.work();
    expect(new Set(await states())).toEqual(new Set(['PAID']));
    expect(await at.differences()).toEqual([]);
  });

  test(`${PAYOUTS} withdrawals under all faults, with callbacks twice and in any order: the gateway's book is ours`, async () => {
    const amounts = Array.from({ length: PAYOUTS }, (_, n) => 50_000 + n);
    await at.fund(PAYOUTS * 200_000);
    const left = [...amounts.entries()];
    let rounds = 0;
    for (; rounds < 400; rounds += 1) {
      const open = (await states()).filter((state) => state === 'REQUESTED' || state === 'SENT').length;
      if (open === 0 && left.length === 0) break;
      for (const [n, nominal] of left.splice(0, TOGETHER - open))
        expectOk(await at.withdraw({ nominal, account_number: String(40_000_000 + n) }));
      at.proxy.set(rounds < 60 ? FAULTS[rounds % FAULTS.length] : undefined, 4);
      await Promise.all([at.work(), at.work()]);
      for (const { key, status } of at.vendor.payouts)
        if (status === 'ACCEPTED' && Math.random() < 0.7)
          at.vendor.settle(key, Math.random() < 0.3 ? 'FAILED' : 'SUCCEEDED', 'INVALID_DESTINATION');
      at.vendor.callbacks.push(...at.vendor.callbacks.slice(-3).toReversed());
      await at.callBack();
      await sleep(PAUSE_MS);
    }
    // A request of a test before may have been on its way until now.
    const shop = String((await at.rows())[0]?.key)
      .split('_')
      .at(-1);
    const theirs = at.vendor.payouts
      .filter(({ key }) => key.endsWith(`_${shop}`))
      .map(({ key, amount_idr, status }) => ({ key, amount_idr, status }));
    const ours = (await at.rows()).map(({ key, nominal_idr, state }) => ({
      key,
      amount_idr: nominal_idr,
      status: state === 'PAID' ? 'SUCCEEDED' : state,
    }));
    const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
    expect(ours.toSorted(byKey)).toEqual(theirs.toSorted(byKey));
    expect(ours).toHaveLength(PAYOUTS);
    const paid_idr = theirs
      .filter(({ status }) => status === 'SUCCEEDED')
      .reduce((sum, { amount_idr }) => sum + amount_idr + 45_000, 0);
    expect(await at.balance()).toMatchObject({
      total: PAYOUTS * 200_000 - paid_idr,
      withdrawal_onhold: 0,
    });
    console.log(`${PAYOUTS} withdrawals, ${at.vendor.requests.length} requests, ${rounds} rounds`);
    expect(await at.differences()).toEqual([]);
  }, 300_000);
});
