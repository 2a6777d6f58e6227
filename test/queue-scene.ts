import { afterAll, beforeAll, expect } from 'vitest';
import type { Clock } from '../src/kernel/clock.ts';
import { diagnose } from '../src/doctor.ts';
import { fixedClock, startTestApp, type Answered, type TestApp } from './harness.ts';
import { IMPORT, MUTATION, statementOf, type Row } from './mutation-scene.ts';
import { expectOk, orderOf } from './stall.ts';
import { openStore, type StoreScene } from './store-scene.ts';
import { formWithFile } from './upload.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** A store whose bank mutations are decided by its staff. */
export interface QueueScene extends StoreScene {
  /** Records what came in (below 0: went out), and lets it be matched by itself. @returns the IDs, the first first */
  comeIn: (...rows: readonly (number | Row)[]) => Promise<number[]>;
  /** The same with one. */
  comesIn: (amount: number, text?: string) => Promise<number>;
  /** An accepted order that nothing is paid of: 110,000 for each piece with its shipping. */
  order: (qty?: number, change?: Record<string, unknown>) => Promise<{ id: number; total: number }>;
  checkedOut: (change?: Record<string, unknown>) => Promise<any>;
  act: (id: number, what: 'match' | 'ignore' | 'undo', input?: object) => Promise<Answered>;
  /** The same where it is to succeed. */
  done: (id: number, what: 'match' | 'ignore' | 'undo', input?: object) => Promise<any>;
  look: (id: number) => Promise<any>;
  /** Payments of an order: amount and the mutation that they are of. */
  paymentsOf: (order_id: number) => Promise<{ amount: number; mutation: number | null }[]>;
  /** State, received amount and number of receipts that count. */
  buyerPayment: (id: number) => Promise<{ state: string; received: number; receipts: number }>;
  balance: () => Promise<number>;
}

/** An app for the tests of a file; the books agree after all of them. */
export function queueApp(): {
  app: () => TestApp;
  clock: ReturnType<typeof fixedClock>;
  open: () => Promise<QueueScene>;
} {
  const clock = fixedClock('2026-03-02T03:00:00Z');
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ clock, pool_size: 20 });
  });
  afterAll(async () => {
    const differences = (await diagnose(app.database.db)).filter((check) => check.differences.length > 0);
    await app.close();
    expect(differences).toEqual([]);
  });
  return { app: () => app, clock, open: async () => queueScene(app, clock, await openStore(app)) };
}

function queueScene(app: TestApp, clock: Clock, store: StoreScene): QueueScene {
  const { shop, stall } = store;
  const day = () => clock.now().toLocaleDateString('en-GB', { timeZone: 'Asia/Jakarta' });
  const query = async (text: string, ...values: unknown[]) =>
    (await app.database.pool.query(text, [shop.shop_id, ...values])).rows;
  const scene: QueueScene = {
    ...store,
    async comeIn(...rows) {
      const [{ last }] = await query(
        'select coalesce(max(id), 0)::int as last from bank_mutations where shop_id = $1',
      );
      const statement = rows.map((row): Row =>
        typeof row === 'number' ? [day(), `TRSF CR ${row}`, row] : row,
      );
      const fields = { bank_id: String(stall.bank_id) };
      const form = await formWithFile(statementOf(statement), 'mutasi.csv', fields);
      const { id } = expectOk(await shop.call('POST', IMPORT, form.body, form.headers)).body.data;
      expectOk(await shop.call('POST', `${IMPORT}/${id}/apply`));
      await app.runJobs();
      const found = await query(
        'select id::int from bank_mutations where shop_id = $1 and id > $2 order by id',
        last,
      );
      return found.map((row) => row.id);
    },
    comesIn: async (amount, text = 'TRSF E-BANKING CR RINA WATI') =>
      (await scene.comeIn([day(), text, amount]))[0] ?? 0,
    async order(qty = 1, change = {}) {
      const products = [{ id: stall.variation_ids[0], qty, product_status: 'S' }];
      const body = orderOf(stall, { products, order_date: '2026-03-02', ...change });
      const { order_id } = expectOk(await shop.call('POST', '/api/open/order', body)).body.data;
      const [{ total }] = await query(
        'select total_idr::int as total from orders where shop_id = $1 and id = $2',
        order_id,
      );
      return { id: order_id, total };
    },
    checkedOut: async (change) =>
      expectOk(await store.visit('POST', '/checkout', store.checkout(change))).body.data,
    act: (id, what, input) => shop.call('POST', `${MUTATION}/${id}/${what}`, input ?? {}),
    done: async (id, what, input) => expectOk(await scene.act(id, what, input)).body.data,
    look: async (id) => expectOk(await shop.call('GET', `${MUTATION}/${id}`)).body.data,
    paymentsOf: async (order_id) =>
      (await query(
        `select amount_idr::int as amount, bank_mutation_id::int as mutation from order_payments
         where shop_id = $1 and order_id = $2 order by id`,
        order_id,
      )) as { amount: number; mutation: number | null }[],
    buyerPayment: async (id) =>
      (
        await query(
          `select p.state, p.received_idr::int as received, (select count(*)::int from payment_receipts r
             where r.shop_id = p.shop_id and r.payment_id = p.id and r.taken_back_at is null) as receipts
           from buyer_payments p where p.shop_id = $1 and p.id = $2`,
          id,
        )
      )[0],
    async balance() {
      const [{ balance }] = await query(
        `select coalesce(sum(balance_idr), 0)::int as balance from ledger_accounts
         where shop_id = $1 and kind = 'CUSTOMER_BALANCE'`,
      );
      return balance;
    },
  };
  return scene;
}
