import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { FIRST, type FilledTable } from '../plans/row-parts.ts';

const whole = readFileSync(new URL('../../migrations/schema.generated.sql', import.meta.url), 'utf8');

/** Columns of each table when all migrations have run. */
const last_columns = new Map(
  [...whole.matchAll(/^create table (\w+)[^(]*\(\n(.*?)^\);/gms)].map(([, table = '', lines = '']) => [
    table,
    new Set([...lines.matchAll(/^ {2}"?(\w+)"? /gm)].map(([, column = '']) => column)),
  ]),
);

async function columns(pool: pg.Pool): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ name: string; columns: string[] }>(
    `select table_name::text as name, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER' group by table_name`,
  );
  return new Map(rows.map((table) => [table.name, table.columns]));
}

/** Rows for the schema of now, without what later migrations brought. */
export async function knownColumns(pool: pg.Pool, tables: FilledTable[]): Promise<FilledTable[]> {
  const known = await columns(pool);
  return tables.flatMap(([table, values, rows]): FilledTable[] => {
    const names_of_table = known.get(table);
    if (names_of_table === undefined) return [];
    const entries = Object.entries(values).filter(([name]) => names_of_table.includes(name));
    const stored = Object.fromEntries(entries);
    return [rows === undefined ? [table, stored] : [table, stored, rows]];
  });
}

/** The tables of which an order writes rows, with the columns that hold its number. */
const ROWS_OF_ORDER: Record<string, string[]> = {
  orders: ['id', 'po_number'],
  order_lines: ['order_id'],
  order_charges: ['order_id'],
  order_payments: ['id', 'order_id'],
  stock_ledger: ['id'],
  outbox_events: ['id'],
};

const ROWS_THAT_ORDER_CHANGES = [
  `update order_counters set last_po_number = last_po_number + 1 where shop_id = $1`,
  `update stock_levels set quantity = quantity where shop_id = $1 and variation_id = ${FIRST + 1} and warehouse_id = 0`,
  `update customers set last_order_at = now() where shop_id = $1 and id = ${FIRST + 1}`,
];

let number = 2 * FIRST;

/**
 * Writes orders like the first of a filled shop, as a process does that knows the columns of now, whatever migrations bring.
 * What a migration will have removed it writes no more: the release before has seen to that.
 * @returns writes one, and throws what the database says where it can't
 */
export async function orderWriter(pool: pg.Pool, shop_id: number): Promise<() => Promise<void>> {
  const known = await columns(pool);
  const inserts = Object.entries(ROWS_OF_ORDER).map(([table, numbers]) => {
    const all = known.get(table)?.filter((column) => last_columns.get(table)?.has(column)) ?? [];
    const values = all.map((column) => (numbers.includes(column) ? '$2' : column));
    return `insert into ${table} (${all.join(', ')}) overriding system value
      select ${values.join(', ')} from ${table} where shop_id = $1 and ${numbers[0]} = ${FIRST + 1}`;
  });
  return async () => {
    number += 1;
    const own = number;
    const client = await pool.connect();
    try {
      await client.query('begin');
      for (const text of ROWS_THAT_ORDER_CHANGES) await client.query(text, [shop_id]);
      for (const text of inserts) {
        const { rowCount } = await client.query(text, [shop_id, own]);
        if (rowCount === 0) throw new Error(`nothing was written: ${text}`);
      }
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
}
