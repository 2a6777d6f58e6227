import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from '../../../test/count-statements.ts';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import type { Context } from '../../kernel/context.ts';
import { findBalanceDifferences, findHoldDifferences, findTransferDifferences } from './differences.ts';
import {
  balanceOf,
  balancesOf,
  credit,
  debit,
  decideTransfer,
  holdOf,
  transfer,
  transferAll,
  type Transfer,
} from './index.ts';

let app: TestApp;
let shop: TestShop;
let context: Context;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

async function open(): Promise<void> {
  shop = await app.openShop();
  context = shop.context();
}

/** A buyer has paid an order through the gateway of the platform. */
const paid = (cause: string, amount_idr: number, order_id = 7): Transfer => ({
  cause,
  kind: 'CHARGE_PAID',
  order_id,
  legs: [debit('ORDERPAY_ON_HOLD', amount_idr), credit('ORDERS', amount_idr)],
});
const delivered = (cause: string, amount_idr: number, order_id = 7): Transfer => ({
  cause,
  kind: 'ORDER_DELIVERED',
  order_id,
  legs: [credit('ORDERPAY_ON_HOLD', amount_idr), debit('ORDERPAY_AVAILABLE', amount_idr)],
});
const withdrawal = (cause: string, amount_idr: number) => ({
  cause,
  kind: 'WITHDRAWAL' as const,
  is_pending: true,
  legs: [debit('OUTSIDE', amount_idr), credit('ORDERPAY_AVAILABLE', amount_idr)],
});

async function rowsOf() {
  const { rows: accounts } = await app.database.pool.query(
    `select kind, subject_id, balance_idr, reserved_idr from ledger_accounts where shop_id = $1 order by kind, subject_id`,
    [shop.shop_id],
  );
  const { rows: transfers } = await app.database.pool.query(
    `select cause, kind, state, order_id, orderpay_idr, user_id from ledger_transfers where shop_id = $1 order by id`,
    [shop.shop_id],
  );
  const { rows: entries } = await app.database.pool.query(
    `select kind, subject_id, amount_idr, order_id from ledger_entries where shop_id = $1 order by transfer_id, position`,
    [shop.shop_id],
  );
  return { accounts, transfers, entries };
}

async function expectSound(): Promise<void> {
  const db = app.services.db.withoutPlugins();
  const checks = [findBalanceDifferences, findTransferDifferences, findHoldDifferences];
  expect((await Promise.all(checks.map((find) => find(db)))).flat()).toEqual([]);
}

test('a transfer creates its accounts, moves their balances in their natural sign and writes its entries', async () => {
  await open();
  expect(await transfer(context, paid('charge:1:paid', 150_000))).toBe('DONE');
  expect(await rowsOf()).toEqual({
    accounts: [
      { kind: 'ORDERPAY_ON_HOLD', subject_id: 0, balance_idr: 150_000, reserved_idr: 0 },
      { kind: 'ORDERS', subject_id: 0, balance_idr: 150_000, reserved_idr: 0 },
    ],
    transfers: [
      {
        cause: 'charge:1:paid',
        kind: 'CHARGE_PAID',
        state: 'POSTED',
        order_id: 7,
        orderpay_idr: 150_000,
        user_id: shop.user_id,
      },
    ],
    entries: [
      { kind: 'ORDERPAY_ON_HOLD', subject_id: 0, amount_idr: 150_000, order_id: 7 },
      { kind: 'ORDERS', subject_id: 0, amount_idr: -150_000, order_id: 7 },
    ],
  });
  await expectSound();
});

test('the same cause is one transfer, whatever else the second says, and known though the account is empty by then', async () => {
  await open();
  await transfer(context, paid('charge:1:paid', 150_000));
  await transfer(context, delivered('order:7:delivered', 150_000));
  const before = await rowsOf();
  expect(await transfer(context, delivered('order:7:delivered', 150_000))).toBe('KNOWN');
  expect(await transfer(context, paid('charge:1:paid', 9))).toBe('KNOWN');
  expect(await rowsOf()).toEqual(before);
});

test('what is short writes nothing at all, not even the accounts that it would create', async () => {
  await open();
  await transfer(context, paid('charge:1:paid', 100));
  const before = await rowsOf();
  expect(await transfer(context, delivered('order:7:delivered', 101))).toBe('SHORT');
  expect(await transfer(context, withdrawal('withdrawal:1', 1))).toBe('SHORT');
  expect(await rowsOf()).toEqual(before);
  expect(await transfer(context, delivered('order:7:delivered', 100))).toBe('DONE');
  await expectSound();
});

