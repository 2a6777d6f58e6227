import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import '../../src/app.ts';
import { declaredStatements } from '../../src/kernel/database/connection.ts';
import { tenantTables } from '../../src/kernel/database/schema.generated.ts';
import { createTestDatabase } from '../harness.ts';
import { fillShop, isFilled } from './fill-shop.ts';

/* oxlint-disable typescript/no-explicit-any -- plans are looked into freely */

/** Tables of which a shop has at most some hundreds of rows: to read them all, even again and again, takes no time. */
const FEW_ROWS = new Set([
  'users',
  'user_warehouses',
  'warehouses',
  'suppliers',
  'order_sources',
  'order_costs',
  'courier_settings',
  'custom_couriers',
  'bank_accounts',
  'customer_categories',
  'product_categories',
  'shops',
]);

test('no declared statement reads all that a shop has again for each row, by the plan that is kept for all values', async () => {
  const { connection, drop } = await createTestDatabase();
  const { superuser } = inject('postgres');
  const client = new pg.Client({ ...connection, user: superuser });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await drop();
  });
  await client.query(`
    insert into shops (id, subdomain, name, phone, created_at) overriding system value
    values (1, 'toko', 'Toko', '62812', now());
    insert into users (shop_id, email, full_name, role, status, password_hash, created_at, updated_at)
    values (1, 'juragan@example.com', 'Juragan', 'owner', 'ACTIVE', 'x', now(), now());
    insert into customer_categories (shop_id, code, name) values (1, 'N', 'N'), (1, 'Y', 'Y'), (1, 'D', 'D');
    insert into warehouses (shop_id, id, name, created_at) values (1, 0, 'Gudang Utama', now())`);
  await fillShop(client, 1);
  await client.query('set enable_seqscan = off; set jit = off; set plan_cache_mode = force_generic_plan');
  expect(declaredStatements.size).toBeGreaterThan(30);
  const found: string[] = [];
  for (const [text, name] of declaredStatements)
    found.push(...repeatedReads(await planOf(client, name, text)).map((read) => `${name}: ${read}`));
  expect(found).toEqual([]);
}, 60_000);

test('every table of shops is filled, so that a new one is not forgotten', () => {
  expect(tenantTables.filter((table) => !isFilled(table))).toEqual([]);
});

async function planOf(client: pg.Client, name: string, text: string): Promise<any> {
  await client.query(`prepare ${name} as ${text}`);
  const { rows } = await client.query<{ count: number }>(
    `select cardinality(parameter_types) as count from pg_prepared_statements where name = $1`,
    [name],
  );
  const values = Array.from({ length: rows[0]?.count ?? 0 }, () => 'null');
  const explained = await client.query(
    `explain (format json) execute ${name} ${values.length > 0 ? `(${values.join(', ')})` : ''}`,
  );
  return explained.rows[0]['QUERY PLAN'][0].Plan;
}

/** Scans within a loop that take their rows by the shop alone. */
function repeatedReads(node: any, is_repeated = false): string[] {
  const table: string | undefined = node['Relation Name'];
  const is_scan = String(node['Node Type']).includes('Scan') && table !== undefined && !FEW_ROWS.has(table);
  const conditions: string[] = String(node['Index Cond'] ?? '')
    .split(' AND ')
    .filter((one) => one !== '' && !one.includes('shop_id'));
  const is_whole = is_scan && node['Node Type'] !== 'Bitmap Heap Scan' && conditions.length === 0;
  const inner = (child: any) =>
    (node['Node Type'] === 'Nested Loop' && child['Parent Relationship'] === 'Inner') ||
    child['Parent Relationship'] === 'SubPlan' ||
    (is_repeated && child['Parent Relationship'] !== 'InitPlan');
  return [
    ...(is_repeated && is_whole
      ? [`${table} by ${node['Index Name'] ?? 'no index'} where ${node['Filter'] ?? 'all'}`]
      : []),
    ...(node.Plans ?? []).flatMap((child: any) => repeatedReads(child, inner(child))),
  ];
}
