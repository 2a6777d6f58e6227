import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import type { Context } from '../../kernel/context.ts';
import type { AccountKind } from './account-kinds.ts';
import { findBalanceDifferences, findTransferDifferences } from './differences.ts';
import { balanceOf, credit, debit, decideTransfer, transfer, type Leg } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ pool_size: 20 });
});
afterAll(() => app.close());

async function openWith(available_idr: number): Promise<Context> {
  const context = (await app.openShop()).context();
  const legs = [debit('ORDERPAY_AVAILABLE', available_idr), credit('ORDERS', available_idr)];
  await transfer(context, { cause: 'begin', kind: 'CHARGE_PAID', legs });
  return context;
}

const counted = (outcomes: readonly string[]) =>
  Object.fromEntries(
    [...new Set(outcomes)].map((outcome) => [outcome, outcomes.filter((one) => one === outcome).length]),
  );

async function expectSound(): Promise<void> {
  const db = app.services.db.withoutPlugins();
  expect([...(await findBalanceDifferences(db)), ...(await findTransferDifferences(db))]).toEqual([]);
}

test('of 100 withdrawals at once as many are written as the balance has room for', async () => {
  const context = await openWith(60_500);
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      transfer(context, {
        cause: `withdrawal:${n}`,
        kind: 'WITHDRAWAL',
        is_pending: n % 2 === 0,
        legs: [debit('OUTSIDE', 1_000), credit('ORDERPAY_AVAILABLE', 1_000)],
      }),
    ),
  );
  expect(counted(outcomes)).toEqual({ DONE: 60, SHORT: 40 });
  const { balance_idr, reserved_idr } = await balanceOf(context, { kind: 'ORDERPAY_AVAILABLE' });
  expect(balance_idr - reserved_idr).toBe(500);
  await expectSound();
});

test('the same cause at once is one transfer, through whichever accounts', async () => {
  const context = await openWith(1_000_000);
  for (let round = 0; round < 5; round += 1) {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        transfer(context, {
          cause: `round:${round}`,
          kind: 'WITHDRAWAL',
          legs: [debit('OUTSIDE', 1_000), credit('ORDERPAY_AVAILABLE', 1_000)],
        }),
      ),
    );
    expect(counted(outcomes)).toEqual({ DONE: 1, KNOWN: 19 });
  }
  expect(await balanceOf(context, { kind: 'ORDERPAY_AVAILABLE' })).toMatchObject({ balance_idr: 995_000 });
  // By other accounts each, one is told to try again, as after a deadlock, and knows it then.
  const settled = await Promise.allSettled(
    [1, 2, 3, 4].map((subject_id) =>
      transfer(context, {
        cause: 'by other accounts',
        kind: 'ORDER_CANCELED',
        legs: [debit('CUSTOMER_FUNDS', 5, { subject_id }), credit('CUSTOMER_BALANCE', 5, { subject_id })],
      }),
    ),
  );
  expect(settled.filter((one) => one.status === 'fulfilled' && one.value === 'DONE')).toHaveLength(1);
  const codes = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  expect(codes.filter((code) => code !== '40001')).toEqual([]);
  await expectSound();
});

test('transfers that name the same accounts in any order, created or not, never wait for each other in a circle', async () => {
  const context = await openWith(100_000_000);
  const kinds: AccountKind[] = ['CUSTOMER_BALANCE', 'CUSTOMER_FUNDS', 'REFUNDS_DUE'];
  for (let round = 0; round < 8; round += 1) {
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) => {
        const legs: Leg[] = kinds.flatMap((kind, index) =>
          [0, 1, 2].map((more) => {
            const options = { subject_id: round * 10 + ((n + index + more) % 5) + 1 };
            return kind === 'CUSTOMER_FUNDS' ? debit(kind, 10, options) : credit(kind, 10, options);
          }),
        );
        legs.push(debit('ORDERS', 30));
        if (n % 2 === 1) legs.reverse();
        return transfer(context, { cause: `r:${round}:${n}`, kind: 'ORDER_CANCELED', legs });
      }),
    );
    expect(counted(outcomes)).toEqual({ DONE: 40 });
  }
  await expectSound();
});

test('posted and voided at once, a transfer is decided one way', async () => {
  const context = await openWith(10_000);
  for (let round = 0; round < 10; round += 1) {
    const cause = `withdrawal:${round}`;
    await transfer(context, {
      cause,
      kind: 'WITHDRAWAL',
      is_pending: true,
      legs: [debit('OUTSIDE', 1_000), credit('ORDERPAY_AVAILABLE', 1_000)],
    });
    const decisions = await Promise.all(
      Array.from({ length: 10 }, (_, n) => decideTransfer(context, cause, n % 2 === 0 ? 'POSTED' : 'VOIDED')),
    );
    expect(counted(decisions)).toEqual({ DONE: 1, KNOWN: 4, OTHERWISE: 5 });
  }
  await expectSound();
});
