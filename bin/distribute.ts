/**
 * Prints the statements that distribute a migrated database among the nodes of Citus: which table by which column, which are
 * the same on every node, which stay on the coordinator. Ends with 1 where a table is in none of the three lists.
 *   node bin/distribute.ts | psql …
 * See docs/scale.md.
 */
import { readFile } from 'node:fs/promises';
import { distribution, readTables } from './distribution.ts';

const schema = await readFile(new URL('../migrations/schema.generated.sql', import.meta.url), 'utf8');
const { statements, unknown } = distribution(readTables(schema));
console.log(statements.join('\n'));
for (const table of unknown) console.error(`${table} is neither of a shop, nor for reference, nor local`);
process.exitCode = unknown.length === 0 ? 0 : 1;
