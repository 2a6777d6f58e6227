/**
 * Writes what is made from other parts of the project and committed: the database's types, its schema, docs/events.md,
 * openapi.json and what the SDK has of it. With --check it writes nothing and ends with 1 where a file is not up to date. An openapi.json that would
 * break clients of the committed one is written with --allow-breaks only.
 */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiTypes, operationAddresses } from '../sdk/generate.ts';
import { connect } from '../src/kernel/database/connection.ts';
import { startEmbeddedPostgres } from '../src/kernel/database/embedded/index.ts';
import { migrate } from '../src/kernel/database/migrations.ts';
import { findBreaks, readDocument } from './api-breaks.ts';
import { databaseTypes } from './generate-database-types.ts';
import { eventsPage } from './generate-events.ts';
import { openApiPage } from './generate-openapi.ts';
import { schemaSql } from './generate-schema-sql.ts';
import { webhookEventsPage } from './generate-webhook-events.ts';

const check = process.argv.includes('--check');
const allow_breaks = process.argv.includes('--allow-breaks');
const data_dir = await mkdtemp(join(tmpdir(), 'ngorder-generate-'));
await chmod(data_dir, 0o755);
const postgres = await startEmbeddedPostgres({ data_dir, log: () => undefined, settings: { fsync: 'off' } });
const server = connect({ connection: postgres.connection, pool_size: 2 });
let stale = 0;
try {
  await migrate(server.pool);
  await put('src/kernel/database/schema.generated.ts', await databaseTypes(server.pool));
  await put('migrations/schema.generated.sql', await schemaSql(server.pool));
  const document = await openApiPage();
  if (await keepsClients(document)) await put('openapi.json', document);
  await put('sdk/src/api.generated.ts', await apiTypes(document));
  await put('sdk/src/operations.generated.ts', operationAddresses(document));
  await put('docs/events.md', eventsPage());
  await put('docs/webhook-events.md', webhookEventsPage());
} finally {
  await server.close();
  await postgres.stop();
  await rm(data_dir, { recursive: true, force: true });
}
process.exitCode = stale === 0 ? 0 : 1;

/** Whether clients of the committed openapi.json can go on with this one; tells what they can not. */
async function keepsClients(document: string): Promise<boolean> {
  const committed = await readFile(new URL('../openapi.json', import.meta.url), 'utf8').catch(
    () => undefined,
  );
  if (committed === undefined) return true;
  const breaks = findBreaks(readDocument(committed), readDocument(document));
  for (const sentence of breaks) console.error(`breaks clients: ${sentence}`);
  if (breaks.length === 0 || allow_breaks) return true;
  console.error('openapi.json stays as it is; where clients are to be broken, add --allow-breaks');
  stale += 1;
  return false;
}

async function put(name: string, text: string): Promise<void> {
  const url = new URL(`../${name}`, import.meta.url);
  const present = await readFile(url, 'utf8').catch(() => '');
  if (present === text) return;
  if (check) {
    console.error(`${name} is not up to date: run npm run generate`);
    stale += 1;
  } else {
    await writeFile(url, text);
    console.log(`wrote ${name}`);
  }
}
