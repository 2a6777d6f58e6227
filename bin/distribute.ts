/**
 * Prints the statements that distribute a migrated database among the nodes of Citus: which table by which column, which are
 * the same on every node, which stay on the coordinator. Ends with 1 where a table is in none of the three lists.
 *   node bin/distribute.ts | psql …
 *   node bin/distribute.ts --functions | psql …   after an update, whose functions are new ones
 * See docs/scale.md.
 */
import { readFile } from 'node:fs/promises';
import { databaseFunctions } from '../src/modules.ts';
import { distribution, functionDistribution, readTables } from './distribution.ts';

const schema = await readFile(new URL('../migrations/schema.generated.sql', import.meta.url), 'utf8');
const { statements, unknown } = distribution(readTables(schema));
const is_update = process.argv.includes('--functions');
console.log([...(is_update ? [] : statements), ...functionDistribution(databaseFunctions)].join('\n'));
for (const table of unknown) console.error(`${table} is neither of a shop, nor for reference, nor local`);
process.exitCode = unknown.length === 0 ? 0 : 1;