test('legs that do not add up to 0, or move nothing, are a fault of ours', async () => {
  await open();
  const legs = [debit('ORDERPAY_ON_HOLD', 10), credit('ORDERS', 9)];
  await expect(transfer(context, { ...paid('a', 1), legs })).rejects.toThrow('do not add up to 0');
  await expect(transfer(context, { ...paid('a', 1), legs: [] })).rejects.toThrow('do not add up to 0');
  await expect(transfer(context, paid('a', 0))).rejects.toThrow('do not add up to 0');
  await expect(transfer(context, paid('a', 0.5))).rejects.toThrow(RangeError);
  await expect(transferAll(context, [paid('a', 1), paid('a', 2)])).rejects.toThrow('the same cause');
  expect((await rowsOf()).transfers).toEqual([]);
});

test('many are written in one statement, whatever their number; those that are known are passed over', async () => {
  await open();
  let causes = 0;
  for (const count of [1, 10, 100]) {
    const statements = await countStatements(app, async () => {
      const all = Array.from({ length: count }, () => paid(`charge:${(causes += 1)}:paid`, 1_000));
      expect(await transferAll(context, all)).toBe('DONE');
    });
    expect(statements).toBe(1);
  }
  const all = [paid('charge:1:paid', 1_000), paid('charge:new:paid', 5)];
  expect(await transferAll(context, all)).toBe('DONE');
  expect(await transferAll(context, all)).toBe('KNOWN');
  expect(await transferAll(context, [])).toBe('KNOWN');
  expect(await balanceOf(context, { kind: 'ORDERPAY_ON_HOLD' })).toEqual({
    balance_idr: 3 * 111 * 1_000 + 5,
    reserved_idr: 0,
  });
  await expectSound();
});

test('of many that are short together none is written', async () => {
  await open();
  await transfer(context, paid('charge:1:paid', 100));
  const before = await rowsOf();
  const all = [delivered('order:1:delivered', 60), delivered('order:2:delivered', 60)];
  expect(await transferAll(context, all)).toBe('SHORT');
  expect(await rowsOf()).toEqual(before);
});

test('no more is taken of an order than it has on hold, however much others have', async () => {
  await open();
  await transferAll(context, [paid('charge:1:paid', 100, 7), paid('charge:2:paid', 500, 8)]);
  expect(await transfer(context, delivered('order:7:delivered', 101, 7))).toBe('SHORT');
  const again = Array.from({ length: 10 }, (_, n) => transfer(context, delivered(`order:7:${n}`, 60, 7)));
  expect((await Promise.all(again)).toSorted()).toEqual(['DONE', ...Array(9).fill('SHORT')]);
  expect(await Promise.all([7, 8, 9].map((order_id) => holdOf(context, order_id)))).toEqual([
    { on_hold_idr: 40, moves: 2 },
    { on_hold_idr: 500, moves: 1 },
    { on_hold_idr: 0, moves: 0 },
  ]);
  await expectSound();
});

test('what is on hold is not moved by a pending transfer', async () => {
  await open();
  const pending = transfer(context, { ...paid('charge:1:paid', 100), is_pending: true });
  await expect(pending).rejects.toThrow('moves what is on hold');
});

test('a pending transfer reserves what it takes; posted it moves that, voided it gives that free', async () => {
  await open();
  await transferAll(context, [paid('charge:1:paid', 100), delivered('order:7:delivered', 100)]);
  const balances = () => balancesOf(context, [{ kind: 'ORDERPAY_AVAILABLE' }, { kind: 'OUTSIDE' }]);
  expect(await transfer(context, withdrawal('withdrawal:1', 60))).toBe('DONE');
  expect(await balances()).toEqual([
    { balance_idr: 100, reserved_idr: 60 },
    { balance_idr: 0, reserved_idr: 0 },
  ]);
  expect(await transfer(context, withdrawal('withdrawal:2', 41))).toBe('SHORT');
  expect(await transfer(context, withdrawal('withdrawal:3', 40))).toBe('DONE');
  await expectSound();
  expect(await decideTransfer(context, 'withdrawal:1', 'POSTED')).toBe('DONE');
  expect(await decideTransfer(context, 'withdrawal:3', 'VOIDED')).toBe('DONE');
  expect(await balances()).toEqual([
    { balance_idr: 40, reserved_idr: 0 },
    { balance_idr: 60, reserved_idr: 0 },
  ]);
  await expectSound();
});

