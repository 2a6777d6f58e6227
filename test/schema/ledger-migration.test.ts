import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../src/kernel/database/connection.ts';
import { migrate } from '../../src/kernel/database/migrations.ts';
import { modules } from '../../src/modules.ts';
import { createTestDatabase } from '../harness.ts';

/** The last migration of before the ledger. */
const BEFORE = 11;
const MIGRATIONS = new URL('../../migrations/', import.meta.url);

async function databaseOfBefore() {
  const { connection, drop } = await createTestDatabase('template0');
  const server = connect({ connection, pool_size: 2 });
  const folder = await mkdtemp(join(tmpdir(), 'ngorder-migrations-'));
  onTestFinished(async () => {
    await server.close();
    await drop();
    await rm(folder, { recursive: true });
  });
  const names = (await readdir(MIGRATIONS)).filter((name) => /^\d{4}_.*\.sql$/.test(name));
  const isBefore = (name: string) => Number(name.slice(0, 4)) <= BEFORE;
  await Promise.all(names.filter(isBefore).map((name) => cp(new URL(name, MIGRATIONS), join(folder, name))));
  await migrate(server.pool, pathToFileURL(`${folder}/`));
  return server;
}

test('balances of customers move into the ledger with the moment, person, order and reason of each entry', async () => {
  const { pool, db } = await databaseOfBefore();
  // Orders and customers are not looked at: the keys that lead there are put aside.
  await pool.query(`
    insert into shops (id, subdomain, name, phone, created_at) overriding system value
    values (1, 'satu', 'Satu', '62811', now()), (2, 'dua', 'Dua', '62812', now());
    alter table customer_balance_entries drop constraint customer_balance_entries_shop_id_customer_id_fkey;
    alter table customer_balance_entries drop constraint customer_balance_entries_shop_id_order_id_fkey;
    alter table customer_balance_entries drop constraint customer_balance_entries_shop_id_user_id_fkey;
    insert into customer_balance_entries
      (shop_id, customer_id, order_id, amount_idr, balance_after_idr, reason, user_id, created_at)
    values (1, 5, 70, 50000, 50000, 'ORDER CANCELED', 3, '2026-01-01T10:00:00Z'),
      (1, 5, 70, -20000, 30000, 'ORDER REACTIVATED', 4, '2026-01-02T10:00:00Z'),
      (1, 6, null, 8000, 8000, 'ORDER CANCELED', null, '2026-01-03T10:00:00Z'),
      (2, 9, 71, 7000, 7000, 'ORDER CANCELED', 3, '2026-01-04T10:00:00Z'),
      (2, 9, 71, -7000, 0, 'ORDER REACTIVATED', 3, '2026-01-05T10:00:00Z')`);
  expect(await migrate(pool)).toContain('0012_ledger');

  const history = await pool.query(
    `select t.shop_id, e.subject_id as customer_id, e.order_id, -e.amount_idr as amount, t.kind, t.state, t.user_id,
       to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD') as day
     from ledger_entries as e join ledger_transfers as t on t.shop_id = e.shop_id and t.id = e.transfer_id
     where e.kind = 'CUSTOMER_BALANCE' order by t.id`,
  );
  const row = (shop_id: number, customer_id: number, order_id: number | null, amount: number) => ({
    shop_id,
    customer_id,
    order_id,
    amount,
    kind: amount > 0 ? 'ORDER_CANCELED' : 'ORDER_REACTIVATED',
    state: 'POSTED',
  });
  expect(history.rows).toEqual([
    { ...row(1, 5, 70, 50_000), user_id: 3, day: '2026-01-01' },
    { ...row(1, 5, 70, -20_000), user_id: 4, day: '2026-01-02' },
    { ...row(1, 6, null, 8_000), user_id: null, day: '2026-01-03' },
    { ...row(2, 9, 71, 7_000), user_id: 3, day: '2026-01-04' },
    { ...row(2, 9, 71, -7_000), user_id: 3, day: '2026-01-05' },
  ]);
  const balances = await pool.query(
    'select shop_id, kind, subject_id, balance_idr as balance from ledger_accounts order by shop_id, kind, subject_id',
  );
  expect(balances.rows).toEqual([
    { shop_id: 1, kind: 'CUSTOMER_BALANCE', subject_id: 5, balance: 30_000 },
    { shop_id: 1, kind: 'CUSTOMER_BALANCE', subject_id: 6, balance: 8_000 },
    { shop_id: 1, kind: 'ORDERS', subject_id: 0, balance: -38_000 },
    { shop_id: 2, kind: 'CUSTOMER_BALANCE', subject_id: 9, balance: 0 },
    { shop_id: 2, kind: 'ORDERS', subject_id: 0, balance: 0 },
  ]);
  const checks = modules.find(({ name }) => name === 'ledger')?.checks ?? [];
  const found = await Promise.all(checks.map(({ find }) => find(db.withoutPlugins())));
  expect([checks.length > 0, found.flat()]).toEqual([true, []]);
});

test('what couriers owe and have paid of COD parcels is in the ledger, for each order', async () => {
  const { pool, db } = await databaseOfBefore();
  await pool.query(`
    insert into shops (id, subdomain, name, phone, created_at) overriding system value
    values (1, 'satu', 'Satu', '62811', now());
    insert into cod_parcels (shop_id, order_id, trip, po_number, courier_id, courier, state, cod_idr, shipping_idr,
      entered_idr, paid_idr, written_off_idr, event_position, changed_at)
    values (1, 70, 1, 1, 1, 'jne', 'CAME_BACK', 50000, 10000, -10000, 0, 0, 1, now()),
      (1, 70, 2, 1, 2, 'jnt', 'COLLECTED', 50000, 10000, 40000, 0, 0, 2, now()),
      (1, 71, 1, 2, 1, 'jne', 'COLLECTED', 90000, 10000, 80000, 75000, 5000, 3, now()),
      (1, 72, 1, 3, 1, 'jne', 'ON_ITS_WAY', 90000, 10000, 0, 0, 0, 4, now())`);
  await migrate(pool);
  const balances = await pool.query(
    'select kind, subject_id, balance_idr as balance from ledger_accounts order by kind, subject_id',
  );
  expect(balances.rows).toEqual([
    { kind: 'COD_RECEIVABLE', subject_id: 1, balance: -10_000 },
    { kind: 'COD_RECEIVABLE', subject_id: 2, balance: 40_000 },
    { kind: 'ORDERS', subject_id: 0, balance: 105_000 },
    { kind: 'OUTSIDE', subject_id: 0, balance: 75_000 },
  ]);
  const checks = modules
    .flatMap(({ name, checks: own = [] }) => (name === 'ledger' || name === 'shipping' ? own : []))
    .filter(({ title }) => /ledger|transfer|balance/i.test(title));
  const found = await Promise.all(checks.map(({ find }) => find(db.withoutPlugins())));
  expect([checks.length > 2, found.flat()]).toEqual([true, []]);
});
