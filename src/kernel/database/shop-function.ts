import { createHash } from 'node:crypto';
import type pg from 'pg';
import { statement, type Database } from './connection.ts';
import type { Places } from './named-statement.ts';
import { tenantGuard } from './tenant-guard.ts';

/** The types of what a function takes, and of what it returns. */
type ValueType = 'bigint' | 'bigint[]' | 'text' | 'text[]' | 'boolean' | 'json' | 'jsonb' | 'timestamptz';
type Types<Values> = { readonly [Name in keyof Values & string]-?: ValueType };

/** A function of the database, and what it is called there. */
export interface DatabaseFunction {
  /** With the mark of its version: another text is another function. */
  readonly name: string;
  /** Its name without that mark. */
  readonly title: string;
  /** As `store_order_1a2b3c4d(bigint, text)`: by this the database knows it among functions of one name. */
  readonly signature: string;
  /** The statement that creates it. */
  readonly definition: string;
}

/** A function of the database that does a piece of work of one shop. */
export interface ShopFunction<Row, Values> extends DatabaseFunction {
  /** Calls it with its values, on the database or transaction given. */
  call(db: Database, values: Values): Promise<Row>;
  /** The same call within another function, as an expression: a record with the fields of `result`. */
  callSql(values: Places<Values>): string;
  /** The fields of that record. */
  readonly result: Places<Row>;
}

/**
 * Declares work of one shop that is several statements and one call: a PL/pgSQL function, whose first parameter is the
 * shop. All of it happens or none, and each of its statements sees what is committed when it begins, as in a
 * transaction. `modules.ts` lists it by its module's descriptor; `installFunctions` creates it when the product starts.
 * Its values and results are named as in `namedStatement`. Its statements have one plan for all values: planning them for
 * each call costs more than they do (decision 0013).
 * @param title its name, in snake case
 * @param types of its values (the shop's first, whatever their order here) and of the columns of the row that it returns
 * @param write gives the body from `begin` or `declare` to `end`; results are variables to be set
 * @throws at load time when a tenant table is named without shop_id
 */
export function shopFunction<Row, Values extends { shop_id: number }>(
  title: string,
  types: { takes: Types<Values>; returns: Types<Row> },
  write: (given: Places<Values>, result: Places<Row>) => string,
): ShopFunction<Row, Values> {
  const taken = Object.keys(types.takes).toSorted(
    (a, b) => Number(b === 'shop_id') - Number(a === 'shop_id'),
  ) as (keyof Values & string)[];
  const returned = Object.keys(types.returns) as (keyof Row & string)[];
  const result = variables<Row>('result', returned);
  const body = write(variables('given', taken), result);
  tenantGuard.checkText(body);
  const parameters = [
    ...taken.map((name) => `given_${name} ${types.takes[name]}`),
    ...returned.map((name) => `out result_${name} ${types.returns[name]}`),
  ];
  const definitionOf = (name: string) =>
    `create function ${name}(${parameters.join(', ')}) language plpgsql set plan_cache_mode = force_generic_plan as $body$\n${body}\n$body$`;
  const mark = createHash('sha256').update(definitionOf(title)).digest('hex').slice(0, MARK_LENGTH);
  const name = `${title}_${mark}`;
  const call = statement<Row>(
    title,
    `select ${returned.map((column) => `result_${column} as ${column}`).join(', ')}
    from ${name}(${taken.map((value, index) => `$${index + 1}::${types.takes[value]}`).join(', ')})`,
  );
  return {
    name,
    title,
    signature: `${name}(${taken.map((value) => types.takes[value]).join(', ')})`,
    definition: definitionOf(name),
    async call(db, values) {
      const [row] = await call.run(
        db,
        taken.map((value) => values[value]),
      );
      if (row === undefined) throw new Error(`the function ${name} returned no row`);
      return row;
    },
    callSql: (values) => `${name}(${taken.map((value) => values[value]).join(', ')})`,
    result,
  };
}

const MARK_LENGTH = 8;

function variables<Values>(prefix: string, names: readonly (keyof Values & string)[]): Places<Values> {
  return Object.fromEntries(names.map((name) => [name, `${prefix}_${name}`])) as Places<Values>;
}

/**
 * Creates those functions that the database does not have. Of each title the version before stays, as a process that is
 * about to be replaced calls it still; older ones go. Several processes may call it at once.
 */
export async function installFunctions(pool: pg.Pool, functions: readonly DatabaseFunction[]): Promise<void> {
  const names = functions.map(({ name }) => name);
  if ((await existing(pool, names)).length === names.length) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('install functions'))`);
    const known = new Set(await existing(client, names));
    for (const { name, definition } of functions) if (!known.has(name)) await client.query(definition);
    for (const { name, title } of functions) await dropOlder(client, name, title);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function existing(db: pg.Pool | pg.PoolClient, names: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ proname: string }>(
    `select proname from pg_proc where pronamespace = current_schema()::regnamespace and proname = any($1)`,
    [names],
  );
  return rows.map(({ proname }) => proname);
}

async function dropOlder(client: pg.PoolClient, name: string, title: string): Promise<void> {
  const { rows } = await client.query<{ signature: string }>(
    `select oid::regprocedure::text as signature from pg_proc
    where pronamespace = current_schema()::regnamespace and proname <> $1 and proname ~ $2
    order by oid desc offset 1`,
    [name, `^${title}_[0-9a-f]{${MARK_LENGTH}}$`],
  );
  for (const { signature } of rows) await client.query(`drop function ${signature}`);
}