test('a transfer is decided once', async () => {
  await open();
  await transferAll(context, [paid('charge:1:paid', 100), delivered('order:7:delivered', 100)]);
  await transfer(context, withdrawal('withdrawal:1', 60));
  expect(await decideTransfer(context, 'withdrawal:9', 'POSTED')).toBe('NOT_FOUND');
  expect(await decideTransfer(context, 'withdrawal:1', 'VOIDED')).toBe('DONE');
  expect(await decideTransfer(context, 'withdrawal:1', 'VOIDED')).toBe('KNOWN');
  expect(await decideTransfer(context, 'withdrawal:1', 'POSTED')).toBe('OTHERWISE');
  expect(await decideTransfer(context, 'charge:1:paid', 'VOIDED')).toBe('OTHERWISE');
  expect(await transfer(context, withdrawal('withdrawal:1', 60))).toBe('KNOWN');
  await expectSound();
});

test('no transfer is earlier than the one before of its accounts, whatever the clock of its process says', async () => {
  await open();
  const at = (moment: string): Context => ({ ...context, clock: fixedClock(moment) });
  await transfer(at('2026-03-01T10:00:00Z'), paid('charge:1:paid', 100));
  await transfer(at('2026-03-01T09:00:00Z'), paid('charge:2:paid', 100));
  await transfer(at('2026-03-01T11:00:00Z'), paid('charge:3:paid', 100));
  const { rows } = await app.database.pool.query<{ created_at: Date }>(
    'select created_at from ledger_transfers where shop_id = $1 order by id',
    [shop.shop_id],
  );
  expect(rows.map(({ created_at }) => created_at.toISOString())).toEqual([
    '2026-03-01T10:00:00.000Z',
    '2026-03-01T10:00:00.000Z',
    '2026-03-01T11:00:00.000Z',
  ]);
});

test('what is rolled back was never moved', async () => {
  await open();
  const failed = context.transaction(async (inner) => {
    await transfer(inner, paid('charge:1:paid', 100));
    throw new Error('something else failed');
  });
  await expect(failed).rejects.toThrow('something else');
  expect(await rowsOf()).toEqual({ accounts: [], transfers: [], entries: [] });
});

test('accounts, transfers and causes are the own ones of each shop', async () => {
  await open();
  await transfer(context, paid('charge:1:paid', 100));
  await open();
  expect(await transfer(context, delivered('order:7:delivered', 1))).toBe('SHORT');
  expect(await decideTransfer(context, 'charge:1:paid', 'VOIDED')).toBe('NOT_FOUND');
  expect(await balanceOf(context, { kind: 'ORDERPAY_ON_HOLD' })).toEqual({ balance_idr: 0, reserved_idr: 0 });
  expect(await transfer(context, paid('charge:1:paid', 3))).toBe('DONE');
});

test('doctor sees a balance, a reservation, and entries that somebody has changed', async () => {
  await open();
  await transfer(context, paid('charge:1:paid', 100));
  const db = app.services.db.withoutPlugins();
  const change = (text: string) => app.database.pool.query(text, [shop.shop_id]);
  await change(
    `update ledger_accounts set balance_idr = 70, reserved_idr = 30 where shop_id = $1 and kind = 'ORDERS'`,
  );
  expect(await findBalanceDifferences(db)).toMatchObject([
    { kind: 'ORDERS', balance_idr: 70, entries_idr: 100, reserved_idr: 30, pending_idr: 0 },
  ]);
  await change(`update ledger_entries set amount_idr = 99 where shop_id = $1 and amount_idr = 100`);
  expect(await findTransferDifferences(db)).toMatchObject([
    { cause: 'charge:1:paid', sum_idr: -1, orderpay_idr: 100, orderpay_entries_idr: 99 },
  ]);
});

test('the database itself keeps bound accounts from falling below what is reserved', async () => {
  await open();
  await transfer(context, paid('charge:1:paid', 100));
  const lower = (kind: string) =>
    app.database.pool.query('update ledger_accounts set balance_idr = -1 where shop_id = $1 and kind = $2', [
      shop.shop_id,
      kind,
    ]);
  await expect(lower('ORDERPAY_ON_HOLD')).rejects.toThrow('ledger_accounts_bound');
  await expect(lower('ORDERS')).resolves.toMatchObject({ rowCount: 1 });
});
