/**
 * Only the owning module writes a table. Looks for insert, update and delete of each table in every file
 * outside its owner, in Kysely calls and in SQL text, and ends with 1 where it finds one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { modules } from '../src/modules.ts';

const OWNERS = modules.map(({ name, tables = [] }) => ({
  folder: name === 'kernel' ? 'src/kernel/' : `src/modules/${name}/`,
  tables,
}));

/**
 * One call stores an order (design rule: few round trips), so that file also writes what others own; stock it writes
 * through the statements that the stock module gives. So is a buyer's payment, and a guest. Moving stock is one statement too, with its event. An order that is
 * deleted leaves its rows of the stock ledger, without it.
 */
const SHARED: Record<string, string[]> = {
  'src/modules/orders/place/store-order.ts': ['order_payments', 'customers', 'outbox_events'],
  'src/modules/orders/cancel/delete-order.ts': ['stock_ledger'],
  'src/modules/checkout/store-payment.ts': ['outbox_events'],
  'src/modules/customers/guest-customer.ts': ['outbox_events'],
  'src/modules/stock/move-stock.ts': ['outbox_events'],
  'src/modules/stock/take-stock-sql.ts': ['outbox_events'],
};

const owned = new Set(OWNERS.flatMap(({ tables }) => tables));
const write =
  /(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(\s*'(\w+)|\b(?:insert\s+into|update|delete\s+from)\s+(?:only\s+)?"?(\w+)"?/gi;

let faults = 0;
for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  const path = `src/${file.replaceAll('\\', '/')}`;
  if (!path.endsWith('.ts') || path.endsWith('.test.ts') || path.endsWith('.generated.ts')) continue;
  const allowed = new Set([
    ...OWNERS.flatMap(({ folder, tables }) => (path.startsWith(folder) ? tables : [])),
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
