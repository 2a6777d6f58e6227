import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { reachEmbeddedPostgres } from '../../src/kernel/database/embedded/index.ts';
import { send } from '../attack/attack.ts';
import type { ServerProcess } from '../server-process.ts';
import { expectOk } from '../stall.ts';
import type { TestShop } from '../harness.ts';

/* oxlint-disable typescript/no-explicit-any -- rows are looked into freely */

export const PERSON = { email: 'juragan@example.com', password: 'jeruk-nipis-segar-42' };

/** A shop that is called at whatever server there is now; its parcels leave from Gambir. */
export async function openShop(server: () => ServerProcess): Promise<TestShop> {
  const facts = { shop_name: 'Toko', subdomain: 'toko', full_name: 'Budi', phone_number: '081234567890' };
  await send(server(), 'POST', '/api/account/register', { body: { ...facts, ...PERSON } });
  const login = await send(server(), 'POST', '/api/account/login', { body: PERSON });
  const token = login.body.data.token as string;
  const call = async (method: string, path: string, input?: object) => {
    const is_query = method === 'GET' && input !== undefined;
    const query = is_query ? `?${new URLSearchParams(input as Record<string, string>).toString()}` : '';
    const body = method === 'GET' || input === undefined ? {} : { body: input };
    const { status, body: answer } = await send(server(), method, path + query, { token, ...body });
    return expectOk({ status, headers: {}, body: answer, text: JSON.stringify(answer) });
  };
  const [supplier] = (await call('GET', '/api/open/supplier')).body.data;
  await call('PATCH', '/api/open/supplier/update', { supplier_id: supplier.id, district_id: 317101 });
  return { call, token } as TestShop;
}

/** Asks the database of a data folder, on a connection of its own: the one before may be dead. */
export async function ask(data_dir: string, text: string, values: unknown[] = []): Promise<any[]> {
  const { connection } = await reachEmbeddedPostgres({ data_dir, log: () => undefined });
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

export async function until(condition: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await condition())) {
    if (performance.now() - began > 120_000) throw new Error('it did not come true in 120 s');
    await pause(300);
  }
}
