import { Kysely, PostgresDialect, type LogEvent } from 'kysely';
import { shopContext, type Principal } from '../src/kernel/context.ts';
import type { DatabaseServer } from '../src/kernel/database/connection.ts';
import type { DB } from '../src/kernel/database/schema.generated.ts';
import { placeOrder } from '../src/modules/orders/place/place-order.ts';
import { CreateOrderInput } from '../src/modules/orders/place/schemas.ts';
import type { Runtime } from '../src/start.ts';

/** A statement as it was sent, with its values as PostgreSQL writes them. */
export interface PreparedStatement {
  text: string;
  values: (string | null)[];
  types: string[];
}

/** Places one order through the use-case, and gives the very statements that it sent. */
export async function orderSql(
  runtime: Runtime,
  principal: Principal,
  order: object,
): Promise<PreparedStatement[]> {
  const sent: LogEvent[] = [];
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: runtime.database.pool }),
    log: (event) => {
      sent.push(event);
    },
  });
  const request = { language: 'en', request_id: 'bench', address: '127.0.0.1', base_url: '' } as const;
  await placeOrder(
    shopContext({ ...runtime.services, db }, request, principal),
    CreateOrderInput.parse(order),
  );
  return Promise.all(
    sent.map(async ({ query }) => ({
      text: query.sql,
      values: query.parameters.map(written),
      types: await parameterTypes(runtime.database, query.sql),
    })),
  );
}

/** How PostgreSQL reads a statement's parameters. */
async function parameterTypes(database: DatabaseServer, text: string): Promise<string[]> {
  const client = await database.pool.connect();
  try {
    await client.query(`prepare bench_statement as ${text}`);
    const { rows } = await client.query<{ type: string }>(
      `select unnest(parameter_types)::text as type from pg_prepared_statements where name = 'bench_statement'`,
    );
    await client.query('deallocate bench_statement');
    return rows.map((row) => row.type);
  } finally {
    client.release();
  }
}

function written(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.join(',')}}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
