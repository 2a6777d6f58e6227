/**
 * Only the owning module writes a table. Looks for insert, update and delete of each table in every file
 * outside its owner, in Kysely calls and in SQL text, and ends with 1 where it finds one.
 */
import { readdirSync, readFileSync } from 'node:fs';

const OWNERS: Record<string, string[]> = {
  'src/kernel/': ['idempotency_keys', 'outbox_events', 'shop_jobs', 'mails', 'downloads'],
  'src/modules/accounts/': ['users', 'sessions', 'api_keys', 'login_attempts', 'signing_keys'],
  'src/modules/shop/': ['shops', 'suppliers'],
  'src/modules/reference/': ['provinces', 'cities', 'districts'],
  'src/modules/stock/': ['warehouses', 'user_warehouses', 'stock_levels', 'stock_ledger'],
  'src/modules/inventory/': [
    'stock_transfers',
    'stock_transfer_lines',
    'stock_opnames',
    'stock_opname_lines',
  ],
  'src/modules/catalog/': [
    'product_categories',
    'products',
    'product_variations',
    'product_wholesales',
    'variation_texts',
    'search_words',
  ],
  'src/modules/pictures/': ['product_pictures'],
  'src/modules/promos/': ['promos', 'promo_products', 'promo_uses', 'promo_customers'],
  'src/modules/product-import/': ['product_imports', 'product_import_rows'],
  'src/modules/customers/': ['customers', 'customer_categories', 'customer_texts'],
  'src/modules/payments/': ['bank_accounts', 'order_payments', 'customer_balance_entries'],
  'src/modules/order-settings/': ['order_sources', 'order_costs'],
  'src/modules/orders/': [
    'orders',
    'order_texts',
    'order_lines',
    'order_charges',
    'order_counters',
    'order_changes',
  ],
};

/**
 * One statement keeps an order (design rule: few round trips), so that file also writes what others own;
 * stock it writes through the fragment that the stock module gives.
 */
const SHARED: Record<string, string[]> = {
  'src/modules/orders/keep-order.ts': ['order_payments', 'customers', 'outbox_events'],
};

const owned = new Set(Object.values(OWNERS).flat());
const write =
  /(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(\s*'(\w+)|\b(?:insert\s+into|update|delete\s+from)\s+(?:only\s+)?"?(\w+)"?/gi;

let faults = 0;
for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  const path = `src/${file.replaceAll('\\', '/')}`;
  if (!path.endsWith('.ts') || path.endsWith('.test.ts') || path.endsWith('.generated.ts')) continue;
  const allowed = new Set([
    ...Object.entries(OWNERS).flatMap(([folder, tables]) => (path.startsWith(folder) ? tables : [])),
    ...(SHARED[path] ?? []),
  ]);
  for (const match of readFileSync(path, 'utf8').matchAll(write)) {
    const table = match[1] ?? match[2] ?? '';
    if (!owned.has(table) || allowed.has(table)) continue;
    console.error(`${path} writes ${table}, which another module owns`);
    faults += 1;
  }
}
process.exitCode = faults === 0 ? 0 : 1;
