import type pg from 'pg';
import { storeTexts } from '../search-texts.ts';
import { TODAY_SQL } from '../shop-zone.ts';
import { BILLING_ROWS } from './billing-rows.ts';
import { BULK_ROWS } from './bulk-rows.ts';
import { GOODS_ROWS } from './goods-rows.ts';
import { CHECKOUT_ROWS } from './checkout-rows.ts';
import { COD_ROWS } from './cod-rows.ts';
import { MUTATION_ROWS } from './mutation-rows.ts';
import { NOTIFICATION_ROWS } from './notification-rows.ts';
import { MESSAGE_ROWS } from './message-rows.ts';
import { LEDGER_ROWS } from './ledger-rows.ts';
import { PARCEL_ROWS } from './parcel-rows.ts';
import { SALES_ROWS } from './sales-rows.ts';
import { STORE_ROWS } from './store-rows.ts';
import { WEBHOOK_ROWS } from './webhook-rows.ts';

/** So many a table. */
const ROWS = 5_000;

const TABLES = [
  ...GOODS_ROWS,
  ...SALES_ROWS,
  ...COD_ROWS,
  ...PARCEL_ROWS,
  ...LEDGER_ROWS,
  ...STORE_ROWS,
  ...CHECKOUT_ROWS,
  ...MUTATION_ROWS,
  ...MESSAGE_ROWS,
  ...BILLING_ROWS,
  ...NOTIFICATION_ROWS,
  ...WEBHOOK_ROWS,
  ...BULK_ROWS,
];

/**
 * Gives a shop 5,000 rows of everything, or as many as its limit allows, in a moment, as an import or a busy first week
 * would; its own rows stay. Where `bare`, no key is checked: for a shop that is only there to be beside another.
 */
export async function fillShop(
  client: pg.ClientBase,
  shop_id: number,
  { rows = ROWS, bare = false, tables = TABLES } = {},
): Promise<void> {
  await client.query('begin; set local enable_seqscan = off');
  if (bare) await client.query('set local session_replication_role = replica');
  for (const [table, columns, limit] of tables) {
    const values = { ...(await plainValues(client, table)), ...columns };
    await client.query(
      `insert into ${table} (shop_id, ${Object.keys(values).join(', ')}) overriding system value
       select $1::bigint, ${Object.values(values).join(', ')}
       from (select id from users where shop_id = $1::bigint order by id limit 1) as owner
       cross join generate_series(1, $2::int) as n`,
      [shop_id, Math.min(rows, limit ?? rows)],
    );
  }
  await storeTexts(client, shop_id);
  await client.query('commit');
}

const PLAIN: Record<string, string> = {
  'timestamp with time zone': 'now()',
  date: TODAY_SQL,
  boolean: 'false',
};

/** Of each column that must have a value, so that a later migration breaks nothing. */
async function plainValues(client: pg.ClientBase, table: string): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select column_name::text as name, data_type::text as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and column_default is null
       and is_identity = 'NO' and is_generated = 'NEVER' and column_name <> 'shop_id'`,
    [table],
  );
  return Object.fromEntries(
    rows.flatMap(({ name, type }) => (PLAIN[type] === undefined ? [] : [[name, PLAIN[type]]])),
  );
}

/** Tables that hold one row for each shop, or none that grow with what it does. */
const NOT_FILLED = new Set([
  'customer_categories',
  'order_counters',
  'cod_counters',
  'courier_settings',
  'courier_connections',
  'gateway_connections',
  'admin_fees',
  'shop_packages',
  'mutation_connections',
  'notification_counters',
  'notification_reads',
  'message_connections',
  'message_followups',
  'message_settings',
  'push_settings',
]);

/** Those that a shop fills: by the list above, or with the texts and counts of its rows. */
export function isFilled(table: string): boolean {
  return (
    TABLES.some(([filled]) => filled === table) ||
    NOT_FILLED.has(table) ||
    /_texts$|^search_words$|^order_tall|^sales_t/.test(table)
  );
}
