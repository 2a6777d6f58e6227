import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/kernel/database/embedded/index.ts';
import { memoryMb, type Memory } from '../memory.ts';
import type { Program } from './programs.ts';

/** A server of the same binaries and settings as the product's own: durable, on a socket in its folder. */
export function startDatabase(data_dir: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ data_dir, log: () => undefined });
}

/** What programs and their database hold. */
export async function memoryOf(programs: Program[], database: EmbeddedPostgres): Promise<Memory | undefined> {
  const of_programs = await Promise.all(programs.map(({ process_id }) => memoryMb(process_id)));
  const of_database = await memoryMb(database.pid);
  if (of_database === undefined) return undefined;
  // What a program starts belongs to it; the database is in none of them.
  const whole = (memory: Memory | undefined) => (memory?.server ?? 0) + (memory?.database ?? 0);
  return {
    server: of_programs.reduce((sum, memory) => sum + whole(memory), 0),
    database: whole(of_database),
  };
}

/** A table whose rows belong to orders. */
export interface OrderTable {
  name: string;
  /** Its columns with ids of rows of these tables, its own among them: each copy has ids of its own. */
  ids: string[];
  /** Columns whose texts are unique. */
  unique?: string[];
  /** Columns that each copy takes from their default, as from a sequence. */
  by_default?: string[];
  /** Which rows belong to orders. Default: all. */
  where?: string;
}

/** Above any id that is copied. */
const STRIDE = 100_000;

/**
 * Brings a database to so many orders by copies of the rows of all that it has, each copy a minute older than the one before:
 * what a system wrote when the orders were placed through its API, in seconds for what takes it hours.
 * @param tables those that are referred to come first
 */
export async function fillOrders(
  data_dir: string,
  tables: OrderTable[],
  orders: number,
  of_orders: number,
): Promise<void> {
  const database = await startDatabase(data_dir);
  const client = new pg.Client(database.superuser);
  await client.connect();
  try {
    await client.query('begin');
    for (const table of tables) await copyTable(client, table, Math.ceil(orders / of_orders) - 1);
    await client.query('commit');
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
    await database.stop();
  }
}

async function copyTable(client: pg.Client, table: OrderTable, copies: number): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string; sequence: string | null }>(
    `select column_name as name, data_type as type,
       pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
     from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and column_name <> all($2)`,
    [table.name, table.by_default ?? []],
  );
  const quoted = rows.map(({ name }) => pg.escapeIdentifier(name));
  const values = rows.map(({ name, type }, index) => {
    const column = `row.${quoted[index]}`;
    if (table.ids.includes(name))
      return type === 'integer' ? `${column} + copy * ${STRIDE}` : `${column} || '-' || copy`;
    if (table.unique?.includes(name)) return `${column} || '-' || copy`;
    return type.startsWith('timestamp') ? `${column} - copy * interval '1 minute'` : column;
  });
  const name = pg.escapeIdentifier(table.name);
  await client.query(
    `insert into ${name} (${quoted.join(', ')})
     select ${values.join(', ')} from ${name} as row cross join generate_series(1, $1::int) as copy
     where ${table.where ?? 'true'}`,
    [copies],
  );
  for (const { name: column, sequence } of rows)
    if (sequence !== null && table.ids.includes(column))
      await client.query(`select setval($1, (select max(${pg.escapeIdentifier(column)}) from ${name}))`, [
        sequence,
      ]);
}
