/**
 * Attacks the product at full size, as a stranger, a customer's program, an admin and a warehouse worker would, and
 * prints what was seen. Ends with 1 where a promise of docs/security.md did not hold.
 *   npm run attack                          all
 *   npm run attack -- "sheets of empty lines"   these, by their titles
 */
import { attacks } from './attacks.ts';
import { runAttacks } from './run-attacks.ts';

const requested = process.argv.slice(2);
const chosen = attacks.filter(({ title }) => requested.length === 0 || requested.includes(title));
let last = '';
const findings = await runAttacks(chosen, 'full', ({ attack, what, figure, held }) => {
  if (attack !== last) console.log(`\n${attack}`);
  last = attack;
  console.log(`  ${held ? 'held  ' : 'BROKEN'} ${what.padEnd(70)} ${figure}`);
});
const broken = findings.filter(({ held }) => !held).length;
console.log(`\n${findings.length} figures, ${broken} not within what is promised`);
process.exitCode = broken === 0 && findings.length > 0 ? 0 : 1;
