import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contextOfShop } from '../../kernel/jobs/in-name-of.ts';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { expectOk } from '../../../test/stall.ts';
import { openStore, type StoreScene } from '../../../test/store-scene.ts';
import { takeUniqueCode } from './take-unique-code.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** Draws codes of the shop's bank account, for payments that nobody makes. */
async function draw(store: StoreScene, count: number, invoice_idr = 1_000_000): Promise<number[]> {
  const shop = { id: store.shop.shop_id, time_zone: 'Asia/Jakarta' as const };
  const context = contextOfShop(app.services, 'codes', shop);
  const account = { id: store.stall.bank_id, account_number: '1234567890' };
  return context.transaction(async (inner) => {
    const codes: number[] = [];
    for (let drawn = 0; drawn < count; drawn += 1)
      codes.push(await takeUniqueCode(inner, account, invoice_idr));
    return codes;
  });
}

describe('the unique codes of a bank account', () => {
  test('are 1 to 999, each of which comes again when all others have come', async () => {
    const store = await openStore(app);
    const codes = await draw(store, 1_998);
    expect(codes.slice(0, 999).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 999 }, (_, n) => n + 1),
    );
    expect(codes.slice(999)).toEqual(codes.slice(0, 999));
  });

  test.each([
    [10, 69],
    [50, 11],
    [200, 3],
  ])(
    'of the last %i are %i rupiah apart at least: a slip of the hand is no other payment',
    async (count, apart) => {
      const store = await openStore(app);
      for (let turn = 0; turn < 3; turn += 1) {
        const codes = (await draw(store, count)).toSorted((a, b) => a - b);
        const gaps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(apart);
      }
    },
  );

  test('lead to no amount that another transfer of the last days has, open or ended', async () => {
    const store = await openStore(app);
    const bought = expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data;
    const [next = 0] = await draw(store, 1);
    const again = () =>
      app.database.pool.query('update unique_code_counters set last_code = $2 where shop_id = $1', [
        store.shop.shop_id,
        bought.nominal_unique,
      ]);
    // An order of such a price that the same amount would be transferred.
    const price = bought.nominal_transfer - next;
    await again();
    expect(await draw(store, 1, price)).not.toEqual([next]);
    expectOk(await store.visit('POST', `/order/${bought.token}/cancel`));
    await again();
    expect(await draw(store, 1, price)).not.toEqual([next]);
    await app.database.pool.query(
      `update buyer_payments set created_at = now() - interval '3 days' where shop_id = $1`,
      [store.shop.shop_id],
    );
    await again();
    expect(await draw(store, 1, price)).toEqual([next]);
  });

  test('go on behind one that is in use still', async () => {
    const store = await openStore(app);
    const held = expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data.nominal_unique;
    const round = await draw(store, 998);
    expect(round).not.toContain(held);
    const [next] = await draw(store, 1);
    expect(next).toBe(round[0]);
  });
});
