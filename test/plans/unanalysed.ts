import pg from 'pg';
import { inject } from 'vitest';
import { openXenditVendor, XENDIT_TEST_KEY, XENDIT_TEST_TOKEN } from '../integrations/xendit-vendor.ts';
import { startTestApp, type TestApp } from '../harness.ts';

/**
 * The product on a database that nothing analyses or vacuums behind its back, as in the minutes after much has come in.
 * @param run gets a connection of the server's superuser to that database, too
 */
export async function withUnanalysed(run: (app: TestApp, client: pg.Client) => Promise<void>): Promise<void> {
  const vendor = await openXenditVendor();
  const app = await startTestApp({
    pool_size: 4,
    environment: {
      BILLING: 'on',
      GATEWAY: 'xendit',
      XENDIT_URL: vendor.url,
      XENDIT_KEY: XENDIT_TEST_KEY,
      XENDIT_CALLBACK_TOKEN: XENDIT_TEST_TOKEN,
    },
  });
  const { host, port, superuser: user } = inject('postgres');
  const database = String(app.database.pool.options.database);
  const client = new pg.Client({ host, port, user, database });
  await client.connect();
  try {
    await client.query(`do $$ declare name regclass; begin
      for name in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
        execute format('alter table %s set (autovacuum_enabled = false)', name);
      end loop; end $$`);
    await run(app, client);
  } finally {
    await client.end();
    await app.close();
    vendor.close();
  }
}
