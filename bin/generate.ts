/**
 * Writes what is made from other parts of the project and committed: the database's types and
 * openapi.json. With --check it writes nothing and ends with 1 where a file is not up to date.
 */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../src/kernel/database/connection.ts';
import { startEmbeddedPostgres } from '../src/kernel/database/embedded/index.ts';
import { migrate } from '../src/kernel/database/migrations.ts';
import { databaseTypes } from './generate-database-types.ts';
import { openApiDocument } from './generate-openapi.ts';

const check = process.argv.includes('--check');
const data_dir = await mkdtemp(join(tmpdir(), 'ngorder-generate-'));
await chmod(data_dir, 0o755);
const postgres = await startEmbeddedPostgres({ data_dir, log: () => undefined, settings: { fsync: 'off' } });
const server = connect({ connection: postgres.connection, pool_size: 2 });
let stale = 0;
try {
  await migrate(server.pool);
  await put('src/kernel/database/schema.generated.ts', await databaseTypes(server.pool));
  await put('openapi.json', await openApiDocument(server, data_dir));
} finally {
  await server.close();
  await postgres.stop();
  await rm(data_dir, { recursive: true, force: true });
}
process.exitCode = stale === 0 ? 0 : 1;

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
